#include "said/direct.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "said/phrases.hpp"
#include "said/signatures.hpp"

namespace dateline::said {

namespace {

constexpr int no_attribution = -1;
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr TokenIndex reach = 30; // tokens a cue may stand away from its quotation

bool is_said(CueKind kind) {
    return kind == CueKind::speech || kind == CueKind::stance;
}

class Attacher {
  public:
    Attacher(const Parse& parse, const std::vector<Quotation>& quotations, const Paragraphs& paragraphs,
             std::vector<Attribution>& attributions)
        : m_parse(parse), m_quotations(quotations), m_paragraphs(paragraphs), m_attributions(attributions),
          m_cue_count(attributions.size()), m_cues(static_cast<std::size_t>(parse.size()), no_attribution) {
        for (std::size_t i = 0; i < attributions.size(); ++i)
            if (attributions[i].cue != no_token)
                m_cues[static_cast<std::size_t>(attributions[i].cue)] = static_cast<int>(i);
    }

    void attach_all() {
        int last = no_attribution;
        std::size_t last_paragraph = 0, last_quotation = 0;
        for (std::size_t i = 0; i < m_quotations.size(); ++i) {
            const Quotation& quotation = m_quotations[i];
            if (last != no_attribution && last_quotation + 1 == i && goes_on(i)) {
                attach(m_attributions[static_cast<std::size_t>(last)], quotation);
                last_quotation = i;
                continue;
            }
            if (!quotation.whole) {
                mix_in(quotation);
                continue;
            }
            const std::size_t paragraph = paragraph_of(quotation.span.start);
            int found = cue_behind(i);
            if (found == no_attribution) found = cue_before(i);
            if (found == no_attribution) found = signature_of(quotation);
            if (found == no_attribution) found = announced_cue(quotation);
            if (found == no_attribution && !quotation_has_content(quotation))
                found = sentence_before(quotation);
            const bool follows =
                last != no_attribution && (paragraph == last_paragraph ||
                                           (quotation.opens_paragraph && paragraph == last_paragraph + 1));
            if (found == no_attribution && follows && !quotation_has_content(quotation)) found = last;
            if (found == no_attribution) {
                mix_in(quotation);
                continue;
            }
            attach(m_attributions[static_cast<std::size_t>(found)], quotation);
            if (const int paper = quoting_cue(found); paper != no_attribution)
                attach(m_attributions[static_cast<std::size_t>(paper)], quotation);
            last = found;
            last_quotation = i;
            last_paragraph = paragraph_of(quotation.span.end - 1);
        }
    }

  private:
    [[nodiscard]] std::size_t paragraph_of(std::uint32_t byte) const { return m_paragraphs.of(byte); }

    /// A verb of saying, whoever says it.
    [[nodiscard]] int speech_at(TokenIndex token) const {
        const int index = m_cues[static_cast<std::size_t>(token)];
        if (index == no_attribution || m_parse.at(token).pos != Pos::verb) return no_attribution;
        const Attribution& attribution = m_attributions[static_cast<std::size_t>(index)];
        const bool is_speech = attribution.kind != CueKind::belief && attribution.kind != CueKind::intention;
        return is_speech || attribution.contents.empty() ? index : no_attribution;
    }

    /// `"…," the paper quoted her as saying`: her cue.
    [[nodiscard]] int quoted_cue(int index) const {
        const TokenIndex verb = m_attributions[static_cast<std::size_t>(index)].cue;
        for (const TokenIndex child : m_parse.children(verb)) {
            if (child < verb || m_parse.at(child).lower != "as") continue;
            const TokenIndex saying = m_parse.child(child, Dep::pcomp);
            if (saying != no_token && speech_at(saying) != no_attribution) return speech_at(saying);
        }
        return index;
    }

    /// The paper's cue of `the paper quoted her as saying`.
    [[nodiscard]] int quoting_cue(int index) const {
        const TokenIndex saying = m_attributions[static_cast<std::size_t>(index)].cue;
        if (saying == no_token || m_parse.at(saying).dep != Dep::pcomp) return no_attribution;
        const Token& as = m_parse.at(m_parse.at(saying).head);
        if (as.lower != "as") return no_attribution;
        const int paper = m_cues[static_cast<std::size_t>(as.head)];
        const bool has_source =
            paper != no_attribution && m_attributions[static_cast<std::size_t>(paper)].source != no_token;
        return has_source ? paper : no_attribution;
    }

    /// `Mary "Mia" Smith`
    [[nodiscard]] bool is_nickname(const Quotation& quotation) const {
        const TokenIndex before = quotation.first - 1, behind = quotation.last;
        return !quotation.whole && behind - quotation.first <= 4 && before >= 0 && behind < m_parse.size() &&
               m_parse.at(before).pos == Pos::propn && m_parse.at(behind).pos == Pos::propn;
    }

    /// `"…," said Smith`: the clause right behind the closing mark.
    int cue_behind(std::size_t i) {
        const Quotation& quotation = m_quotations[i];
        if (last_mark(quotation) == '.') return no_attribution;
        std::size_t next = i + 1;
        while (next < m_quotations.size() && is_nickname(m_quotations[next])) ++next;
        const TokenIndex limit =
            std::min({next < m_quotations.size() ? m_quotations[next].first : m_parse.size(),
                      quotation.last + reach, m_parse.size()});
        for (TokenIndex t = quotation.last; t < limit; ++t) {
            if (starts_paragraph(t, quotation.span.end)) return no_attribution;
            if (m_parse.at(t).tag == Tag::period && !ends_rank(m_parse, t)) return no_attribution;
            const int index = speech_at(t);
            if (index == no_attribution) continue;
            Attribution& attribution = m_attributions[static_cast<std::size_t>(index)];
            const auto is_outside = [&](TokenIndex source) {
                return source >= quotation.last && source < limit;
            };
            if (!is_outside(attribution.source)) take_apposition(attribution, quotation.last, t);
            if (!is_outside(attribution.source)) take_source_behind(attribution, limit);
            if (!is_outside(attribution.source)) return no_attribution;
            const TokenIndex first = std::min(t, m_parse.token_at(attribution.source_span->start));
            return first <= quotation.last + 2 ? quoted_cue(index) : no_attribution;
        }
        return no_attribution;
    }

    /// `"…," she said, but "…"`: more of the same sentence.
    [[nodiscard]] bool goes_on(std::size_t i) const {
        if (i == 0 || m_quotations[i].first < 2) return false;
        const Quotation& quotation = m_quotations[i];
        const Token& ahead = m_parse.at(quotation.first - 1);
        const bool is_joined = ahead.pos == Pos::cconj && quotation.ends_sentence;
        return m_quotations[i - 1].whole && (is_joined || is_split(i)) &&
               m_parse.at(m_quotations[i - 1].last).sentence == ahead.sentence;
    }

    /// The last verb of saying with a speaker in the words [first, last).
    [[nodiscard]] int last_cue(TokenIndex first, TokenIndex last) const {
        for (TokenIndex t = last - 1; t >= first; --t) {
            const int index = speech_at(t);
            if (index != no_attribution && m_attributions[static_cast<std::size_t>(index)].source != no_token)
                return index;
        }
        return no_attribution;
    }

    /// The last word before a token, without white space; `no_token` at the start.
    [[nodiscard]] TokenIndex word_before(TokenIndex token) const {
        TokenIndex last = token - 1;
        while (last >= 0 && m_parse.at(last).pos == Pos::space) --last;
        return last;
    }

    /// `Smith said:` and the quotation in a paragraph of its own.
    [[nodiscard]] int announced_cue(const Quotation& quotation) const {
        const TokenIndex last = word_before(quotation.first);
        if (!quotation.opens_paragraph || last < 0 || m_parse.at(last).text != ":") return no_attribution;
        return last_cue(std::max(m_paragraphs.sentence_part(last).first, last - reach), last);
    }

    /// `"…"` alone in its paragraph.
    [[nodiscard]] bool fills_paragraph(const Quotation& quotation) const {
        const auto& starts = m_paragraphs.starts();
        const std::size_t number = paragraph_of(quotation.span.start);
        const std::size_t end = number < starts.size() ? starts[number] : m_parse.text.size();
        return quotation.opens_paragraph && quotation.span.end <= end &&
               trim(m_parse.text.substr(quotation.span.end, end - quotation.span.end)).empty();
    }

    /// `The plan had failed, Smith said. "…"`: more by whoever the sentence before closes with.
    /// `Smith said the plan had failed. "…"`: more by whoever it lets speak to its end.
    [[nodiscard]] int sentence_before(const Quotation& quotation) const {
        constexpr TokenIndex closing = 12;
        const TokenIndex last = word_before(quotation.first);
        if (last < 0 || m_parse.at(last).tag != Tag::period) return no_attribution;
        if (quotation.opens_paragraph && !fills_paragraph(quotation)) return no_attribution;
        const Stretch sentence = m_paragraphs.sentence_part(last);
        const int index = last_cue(std::max(sentence.first, last - closing), last);
        if (index != no_attribution) {
            const Attribution& attribution = m_attributions[static_cast<std::size_t>(index)];
            if (!attribution.contents.empty() &&
                attribution.contents.back().end <= attribution.cue_span->start)
                return index;
        }
        return reported_to_end(sentence, last);
    }

    /// A name beside the quotation, with a dash or a colon for its cue.
    int signature_of(const Quotation& quotation) {
        auto signature = signature_beside(m_parse, start_of_label(quotation), quotation);
        if (!signature) return no_attribution;
        m_attributions.push_back(std::move(*signature));
        return static_cast<int>(m_attributions.size()) - 1;
    }

    /// Where the paragraph of the quotation starts; of one that it opens, the paragraph before.
    [[nodiscard]] std::uint32_t start_of_label(const Quotation& quotation) const {
        const std::size_t number = paragraph_of(quotation.span.start) - (quotation.opens_paragraph ? 1 : 0);
        return number == 0 || number > m_paragraphs.starts().size() ? 0 : m_paragraphs.starts()[number - 1];
    }

    /// The first verb of saying of a sentence whose clause runs to the sentence's last word.
    [[nodiscard]] int reported_to_end(Stretch sentence, TokenIndex last) const {
        for (TokenIndex t = sentence.first; t < last; ++t) {
            const int index = speech_at(t);
            if (index == no_attribution) continue;
            const Attribution& attribution = m_attributions[static_cast<std::size_t>(index)];
            if (m_parse.at(t).lemma == "ask") return no_attribution; // who asks does not answer
            const bool reports = attribution.kind == CueKind::speech && attribution.source != no_token &&
                                 attribution.rule == "speech v clause" && !attribution.contents.empty() &&
                                 attribution.contents.back().end >= m_parse.at(last - 1).span.end;
            return reports ? index : no_attribution;
        }
        return no_attribution;
    }

    /// `"It was," she said, pointing at him, "a lie."`: both halves of one sentence.
    [[nodiscard]] bool is_split(std::size_t i) const {
        const std::string_view inner = words(m_parse.text, m_quotations[i].span);
        const std::size_t letter = inner.find_first_of(letters);
        return m_parse.at(m_quotations[i].first - 1).text == "," && last_mark(m_quotations[i - 1]) == ',' &&
               letter != std::string_view::npos && is_lower(inner[letter]);
    }

    /// `"…, Mr. President," the envoy told him`: the parser took the envoy for an apposition of whom he spoke
    /// to.
    void take_apposition(Attribution& attribution, TokenIndex first, TokenIndex verb) const {
        if (attribution.source == no_token) return;
        for (const TokenIndex child : m_parse.children(attribution.source))
            if (m_parse.at(child).dep == Dep::appos && child >= first && child < verb) {
                attribution.source = child;
                attribution.source_span = source_phrase(m_parse, child);
                return;
            }
    }

    /// Where the parser tied the verb to a word of the quotation: the noun phrase that follows the verb.
    void take_source_behind(Attribution& attribution, TokenIndex limit) const {
        TokenIndex source = attribution.cue + 1;
        if (source >= limit || m_parse.at(attribution.cue).tag == Tag::vbg) return;
        while (m_parse.at(source).head > attribution.cue && m_parse.at(source).head < limit &&
               m_parse.at(source).head != source)
            source = m_parse.at(source).head;
        const Token& token = m_parse.at(source);
        if (token.pos != Pos::propn && token.pos != Pos::noun && token.pos != Pos::pron) return;
        attribution.source = source;
        attribution.source_span = source_phrase(m_parse, source);
    }

    /// `used the word "petty"`: a word or two behind a noun are no speech.
    [[nodiscard]] bool is_mention(const Quotation& quotation) const {
        const Pos ahead = m_parse.at(quotation.first - 1).pos;
        if (ahead != Pos::noun && ahead != Pos::propn) return false;
        const std::string_view inner = words(m_parse.text, quotation.span);
        const std::size_t letter = inner.find_first_of(letters);
        return letter != std::string_view::npos && is_lower(inner[letter]) &&
               std::count(inner.begin(), inner.end(), ' ') < 2;
    }

    /// `Smith said: "…"`: the last verb of saying before the opening mark, in the same sentence.
    [[nodiscard]] int cue_before(std::size_t i) const {
        const Quotation& quotation = m_quotations[i];
        if (quotation.first == 0 || quotation.opens_paragraph) return no_attribution;
        TokenIndex limit = std::max<TokenIndex>(quotation.first - reach, 0);
        if (i > 0) limit = std::max(limit, m_quotations[i - 1].last);
        const TokenIndex ahead = quotation.first - 1;
        const bool is_open = m_parse.at(ahead).text == ":" || m_parse.at(ahead).text == "," ||
                             m_parse.at(ahead).pos == Pos::verb || m_parse.at(ahead).pos == Pos::sconj ||
                             m_parse.at(ahead).pos == Pos::propn || m_parse.at(ahead).pos == Pos::noun;
        if (!is_open || is_mention(quotation)) return no_attribution;
        for (TokenIndex t = ahead; t >= limit; --t) {
            if (m_parse.at(t).tag == Tag::period) return no_attribution;
            const int index = speech_at(t);
            if (index != no_attribution && m_attributions[static_cast<std::size_t>(index)].source != no_token)
                return index;
        }
        return no_attribution;
    }

    [[nodiscard]] bool starts_paragraph(TokenIndex token, std::uint32_t after) const {
        return paragraph_of(m_parse.at(token).span.start) != paragraph_of(after - 1);
    }

    [[nodiscard]] char last_mark(const Quotation& quotation) const {
        const std::string_view text = words(m_parse.text, quotation.span);
        const std::size_t last =
            text.find_last_of(".?!,;:-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        return last == std::string_view::npos ? ' ' : text[last];
    }

    /// The attributions whose cues stand in the paragraphs of the quotation; others have no content there.
    [[nodiscard]] std::pair<std::size_t, std::size_t> near(const Quotation& quotation) const {
        const auto& starts = m_paragraphs.starts();
        const std::size_t first = paragraph_of(quotation.span.start);
        const std::size_t last = paragraph_of(quotation.span.end - 1);
        const std::uint32_t from = first == 0 ? 0 : starts[first - 1];
        const std::uint32_t to = last < starts.size() ? starts[last] : UINT32_MAX;
        const auto end = m_attributions.begin() + static_cast<std::ptrdiff_t>(m_cue_count);
        const auto is_before = [](const Attribution& attribution, std::uint32_t byte) {
            return attribution.cue_span->start < byte;
        };
        const auto begin = std::lower_bound(m_attributions.begin(), end, from, is_before);
        return {
            static_cast<std::size_t>(begin - m_attributions.begin()),
            static_cast<std::size_t>(std::lower_bound(begin, end, to, is_before) - m_attributions.begin())};
    }

    [[nodiscard]] bool quotation_has_content(const Quotation& quotation) const {
        const auto [first, last] = near(quotation);
        for (std::size_t i = first; i < last; ++i) {
            const Attribution& attribution = m_attributions[i];
            for (const Span content : attribution.contents)
                if (content.overlaps(quotation.span) && is_said(attribution.kind) &&
                    !quotation.span.contains(*attribution.cue_span))
                    return true;
        }
        return false;
    }

    /// The quotation stands in the cue's sentence.
    [[nodiscard]] bool is_near(TokenIndex cue, const Quotation& quotation) const {
        return cue != no_token && m_parse.at(cue).sentence == m_parse.at(quotation.first).sentence;
    }

    /// `said that in the end, "it …"`: where the clause starts whose end is the quotation.
    [[nodiscard]] static std::uint32_t start_with_clause(const Attribution& attribution,
                                                         const Quotation& quotation) {
        for (const Span piece : attribution.contents)
            if (piece.overlaps(quotation.span) && piece.start >= attribution.cue_span->end)
                return std::min(piece.start, quotation.span.start);
        return quotation.span.start;
    }

    /// Makes the quotation a piece of the content, in place of what the tree said of these words.
    void attach(Attribution& attribution, const Quotation& quotation) {
        auto& contents = attribution.contents;
        // `asked about it, she said: "…"`: the words before the cue were none of hers
        const std::uint32_t start = start_with_clause(attribution, quotation);
        const bool is_behind = !attribution.direct && start == quotation.span.start &&
                               start >= attribution.cue_span->end && is_near(attribution.cue, quotation);
        // `"…," added Smith, who wrote of it`: nor are those behind one that stands before it
        const bool is_ahead = !attribution.direct && quotation.span.end <= attribution.cue_span->start;
        std::erase_if(contents, [&](Span piece) {
            return piece.overlaps(quotation.span) ||
                   (is_behind && piece.end <= attribution.cue_span->start) ||
                   (is_ahead && piece.start >= attribution.cue_span->end &&
                    !words(m_parse.text, piece).starts_with("that "));
        });
        contents.push_back({start, quotation.span.end});
        attribution.direct = attribution.direct || start == quotation.span.start;
        attribution.kind = CueKind::speech;
        attribution.rule = "quotation";
    }

    /// Words in marks inside a content stay whole in it; not so a transcript in marks.
    void mix_in(const Quotation& quotation) {
        if (paragraph_of(quotation.span.start) != paragraph_of(quotation.span.end - 1)) return;
        const auto [first, last] = near(quotation);
        for (std::size_t i = first; i < last; ++i) {
            Attribution& attribution = m_attributions[i];
            for (Span& piece : attribution.contents) {
                if (!piece.overlaps(quotation.span) || quotation.span.contains(*attribution.cue_span))
                    continue;
                piece.start = std::min(piece.start, quotation.span.start);
                if (!attribution.source_span ||
                    !attribution.source_span->overlaps({piece.end, quotation.span.end}))
                    piece.end = std::max(piece.end, quotation.span.end);
                attribution.direct = attribution.direct || quotation.span.contains(piece);
            }
        }
    }

    const Parse& m_parse;
    const std::vector<Quotation>& m_quotations;
    const Paragraphs& m_paragraphs;
    std::vector<Attribution>& m_attributions;
    std::size_t m_cue_count; // the attributions with cues, in text order; signatures follow
    std::vector<int> m_cues;
};

} // namespace

void attach_quotations(const Parse& parse, const std::vector<Quotation>& quotations,
                       const Paragraphs& paragraphs, std::vector<Attribution>& attributions) {
    Attacher(parse, quotations, paragraphs, attributions).attach_all();
}

} // namespace dateline::said

// Attribution in three passes: every cue of the report with the content the tree shows (clauses), the
// quotations hung on those cues (direct), the turns of transcripts. What is written in quotation marks
// overrides the tree: the parser is least sure where a quotation is cut by its cue. The conventions for
// sources, cues and contents are those of PARC and PolNeAR (Pareti 2016; Newell, Margolin and Ruths 2018).

#include "said/said.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "record/mention_index.hpp"
#include "said/clauses.hpp"
#include "said/direct.hpp"
#include "said/phrases.hpp"
#include "said/quotation.hpp"
#include "said/turns.hpp"

namespace dateline::said {

namespace {

const CueLexicon& cue_lexicon() {
    static const CueLexicon lexicon;
    return lexicon;
}

std::vector<Attribution> cues_of(const Parse& parse, const Paragraphs& paragraphs) {
    std::vector<Attribution> found;
    for (TokenIndex t = 0; t < parse.size(); ++t) {
        auto attribution = attribution_at(parse, cue_lexicon(), paragraphs, t);
        if (!attribution) attribution = according_to(parse, paragraphs, t);
        if (attribution) found.push_back(std::move(*attribution));
    }
    return found;
}

/// A verb and its noun report one thing: `expressed concern about it` is the noun's, `repeated his claim
/// that` the verb's.
void keep_one_of_pairs(const Parse& parse, std::vector<Attribution>& attributions) {
    constexpr std::size_t reach = 3;
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        Attribution& noun = attributions[i];
        if (noun.contents.empty() || parse.at(noun.cue).pos != Pos::noun) continue;
        for (std::size_t back = 1; back <= reach && back <= i; ++back) {
            Attribution& verb = attributions[i - back];
            if (parse.at(noun.cue).head != verb.cue || verb.contents.empty()) continue;
            const TokenIndex owner = parse.child(noun.cue, Dep::poss);
            if (noun.cue_span->contains(*verb.cue_span))
                verb.contents.clear();
            else if (owner != no_token && parse.at(owner).tag == Tag::prps)
                noun.contents.clear();
        }
    }
}

/// A sentence border that the parser missed must not carry a content over into another paragraph.
void keep_in_paragraph(const Paragraphs& paragraphs, std::vector<Attribution>& attributions) {
    const auto& starts = paragraphs.starts();
    for (Attribution& attribution : attributions) {
        const std::size_t number = paragraphs.of(attribution.cue_span->start);
        const std::uint32_t start = number == 0 ? 0 : starts[number - 1];
        const std::uint32_t end = number == starts.size() ? UINT32_MAX : starts[number];
        std::erase_if(attribution.contents,
                      [&](Span piece) { return piece.start < start || piece.end > end; });
    }
}

/// Who speaks inside a quotation reports nothing outside it.
void keep_in_quotation(const Parse& parse, const std::vector<Quotation>& quotations,
                       std::vector<Attribution>& attributions) {
    std::size_t next = 0;
    for (Attribution& attribution : attributions) { // both in text order
        const Span cue = *attribution.cue_span;
        while (next < quotations.size() && quotations[next].span.end <= cue.start) ++next;
        if (next == quotations.size()) return;
        const Span inside = quotations[next].span;
        if (!inside.contains(cue)) continue;
        const std::uint32_t behind_mark = parse.at(quotations[next].first).span.end;
        for (Span& piece : attribution.contents) {
            if (piece.start <= inside.start) piece.start = behind_mark;
            piece.end = std::min(piece.end, inside.end);
        }
        std::erase_if(attribution.contents, [](Span piece) { return piece.start >= piece.end; });
    }
}

/// A content without a letter or a figure is none.
void drop_bare_marks(const Parse& parse, std::vector<Attribution>& attributions) {
    const auto is_bare = [&](Span piece) {
        const std::string_view text = words(parse.text, piece);
        return std::none_of(text.begin(), text.end(), [](char c) {
            return is_lower(c) || is_upper(c) || (c >= '0' && c <= '9') || (c & 0x80) != 0;
        });
    };
    for (Attribution& attribution : attributions) std::erase_if(attribution.contents, is_bare);
}

/// The quotations that hang on a speaker: who says `I` in them.
class Voices {
  public:
    explicit Voices(const std::vector<Attribution>& attributions) {
        for (const Attribution& attribution : attributions)
            if (attribution.direct && attribution.source != no_token)
                for (const Span piece : attribution.contents) m_pieces.push_back({piece, attribution.source});
        std::sort(m_pieces.begin(), m_pieces.end(),
                  [](const Piece& one, const Piece& other) { return one.span.start < other.span.start; });
    }

    /// The speaker whose quotation holds a byte.
    [[nodiscard]] TokenIndex at(std::uint32_t byte) const {
        auto next =
            std::upper_bound(m_pieces.begin(), m_pieces.end(), byte,
                             [](std::uint32_t at, const Piece& piece) { return at < piece.span.start; });
        return next != m_pieces.begin() && byte < std::prev(next)->span.end ? std::prev(next)->source
                                                                            : no_token;
    }

  private:
    struct Piece {
        Span span;
        TokenIndex source;
    };
    std::vector<Piece> m_pieces;
};

bool is_first_person(std::string_view word) {
    return word == "i" || word == "we" || word == "my" || word == "our" || word == "me" || word == "us";
}

/// The noun a relative pronoun stands for.
TokenIndex antecedent(const Parse& parse, TokenIndex source) {
    const Token& token = parse.at(source);
    if (token.tag != Tag::wp && token.tag != Tag::wdt) return source;
    TokenIndex clause = token.head;
    for (int depth = 0; depth < 6 && parse.at(clause).head != clause; ++depth) {
        if (parse.at(clause).dep == Dep::relcl) return parse.at(clause).head;
        clause = parse.at(clause).head;
    }
    return source;
}

std::int32_t actor_at(const MentionIndex& mentions, TokenIndex head) {
    const MentionRef headed = mentions.headed_by(head);
    return headed.actor >= 0 ? headed.actor : mentions.covering(head).actor;
}

std::int32_t speaker_of(const Parse& parse, const MentionIndex& mentions, const Voices& voices,
                        const Attribution& attribution) {
    if (attribution.source == no_token) return -1;
    TokenIndex head = antecedent(parse, attribution.source);
    for (int depth = 0; depth < 3 && is_first_person(parse.at(head).lower); ++depth) {
        const TokenIndex voice = voices.at(parse.at(head).span.start);
        if (voice == no_token || voice == head) return -1;
        head = antecedent(parse, voice);
    }
    const std::int32_t actor = actor_at(mentions, head);
    if (actor >= 0 || parse.at(head).pos != Pos::noun) return actor;
    // `a statement by the ministry said`: the ministry
    const TokenIndex author = source_of_noun(parse, head);
    return author == no_token || !is_under(parse, author, head) ? -1 : actor_at(mentions, author);
}

std::string kind_text(CueKind kind) {
    if (kind == CueKind::belief) return "belief";
    return kind == CueKind::intention ? "intention" : "speech";
}

/// One quote a piece of the content.
void add_quotes(const Parse& parse, const MentionIndex& mentions, const Voices& voices,
                const Attribution& attribution, std::vector<Quote>& quotes) {
    const std::int32_t speaker = speaker_of(parse, mentions, voices, attribution);
    for (const Span content : attribution.contents) {
        Quote quote;
        quote.span = content;
        quote.kind = kind_text(attribution.kind);
        quote.direct = attribution.direct;
        quote.cue = attribution.cue_span;
        quote.speaker = speaker;
        quote.speaker_span = attribution.source_span;
        quote.rule = attribution.rule;
        quotes.push_back(std::move(quote));
    }
}

} // namespace

std::vector<Quote> find_quotes(const Parse& parse, const Report& report, const std::vector<Actor>& actors) {
    if (parse.tokens.empty()) return {};
    const Paragraphs paragraphs(parse, report.body_start);
    std::vector<Attribution> attributions = cues_of(parse, paragraphs);
    keep_one_of_pairs(parse, attributions);
    keep_in_paragraph(paragraphs, attributions);
    const std::vector<Quotation> quotations = find_quotations(parse, paragraphs);
    keep_in_quotation(parse, quotations, attributions);
    attach_quotations(parse, quotations, paragraphs, attributions);
    std::vector<Attribution> turns = find_turns(parse, report.body_start, paragraphs);
    std::move(turns.begin(), turns.end(), std::back_inserter(attributions));

    drop_bare_marks(parse, attributions);

    const MentionIndex mentions(parse, actors);
    std::vector<Quote> quotes;
    const Voices voices(attributions);
    for (const Attribution& attribution : attributions)
        add_quotes(parse, mentions, voices, attribution, quotes);
    // of two who report the same words (`the paper quoted her as saying`) the later one says them
    std::stable_sort(quotes.begin(), quotes.end(), [](const Quote& one, const Quote& other) {
        if (one.span != other.span || !one.cue || !other.cue) return one.span < other.span;
        return one.cue->start > other.cue->start;
    });
    return quotes;
}

} // namespace dateline::said

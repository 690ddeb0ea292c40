// Attribution in three passes: every cue of the report with the content the tree shows (clauses), the
// quotations hung on those cues (direct), the turns of transcripts. What is written in quotation marks
// overrides the tree: the parser is least sure where a quotation is cut by its cue. The conventions for
// sources, cues and contents are those of PARC and PolNeAR (Pareti 2016; Newell, Margolin and Ruths 2018).

#include "said/said.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "said/clauses.hpp"
#include "said/direct.hpp"
#include "said/headlines.hpp"
#include "said/last_speaker.hpp"
#include "said/phrases.hpp"
#include "said/posts.hpp"
#include "said/quotation.hpp"
#include "said/sources.hpp"
#include "said/speakers.hpp"
#include "said/standpoints.hpp"
#include "said/turns.hpp"
#include "said/words.hpp"

namespace dateline::said {

namespace {

const CueLexicon& cue_lexicon() {
    static const CueLexicon lexicon;
    return lexicon;
}

std::vector<Attribution> cues_of(const Parse& parse, std::uint32_t body_start, const Paragraphs& paragraphs) {
    std::vector<Attribution> found;
    for (TokenIndex t = 0; t < parse.size(); ++t) {
        auto attribution = in_view_of(parse, paragraphs, t);
        if (!attribution) attribution = attribution_at(parse, cue_lexicon(), paragraphs, t);
        if (!attribution) attribution = according_to(parse, paragraphs, t);
        if (!attribution) attribution = by_estimate(parse, paragraphs, t);
        if (!attribution) attribution = to_somebody(parse, paragraphs, t);
        if (!attribution || attribution->contents.empty())
            if (auto shown = shown_at_end(parse, paragraphs, t)) attribution = shown;
        if (!attribution || attribution->contents.empty())
            if (auto headline = headline_cue(parse, cue_lexicon(), body_start, t)) attribution = headline;
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

/// `said in a statement that it had failed`: the clause that the parser hung on the statement is what was
/// said.
void drop_copies(const Parse& parse, std::vector<Attribution>& attributions) {
    constexpr std::size_t reach = 3;
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        Attribution& noun = attributions[i];
        if (noun.contents.empty() || noun.source != no_token || parse.at(noun.cue).pos != Pos::noun) continue;
        for (std::size_t back = 1; back <= reach && back <= i; ++back)
            if (attributions[i - back].contents == noun.contents) {
                noun.contents.clear();
                break;
            }
    }
}

/// `went on to say`, `refused to say`, `kept saying`: the verb that says how it is said is part of the cue,
/// and no cue of its own.
void join_with_catenatives(const Parse& parse, std::vector<Attribution>& attributions) {
    constexpr TokenIndex longest = 4;
    constexpr std::size_t reach = 3;
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        Attribution& attribution = attributions[i];
        if (attribution.contents.empty() || attribution.cue == no_token) continue;
        const Token& verb = parse.at(attribution.cue);
        const Token& above = parse.at(verb.head);
        const bool goes_on = above.lemma == "go" && parse.has_child(verb.head, Dep::prt);
        if (above.lemma == "go" && !goes_on) continue; // `is going to say`
        const bool follows = (verb.dep == Dep::xcomp || (goes_on && verb.dep == Dep::advcl)) &&
                             verb.pos == Pos::verb && above.pos == Pos::verb && verb.head < attribution.cue &&
                             attribution.cue - verb.head <= longest;
        if (!follows || !is_on(WordList::catenative, above.lemma) || parse.has_child(verb.head, Dep::dobj))
            continue;
        attribution.cue_span->start =
            std::min(attribution.cue_span->start, cue_phrase(parse, verb.head, no_token).start);
        for (std::size_t back = 1; back <= reach && back <= i; ++back)
            if (attributions[i - back].cue == verb.head) attributions[i - back].contents.clear();
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

/// Nor a source: who is named in another paragraph does not speak at the cue. What is both who speaks and
/// what is said is no content.
void drop_sources_elsewhere(const Parse& parse, const Paragraphs& paragraphs,
                            std::vector<Attribution>& attributions) {
    for (Attribution& attribution : attributions) {
        if (!attribution.source_span) continue;
        const Span source = *attribution.source_span;
        std::erase(attribution.contents, source);
        const std::size_t paragraph = paragraphs.of(attribution.cue_span->start);
        if (attribution.cue == no_token || paragraphs.of(source.start) == paragraph) continue;
        attribution.source = source_before(parse, attribution.cue);
        const Span near = attribution.source == no_token ? Span{} : source_phrase(parse, attribution.source);
        attribution.source_span = near;
        if (!near.empty() && paragraphs.of(near.start) == paragraph) continue;
        attribution.source = no_token;
        attribution.source_span.reset();
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

/// `Smith said, however, that it had failed`: the reporter's connective is no part of what is said.
void drop_connectives(const Parse& parse, std::vector<Attribution>& attributions) {
    for (Attribution& attribution : attributions) {
        if (attribution.contents.empty() || attribution.rule == "quotation") continue;
        for (Span& piece : attribution.contents) {
            const TokenIndex first = parse.token_at(piece.start);
            if (first + 2 >= parse.size() || parse.at(first + 1).text != ",") continue;
            if (parse.at(first).lower == "however" || parse.at(first).lower == "though")
                piece.start = std::min(piece.end, parse.at(first + 2).span.start);
        }
    }
}

/// `Smith said: "…"`: a colon that opens the content is what attributes it, as in a transcript.
void take_colons(const Parse& parse, std::vector<Attribution>& attributions) {
    for (Attribution& attribution : attributions) {
        const TokenIndex colon = parse.token_at(attribution.cue_span->end);
        if (colon >= parse.size() || parse.at(colon).text != ":") continue;
        TokenIndex next = colon + 1;
        while (next < parse.size() && parse.at(next).pos == Pos::space) ++next;
        const bool opens = next < parse.size() &&
                           std::any_of(attribution.contents.begin(), attribution.contents.end(),
                                       [&](Span piece) { return piece.start == parse.at(next).span.start; });
        if (opens) attribution.cue_span->end = parse.at(colon).span.end;
    }
}

/// A content without a letter or a figure is none.
void drop_bare_marks(const Parse& parse, std::vector<Attribution>& attributions) {
    constexpr std::string_view curly = "\xe2\x80"; // how quotation marks and dashes begin in UTF-8
    const auto is_bare = [&](Span piece) {
        const std::string_view text = words(parse.text, piece);
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (text.substr(i).starts_with(curly))
                i += curly.size();
            else if (is_lower(c) || is_upper(c) || (c >= '0' && c <= '9') || (c & 0x80) != 0)
                return false;
        }
        return true;
    };
    for (Attribution& attribution : attributions) std::erase_if(attribution.contents, is_bare);
}

bool holds(const std::vector<Span>& contents, Span piece) {
    return std::any_of(contents.begin(), contents.end(),
                       [&](Span content) { return content.contains(piece); });
}

/// Ends the contents that hold a cue before it and its speaker.
void end_before(const Parse& parse, const Attribution& other, std::vector<Span>& contents) {
    const Span cue = *other.cue_span;
    std::uint32_t end = cue.start;
    if (other.source_span) end = std::min(end, other.source_span->start);
    for (Span& piece : contents)
        if (piece.contains(cue))
            piece =
                piece.start < end ? trimmed(parse, parse.token_at(piece.start), parse.token_at(end)) : Span{};
    std::erase_if(contents, [](Span piece) { return piece.empty(); });
}

/// `The villagers asked for help, Smith said`: two cannot each report what the other says; it is Smith,
/// behind the words, who reports the villagers, whose words end before.
void drop_what_reports_its_reporter(const Parse& parse, std::vector<Attribution>& attributions) {
    constexpr std::size_t most_apart = 3; // in the order of the text
    for (std::size_t i = 0; i < attributions.size(); ++i)
        for (std::size_t j = i + 1; j < attributions.size() && j <= i + most_apart; ++j) {
            const Attribution &first = attributions[i], &second = attributions[j];
            if (!first.cue_span || !second.cue_span || first.cue_span->start >= second.cue_span->start)
                continue;
            if (!holds(second.contents, *first.cue_span) || !holds(first.contents, *second.cue_span))
                continue;
            end_before(parse, second, attributions[i].contents);
        }
}

/// The comma before the `which` that is all a cue's first content: `, which Jones denied`; `no_token`
/// without.
TokenIndex comma_before_which(const Parse& parse, const Attribution& attribution) {
    if (attribution.contents.empty()) return no_token;
    const Span piece = attribution.contents.front();
    const TokenIndex which = parse.token_at(piece.start);
    const bool is_which = which > 0 && parse.at(which).span == piece && parse.at(which).lower == "which";
    return is_which && parse.at(which - 1).text == "," ? which - 1 : no_token;
}

/// `Smith said the plan had failed, which Jones called sad`: what Jones says of it is none of Smith's words.
void end_before_relatives(const Parse& parse, std::vector<Attribution>& attributions) {
    constexpr std::size_t most_apart = 3; // in the order of the text
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        const TokenIndex comma = comma_before_which(parse, attributions[i]);
        if (comma == no_token) continue;
        const std::uint32_t end = parse.at(comma).span.start;
        for (std::size_t back = 1; back <= most_apart && back <= i; ++back)
            for (Span& piece : attributions[i - back].contents)
                if (piece.start < end && piece.contains(*attributions[i].cue_span)) piece.end = end;
    }
}

/// `Smith said:` at the end of a paragraph: the next one is what Smith said, though no marks stand around it.
void take_next_paragraph(const Parse& parse, const Paragraphs& paragraphs, Attribution& attribution) {
    constexpr std::uint32_t longest_way = 60; // bytes from the cue to the colon
    constexpr std::size_t shortest = 20;
    const auto& starts = paragraphs.starts();
    const std::uint32_t cue_end = attribution.cue_span->end;
    const std::size_t number = paragraphs.of(cue_end - 1);
    if (!attribution.contents.empty() || attribution.source == no_token || number >= starts.size()) return;
    const std::uint32_t start = starts[number];
    const std::string_view between = trim(parse.text.substr(cue_end, start - cue_end));
    if (start > cue_end + longest_way || !between.ends_with(':')) return;
    const auto end = number + 1 < starts.size() ? starts[number + 1] : parse.text.size();
    const std::string_view next = trim(parse.text.substr(start, end - start));
    if (next.size() < shortest || !is_upper(next.front())) return;
    attribution.contents.push_back({start, start + static_cast<std::uint32_t>(next.size())});
    attribution.rule = "paragraph behind a colon";
}

std::string kind_text(CueKind kind) {
    if (kind == CueKind::belief) return "belief";
    return kind == CueKind::intention ? "intention" : "speech";
}

/// One quote a piece of the content.
void add_quotes(const Parse& parse, const Attribution& attribution, std::int32_t speaker,
                std::vector<Quote>& quotes) {
    for (const Span content : attribution.contents) {
        Quote quote;
        quote.span = content;
        quote.kind = kind_text(attribution.kind);
        // `Smith said it had failed. "…"`: of the two pieces only the second is in Smith's own words.
        quote.direct = attribution.direct &&
                       (attribution.rule != "quotation" || opens_with_mark(words(parse.text, content)));
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
    std::vector<Attribution> attributions = cues_of(parse, report.body_start, paragraphs);
    keep_one_of_pairs(parse, attributions);
    drop_copies(parse, attributions);
    keep_in_paragraph(paragraphs, attributions);
    const std::vector<Quotation> quotations = find_quotations(parse, paragraphs);
    keep_in_quotation(parse, quotations, attributions);
    attach_quotations(parse, quotations, paragraphs, attributions);
    join_with_catenatives(parse, attributions);
    for (Attribution& attribution : attributions)
        if (attribution.cue != no_token && attribution.kind == CueKind::speech &&
            parse.at(attribution.cue).pos == Pos::verb && parse.at(attribution.cue).tag != Tag::vbg)
            take_next_paragraph(parse, paragraphs, attribution);
    std::vector<Attribution> turns = find_turns(parse, report.body_start, paragraphs);
    std::move(turns.begin(), turns.end(), std::back_inserter(attributions));

    std::vector<Attribution> posts = find_posts(parse, paragraphs);
    std::move(posts.begin(), posts.end(), std::back_inserter(attributions));

    drop_sources_elsewhere(parse, paragraphs, attributions);
    drop_connectives(parse, attributions);
    drop_bare_marks(parse, attributions);
    take_colons(parse, attributions);
    drop_what_reports_its_reporter(parse, attributions);
    end_before_relatives(parse, attributions);

    std::vector<Quote> quotes;
    const Speakers speakers(parse, actors, attributions);
    LastSpeaker last(parse, actors);
    for (const Attribution& attribution : attributions) {
        if (attribution.contents.empty()) continue;
        const bool is_nested = speakers.is_quoted(attribution);
        std::int32_t speaker = speakers.of(attribution);
        if (!is_nested) {
            speaker = last.settle(attribution, speaker);
            last.note(attribution, speaker);
        }
        add_quotes(parse, attribution, speaker, quotes);
    }
    // of two who report the same words (`the paper quoted her as saying`) the later one says them
    std::stable_sort(quotes.begin(), quotes.end(), [](const Quote& one, const Quote& other) {
        if (one.span != other.span || !one.cue || !other.cue) return one.span < other.span;
        return one.cue->start > other.cue->start;
    });
    return quotes;
}

} // namespace dateline::said

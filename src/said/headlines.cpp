// Headlines write verbs large and leave out what shows them to be verbs, so that the tagger takes `Slams` for
// a name and `questions` for a noun. A form in -s of a verb that attributes, with a name or noun before it
// and the start of a phrase behind it, is read as the verb when the headline has no other; what stands before
// it is the source, the rest of the line the content.

#include "said/headlines.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "said/paragraphs.hpp"
#include "said/phrases.hpp"

namespace dateline::said {

namespace {

/// The verb whose form in -s a word is, if it attributes; else empty.
std::string verb_of_form(const CueLexicon& cues, std::string_view word) {
    if (word.size() < 4 || !word.ends_with('s') || word.ends_with("ss")) return {};
    std::string verb(word.substr(0, word.size() - 1)); // slams
    if (cues.find(verb, CuePart::verb)) return verb;
    if (word.ends_with("ies")) { // denies
        verb = std::string(word.substr(0, word.size() - 3)) + "y";
        if (cues.find(verb, CuePart::verb)) return verb;
    }
    verb = word.substr(0, word.size() - 2); // slashes
    return word.ends_with("es") && cues.find(verb, CuePart::verb) ? verb : std::string{};
}

/// `Questions` may be what is asked: they are what a name asks only where an object follows.
bool may_be_noun(const Parse& parse, const CueLexicon& cues, std::string_view verb, TokenIndex token) {
    if (!cues.find(verb, CuePart::noun)) return false;
    const Token& before = parse.at(token - 1); // a name that the tagger takes for a verb is in no name
    if (before.tag == Tag::nnp && parse.at(token + 1).name >= 0)
        return false; // `Party Chief Praises Ada Example`
    return (before.name < 0 && before.pos != Pos::verb) || parse.at(token + 1).pos == Pos::adp;
}

bool parts_headline(const Token& token) {
    return token.text == ":" || token.text == ";" || token.text == "–" || token.text == "—" ||
           token.text.find('\n') != std::string_view::npos;
}

/// Tokens [first, last): the part of the headline that a token stands in.
Stretch headline_part(const Parse& parse, std::uint32_t body_start, TokenIndex token) {
    Stretch part{token, token + 1};
    while (part.first > 0 && !parts_headline(parse.at(part.first - 1))) --part.first;
    while (part.last < parse.size() && parse.at(part.last).span.start < body_start &&
           !parts_headline(parse.at(part.last)))
        ++part.last;
    return part;
}

bool is_named(const Token& token) {
    return token.pos == Pos::propn || token.pos == Pos::noun ||
           (token.pos == Pos::verb && token.tag == Tag::vb && !token.text.empty() &&
            is_upper(token.text.front()));
}

/// The place of the content that a word behind the verb opens; null when no frame of the verb has it there.
const CueFrame* frame_opened_by(const std::vector<CueFrame>& frames, const Token& next) {
    const auto with = [&](auto is_it) {
        const auto found = std::find_if(frames.begin(), frames.end(), is_it);
        return found == frames.end() ? nullptr : &*found;
    };
    if (next.lower == "to")
        if (const auto* frame = with([](const CueFrame& f) { return f.place == ContentPlace::infinitive; }))
            return frame;
    if (next.pos == Pos::adp || next.lower == "to")
        return with([&](const CueFrame& f) {
            return f.place == ContentPlace::preposition && f.preposition == next.lower;
        });
    const bool opens = next.pos == Pos::propn || next.pos == Pos::det || next.pos == Pos::pron ||
                       next.pos == Pos::num || next.pos == Pos::adj || next.pos == Pos::noun ||
                       next.tag == Tag::open_quote;
    if (!opens) return nullptr;
    return with([](const CueFrame& f) {
        return f.place == ContentPlace::clause || f.place == ContentPlace::object ||
               f.place == ContentPlace::as;
    });
}

} // namespace

std::optional<Attribution> headline_cue(const Parse& parse, const CueLexicon& cues, std::uint32_t body_start,
                                        TokenIndex token) {
    const Token& verb = parse.at(token);
    if (verb.span.start >= body_start || (verb.pos != Pos::propn && verb.pos != Pos::noun))
        return std::nullopt;
    const std::string lemma = verb_of_form(cues, verb.lower);
    if (lemma.empty()) return std::nullopt;
    const Stretch part = headline_part(parse, body_start, token);
    if (token == part.first || token + 1 >= part.last || !is_named(parse.at(token - 1))) return std::nullopt;
    for (TokenIndex t = part.first; t < part.last; ++t) {
        const bool is_verb = is_finite(parse.at(t)) || parse.at(t).tag == Tag::md;
        if (is_verb && (t >= token || !is_named(parse.at(t)))) return std::nullopt;
    }
    if (may_be_noun(parse, cues, lemma, token)) return std::nullopt;
    const CueFrame* frame = frame_opened_by(*cues.find(lemma, CuePart::verb), parse.at(token + 1));
    if (!frame) return std::nullopt;
    const bool has_preposition = frame->place == ContentPlace::preposition;
    const Span content = trimmed(parse, token + (has_preposition ? 2 : 1), part.last);
    TokenIndex first = token; // `Standing by her allies, Example …`
    while (first > part.first && parse.at(first - 1).text != ",") --first;
    const Span source = trimmed(parse, first, token);
    if (content.empty() || source.empty()) return std::nullopt;
    Attribution attribution;
    attribution.cue = token;
    attribution.cue_span = parse.span_of(token, token + (has_preposition ? 2 : 1));
    attribution.source = token - 1;
    attribution.source_span = source;
    attribution.contents.push_back(content);
    attribution.kind = frame->kind;
    attribution.rule = "headline";
    return attribution;
}

} // namespace dateline::said

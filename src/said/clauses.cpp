// Attributions by grammar. The cue's complement is the content; a cue put into the clause it reports (`the
// plan, she said, had failed`) leaves that clause in pieces around itself.

#include "said/clauses.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "said/phrases.hpp"
#include "said/reported_clause.hpp"

namespace dateline::said {

namespace {

bool is_noun(const Token& token) {
    return token.pos == Pos::noun || token.pos == Pos::propn || token.pos == Pos::pron;
}

TokenIndex child_preposition(const Parse& parse, TokenIndex cue, std::string_view word) {
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        if (child > cue && token.lower == word && (token.dep == Dep::prep || token.dep == Dep::dative))
            return child;
    }
    return no_token;
}

TokenIndex child_object(const Parse& parse, TokenIndex cue) {
    return parse.child(cue, Dep::dobj);
}

bool add_infinitive(const Parse& parse, TokenIndex cue, Attribution& attribution) {
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        const bool is_complement = token.dep == Dep::xcomp || token.dep == Dep::acl ||
                                   token.dep == Dep::ccomp || token.dep == Dep::advcl;
        if (child > cue && is_complement && is_infinitive(parse, child)) {
            const TokenIndex object = child_object(parse, cue);
            const bool has_object = object != no_token && object > cue && object < child;
            const TokenIndex first = parse.at(has_object ? object : child).left_edge;
            attribution.contents.push_back(trimmed(parse, first, parse.at(child).right_edge + 1));
            return true;
        }
    }
    return false;
}

/// What a passive is about: `the report was denied by them`, `a report denied by them`.
TokenIndex passive_object(const Parse& parse, TokenIndex cue) {
    if (parse.has_child(cue, Dep::auxpass)) return parse.child(cue, Dep::nsubjpass);
    const Token& token = parse.at(cue);
    return token.tag == Tag::vbn && token.dep == Dep::acl ? token.head : no_token;
}

/// The frames of a verb with its particle; null without a particle or when the lexicon does not have both.
const std::vector<CueFrame>* particle_frames(const Parse& parse, const CueLexicon& cues, TokenIndex verb) {
    const TokenIndex particle = parse.child(verb, Dep::prt);
    if (particle == no_token) return nullptr;
    return cues.find(fmt::format("{} {}", parse.at(verb).lemma, parse.at(particle).lower), CuePart::verb);
}

bool add_object(const Parse& parse, const CueLexicon& cues, TokenIndex cue, CuePart part,
                Attribution& attribution) {
    if (part != CuePart::verb) return false;
    if (const TokenIndex passive = passive_object(parse, cue);
        passive != no_token && attribution.source != no_token) {
        if (passive == parse.at(cue).head) // `a report denied by them`
            add_around(parse, parse.at(passive).left_edge, parse.at(passive).right_edge + 1,
                       parse.at(cue).left_edge, parse.at(cue).right_edge + 1, attribution.contents);
        else
            attribution.contents.push_back(content_phrase(parse, passive));
        return !attribution.contents.empty() && !attribution.contents.back().empty();
    }
    const TokenIndex object = child_object(parse, cue);
    if (object == no_token || parse.at(object).tag == Tag::wp || parse.at(object).tag == Tag::wdt)
        return false;
    // `back up a claim`, `deny them access`: other meanings
    if (parse.has_child(cue, Dep::dative) && parse.at(cue).lemma != "tell") return false;
    if (parse.has_child(cue, Dep::prt) && !particle_frames(parse, cues, cue)) return false;
    const bool is_reflexive =
        parse.at(object).lower.ends_with("self") || parse.at(object).lower.ends_with("selves");
    if (is_reflexive) return false;
    attribution.contents.push_back(
        trimmed(parse, parse.at(object).left_edge, end_of_content(parse, cues, object)));
    return !attribution.contents.back().empty();
}

bool add_object_as(const Parse& parse, TokenIndex cue, Attribution& attribution) {
    const TokenIndex as = child_preposition(parse, cue, "as");
    const TokenIndex object = child_object(parse, cue);
    if (as != no_token && object != no_token && object < as) {
        attribution.contents.push_back(
            trimmed(parse, parse.at(object).left_edge, parse.at(as).right_edge + 1));
        return true;
    }
    if (as == cue + 1 && parse.at(as).right_edge > as) { // `which she described as a lie`
        attribution.contents.push_back(trimmed(parse, as + 1, parse.at(as).right_edge + 1));
        attribution.cue_span = cue_phrase(parse, cue, as);
        return !attribution.contents.back().empty();
    }
    for (const TokenIndex child : parse.children(cue)) { // `called him a liar`
        const Token& token = parse.at(child);
        if (child < cue || (token.dep != Dep::oprd && token.dep != Dep::xcomp && token.dep != Dep::ccomp))
            continue;
        if ((token.pos == Pos::verb && token.tag != Tag::vbn) || token.pos == Pos::aux) continue;
        const TokenIndex first =
            object != no_token ? std::min(parse.at(object).left_edge, token.left_edge) : token.left_edge;
        attribution.contents.push_back(trimmed(parse, first, token.right_edge + 1));
        return true;
    }
    return false;
}

/// `quoted her as saying it was over`: what she says, the paper says.
TokenIndex saying_quoted(const Parse& parse, TokenIndex cue) {
    const std::string_view lemma = parse.at(cue).lemma;
    if (lemma != "quote" && lemma != "cite" && lemma != "report") return no_token;
    const TokenIndex as = child_preposition(parse, cue, "as");
    const TokenIndex saying = as == no_token ? no_token : parse.child(as, Dep::pcomp);
    return saying != no_token && parse.at(saying).tag == Tag::vbg ? saying : no_token;
}

/// `it goes without saying`, `let us say`, `say it fails`: nobody says it.
bool is_figure_of_speech(const Parse& parse, TokenIndex cue, TokenIndex source) {
    const Token& token = parse.at(cue);
    const Token& above = parse.at(token.head);
    if (token.lemma != "say") return false;
    return (token.dep == Dep::pcomp && above.lower == "without") || above.lemma == "let" ||
           (token.tag == Tag::vb && token.dep == Dep::root && source == no_token);
}

/// `thank you for reading`, `you agree to our terms`.
bool is_said_to_reader(const Parse& parse, TokenIndex cue, TokenIndex source) {
    const Token& token = parse.at(cue);
    if (source == no_token)
        return token.dep == Dep::root &&
               (token.tag == Tag::vb || (token.tag == Tag::vbp && parse.sentence_of(cue).first == cue));
    const std::string_view word = parse.at(source).lower;
    return word == "you" || word == "your";
}

bool add_prepositional(const Parse& parse, TokenIndex cue, const std::string& word,
                       Attribution& attribution) {
    TokenIndex preposition = child_preposition(parse, cue, word);
    const TokenIndex object = child_object(parse, cue);
    if (preposition == no_token && object != no_token) preposition = child_preposition(parse, object, word);
    if (preposition == no_token || parse.at(preposition).right_edge == preposition) return false;
    // `reported on Monday`, `spoke on condition of …`
    const TokenIndex about = parse.child(preposition, Dep::pobj);
    if (about != no_token &&
        (parse.at(about).name_type == NameType::date || parse.at(about).name_type == NameType::time ||
         parse.at(about).lemma == "condition"))
        return false;
    TokenIndex last = parse.at(preposition).right_edge + 1;
    for (const TokenIndex child : parse.children(cue)) // `called on them to leave`
        if (parse.at(child).dep == Dep::xcomp && parse.at(child).left_edge == last &&
            is_infinitive(parse, child))
            last = parse.at(child).right_edge + 1;
    // `accused them of it` is all content, `asked them about it` has a listener
    const bool has_object = word != "about" && object != no_token && object > cue && object < preposition;
    attribution.contents.push_back(
        trimmed(parse, has_object ? parse.at(object).left_edge : preposition + 1, last));
    attribution.cue_span = cue_phrase(parse, cue, preposition);
    return !attribution.contents.back().empty();
}

bool add_content(const Parse& parse, const CueLexicon& cues, TokenIndex cue, CuePart part,
                 const CueFrame& frame, Stretch stretch, Attribution& attribution) {
    switch (frame.place) {
    case ContentPlace::clause:
        attribution.contents = reported_clause(parse, cues, cue, part, attribution.source, stretch);
        return !attribution.contents.empty();
    case ContentPlace::infinitive: return add_infinitive(parse, cue, attribution);
    case ContentPlace::object: return add_object(parse, cues, cue, part, attribution);
    case ContentPlace::as: return part == CuePart::verb && add_object_as(parse, cue, attribution);
    case ContentPlace::quotation: return false;
    case ContentPlace::preposition: return add_prepositional(parse, cue, frame.preposition, attribution);
    }
    return false;
}

std::optional<CuePart> part_of(const Token& token) {
    if (token.pos == Pos::verb || token.pos == Pos::aux) return CuePart::verb;
    if (token.pos == Pos::noun) return CuePart::noun;
    if (token.pos == Pos::adj) return CuePart::adjective;
    return std::nullopt;
}

/// An adjective speaks where it is said of somebody: `he is confident that`.
TokenIndex source_of_adjective(const Parse& parse, TokenIndex adjective) {
    const Token& token = parse.at(adjective);
    const bool is_made = parse.at(token.head).lemma == "make" && token.dep == Dep::ccomp; // `made clear that`
    if (token.dep != Dep::acomp && token.dep != Dep::oprd && !is_made) return no_token;
    return source_of_verb(parse, token.head);
}

/// A poll shows a lead; a man shows his teeth.
bool is_shown_by_document(const Parse& parse, TokenIndex source) {
    return source != no_token && parse.at(source).pos == Pos::noun && is_document(parse.at(source).lemma);
}

bool can_speak(const Parse& parse, TokenIndex source, CueKind kind) {
    if (source == no_token) return true;
    const Token& token = parse.at(source);
    if (!is_noun(token) && token.tag != Tag::cd && token.tag != Tag::dt && token.tag != Tag::wp &&
        token.tag != Tag::wdt && token.tag != Tag::jj && token.tag != Tag::prps && token.tag != Tag::nnps)
        return false;
    if (token.lower == "it" && kind != CueKind::speech && kind != CueKind::stance)
        return kind == CueKind::finding;
    if (kind == CueKind::finding && token.pos == Pos::noun)
        return is_document(token.lemma) || token.name >= 0;
    return token.lower != "this" && token.lower != "what" && token.lower != "there" &&
           token.lower != "nothing";
}

/// As the line of data/said/cues.txt says it: `speech v clause`.
std::string rule_text(CuePart part, const CueFrame& frame) {
    static constexpr std::array kinds{"speech", "belief", "intention", "finding", "stance"};
    static constexpr std::array parts{"v", "n", "a"};
    static constexpr std::array places{"clause", "inf", "obj", "as", "", "quote"};
    return fmt::format(
        "{} {} {}", kinds[static_cast<std::size_t>(frame.kind)], parts[static_cast<std::size_t>(part)],
        frame.place == ContentPlace::preposition ? frame.preposition
                                                 : places[static_cast<std::size_t>(frame.place)]);
}

/// The frames of a word; of a verb with a particle (`point out`) if the lexicon has it.
const std::vector<CueFrame>* frames_of(const Parse& parse, const CueLexicon& cues, TokenIndex cue,
                                       CuePart part) {
    const auto* frames = part == CuePart::verb ? particle_frames(parse, cues, cue) : nullptr;
    return frames ? frames : cues.find(parse.at(cue).lemma, part);
}

/// `expressed concern about`: the verb that lends the noun its speaker is part of the cue.
void extend_to_verb(const Parse& parse, Attribution& attribution) {
    constexpr TokenIndex longest = 4;
    const Token& noun = parse.at(attribution.cue);
    if (noun.dep != Dep::dobj || attribution.cue - noun.head > longest || noun.head > attribution.cue) return;
    constexpr std::array light{"express", "voice",   "make",    "have",    "issue", "raise",
                               "show",    "give",    "share",   "send",    "offer", "hold",
                               "take",    "deliver", "release", "publish", "launch"};
    if (std::find(light.begin(), light.end(), parse.at(noun.head).lemma) == light.end()) return;
    if (parse.has_child(attribution.cue, Dep::poss) || parse.at(noun.head).pos != Pos::verb) return;
    attribution.cue_span->start = parse.at(noun.head).span.start;
}

} // namespace

std::optional<Attribution> attribution_at(const Parse& parse, const CueLexicon& cues,
                                          const Paragraphs& paragraphs, TokenIndex cue) {
    const Token& token = parse.at(cue);
    const std::optional<CuePart> part = part_of(token);
    const auto* frames = part ? frames_of(parse, cues, cue, *part) : nullptr;
    if (!frames) return std::nullopt;
    Attribution attribution;
    attribution.cue = cue;
    attribution.source = *part == CuePart::verb   ? source_of_verb(parse, cue)
                         : *part == CuePart::noun ? source_of_noun(parse, cue)
                                                  : source_of_adjective(parse, cue);
    if (attribution.source == no_token && *part != CuePart::verb) return std::nullopt;
    if (is_figure_of_speech(parse, cue, attribution.source)) return std::nullopt;
    if (is_said_to_reader(parse, cue, attribution.source)) return std::nullopt;
    attribution.cue_span = cue_phrase(parse, cue, no_token);
    const Stretch stretch = paragraphs.sentence_part(cue);
    if (const TokenIndex saying = saying_quoted(parse, cue); saying != no_token) {
        attribution.contents = reported_clause(parse, cues, saying, CuePart::verb, no_token, stretch);
        attribution.rule = "quoted as saying";
        attribution.source_span = attribution.source == no_token
                                      ? std::nullopt
                                      : std::optional(source_phrase(parse, attribution.source));
        return attribution;
    }
    for (const CueFrame& frame : *frames) {
        if (!can_speak(parse, attribution.source, frame.kind)) continue;
        // `to report profits`, `known as`: without a speaker nobody is reported
        const bool is_bare = frame.place == ContentPlace::object ||
                             (frame.place == ContentPlace::as && frame.kind == CueKind::belief);
        if (is_bare && attribution.source == no_token) continue;
        const bool is_shown = frame.kind == CueKind::finding && frame.place == ContentPlace::object;
        if (is_shown && !is_shown_by_document(parse, attribution.source)) continue;
        attribution.kind = frame.kind;
        if (add_content(parse, cues, cue, *part, frame, stretch, attribution)) {
            attribution.rule = rule_text(*part, frame);
            break;
        }
        attribution.contents.clear();
    }
    if (attribution.source != no_token) attribution.source_span = source_phrase(parse, attribution.source);
    if (*part == CuePart::noun && !attribution.contents.empty()) extend_to_verb(parse, attribution);
    return attribution;
}

namespace {

/// What `according to` belongs to: all clauses of the sentence that it closes, not only the last.
TokenIndex reported_head(const Parse& parse, TokenIndex according) {
    TokenIndex head = parse.at(according).head;
    if (head == according || according == 0 || parse.at(according - 1).text != ",") return head;
    for (int steps = 0; steps < 8; ++steps) {
        const Dep dep = parse.at(head).dep;
        if (dep != Dep::conj && dep != Dep::ccomp && dep != Dep::xcomp && dep != Dep::advcl) break;
        head = parse.at(head).head;
    }
    return head;
}

} // namespace

std::optional<Attribution> according_to(const Parse& parse, const Paragraphs& paragraphs, TokenIndex token) {
    const Token& word = parse.at(token);
    if (word.lower != "according" || token + 2 >= parse.size() || parse.at(token + 1).lower != "to")
        return std::nullopt;
    const TokenIndex object = parse.child(token + 1, Dep::pobj);
    if (object == no_token) return std::nullopt;
    Attribution attribution;
    attribution.cue = token;
    attribution.cue_span = parse.span_of(token, token + 2);
    attribution.source = object;
    attribution.source_span = source_phrase(parse, object);
    attribution.rule = "according to";
    const Stretch sentence = paragraphs.sentence_part(token);
    Stretch around{behind_connective(parse, sentence), sentence.last};
    TokenIndex end = std::min(std::max(parse.at(token + 1).right_edge, object) + 1, sentence.last);
    if (token <= sentence.first + 1) { // the parser may draw the clause behind the comma into the source
        TokenIndex comma = object + 1;
        while (comma < end && parse.at(comma).text != ",") ++comma;
        if (comma < end && parse.at(object).right_edge + 2 >= sentence.last) {
            end = comma;
            attribution.source_span = trimmed(parse, token + 2, comma);
        }
    } else if (const TokenIndex head = reported_head(parse, token); head != token) {
        around.first = std::max(around.first, parse.at(head).left_edge);
        around.last = std::min(around.last, parse.at(head).right_edge + 1);
    }
    add_around(parse, around.first, around.last, token, end, attribution.contents);
    return attribution.contents.empty() ? std::nullopt : std::optional(attribution);
}

} // namespace dateline::said

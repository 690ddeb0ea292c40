// Attributions by grammar. The cue's complement is the content; a cue put into the clause it reports (`the
// plan, she said, had failed`) leaves that clause in pieces around itself.

#include "said/clauses.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "said/phrases.hpp"
#include "said/reported_clause.hpp"
#include "said/words.hpp"

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

/// `sought to leave and accused them`: a finite verb is no part of the infinitive the parser hung it on.
TokenIndex end_of_infinitive(const Parse& parse, TokenIndex verb) {
    for (const TokenIndex child : parse.children(verb)) {
        const Token& token = parse.at(child);
        const bool is_finite = token.tag == Tag::vbd || token.tag == Tag::vbz;
        if (child > verb && token.dep == Dep::conj && is_finite && token.left_edge > verb + 1)
            return token.left_edge;
    }
    return parse.at(verb).right_edge + 1;
}

bool add_infinitive(const Parse& parse, TokenIndex cue, Attribution& attribution) {
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        const bool is_complement = token.dep == Dep::xcomp || token.dep == Dep::acl ||
                                   token.dep == Dep::ccomp || token.dep == Dep::advcl;
        const bool of_another = token.dep == Dep::ccomp && has_particle_to(parse, child); // `want her to go`
        if (child > cue && is_complement && (of_another || is_infinitive(parse, child))) {
            const TokenIndex object = child_object(parse, cue);
            const bool has_object = object != no_token && object > cue && object < child;
            const TokenIndex first = parse.at(has_object ? object : child).left_edge;
            attribution.contents.push_back(trimmed(parse, first, end_of_infinitive(parse, child)));
            return true;
        }
    }
    return false;
}

/// `denied taking it`, `proposed that or moving it`
bool add_gerund(const Parse& parse, const CueLexicon& cues, TokenIndex cue, Attribution& attribution) {
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        const bool is_complement =
            token.dep == Dep::xcomp || token.dep == Dep::ccomp || token.dep == Dep::dobj;
        if (child < cue || !is_complement || token.tag != Tag::vbg) continue;
        if (token.left_edge > 0 && parse.at(token.left_edge - 1).text == ",") continue;
        attribution.contents.push_back(trimmed(parse, token.left_edge, end_of_content(parse, cues, child)));
        return !attribution.contents.back().empty();
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
    TokenIndex particle = parse.child(verb, Dep::prt);
    if (particle == no_token && verb + 1 < parse.size() && parse.at(verb + 1).head == verb &&
        parse.at(verb + 1).lower == "back") // `shot back`: an adverb to the parser
        particle = verb + 1;
    if (particle == no_token) return nullptr;
    return cues.find(fmt::format("{} {}", parse.at(verb).lemma, parse.at(particle).lower), CuePart::verb);
}

/// `condemned what she called a lie`
bool add_free_relative(const Parse& parse, TokenIndex cue, Attribution& attribution) {
    const TokenIndex clause = parse.child(cue, Dep::ccomp);
    if (clause == no_token || parse.at(clause).left_edge != cue + 1 || parse.at(cue + 1).tag != Tag::wp)
        return false;
    attribution.contents.push_back(content_phrase(parse, clause));
    return !attribution.contents.back().empty();
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
    if (object == no_token) return add_free_relative(parse, cue, attribution);
    if (parse.at(object).tag == Tag::wp || parse.at(object).tag == Tag::wdt) return false;
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
        const bool has_object = object != no_token && object > cue; // `what she called a lie`
        const TokenIndex first =
            has_object ? std::min(parse.at(object).left_edge, token.left_edge) : token.left_edge;
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

/// The verb of `quoted her as saying`, seen from `saying`.
TokenIndex quoting(const Parse& parse, TokenIndex saying) {
    if (parse.at(saying).dep != Dep::pcomp) return no_token;
    const TokenIndex verb = parse.at(parse.at(saying).head).head;
    return saying_quoted(parse, verb) == saying ? verb : no_token;
}

/// `it was hit, the paper quoted her as saying`
std::vector<Span> words_before(const Parse& parse, const CueLexicon& cues, TokenIndex quoted,
                               Stretch stretch) {
    return reported_clause(parse, cues, quoted, CuePart::verb, source_of_verb(parse, quoted), stretch);
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

/// `called for them to be freed`: the clause that begins with the preposition.
TokenIndex clause_behind(const Parse& parse, TokenIndex cue, std::string_view word) {
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        const bool is_clause = token.dep == Dep::advcl || token.dep == Dep::ccomp || token.dep == Dep::xcomp;
        if (is_clause && token.left_edge == cue + 1 && parse.at(token.left_edge).dep == Dep::mark &&
            parse.at(token.left_edge).lower == word)
            return child;
    }
    return no_token;
}

bool add_prepositional(const Parse& parse, TokenIndex cue, const std::string& word,
                       Attribution& attribution) {
    if (const TokenIndex clause = clause_behind(parse, cue, word); clause != no_token) {
        attribution.contents.push_back(trimmed(parse, cue + 2, parse.at(clause).right_edge + 1));
        attribution.cue_span = cue_phrase(parse, cue, cue + 1);
        return !attribution.contents.back().empty();
    }
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
    if (word == "on" && attribution.source == no_token && parse.has_child(cue, Dep::nsubjpass))
        return false; // `was blamed on them`
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
    case ContentPlace::gerund: return part == CuePart::verb && add_gerund(parse, cues, cue, attribution);
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
    if (token.dep == Dep::advcl) return parse.child(adjective, Dep::nsubj); // `with farmers worried about it`
    const bool is_made = parse.at(token.head).lemma == "make" && token.dep == Dep::ccomp; // `made clear that`
    if (token.dep != Dep::acomp && token.dep != Dep::oprd && !is_made) return no_token;
    return source_of_verb(parse, token.head);
}

/// A poll shows a lead; a man shows his teeth.
bool is_shown_by_document(const Parse& parse, TokenIndex source) {
    return source != no_token && parse.at(source).pos == Pos::noun &&
           is_on(WordList::document, parse.at(source).lemma);
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
        return is_on(WordList::document, token.lemma) || token.name >= 0;
    return token.lower != "this" && token.lower != "what" && token.lower != "there" &&
           token.lower != "nothing";
}

/// As the line of data/said/cues.txt says it: `speech v clause`.
std::string rule_text(CuePart part, const CueFrame& frame) {
    static constexpr std::array kinds{"speech", "belief", "intention", "finding", "stance"};
    static constexpr std::array parts{"v", "n", "a"};
    static constexpr std::array places{"clause", "inf", "ger", "obj", "as", "", "quote"};
    return fmt::format(
        "{} {} {}", kinds[static_cast<std::size_t>(frame.kind)], parts[static_cast<std::size_t>(part)],
        frame.place == ContentPlace::preposition ? frame.preposition
                                                 : places[static_cast<std::size_t>(frame.place)]);
}

/// `as the ministry reported`, `as she put it`: what the clause hangs on is what was said.
void add_above_as(const Parse& parse, Stretch stretch, Attribution& attribution) {
    const TokenIndex cue = attribution.cue;
    const Token& token = parse.at(cue);
    const TokenIndex mark = parse.child(cue, Dep::mark);
    if (token.dep != Dep::advcl || mark == no_token || parse.at(mark).lower != "as" ||
        mark != token.left_edge || attribution.source == no_token)
        return;
    const TokenIndex object = parse.child(cue, Dep::dobj);
    const bool puts_it = token.lemma == "put" && object == cue + 1 && parse.at(object).lower == "it";
    if ((object != no_token || token.lemma == "put") && !puts_it) return;
    const Token& above = parse.at(token.head);
    const TokenIndex first = std::max(above.left_edge, behind_connective(parse, stretch));
    add_around(parse, first, std::min(above.right_edge + 1, stretch.last), token.left_edge,
               token.right_edge + 1, attribution.contents);
    if (attribution.contents.empty()) return;
    attribution.rule = "as somebody said";
    if (puts_it) attribution.cue_span->end = parse.at(object).span.end;
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
    if (attribution.source == no_token && *part == CuePart::adjective) return std::nullopt;
    if (is_figure_of_speech(parse, cue, attribution.source)) return std::nullopt;
    if (is_said_to_reader(parse, cue, attribution.source)) return std::nullopt;
    attribution.cue_span = cue_phrase(parse, cue, no_token);
    const Stretch stretch = paragraphs.sentence_part(cue);
    if (const TokenIndex saying = saying_quoted(parse, cue); saying != no_token) {
        attribution.contents = reported_clause(parse, cues, saying, CuePart::verb, no_token, stretch);
        if (attribution.contents.empty()) attribution.contents = words_before(parse, cues, cue, stretch);
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
        // `the charge that it failed` is somebody's, whoever he is
        const bool is_charge = frame.kind == CueKind::speech && frame.place == ContentPlace::clause;
        if (attribution.source == no_token && (is_bare || (*part == CuePart::noun && !is_charge))) continue;
        const bool is_shown = frame.kind == CueKind::finding && frame.place == ContentPlace::object;
        if (is_shown && !is_shown_by_document(parse, attribution.source)) continue;
        attribution.kind = frame.kind;
        if (add_content(parse, cues, cue, *part, frame, stretch, attribution)) {
            attribution.rule = rule_text(*part, frame);
            break;
        }
        attribution.contents.clear();
    }
    if (attribution.contents.empty())
        if (const TokenIndex paper = quoting(parse, cue); paper != no_token) {
            attribution.contents = words_before(parse, cues, paper, stretch);
            attribution.rule = "quoted as saying";
        }
    const CueKind first = frames->front().kind; // `as many hope`, too
    const bool reports = (first == CueKind::speech || first == CueKind::belief) &&
                         (frames->front().place == ContentPlace::clause || token.lemma == "put");
    if (attribution.contents.empty() && *part == CuePart::verb && reports) {
        attribution.kind = first;
        add_above_as(parse, stretch, attribution);
    }
    if (attribution.source != no_token) attribution.source_span = source_phrase(parse, attribution.source);
    if (*part == CuePart::noun && !attribution.contents.empty()) extend_to_verb(parse, attribution);
    return attribution;
}

} // namespace dateline::said

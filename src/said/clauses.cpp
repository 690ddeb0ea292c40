// Attributions by grammar. The cue's complement is the content; a cue put into the clause it reports (`the
// plan, she said, had failed`) leaves that clause in pieces around itself.

#include "said/clauses.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "said/complements.hpp"
#include "said/coordination.hpp"
#include "said/phrases.hpp"
#include "said/reported_clause.hpp"
#include "said/sources.hpp"
#include "said/words.hpp"

namespace dateline::said {

namespace {

bool is_noun(const Token& token) {
    return token.pos == Pos::noun || token.pos == Pos::propn || token.pos == Pos::pron;
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

/// `every right to know it`, `an effort to explain it`: nobody has said it yet; `the first mayor to say it`
/// has.
bool is_only_purpose(const Parse& parse, TokenIndex cue) {
    const Token& token = parse.at(cue);
    const Token& noun = parse.at(token.head);
    if (token.dep != Dep::acl || !has_particle_to(parse, cue) || noun.pos != Pos::noun ||
        noun.dep == Dep::root)
        return false; // `Government to announce cuts`, a headline
    for (const TokenIndex child : parse.children(token.head)) {
        const std::string_view word = parse.at(child).lower;
        if (word == "first" || word == "last" || word == "only" || word == "latest") return false;
    }
    return !is_on(WordList::document, noun.lemma) && !is_used(parse, cue);
}

/// `it goes without saying`, `let us say`, `say it fails`, `worth noting`, `thank God`: nobody says it.
bool is_figure_of_speech(const Parse& parse, TokenIndex cue, TokenIndex source) {
    const Token& token = parse.at(cue);
    const Token& above = parse.at(token.head);
    if (token.tag == Tag::vbg && cue > 0 && parse.at(cue - 1).lower == "worth") return true; // `worth noting`
    if (token.lemma == "thank" && cue + 1 < parse.size() && parse.at(cue + 1).lower == "god") return true;
    const bool of_it = source != no_token && parse.at(source).lower == "it";
    if (of_it && is_infinitive(parse, cue) &&
        (above.pos == Pos::adj || above.lemma == "be" || above.lemma == "take"))
        return true; // `it is unjust to tell them`, `it takes courage to say so`; not `it voted to urge them`
    if (token.lower == "told" && source != no_token && source == cue - 1 && parse.at(source).lower == "all")
        return true; // `All told, it failed`
    if ((token.lower == "assuming" || token.lower == "considering") && !parse.has_child(cue, Dep::aux) &&
        parse.has_child(cue, Dep::ccomp))
        return true; // conjunctions
    if (is_only_purpose(parse, cue)) return true;
    const TokenIndex gerund = parse.child(cue, Dep::csubj);
    if (gerund != no_token && parse.at(gerund).tag == Tag::vbg)
        return true; // `lifting it shows that it failed`
    if (token.lemma != "say") return false;
    if (source != no_token && source + 1 == cue && parse.at(source).lower == "that" &&
        parse.at(source).tag == Tag::dt && parse.sentence_of(cue).first >= source - 1)
        return true; // `that said, …`
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

std::optional<CuePart> part_of(const Token& token) {
    if (token.pos == Pos::verb || token.pos == Pos::aux) return CuePart::verb;
    if (token.pos == Pos::noun) return CuePart::noun;
    if (token.pos == Pos::adj) return CuePart::adjective;
    return std::nullopt;
}

/// An adjective speaks where it is said of somebody: `he is confident that`.
TokenIndex source_of_adjective(const Parse& parse, TokenIndex adjective) {
    const Token& token = parse.at(adjective);
    if (const TokenIndex subject = parse.child(adjective, Dep::nsubjpass); subject != no_token)
        return subject;
    if (token.dep == Dep::advcl) return parse.child(adjective, Dep::nsubj); // `with farmers worried about it`
    const bool is_made = parse.at(token.head).lemma == "make" && token.dep == Dep::ccomp &&
                         token.lower == "clear"; // `made clear that`; who makes sure thinks nothing
    if (token.dep != Dep::acomp && token.dep != Dep::oprd && !is_made) return no_token;
    return source_of_verb(parse, token.head);
}

/// A poll shows a lead; a man shows his teeth.
bool is_shown_by_document(const Parse& parse, TokenIndex source) {
    if (source == no_token) return false;
    const Token& token = parse.at(source); // `New Poll Shows a Lead`: a name to the tagger
    return (token.pos == Pos::noun && is_on(WordList::document, token.lemma)) ||
           (token.pos == Pos::propn && is_on(WordList::document, token.lower));
}

bool can_speak(const Parse& parse, TokenIndex cue, TokenIndex source, CueKind kind) {
    if (source == no_token) return true;
    const Token& token = parse.at(source);
    // a name the tagger does not know may look like a verb to it
    const bool is_named = !token.text.empty() && is_upper(token.text.front()) && token.dep == Dep::nsubj;
    if (!is_noun(token) && !is_named && token.tag != Tag::cd && token.tag != Tag::dt &&
        token.tag != Tag::wp && token.tag != Tag::wdt && token.tag != Tag::jj && token.tag != Tag::jjs &&
        token.tag != Tag::prps && token.tag != Tag::nnps)
        return false;
    if (token.lower == "it" && (kind == CueKind::belief || kind == CueKind::intention))
        return is_on(WordList::body, parse.at(cue).lemma);
    if (token.lower == "anyone" ||
        token.lower == "anybody") // `anyone wanting to leave`: nobody in particular
        return kind != CueKind::belief && kind != CueKind::intention;
    if (kind == CueKind::finding && token.pos == Pos::noun)
        return is_on(WordList::document, token.lemma) || token.name >= 0;
    return token.lower != "this" && token.lower != "what" && token.lower != "there" &&
           token.lower != "nothing";
}

/// `The minister slammed the plan`; a storm that slams the coast says nothing.
bool deals_words(const Parse& parse, TokenIndex cue, TokenIndex source) {
    if (is_on(WordList::assault, parse.at(cue).lemma))
        return source != no_token && (parse.at(source).name_type == NameType::person ||
                                      is_on(WordList::document, parse.at(source).lemma));
    if (!is_on(WordList::blow, parse.at(cue).lemma)) return true;
    if (source == no_token) return false;
    const Token& token = parse.at(source);
    const bool is_thing = token.name_type == NameType::event || token.name_type == NameType::loc ||
                          token.name_type == NameType::fac || token.name_type == NameType::product ||
                          token.name_type == NameType::date;
    return (token.pos == Pos::propn && !is_thing) || (token.pos == Pos::pron && token.lower != "it");
}

/// `took aim at it`, `made the case for it`; an aim or a case alone is nobody's word.
bool lacks_carrier(const Parse& parse, TokenIndex noun) {
    if (!is_on(WordList::carried, parse.at(noun).lemma)) return false;
    return parse.at(noun).dep != Dep::dobj || !is_on(WordList::light, parse.at(parse.at(noun).head).lemma);
}

/// `might want to leave`: nobody says that he does; `could not believe it` is another matter.
bool is_mere_possibility(const Parse& parse, TokenIndex verb, CueKind kind) {
    if (kind != CueKind::belief && kind != CueKind::intention) return false;
    if (parse.has_child(verb, Dep::neg)) return false;
    for (const TokenIndex child : parse.children(verb))
        if (parse.at(child).tag == Tag::md && is_on(WordList::possible, parse.at(child).lower)) return true;
    return false;
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

/// `as stated in the report`
TokenIndex document_behind(const Parse& parse, TokenIndex participle) {
    const TokenIndex in = child_preposition(parse, participle, "in");
    const TokenIndex document = in == no_token ? no_token : parse.child(in, Dep::pobj);
    const bool is_document = document != no_token && is_on(WordList::document, parse.at(document).lemma);
    return parse.at(participle).tag == Tag::vbn && is_document ? document : no_token;
}

/// `as the ministry reported`, `as she put it`: what the clause hangs on is what was said.
void add_above_as(const Parse& parse, Stretch stretch, Attribution& attribution) {
    const TokenIndex cue = attribution.cue;
    const Token& token = parse.at(cue);
    const TokenIndex mark = parse.child(cue, Dep::mark);
    if (attribution.source == no_token) attribution.source = document_behind(parse, cue);
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

/// `were incensed that it failed`, which the parser takes for a passive; null for other words.
const std::vector<CueFrame>* frames_of_feeling(const Parse& parse, const CueLexicon& cues,
                                               TokenIndex participle) {
    const Token& token = parse.at(participle);
    const bool is_passive = token.tag == Tag::vbn && parse.has_child(participle, Dep::auxpass) &&
                            parse.has_child(participle, Dep::nsubjpass);
    return is_passive ? cues.find(token.lower, CuePart::adjective) : nullptr;
}

/// `were not too sure that`, `was incensed that`: the verb that carries an adjective is part of the cue.
void extend_to_copula(const Parse& parse, Attribution& attribution) {
    const TokenIndex adjective = attribution.cue;
    const TokenIndex passive = parse.child(adjective, Dep::auxpass);
    const TokenIndex verb = passive != no_token ? passive : parse.at(adjective).head;
    if (verb >= adjective || (passive == no_token && parse.at(adjective).dep != Dep::acomp)) return;
    for (TokenIndex t = verb + 1; t < adjective; ++t)
        if (parse.at(t).pos != Pos::adv && parse.at(t).dep != Dep::neg) return;
    attribution.cue_span->start = parse.at(verb).span.start;
}

/// `issued a statement criticizing it`: so are the verb and the statement that carry a participle.
void extend_to_carrier(const Parse& parse, Attribution& attribution) {
    constexpr TokenIndex longest = 8;
    const TokenIndex participle = attribution.cue;
    const Token& token = parse.at(participle);
    if (token.dep != Dep::acl || !is_carried(parse, participle)) return;
    const TokenIndex verb = parse.at(token.head).head;
    if (verb < participle && participle - verb <= longest)
        attribution.cue_span->start = cue_phrase(parse, verb, no_token).start;
}

/// `expressed concern about`: the verb that lends the noun its speaker is part of the cue.
void extend_to_verb(const Parse& parse, Attribution& attribution) {
    constexpr TokenIndex longest = 4;
    const Token& noun = parse.at(attribution.cue);
    if (noun.pos == Pos::adj && parse.at(noun.head).lemma == "make" && noun.head < attribution.cue &&
        attribution.cue - noun.head < longest) // `made it clear`
        attribution.cue_span->start = parse.at(noun.head).span.start;
    if (noun.dep != Dep::dobj || attribution.cue - noun.head > longest || noun.head > attribution.cue) return;
    if (!is_on(WordList::light, parse.at(noun.head).lemma)) return;
    if (parse.has_child(attribution.cue, Dep::poss) || parse.at(noun.head).pos != Pos::verb) return;
    attribution.cue_span->start = cue_phrase(parse, noun.head, no_token).start;
}

/// `She noted that it fails and asked why`: she asked.
TokenIndex source_of_reporter(const Parse& parse, const CueLexicon& cues, TokenIndex verb) {
    const TokenIndex equal = equal_of_conjunct(parse, cues, verb);
    const bool is_bare = !parse.has_child(verb, Dep::nsubj) && !parse.has_child(verb, Dep::nsubjpass);
    return source_of_verb(parse, equal != no_token && is_bare ? equal : verb);
}

} // namespace

std::optional<Attribution> attribution_at(const Parse& parse, const CueLexicon& cues,
                                          const Paragraphs& paragraphs, TokenIndex cue) {
    const Token& token = parse.at(cue);
    std::optional<CuePart> part = part_of(token);
    const auto* frames = part ? frames_of(parse, cues, cue, *part) : nullptr;
    if (!frames) {
        frames = frames_of_feeling(parse, cues, cue);
        part = CuePart::adjective;
    }
    if (!frames) return std::nullopt;
    Attribution attribution;
    attribution.cue = cue;
    attribution.source = *part == CuePart::verb   ? source_of_reporter(parse, cues, cue)
                         : *part == CuePart::noun ? source_of_noun(parse, cue)
                                                  : source_of_adjective(parse, cue);
    if (attribution.source == no_token && *part == CuePart::adjective) return std::nullopt;
    if (is_figure_of_speech(parse, cue, attribution.source)) return std::nullopt;
    if (*part == CuePart::verb && (token.dep == Dep::amod || token.dep == Dep::prep))
        return std::nullopt; // `pledged votes`, `compared to`
    if (*part == CuePart::noun && lacks_carrier(parse, cue)) return std::nullopt;
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
        if (!can_speak(parse, cue, attribution.source, frame.kind)) continue;
        // `to report profits`, `known as`: without a speaker nobody is reported
        const bool is_participle = token.tag == Tag::vbn && token.dep == Dep::acl &&
                                   !parse.has_child(cue, Dep::dobj); // `a ship called Ada`
        const bool is_bare =
            frame.place == ContentPlace::object ||
            (frame.place == ContentPlace::as && (frame.kind == CueKind::belief || is_participle));
        // `the charge that it failed` is somebody's, whoever he is
        const bool is_charge = frame.kind == CueKind::speech && frame.place == ContentPlace::clause;
        if (attribution.source == no_token && (is_bare || (*part == CuePart::noun && !is_charge))) continue;
        const bool is_shown = frame.kind == CueKind::finding && frame.place == ContentPlace::object;
        if (is_shown && !is_shown_by_document(parse, attribution.source)) continue;
        if (frame.kind == CueKind::stance && !deals_words(parse, cue, attribution.source)) continue;
        if (is_mere_possibility(parse, cue, frame.kind)) continue;
        attribution.kind = frame.kind;
        if (add_content(parse, cues, cue, *part, frame, stretch, attribution)) {
            if (*part == CuePart::verb) add_passive_subject(parse, frame, attribution);
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
    if (*part != CuePart::verb && !attribution.contents.empty()) extend_to_verb(parse, attribution);
    if (*part == CuePart::verb && !attribution.contents.empty()) extend_to_carrier(parse, attribution);
    if (*part == CuePart::adjective && !attribution.contents.empty()) extend_to_copula(parse, attribution);
    return attribution;
}

} // namespace dateline::said

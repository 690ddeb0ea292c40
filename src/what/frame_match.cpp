#include "what/frame_match.hpp"

#include <algorithm>

#include "what/participant_span.hpp"

namespace dateline::what {

namespace {

// A particle or a phrase of the trigger says more about the event than a condition on a filler does.
constexpr int particle_weight = 12;
constexpr int phrase_weight = 12;
constexpr int condition_weight = 4;
constexpr int presence_weight = 2; // `with=*`
constexpr int negated_weight = 1;
constexpr int pair_weight = 6;

/// `measures taken over the last weeks`: a preposition of time, whatever parsers take it for.
bool names_time(const ReportWords& words, TokenIndex preposition) {
    const TokenIndex next = preposition + 1;
    if (next >= words.parse().size() || words.at(next).pos != Pos::det) return false;
    const NameType type = words.at(next).name_type;
    return type == NameType::date || type == NameType::time;
}

bool has_particle(const ReportWords& words, TokenIndex verb, std::string_view particle) {
    for (const TokenIndex c : words.parse().children(verb)) {
        const Token& token = words.at(c);
        const Dep dep = token.dep;
        if (dep == Dep::prep && c < verb) continue; // `In another case, he took …` is no `take in`
        if (token.lower == particle && names_time(words, c)) continue;
        if (token.lower == particle &&
            (dep == Dep::prt || dep == Dep::advmod || dep == Dep::prep || dep == Dep::acomp ||
             dep == Dep::oprd || dep == Dep::advcl || dep == Dep::ccomp))
            return true;
    }
    return false;
}

TokenIndex particle_token(const ReportWords& words, TokenIndex verb, std::string_view particle) {
    if (!has_particle(words, verb, particle)) return no_token;
    for (const TokenIndex c : words.parse().children(verb))
        if (words.at(c).lower == particle && (words.at(c).dep != Dep::prep || c > verb)) return c;
    return no_token;
}

/// Words before a noun, for conditions: `joint`, `missile`, `general`.
std::vector<TokenIndex> words_before(const ReportWords& words, TokenIndex noun) {
    std::vector<TokenIndex> found;
    for (const TokenIndex c : words.parse().children(noun)) {
        if (c > noun) break;
        found.push_back(c);
        for (const TokenIndex inner : words.parse().children(c))
            if (words.at(inner).dep == Dep::compound) found.push_back(inner);
    }
    return found;
}

/// `told them how to vote`: what they ask themselves, not what they shall do.
bool opens_with_question(const ReportWords& words, TokenIndex clause) {
    const Tag tag = words.at(words.at(clause).left_edge).tag;
    return tag == Tag::wrb || tag == Tag::wp || tag == Tag::wdt;
}

/// An infinitive or a clause of what should be: `to go`, `that he go`, `that he should go`.
bool asks(const ReportWords& words, TokenIndex clause) {
    if (has_infinitive_mark(words, clause)) return !opens_with_question(words, clause);
    bool modal = false;
    for (const TokenIndex c : words.parse().children(clause)) {
        const Token& token = words.at(c);
        if (token.lower == "should")
            return words.at(clause).tag != Tag::vbn; // `should have gone` is no use now
        if (token.tag == Tag::md) return false;      // `that he would be freed`
        if (token.lower == "be" && token.dep == Dep::auxpass) return true;
        if (token.lower == "whether" || token.lower == "if") return false;
        modal |= token.tag == Tag::vbz || token.tag == Tag::vbd || token.tag == Tag::vbp;
    }
    return !modal && (words.at(clause).tag == Tag::vb || words.at(clause).tag == Tag::vbg);
}

std::vector<TokenIndex> condition_fillers(const ReportWords& words, const Arguments& arguments,
                                          const Argument& place) {
    std::vector<TokenIndex> found;
    if (place.slot == Slot::modifier) return words_before(words, arguments.trigger);
    if (place.slot == Slot::preposition) {
        for (const Oblique& oblique : arguments.obliques)
            if (oblique.word == place.preposition) found.push_back(oblique.object);
        if (place.preposition == "that")
            for (const TokenIndex c : arguments.complements)
                if (words.at(c).dep == Dep::ccomp && !asks(words, c)) found.push_back(c);
        if (place.preposition == "named") // `called him a fool`
            for (const TokenIndex c : arguments.complements)
                if (!words.is_verb(c) && c != arguments.object) found.push_back(c);
        if (place.preposition == "inf")
            for (const TokenIndex c : arguments.complements)
                if (asks(words, c)) found.push_back(c);
        return found;
    }
    if (place.slot == Slot::complement && place.preposition == "subj") {
        for (const TokenIndex c : arguments.complements)
            if (const TokenIndex subject = surface_subject(words, c); subject != no_token)
                found.push_back(resolved(words, subject));
        return found;
    }
    return fillers(words, arguments, place);
}

/// `a team of doctors and nurses`: what a measure is of counts as the filler, too.
std::vector<TokenIndex> members_of(const ReportWords& words, TokenIndex filler) {
    std::vector<TokenIndex> members = with_conjuncts(words, filler);
    const TokenIndex whole = whole_of(words, filler);
    if (whole == filler) return members;
    const std::vector<TokenIndex> parts = with_conjuncts(words, whole);
    members.insert(members.end(), parts.begin(), parts.end());
    return members;
}

/// Weight of the condition when it holds, -1 when it does not.
int check(const ReportWords& words, const Arguments& arguments, const Constraint& constraint,
          std::vector<TokenIndex>& trigger_words) {
    TokenIndex holder = no_token;
    for (const Argument& place : constraint.places)
        for (const TokenIndex filler : condition_fillers(words, arguments, place))
            for (const TokenIndex member : members_of(words, filler))
                if (holder == no_token && words.fits(constraint, member)) holder = member;
    if (constraint.negated) return holder == no_token ? negated_weight : -1;
    if (holder == no_token) return -1;
    if (!constraint.in_trigger) return constraint.any ? presence_weight : condition_weight;
    trigger_words.push_back(holder);
    if (words.at(words.at(holder).head).pos == Pos::adp) trigger_words.push_back(words.at(holder).head);
    return phrase_weight;
}

/// The words of a trigger like `air raid` before its last.
int check_pair(const ReportWords& words, const Frame& frame, TokenIndex trigger,
               std::vector<TokenIndex>& trigger_words) {
    const std::size_t blank = frame.lemma.rfind(' ');
    if (blank == std::string::npos) return 0;
    const std::string_view first = std::string_view(frame.lemma).substr(0, blank);
    const TokenIndex before = words.before(trigger);
    if (before == no_token || (words.at(before).lower != first && words.at(before).lemma != first)) return -1;
    trigger_words.push_back(before);
    return pair_weight;
}

/// `support themselves`, `walled itself off`: it comes to nobody else, unless the frame speaks of such an
/// object
/// (`blew himself up`).
bool turns_on_itself(const ReportWords& words, const Arguments& arguments, const Frame& frame) {
    if (arguments.object == no_token || !is_reflexive(words, arguments.object)) return false;
    if (frame.recipients.empty() || frame.recipients.front().slot != Slot::object) return false;
    return std::none_of(
        frame.constraints.begin(), frame.constraints.end(), [&](const Constraint& constraint) {
            return !constraint.negated && constraint.places.front().slot == Slot::object && !constraint.any &&
                   std::find(constraint.words.begin(), constraint.words.end(),
                             words.at(arguments.object).lower) != constraint.words.end();
        });
}

int score_of(const ReportWords& words, const Arguments& arguments, const Frame& frame,
             std::vector<TokenIndex>& trigger_words) {
    if (frame.passive && !arguments.passive) return -1;
    if (!frame.type.empty() && turns_on_itself(words, arguments, frame)) return -1;
    int score = check_pair(words, frame, arguments.trigger, trigger_words);
    if (score < 0) return -1;
    for (const std::string& particle : frame.particles) {
        const TokenIndex found = particle_token(words, arguments.trigger, particle);
        if (found == no_token) return -1;
        trigger_words.push_back(found);
        score += particle_weight;
    }
    for (const Constraint& constraint : frame.constraints) {
        const int weight = check(words, arguments, constraint, trigger_words);
        if (weight < 0) return -1;
        score += weight;
    }
    return score;
}

} // namespace

FrameMatch match_frames(const ReportWords& words, const Arguments& arguments) {
    const Token& token = words.at(arguments.trigger);
    FrameMatch best;
    best.score = -1;
    for (const std::uint32_t index : words.lexicon().frames_of(token.lemma, token.pos)) {
        const Frame& frame = words.lexicon().frames()[index];
        std::vector<TokenIndex> trigger_words;
        const int score = score_of(words, arguments, frame, trigger_words);
        if (score > best.score) best = {&frame, score, std::move(trigger_words)};
    }
    return best;
}

} // namespace dateline::what

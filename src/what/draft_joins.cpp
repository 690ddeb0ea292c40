// Drafts that tell one act twice are joined: a light verb gives way to its noun (`held talks`), a noun to the
// verb that was typed by it (`imposed sanctions`), a result to its deed (`attacked …, killing five`).

#include "what/draft_joins.hpp"

#include <algorithm>

#include "what/clause_marks.hpp"

namespace dateline::what {

namespace {

bool typed_by_object(const Draft& draft) {
    if (!draft.typed()) return false;
    return std::any_of(draft.match.frame->constraints.begin(), draft.match.frame->constraints.end(),
                       [](const Constraint& c) {
                           return !c.negated && !c.any &&
                                  (c.places.front().slot == Slot::object || c.in_trigger);
                       });
}

/// `a pledge did not stop the bullet`: the verb does not carry its subject out.
bool acts_on_another(const ReportWords& words, const Draft& noun, const Draft& carrier) {
    const TokenIndex object = carrier.arguments.object;
    return words.at(noun.arguments.trigger).dep == Dep::nsubj && object != no_token &&
           words.at(object).lower != "place";
}

/// `raised concerns`: the noun names the act though it says too little to be typed by itself.
bool may_name(const ReportWords& words, const Draft& noun, std::string_view type) {
    const Token& token = words.at(noun.arguments.trigger);
    const auto frames = words.lexicon().frames_of(token.lemma, token.pos);
    return !noun.typed() && std::any_of(frames.begin(), frames.end(), [&](std::uint32_t f) {
        return words.lexicon().frames()[f].type == type;
    });
}

/// `Cooperation between X and Y was stepped up`: who works together steps it up.
void take_sides_of_noun(const Draft& noun, Draft& carrier) {
    const bool reciprocal = noun.type() == "CONSULT" || noun.type() == "COOPERATE";
    if (reciprocal && carrier.arguments.passive && carrier.roles.actors.empty() &&
        carrier.roles.recipients.empty())
        carrier.roles = noun.roles;
}

} // namespace

/// A noun and the verb it is the object or subject of, when they tell one act.
void join_with_carrier(const ReportWords& words, DraftTable& table, Draft& noun) {
    // a state tells no act: `took control`
    if (!noun.arguments.noun || noun.dropped || noun.minor) return;
    const Token& token = words.at(noun.arguments.trigger);
    if (token.dep == Dep::compound) { // `assassination attempt` is told by its head, where that has a type
        const Draft* head = table.at(token.head);
        noun.dropped = head != nullptr && head->typed() && head->type() == noun.type();
        return;
    }
    const bool carried = token.dep == Dep::dobj || token.dep == Dep::nsubjpass || token.dep == Dep::conj ||
                         token.dep == Dep::pobj || token.dep == Dep::attr || token.dep == Dep::nsubj;
    TokenIndex verb = noun.arguments.carrier;
    if (verb == no_token && carried) verb = clause_of(words, token.head);
    Draft* carrier = table.at(verb);
    if (carrier == nullptr || carrier == &noun) return;
    // `sentenced to two years' imprisonment`, `slapped with charges`: the verb told it
    const bool same = noun.typed() && !noun.mode.empty() && noun.type() == carrier->type() &&
                      noun.mode == carrier->mode && token.dep == Dep::pobj && token.head > verb &&
                      (words.at(token.head).lower == "to" || words.at(token.head).lower == "with") &&
                      words.at(token.head).head == verb;
    if (same) {
        noun.dropped = true;
        return;
    }
    const bool direct = carrier->arguments.object == noun.arguments.trigger ||
                        std::find(carrier->match.trigger_words.begin(), carrier->match.trigger_words.end(),
                                  noun.arguments.trigger) != carrier->match.trigger_words.end();
    if (typed_by_object(*carrier) && direct) {
        const Effect* effect = words.lexicon().governors().find(words.at(verb).lemma, 'v');
        const auto& phrase = carrier->match.trigger_words;
        const bool in_phrase =
            std::find(phrase.begin(), phrase.end(), noun.arguments.trigger) != phrase.end();
        const bool content = effect != nullptr && !effect->same && effect->status != "ongoing";
        if (content && noun.typed() && noun.type() != carrier->type()) return;
        const bool sets_on = in_phrase || carrier->type() == "ASSAULT";   // `set fire to`
        if (content && !noun.typed() && (effect->negative || !sets_on)) { // `blocked the merger`
            noun.minor = true;
            return;
        }
        noun.dropped = true;
        take_sides_of_noun(noun, *carrier);
        if (noun.type() == carrier->type() || (!in_phrase && may_name(words, noun, carrier->type())))
            carrier->named_by = noun.arguments.trigger;
    } else if (noun.arguments.carrier == verb && !carrier->typed() &&
               !acts_on_another(words, noun, *carrier) &&
               (noun.typed() ||
                // other light verbs stay when the noun has no type itself
                (words.lexicon().has(WordList::empty, words.at(verb).lemma) &&
                 carrier->arguments.second_object == no_token))) {
        carrier->minor = true; // `vowed to continue the war`: the two may differ
        carrier->told_by = noun.arguments.trigger;
    }
}

void drop_left_participle(const ReportWords& words, DraftTable& table, Draft& draft) {
    const Token& token = words.at(draft.arguments.trigger);
    if (token.tag != Tag::vbn || draft.type() != "ASSAULT") return;
    const TokenIndex verb = token.dep == Dep::acl ? words.at(token.head).head : token.head;
    const Draft* left = table.at(verb);
    if (left == nullptr || words.at(verb).lemma != "leave") return;
    const auto& told = left->arguments.complements;
    draft.dropped = std::find(told.begin(), told.end(), draft.arguments.trigger) != told.end();
}

void take_victims_of_clause(const ReportWords& words, DraftTable& table, Draft& deed) {
    if (!deed.arguments.noun || deed.type() != "ASSAULT" || !deed.roles.recipients.empty()) return;
    for (const TokenIndex c : words.parse().children(deed.arguments.trigger)) {
        const TokenIndex preposition = words.parse().child(c, Dep::prep);
        if (words.at(c).dep != Dep::relcl || preposition == no_token || words.at(preposition).lower != "in")
            continue;
        const TokenIndex which = words.parse().child(preposition, Dep::pobj);
        const Draft* clause = table.at(c);
        if (which == no_token || !is_relative_pronoun(words.at(which)) || clause == nullptr) continue;
        if (clause->type() == "ASSAULT") deed.roles.recipients = clause->roles.recipients;
    }
}

namespace {

/// `Air strikes by X hit a town`: the strikes are the act, the town is where it strikes.
bool join_impact(const ReportWords& words, DraftTable& table, Draft& impact) {
    if (impact.arguments.noun || impact.arguments.passive || impact.arguments.object == no_token)
        return false;
    if (!words.lexicon().has(WordList::impact, words.at(impact.arguments.trigger).lemma)) return false;
    Draft* deed = table.at(impact.arguments.subject);
    if (deed == nullptr || !deed->arguments.noun || deed->type() != "ASSAULT") return false;
    if (deed->roles.recipients.empty())
        deed->roles.recipients = with_conjuncts(words, impact.arguments.object);
    if (words.at(impact.arguments.subject).head == impact.arguments.trigger) { // the clause is the deed's
        deed->modality = impact.modality;
        deed->arguments.carrier = impact.arguments.trigger;
    }
    deed->counts.insert(deed->counts.end(), impact.counts.begin(), impact.counts.end());
    impact.dropped = true;
    return true;
}

/// `a shooting at offices in Lima that killed five`: parsers hang the clause at the last noun.
Draft* deed_above(const ReportWords& words, DraftTable& table, TokenIndex noun) {
    for (int i = 0; i < 4 && !words.is_actor(noun); ++i) {
        if (words.at(noun).dep != Dep::pobj) break;
        noun = words.at(words.at(noun).head).head;
        if (Draft* deed = table.at(noun); deed != nullptr && deed->arguments.noun) return deed;
    }
    return nullptr;
}

/// `killed 20, while 60 were abducted`: another act.
bool is_contrast(const ReportWords& words, TokenIndex verb) {
    const TokenIndex mark = words.parse().child(verb, Dep::mark);
    if (mark == no_token) return false;
    const std::string_view word = words.at(mark).lower;
    return word == "while" || word == "whereas" || word == "although" || word == "though";
}

Draft* deed_of(const ReportWords& words, DraftTable& table, const Draft& result) {
    const TokenIndex trigger = result.arguments.trigger;
    const Token& token = words.at(trigger);
    if ((token.dep == Dep::advcl || token.dep == Dep::conj || token.dep == Dep::relcl) &&
        token.head != trigger) {
        Draft* above = table.at(told_verb(words, token.head, trigger));
        if (above != nullptr && above->type() == "ASSAULT") return above;
        if (token.dep == Dep::relcl) above = deed_above(words, table, token.head);
        if (above != nullptr && above->type() == "ASSAULT") return above;
    }
    if (result.arguments.subject != no_token && !words.is_actor(result.arguments.subject)) {
        Draft* subject = table.at(result.arguments.subject); // `the bombing killed five`
        if (subject != nullptr) return subject;
    }
    for (const TokenIndex c : words.parse().children(trigger)) {
        if (words.at(c).dep == Dep::advcl && words.is_verb(c) && !is_contrast(words, c)) {
            Draft* below = table.at(c);
            if (below != nullptr && below->type() == "ASSAULT") return below;
        }
        if (words.at(c).dep == Dep::prep && words.at(c).lower == "in") { // `killed in an air strike`
            Draft* below = table.at(object_of_preposition(words, c));
            if (below != nullptr && below->type() == "ASSAULT") return below;
        }
    }
    return nullptr;
}

} // namespace

/// `attacked the market, killing five`; `were killed when gunmen attacked`: one act, the figures go to
/// the deed.
void join_result(const ReportWords& words, DraftTable& table, Draft& result) {
    const std::string_view lemma = words.at(result.arguments.trigger).lemma;
    if (join_impact(words, table, result)) return;
    if (lemma != "kill" && lemma != "wound" && lemma != "injure" && lemma != "leave") return;
    if (result.type() != "ASSAULT") return;
    Draft* deed = deed_of(words, table, result);
    if (deed == nullptr || deed->type() != "ASSAULT" || deed->modality.status != result.modality.status)
        return;
    deed->counts.insert(deed->counts.end(), result.counts.begin(), result.counts.end());
    const auto acts = [&](TokenIndex t) { return words.is_actor(t); };
    auto& hit = deed->roles.recipients;
    if (std::none_of(hit.begin(), hit.end(), acts)) { // the place was hit and the people in it
        hit.insert(hit.end(), result.roles.recipients.begin(), result.roles.recipients.end());
    }
    if (result.arguments.subject == deed->arguments.trigger)
        deed->arguments.carrier = result.arguments.trigger; // the clause is the deed's
    else if (deed->roles.actors.empty())
        deed->roles.actors = result.roles.actors;
    result.dropped = true;
}

} // namespace dateline::what

// Whether a weekday or a month lies behind or ahead is in the verb: its tense, its auxiliaries, the words of
// planning above it (`is expected to arrive on Monday`), and in `until`.

#include "when/tense.hpp"

#include "when/lexicon.hpp"

namespace dateline::when {

namespace {

constexpr int most_steps = 12; // a chain of heads that is longer says nothing of the time

/// The verb a token hangs on, itself included; `no_token` when there is none.
TokenIndex governing_verb(const Parse& parse, TokenIndex token) {
    for (int steps = 0; steps < most_steps; ++steps) {
        const Pos pos = parse.at(token).pos;
        if (pos == Pos::verb || pos == Pos::aux) return token;
        if (parse.at(token).head == token) return no_token;
        token = parse.at(token).head;
    }
    return no_token;
}

/// What the lexicon says of a token, by its lemma or its form.
template<typename Has>
bool is_kind(const Token& token, Has has) {
    return has(lexicon().find(token.lemma)) || has(lexicon().find(token.lower));
}

bool is_plan(const Token& token) {
    return is_kind(token, [](const WordInfo& info) { return info.is_plan; });
}

bool is_promise(const Token& token) {
    return is_kind(token, [](const WordInfo& info) { return info.is_promise; });
}

bool is_saying(const Token& token) {
    return is_kind(token, [](const WordInfo& info) { return info.is_saying; });
}

/// `is expected`, `are due`, `plans`, `have scheduled`: planning that still holds.
bool is_present_plan(const Parse& parse, TokenIndex verb) {
    if (!is_plan(parse.at(verb))) return false;
    const Tag tag = parse.at(verb).tag;
    if (tag == Tag::vbz || tag == Tag::vbp) return true;
    for (const TokenIndex child : parse.children(verb)) {
        const std::string_view word = parse.at(child).lower;
        if (word == "is" || word == "are" || word == "'s" || word == "'re" || word == "has" || word == "have")
            return true;
    }
    return false;
}

/// What stands above an infinitive: `is to meet`, `plans to meet`, `had hoped to meet`.
Direction above(const Parse& parse, TokenIndex verb, int steps);

Direction by_auxiliary(const Parse& parse, TokenIndex verb, int steps) {
    bool modal = false;
    for (const TokenIndex child : parse.children(verb)) {
        const Token& t = parse.at(child);
        if (t.dep != Dep::aux && t.dep != Dep::auxpass) continue;
        if (t.lower == "will" || t.lower == "'ll" || t.lower == "shall" || t.lower == "wo")
            return Direction::future;
        if (t.lower == "to" && parse.at(verb).head != verb) return above(parse, verb, steps);
        if (t.lower == "had" || t.lower == "was" || t.lower == "were" || t.lower == "did" ||
            t.lower == "has" || (t.lower == "have" && !modal))
            return Direction::past;
        if (t.lower == "have") return Direction::past; // would have met
        modal = modal || t.lower == "would" || t.lower == "may" || t.lower == "can" || t.lower == "could" ||
                t.lower == "might" || t.lower == "should" || t.lower == "must";
    }
    return modal ? Direction::expected : Direction::unknown;
}

/// `is heard`, `are meeting`.
bool is_present(const Parse& parse, TokenIndex verb) {
    for (const TokenIndex child : parse.children(verb)) {
        const Token& t = parse.at(child);
        const std::string_view word = t.lower;
        if ((t.dep == Dep::aux || t.dep == Dep::auxpass) &&
            (word == "is" || word == "are" || word == "'re" || word == "'s" || word == "am"))
            return true;
    }
    return false;
}

Direction of_verb(const Parse& parse, TokenIndex verb, int steps) {
    if (steps > most_steps) return Direction::unknown;
    if (is_present_plan(parse, verb)) return Direction::future;
    if (const Direction found = by_auxiliary(parse, verb, steps); found != Direction::unknown) return found;
    const Token& t = parse.at(verb);
    switch (t.tag) {
    case Tag::vbn:
        if (is_present(parse, verb)) return Direction::expected;
        [[fallthrough]];
    case Tag::vbd: return Direction::past;
    case Tag::vbg:
        if (is_present(parse, verb)) return Direction::expected;
        break;
    case Tag::vbz:
    case Tag::vbp: return is_saying(t) ? Direction::unknown : Direction::expected;
    default: break;
    }
    if (t.dep == Dep::root || t.head == verb || (t.tag != Tag::vbg && t.tag != Tag::vb))
        return Direction::unknown;
    const TokenIndex upper = governing_verb(parse, t.head);
    return upper == no_token || upper == verb ? Direction::unknown : of_verb(parse, upper, steps + 1);
}

Direction above(const Parse& parse, TokenIndex verb, int steps) {
    const TokenIndex head = parse.at(verb).head;
    const Token& t = parse.at(head);
    // `announced talks to be held in May`
    const Dep dep = parse.at(verb).dep;
    if ((dep == Dep::acl || dep == Dep::relcl || t.lemma == "announce") &&
        parse.has_child(verb, Dep::auxpass))
        return Direction::future;
    if (is_plan(t)) {
        // `had been scheduled to expire on Friday`, `had been due to expire` are behind
        const TokenIndex planned = t.pos == Pos::adj ? t.head : head;
        for (const TokenIndex child : parse.children(planned))
            if (parse.at(child).lower == "had") return Direction::past;
        return Direction::future;
    }
    if (t.lower == "is" || t.lower == "are" || t.lower == "'s") return Direction::future;
    // `promised to return in May`: on either side; of a weekday mostly the day of the promise
    if (is_promise(t) && parse.at(verb).dep == Dep::xcomp) return Direction::unknown;
    const TokenIndex upper = governing_verb(parse, head);
    return upper == no_token || upper == verb ? Direction::unknown : of_verb(parse, upper, steps + 1);
}

/// True for the day of `Tuesday's ruling`, unless the ruling is the subject of the verb, whose tense then
/// tells of it: `Tuesday's vote will be close`.
bool is_owner(const Parse& parse, TokenIndex token) {
    if (parse.at(token).dep != Dep::poss) return false;
    const Dep owned = parse.at(parse.at(token).head).dep;
    return owned != Dep::nsubj && owned != Dep::nsubjpass;
}

/// `they planned a march on Saturday`; `on Saturday they planned a march` is behind.
bool is_planned_for(const Parse& parse, TokenIndex verb, TokenIndex token) {
    const Token& t = parse.at(verb);
    return token > verb && t.tag == Tag::vbd &&
           (t.lemma == "plan" || t.lemma == "schedule" || t.lemma == "postpone");
}

/// `the November election`, `a June 1 deadline`: the noun's own day, whatever the verb tells.
bool is_day_of_event(const Parse& parse, TokenIndex token) {
    const Token& t = parse.at(token);
    if (t.dep != Dep::compound && t.dep != Dep::nmod && t.dep != Dep::amod) return false;
    return is_kind(parse.at(t.head), [](const WordInfo& info) { return info.is_event; });
}

/// `was dismissed on Feb. 13`, `an interview held in May`: the day stands beside a verb of the past that
/// tells of it and plans nothing.
bool has_happened(const Parse& parse, TokenIndex token) {
    const Token& t = parse.at(token);
    TokenIndex verb = t.dep == Dep::npadvmod ? t.head : no_token;
    if (t.dep == Dep::pobj) {
        const Token& preposition = parse.at(t.head);
        if (preposition.dep == Dep::prep && (preposition.lower == "on" || preposition.lower == "in"))
            verb = preposition.head;
    }
    if (verb == no_token || parse.at(verb).pos != Pos::verb) return false;
    const Token& told = parse.at(verb);
    return (told.tag == Tag::vbd || told.tag == Tag::vbn) && !is_plan(told) && !is_promise(told);
}

} // namespace

Direction direction_of(const Parse& parse, TokenIndex token) {
    const Token& preposition = parse.at(parse.at(token).head);
    const bool until =
        preposition.lower == "until" || preposition.lower == "till" || preposition.lower == "through";
    // `since Tuesday` is behind, and so is mostly what has a day for its owner: `Tuesday's ruling`.
    if (preposition.lower == "since") return Direction::past;
    if (preposition.lower == "effective") return Direction::unknown; // `effective Jan. 1`: the nearest
    if (is_owner(parse, token)) return Direction::past;
    const TokenIndex verb = governing_verb(parse, token);
    const Direction found = verb == no_token                     ? Direction::unknown
                            : is_planned_for(parse, verb, token) ? Direction::expected
                                                                 : of_verb(parse, verb, 0);
    if (found == Direction::past && is_day_of_event(parse, token)) return Direction::unknown;
    if (found == Direction::past && has_happened(parse, token)) return Direction::happened;
    if (!until) return found;
    // `gave them until March`: what was given in the past may last longer. A weekday stays behind, a month is
    // the nearest.
    return found == Direction::past ? Direction::unknown : Direction::future;
}

} // namespace dateline::when

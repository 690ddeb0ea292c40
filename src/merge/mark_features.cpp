// What tells one happening from another of its kind when words, people and days do not: another thing, people
// of another country, another magnitude or score, another year, `another` itself, one or many of them, or the
// same two with their parts exchanged.

#include <algorithm>

#include "merge/sorted.hpp"
#include "merge/tally.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

using enum PairFeature;

template<typename T>
bool are_apart(const std::vector<T>& one, const std::vector<T>& other) {
    return !one.empty() && !other.empty() && !share(one, other);
}

/// Whether two sides have an actor or a word in common.
bool meet(const SideView& one, const SideView& other) {
    return share(one.actors, other.actors) || share(one.words, other.words);
}

void compare_things(const ClaimView& one, const ClaimView& other, Tally& tally) {
    const PhraseMarks &a = one.marks, &b = other.marks;
    if (a.thing_noun != 0 && b.thing_noun != 0) {
        const bool is_same_noun = a.thing_noun == b.thing_noun;
        tally.add(is_same_noun ? same_thing : share(a.thing, b.thing) ? like_thing : other_thing);
        return;
    }
    // `captured the boats` and `captured the pirates`
    const auto is_thing_to_party = [](const ClaimView& thing, const ClaimView& party) {
        return thing.marks.thing_noun != 0 && thing.recipients.actors.empty() &&
               !party.recipients.actors.empty() && !share(thing.marks.thing, party.recipients.words);
    };
    if (is_thing_to_party(one, other) || is_thing_to_party(other, one)) tally.add(thing_or_party);
}

/// In `X shelled Y` and `Y shelled X` the same two have exchanged their parts.
void compare_direction(const ClaimView& one, const ClaimView& other, Tally& tally) {
    constexpr std::uint64_t consult = hash_text("CONSULT");
    // `beat` and `lost to` turn the same two around and mean one game
    if (one.type == consult || other.type == consult || one.key != other.key) return;
    const bool is_crossed = meet(one.actors, other.recipients) || meet(one.recipients, other.actors);
    if (is_crossed && !meet(one.actors, other.actors) && !meet(one.recipients, other.recipients))
        tally.add(turned_around);
}

void compare_measures(const std::vector<Measure>& one, const std::vector<Measure>& other, Tally& tally) {
    if (one.empty() || other.empty()) return;
    if (share(one, other)) {
        tally.add(same_measure);
        return;
    }
    const bool is_one_kind = std::any_of(one.begin(), one.end(), [&](const Measure& a) {
        return std::any_of(other.begin(), other.end(), [&](const Measure& b) { return a.kind == b.kind; });
    });
    if (is_one_kind) tally.add(other_measure);
}

void compare_near_years(const PhraseMarks& one, const PhraseMarks& other, Tally& tally) {
    if (one.years[0] == 0 || other.years[0] == 0) return;
    const bool is_shared = std::any_of(one.years.begin(), one.years.end(), [&](std::uint16_t year) {
        return year != 0 && std::find(other.years.begin(), other.years.end(), year) != other.years.end();
    });
    tally.add(is_shared ? same_near_year : other_near_year);
}

bool differ(Number one, Number other) {
    return one != Number::unknown && other != Number::unknown && one != other;
}

} // namespace

void compare_marks(const ClaimView& one, const ClaimView& other, Tally& tally) {
    const PhraseMarks &a = one.marks, &b = other.marks;
    compare_things(one, other, tally);
    compare_direction(one, other, tally);
    compare_measures(a.measures, b.measures, tally);
    compare_near_years(a, b, tally);
    if (are_apart(a.actor_nations, b.actor_nations)) tally.add(other_actor_nation);
    if (are_apart(a.recipient_nations, b.recipient_nations)) tally.add(other_recipient_nation);
    if (differ(a.actors, b.actors)) tally.add(one_or_more_actors);
    if (differ(a.recipients, b.recipients)) tally.add(one_or_more_recipients);
    if (a.order != b.order) tally.add(other_ordinal);
}

} // namespace dateline::merge

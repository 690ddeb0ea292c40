// Whom two meetings have in common, and whom each has beside them: the sides are pooled, since either may be
// named first. A meeting without a counterpart may be any of its traveller's, unless it is held where the
// other's counterpart is at home; a report that counts up meetings means none of them alone.

#include <algorithm>
#include <iterator>

#include "merge/evidence.hpp"
#include "merge/sorted.hpp"
#include "merge/tally.hpp"
#include "merge/trigger.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

using enum PairFeature;

bool lacks(const std::vector<std::uint16_t>& some, const std::vector<std::uint16_t>& all) {
    return !std::includes(some.begin(), some.end(), all.begin(), all.end());
}

/// `met leaders of Israel and Turkey` counts up meetings, one of which another claim may be.
bool is_round_of(const ClaimView& round, const ClaimView& meeting) {
    const auto &all = round.marks.recipient_nations, &one = meeting.marks.recipient_nations;
    return all.size() > 1 && !one.empty() && lacks(one, all);
}

} // namespace

bool is_meeting(const ClaimView& claim) {
    constexpr std::uint64_t consult = hash_text("CONSULT"), visit = hash_text("visit");
    static const std::uint64_t meeting = hash_text(trigger_key("meet"));
    return claim.type == consult ? claim.mode != visit : claim.type == 0 && claim.key == meeting;
}

bool are_meetings_of_two(const ClaimView& one, const ClaimView& other) {
    return is_meeting(one) && is_meeting(other) && shared_count(one.parties, other.parties, 2) == 2;
}

/// A meeting that names nobody is held where the others are at home.
bool Comparer::is_hosted(const ClaimView& open, const std::vector<std::size_t>& nobody,
                         const std::vector<std::size_t>& others) const {
    if (!nobody.empty() || open.country.empty()) return false;
    return std::any_of(others.begin(), others.end(),
                       [&](std::size_t actor) { return m_actors.actors[actor].country == open.country; });
}

/// In a meeting the sides are pooled: whom each has beside those they share.
void Comparer::compare_counterparts(const ClaimView& one, const ClaimView& other,
                                    const std::vector<std::size_t>& shared, Tally& tally) const {
    const auto rest = [&](const ClaimView& view) {
        std::vector<std::size_t> out;
        std::set_difference(view.parties.begin(), view.parties.end(), shared.begin(), shared.end(),
                            std::back_inserter(out));
        return out;
    };
    const auto mine = rest(one), theirs = rest(other);
    const auto has_person = [&](const std::vector<std::size_t>& side) {
        return std::any_of(side.begin(), side.end(),
                           [&](std::size_t actor) { return is_named_person(actor); });
    };
    if (shared.empty() && !mine.empty() && !theirs.empty() && has_person(mine) != has_person(theirs))
        tally.add(group_for_person);
    if (shared.size() > 1 && mine.empty() != theirs.empty() && (has_person(mine) || has_person(theirs)))
        tally.add(wider_meeting);
    if (is_round_of(one, other) || is_round_of(other, one)) tally.add(round_of_meetings);
    if (is_hosted(one, mine, theirs) || is_hosted(other, theirs, mine)) tally.add(host);
    if (mine.empty() || theirs.empty()) {
        const bool is_one_talk = one.sentence == other.sentence && !shared.empty();
        if (is_one_talk) tally.add(talks_of_meeting);
        if (shared.size() < 2 && !is_one_talk) tally.add(lone_party);
        if (shared.empty()) tally.add(nobody_shared);
        return;
    }
    if (shared.empty()) tally.add(nobody_shared);
    const bool mine_are_fewer = mine.size() <= theirs.size();
    switch (worst_fit(mine_are_fewer ? mine : theirs, mine_are_fewer ? theirs : mine)) {
    case Fit::other: tally.add(never); break;
    case Fit::open: tally.add(open_counterpart); break;
    default: break;
    }
}

} // namespace dateline::merge

// Days go first. Reports list stops in the order of the journey (`travelled to Israel, Jordan and Iraq`), a
// journey has its start before its end (`from Oslo to Rome`), and `after` turns the order of two journeys of
// a sentence round (`the visit to Iraq follows visits to Israel and Jordan`).

#include "merge/itinerary_order.hpp"

#include <algorithm>

namespace dateline::merge {

namespace {

bool names_before(const Naming& a, const Naming& b) {
    if (a.report != b.report) return false;
    if (a.trigger == b.trigger) return a.place < b.place;
    if (a.sentence != b.sentence) return false;
    return a.trigger < b.trigger ? !b.after : a.after;
}

/// True when some report names the first before the second.
bool is_before(const StopDraft& one, const StopDraft& other) {
    for (const Naming& a : one.namings)
        for (const Naming& b : other.namings)
            if (names_before(a, b)) return true;
    return false;
}

using Drafts = std::vector<StopDraft*>;

/// Puts an undated stop before the first one that a report names behind it, else behind the last one named
/// before it; false when no report names it with any of them.
bool place_among(StopDraft* draft, Drafts& order) {
    const auto next = std::find_if(order.begin(), order.end(), [&](const StopDraft* other) {
        return is_before(*draft, *other) && !is_before(*other, *draft);
    });
    const auto last = std::find_if(order.rbegin(), order.rend(), [&](const StopDraft* other) {
        return is_before(*other, *draft) && !is_before(*draft, *other);
    });
    if (next != order.end())
        order.insert(next, draft);
    else if (last != order.rend())
        order.insert(last.base(), draft);
    else
        return false;
    return true;
}

/// Before the first stop that may be of the same journey.
void place_by_telling(StopDraft* draft, Drafts& done) {
    constexpr std::int32_t most_days_told = 14; // after it was made
    const auto next = std::find_if(done.begin(), done.end(), [&](const StopDraft* other) {
        const std::int32_t from = day_number(other->stop.from);
        return from != unknown_day &&
               (draft->first_told == unknown_day || from >= draft->first_told - most_days_told);
    });
    done.insert(next, draft);
}

void place_undated(Drafts& undated, Drafts& done) {
    for (StopDraft* draft : undated)
        if (!place_among(draft, done)) place_by_telling(draft, done);
}

} // namespace

void StopDraft::add_days(std::size_t from_report, const std::string& from, const std::string& to,
                         DaySource by) {
    const bool is_plan = by == DaySource::plan || by == DaySource::loose_plan;
    if (stop.from.empty() || by < source || (by == source && is_plan && from_report != report)) {
        stop.from = from;
        stop.to = to;
        source = by;
    } else if (by == source && (by == DaySource::told || by == DaySource::plan)) {
        stop.from = std::min(stop.from, from);
        stop.to = std::max(stop.to, to);
    }
    report = from_report;
}

void StopDraft::add_telling(std::int32_t published) {
    if (published == unknown_day) return;
    first_told = first_told == unknown_day ? published : std::min(first_told, published);
    last_told = std::max(last_told, published); // what is unknown is before all days
}

void StopDraft::prove(StatusChange telling) {
    const bool is_surer = telling.status == "happened" && proof.status != "happened";
    const bool is_earlier = telling.status == proof.status && telling.published < proof.published;
    if (proof.status.empty() || is_surer || is_earlier) proof = std::move(telling);
}

std::vector<Stop> in_order(std::vector<StopDraft>& drafts) {
    Drafts done, undated, ahead;
    for (StopDraft& draft : drafts)
        (draft.stop.status != "happened" ? ahead
         : draft.stop.from.empty()       ? undated
                                         : done)
            .push_back(&draft);
    const auto by_day = [](const StopDraft* a, const StopDraft* b) {
        if (a->stop.from.empty() != b->stop.from.empty()) return b->stop.from.empty();
        return a->stop.from < b->stop.from;
    };
    std::stable_sort(done.begin(), done.end(), by_day);
    std::stable_sort(ahead.begin(), ahead.end(), by_day);
    std::stable_sort(undated.begin(), undated.end(),
                     [](const StopDraft* a, const StopDraft* b) { return a->first_told < b->first_told; });
    for (std::size_t i = 1; i < done.size(); ++i)
        for (std::size_t k = i; k > 0 && done[k]->stop.from == done[k - 1]->stop.from &&
                                is_before(*done[k], *done[k - 1]) && !is_before(*done[k - 1], *done[k]);
             --k)
            std::swap(done[k], done[k - 1]);
    place_undated(undated, done);
    done.insert(done.end(), ahead.begin(), ahead.end());
    std::vector<Stop> stops;
    for (StopDraft* draft : done) stops.push_back(std::move(draft->stop));
    return stops;
}

} // namespace dateline::merge

// Where reports contradict each other. Two sides of a dispute are two voices; one voice that says something
// new has changed its mind. A toll that only grows is an update. Figures that are each other's rounding,
// places that lie in each other and neighbouring days are no contradiction.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>

#include "merge/telling.hpp"

namespace dateline::merge {

namespace {

bool is_fact(const Telling& telling) {
    return telling.claim->status == "happened" || telling.claim->status == "ongoing";
}

/// Both name one party or one place, or one of them names nobody and nothing: a dispute needs two tellings
/// that surely mean one thing.
bool have_common_ground(const Telling& one, const Telling& other) {
    const auto &a = one.view->parties, &b = other.view->parties;
    std::vector<std::size_t> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    if (!shared.empty()) return true;
    if (!one.view->place.empty() && one.view->place == other.view->place) return true;
    return a.empty() || b.empty();
}

struct Figure {
    double low = 0, high = 0;
    const Telling* telling = nullptr;
};

/// Of each report the largest figure of each kind: three of the four are no figure of its own.
std::map<std::string, std::vector<Figure>> figures_of(const std::vector<Telling>& tellings) {
    std::map<std::string, std::vector<Figure>> out;
    for (const Telling& telling : tellings) {
        if (!telling.is_current || !is_fact(telling)) continue;
        for (const Count& count : telling.claim->counts) {
            auto& list = out[count.what];
            const bool same_report =
                !list.empty() && list.back().telling->view->report == telling.view->report;
            if (!same_report)
                list.push_back({count.low, count.high, &telling});
            else if (count.low > list.back().low)
                list.back() = {count.low, count.high, &telling};
        }
    }
    return out;
}

bool are_alike(const Figure& one, const Figure& other) {
    if (one.low <= other.high && other.low <= one.high) return true;
    constexpr double rounding = 0.1, least_rounded = 20;
    const double larger = std::max(one.low, other.low);
    return larger >= least_rounded && std::abs(one.low - other.low) <= rounding * larger;
}

/// Two figures of two voices that cannot both be right, the later one being no higher toll.
bool contradict(const Figure& earlier, const Figure& later) {
    if (earlier.telling->origin == later.telling->origin ||
        earlier.telling->voucher() == later.telling->voucher() || are_alike(earlier, later) ||
        !have_common_ground(*earlier.telling, *later.telling))
        return false;
    const bool grows = later.low > earlier.low && later.telling->day() > earlier.telling->day();
    return !grows;
}

/// Collects the sides of one dispute by their value.
class Sides {
  public:
    explicit Sides(std::string field) : m_dispute{std::move(field), {}} {}

    void add(const std::string& value, const Telling& telling, bool is_number = false) {
        auto side = std::find_if(m_dispute.values.begin(), m_dispute.values.end(),
                                 [&](const DisputedValue& known) { return known.value == value; });
        if (side == m_dispute.values.end())
            side = m_dispute.values.insert(side, {value, is_number, {}, {}, telling.day()});
        side->claims.push_back(telling.member);
        const std::string voucher = telling.voucher();
        if (std::find(side->said_by.begin(), side->said_by.end(), voucher) == side->said_by.end())
            side->said_by.push_back(voucher);
    }

    void finish(Event& event) {
        if (m_dispute.values.size() > 1) event.disputes.push_back(std::move(m_dispute));
    }

  private:
    Dispute m_dispute;
};

void dispute_figures(Event& event, const std::string& what, const std::vector<Figure>& figures) {
    bool is_disputed = false;
    for (std::size_t later = 1; later < figures.size() && !is_disputed; ++later)
        for (std::size_t earlier = 0; earlier < later && !is_disputed; ++earlier)
            is_disputed = contradict(figures[earlier], figures[later]);
    if (!is_disputed) return;
    Sides sides(what);
    for (const Figure& figure : figures) sides.add(fmt::format("{}", figure.low), *figure.telling, true);
    sides.finish(event);
}

/// Some say it happened, others that it did not.
void dispute_occurrence(Event& event, const std::vector<Telling>& tellings) {
    std::vector<const Telling*> yes, no;
    for (const Telling& telling : tellings) {
        if (!telling.is_current) continue;
        if (event.type.empty() && telling.view->is_plain_key)
            return; // `got`, `went`: too little to dispute about
        const std::string& status = telling.claim->status;
        if (telling.claim->polarity == "negative" && (status == "denied" || status == "happened"))
            no.push_back(&telling);
        else if (telling.claim->polarity != "negative" && is_fact(telling))
            yes.push_back(&telling);
    }
    bool is_disputed = false;
    for (const Telling* one : yes)
        for (const Telling* other : no) is_disputed = is_disputed || have_common_ground(*one, *other);
    if (!is_disputed) return;
    Sides sides("occurrence");
    for (const Telling* telling : yes) sides.add("happened", *telling);
    for (const Telling* telling : no) sides.add("did not happen", *telling);
    sides.finish(event);
}

double distance_km(const Place& one, const Place& other) {
    constexpr double radius = 6371.0, degree = 3.14159265358979323846 / 180;
    const double x = std::sin((other.lat - one.lat) * degree / 2);
    const double y = std::sin((other.lon - one.lon) * degree / 2);
    const double h = x * x + std::cos(one.lat * degree) * std::cos(other.lat * degree) * y * y;
    return 2 * radius * std::asin(std::sqrt(std::min(1.0, h)));
}

const Place* spot_of(const Telling& telling) {
    if (telling.claim->place < 0) return nullptr;
    const Place& place = telling.coded->places[static_cast<std::size_t>(telling.claim->place)];
    return place.resolved && (place.precision == "city" || place.precision == "point") ? &place : nullptr;
}

/// Towns of two voices that lie far apart.
void dispute_place(Event& event, const std::vector<Telling>& tellings) {
    constexpr double least_km = 60;
    std::vector<const Telling*> spots;
    bool is_disputed = false;
    for (const Telling& telling : tellings) {
        const Place* place = telling.is_current ? spot_of(telling) : nullptr;
        if (place == nullptr) continue;
        for (const Telling* other : spots)
            is_disputed = is_disputed || (other->origin != telling.origin &&
                                          distance_km(*place, *spot_of(*other)) > least_km);
        spots.push_back(&telling);
    }
    if (!is_disputed) return;
    Sides sides("place");
    for (const Telling* telling : spots) sides.add(spot_of(*telling)->name, *telling);
    sides.finish(event);
}

/// Single days of two voices that are two or more apart: of what happened once, not of what goes on.
void dispute_date(Event& event, const std::vector<Telling>& tellings) {
    constexpr std::int32_t least_days = 2;
    std::vector<const Telling*> dated;
    bool is_disputed = false;
    for (const Telling& telling : tellings) {
        const ClaimView& view = *telling.view;
        if (telling.claim->status == "ongoing" || (event.type.empty() && view.is_plain_key)) return;
        if (!telling.is_current || view.first_day == unknown_day || view.first_day != view.last_day ||
            telling.claim->status != "happened")
            continue;
        for (const Telling* other : dated)
            is_disputed = is_disputed || (other->origin != telling.origin &&
                                          std::abs(other->view->first_day - view.first_day) >= least_days &&
                                          have_common_ground(*other, telling));
        dated.push_back(&telling);
    }
    if (!is_disputed) return;
    Sides sides("date");
    for (const Telling* telling : dated) sides.add(telling->claim->from, *telling);
    sides.finish(event);
}

/// Who did it, of an attack: named doers of two voices who have nothing to do with each other.
void dispute_doer(Event& event, const std::vector<Telling>& tellings, const ActorTable& actors) {
    if (event.type != "ASSAULT") return;
    const auto doer = [&](const Telling& telling) -> const MergedActor* {
        const auto& side = telling.view->actors.actors;
        return side.size() == 1 && actors.is_named[side.front()] ? &actors.actors[side.front()] : nullptr;
    };
    const auto suffers = [&](const Telling& telling, const MergedActor& actor) {
        const auto& side = telling.view->recipients.actors;
        return std::any_of(side.begin(), side.end(),
                           [&](std::size_t index) { return actors.actors[index].id == actor.id; });
    };
    // In a war each side attacks the other: no dispute about who did it.
    const auto differ = [&](const Telling& a, const Telling& b) {
        const MergedActor &one = *doer(a), &other = *doer(b);
        return !one.country.empty() && !other.country.empty() && one.country != other.country &&
               !suffers(a, other) && !suffers(b, one) && have_common_ground(a, b);
    };
    std::vector<const Telling*> told;
    bool is_disputed = false;
    for (const Telling& telling : tellings) {
        if (!telling.is_current || telling.claim->status != "happened" || doer(telling) == nullptr) continue;
        for (const Telling* other : told)
            is_disputed = is_disputed || (other->origin != telling.origin && differ(*other, telling));
        told.push_back(&telling);
    }
    if (!is_disputed) return;
    Sides sides("actors");
    for (const Telling* telling : told) sides.add(doer(*telling)->name, *telling);
    sides.finish(event);
}

} // namespace

void tell_counts(Event& event, const std::vector<Telling>& tellings) {
    for (const auto& [what, list] : figures_of(tellings)) {
        MergedCount merged{what, list.front().low, list.front().high, list.back().low};
        std::map<double, std::set<std::string>> voices;
        for (const Figure& figure : list) {
            merged.low = std::min(merged.low, figure.low);
            merged.high = std::max(merged.high, figure.high);
            voices[figure.low].insert(figure.telling->origin);
        }
        // The latest figure, unless more voices give another that is no older.
        const std::string last_day = list.back().telling->day();
        for (const Figure& figure : list)
            if (figure.telling->day() == last_day && voices[figure.low].size() > voices[merged.best].size())
                merged.best = figure.low;
        event.counts.push_back(merged);
    }
}

void tell_disputes(Event& event, const std::vector<Telling>& tellings, const ActorTable& actors) {
    constexpr std::size_t most_tellings = 400; // what is told more often than that is no single event
    if (tellings.size() < 2 || tellings.size() > most_tellings) return;
    dispute_occurrence(event, tellings);
    for (const auto& [what, list] : figures_of(tellings)) dispute_figures(event, what, list);
    dispute_place(event, tellings);
    dispute_date(event, tellings);
    dispute_doer(event, tellings, actors);
}

} // namespace dateline::merge

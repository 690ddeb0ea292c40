#include "merge/same_happening.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace dateline::merge {

namespace {

constexpr double most_km_of_spot = 60;

template<typename T>
bool intersect(const std::vector<T>& one, const std::vector<T>& other) {
    for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
        if (*a < *b)
            ++a;
        else if (*b < *a)
            ++b;
        else
            return true;
    }
    return false;
}

/// Sides agree when one of them is open or they have an actor or a word in common.
bool sides_agree(const SideView& one, const SideView& other) {
    if (one.words.empty() && one.actors.empty()) return true;
    if (other.words.empty() && other.actors.empty()) return true;
    return intersect(one.actors, other.actors) || intersect(one.words, other.words);
}

bool share_day(const ClaimView& one, const ClaimView& other) {
    return one.first_day != unknown_day && one.first_day == one.last_day &&
           one.first_day == other.first_day && one.last_day == other.last_day;
}

} // namespace

const Place* spot_of(const Telling& telling) {
    if (telling.claim->place < 0) return nullptr;
    const Place& place = telling.coded->places[static_cast<std::size_t>(telling.claim->place)];
    return place.resolved && (place.precision == "city" || place.precision == "point") ? &place : nullptr;
}

double distance_km(const Place& one, const Place& other) {
    constexpr double radius = 6371.0, degree = std::numbers::pi / 180;
    const double x = std::sin((other.lat - one.lat) * degree / 2);
    const double y = std::sin((other.lon - one.lon) * degree / 2);
    const double h = x * x + std::cos(one.lat * degree) * std::cos(other.lat * degree) * y * y;
    return 2 * radius * std::asin(std::sqrt(std::min(1.0, h)));
}

bool days_agree(const Telling& one, const Telling& other) {
    constexpr std::int32_t slack = 1; // the night, another time zone
    const ClaimView &a = *one.view, &b = *other.view;
    if (a.first_day == unknown_day || b.first_day == unknown_day) return true;
    return a.first_day <= b.last_day + slack && b.first_day <= a.last_day + slack;
}

bool places_agree(const Telling& one, const Telling& other) {
    const ClaimView &a = *one.view, &b = *other.view;
    if (a.place.empty() || b.place.empty() || a.place == b.place || a.is_region || b.is_region) return true;
    if (a.country != b.country) return false;
    const Place *here = spot_of(one), *there = spot_of(other);
    return here == nullptr || there == nullptr || distance_km(*here, *there) <= most_km_of_spot;
}

bool share_named_party(const Telling& one, const Telling& other, const ActorTable& actors) {
    const auto shared = [&](const SideView& a, const SideView& b) {
        return std::any_of(a.actors.begin(), a.actors.end(), [&](std::size_t actor) {
            return actors.is_named[actor] && std::binary_search(b.actors.begin(), b.actors.end(), actor);
        });
    };
    return shared(one.view->actors, other.view->actors) ||
           shared(one.view->recipients, other.view->recipients);
}

bool is_one_happening(const Telling& one, const Telling& other, const ActorTable& actors, Apart apart) {
    if (apart != Apart::day && !days_agree(one, other)) return false;
    if (apart != Apart::place && !places_agree(one, other)) return false;
    if (apart != Apart::doer && !sides_agree(one.view->actors, other.view->actors)) return false;
    if (!sides_agree(one.view->recipients, other.view->recipients)) return false;
    if (share_named_party(one, other, actors)) return true;
    if (apart != Apart::place && spot_of(one) != nullptr && one.view->place == other.view->place) return true;
    return apart != Apart::day && apart != Apart::place && share_day(*one.view, *other.view);
}

} // namespace dateline::merge

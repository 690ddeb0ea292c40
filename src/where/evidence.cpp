#include "where/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::where {

Direction direction_of(const PlaceRecord& place) {
    constexpr float degree = std::numbers::pi_v<float> / 180;
    const float lat = place.lat * degree;
    const float lon = place.lon * degree;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

double closeness(const Direction& a, const Direction& b, float reach) {
    constexpr float earth_radius = 6371; // km
    constexpr float half_at = 40;        // km
    const float dx = a.x - b.x;
    const float dy = a.y - b.y;
    const float dz = a.z - b.z;
    const float km = earth_radius * std::sqrt(dx * dx + dy * dy + dz * dz); // the chord: near enough
    return half_at / (half_at + std::max(0.0F, km - reach));
}

namespace {

/// What a division of so many people has of the standing of a big one: nothing at ten thousand, all at a
/// million. Jamaica's parish of Manchester is none beside the city.
double standing(std::uint32_t people) {
    return std::clamp((std::log10(static_cast<double>(people) + 1.0) - 4) / 2, 0.0, 1.0);
}

/// A town with ten names in the languages of the world is an ordinary one. A tenfold number is worth
/// `weights.fame`: Geneva on its lake is spoken of farther than the Genevas of Illinois and New York.
double fame_prior(const PlaceRecord& place) {
    if (place.kind != PlaceKind::city) return 0;
    return weights.fame * (std::log10(static_cast<double>(place.names) + 1.0) - 1);
}

double kind_prior(const PlaceRecord& place) {
    switch (place.kind) {
    case PlaceKind::country: return weights.country;
    case PlaceKind::admin1: return weights.admin1 * standing(place.population);
    case PlaceKind::admin2: return weights.admin2;
    case PlaceKind::point: return weights.point;
    case PlaceKind::city:
        return fame_prior(place) + weights.capital * place.is_capital +
               (place.role == Role::seat ? weights.seat : 0) + (place.role == Role::part ? weights.part : 0);
    case PlaceKind::region: return place.population > 0 ? 0 : weights.region - 1;
    case PlaceKind::water:
    case PlaceKind::mountain: return place.population > 0 ? 0 : weights.water - 1;
    case PlaceKind::area: return place.population > 0 ? 0 : weights.area - 1;
    case PlaceKind::building: return place.population > 0 ? 0 : weights.building - 1;
    }
    return 0;
}

} // namespace

double hint_prior(PlaceKind kind, KindHint hint) {
    switch (hint) {
    case KindHint::none: return 0;
    case KindHint::city: return kind == PlaceKind::city ? weights.hint : 0;
    case KindHint::county: return kind == PlaceKind::admin2 ? weights.hint + 1 : 0;
    case KindHint::university: return kind == PlaceKind::admin1 ? weights.hint : 0;
    case KindHint::division: return kind == PlaceKind::admin1 || kind == PlaceKind::area ? weights.hint : 0;
    }
    return 0;
}

double people_prior(const PlaceRecord& place) {
    return weights.population * std::log10(static_cast<double>(place.population) + 10.0);
}

double prior(const PlaceRecord& place, NameRank rank) {
    double score = people_prior(place) + kind_prior(place);
    // Neither fame nor standing as a capital under a name of the past or of another language: Salisbury is
    // not Harare.
    if (rank == NameRank::other)
        score += weights.other_name - weights.capital * place.is_capital - std::max(0.0, fame_prior(place));
    if (rank == NameRank::part) score += weights.part_name;
    return score;
}

bool can_hold(const PlaceRecord& place) {
    return place.kind == PlaceKind::country || place.kind == PlaceKind::admin1 ||
           place.kind == PlaceKind::admin2 || place.kind == PlaceKind::area;
}

bool holds(const PlaceRecord& outer, const PlaceRecord& inner) {
    constexpr float area_reach = 4;      // degrees
    constexpr float county_reach = 0.7F; // degrees
    switch (outer.kind) {
    case PlaceKind::country:
        return outer.country_code() == inner.country_code() && inner.kind != PlaceKind::country;
    case PlaceKind::admin1:
        return outer.division != 0 && outer.division == inner.division && inner.kind != PlaceKind::admin1;
    case PlaceKind::admin2:
        return outer.division != 0 && outer.division == inner.division && inner.kind == PlaceKind::city &&
               std::hypot(outer.lat - inner.lat, outer.lon - inner.lon) < county_reach;
    case PlaceKind::area:
        return !inner.country_code().empty() && outer.country_code() == inner.country_code() &&
               inner.kind != PlaceKind::country && inner.kind != PlaceKind::admin1 &&
               std::hypot(outer.lat - inner.lat, outer.lon - inner.lon) < area_reach;
    default: return false;
    }
}

float reach_of(const PlaceRecord& place) {
    constexpr float division_reach = 250;
    return place.kind == PlaceKind::admin1 ? division_reach : 0;
}

double presence(const PlaceRecord& place) {
    return place.is_capital != 0 || place.kind == PlaceKind::building ? weights.government : 1;
}

bool is_local(const PlaceRecord& place) {
    return place.kind == PlaceKind::city || place.kind == PlaceKind::admin2 ||
           place.kind == PlaceKind::area || place.kind == PlaceKind::building ||
           place.kind == PlaceKind::point;
}

} // namespace dateline::where

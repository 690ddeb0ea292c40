// What the places of one name are worth beside each other, before anything of the report is known.

#include "where/namesakes.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::where {

namespace {

constexpr std::uint32_t small_town = 100'000;

/// The biggest city of the name in the division, where it is a great part of it, or its seat and no small
/// one.
Meaning* own_city(std::vector<Meaning>& meanings, const PlaceRecord& division) {
    Meaning* biggest = nullptr;
    for (Meaning& other : meanings) {
        const PlaceRecord& place = *other.place;
        const bool lies_in = place.division == division.division ||
                             std::hypot(place.lat - division.lat, place.lon - division.lon) < 1;
        const std::uint32_t part = place.role == Role::seat ? 12 : 5;
        if (place.kind == PlaceKind::city && lies_in && place.population > division.population / part &&
            (biggest == nullptr || place.population > biggest->place->population))
            biggest = &other;
    }
    return biggest;
}

/// The Middle East is the region rather than a part of Baltimore.
void lower_small_towns(std::vector<Meaning>& meanings) {
    const bool has_region = std::any_of(meanings.begin(), meanings.end(), [](const Meaning& meaning) {
        return meaning.place->kind == PlaceKind::region || meaning.place->kind == PlaceKind::water;
    });
    for (Meaning& meaning : meanings)
        if (has_region && meaning.place->kind == PlaceKind::city && meaning.place->population < small_town)
            meaning.base += weights.beside_region;
}

/// Kandahar is the city rather than the province. The likelier of a first-order division and its city has
/// the standing of the division: La Paz stays Bolivia's against Honduras' department, whichever of
/// Bolivia's two is meant. A city that gave a smaller division its name is known by the people of both:
/// Spain's Valencia is the bigger one.
void lower_divisions(std::vector<Meaning>& meanings) {
    for (Meaning& meaning : meanings) {
        const PlaceKind kind = meaning.place->kind;
        if (kind != PlaceKind::admin1 && kind != PlaceKind::admin2) continue;
        Meaning* const city = own_city(meanings, *meaning.place);
        if (city == nullptr) continue;
        meaning.has_city = true;
        const double standing = meaning.base;
        meaning.base += weights.own_city;
        if (kind == PlaceKind::admin1) {
            const double lent = std::max(0.0, standing - std::max(meaning.base, city->base));
            meaning.base += lent;
            city->base += lent;
        } else if (holds(*meaning.place, *city->place)) {
            const double people = people_prior(*meaning.place) - people_prior(*city->place);
            const double more = std::max(0.0, people - city->raised);
            city->raised += more;
            city->base += more;
        }
    }
}

/// Georgia beside Ohio and Kentucky is one more of their kind.
void mark_likes_of_countries(std::vector<Meaning>& meanings) {
    const bool has_country = std::any_of(meanings.begin(), meanings.end(), [](const Meaning& meaning) {
        return meaning.place->kind == PlaceKind::country;
    });
    for (Meaning& meaning : meanings)
        meaning.is_like_country = has_country && meaning.place->kind == PlaceKind::admin1;
}

} // namespace

void weigh_namesakes(std::vector<Meaning>& meanings) {
    mark_likes_of_countries(meanings);
    lower_small_towns(meanings);
    lower_divisions(meanings);
}

double hinted(const Meaning& meaning, KindHint hint) {
    if (hint == KindHint::university && meaning.has_city) return 0;
    return hint_prior(meaning.place->kind, hint);
}

} // namespace dateline::where

// Mentions are found first (`mentions.cpp`), then resolved together (`resolver.cpp`), then written down.

#include "where/where.hpp"

#include <cmath>

#include "where/mentions.hpp"
#include "where/resolver.hpp"
#include "where/use.hpp"

namespace dateline::where {

namespace {

std::string_view precision_of(const PlaceRecord& place) {
    switch (place.kind) {
    case PlaceKind::country: return "country";
    case PlaceKind::admin1: return "admin1";
    case PlaceKind::admin2: return "admin2";
    case PlaceKind::city: return "city";
    case PlaceKind::building:
    case PlaceKind::point: return "point";
    default: return "region";
    }
}

double rounded(float degrees) {
    constexpr double hundred_thousand = 1e5; // about a metre
    return std::round(static_cast<double>(degrees) * hundred_thousand) / hundred_thousand;
}

Place place_of(const Gazetteer& gazetteer, const PlaceMention& mention, Decision decision) {
    Place place;
    place.span = mention.span;
    place.why = std::move(decision.why);
    if (decision.place == nullptr) return place;
    const PlaceRecord& found = *decision.place;
    place.name = gazetteer.name(found);
    if (found.geonames != 0) place.geonames = std::to_string(found.geonames);
    place.lat = rounded(found.lat);
    place.lon = rounded(found.lon);
    place.resolved = true;
    place.country = found.country_code();
    if (const PlaceRecord* division = gazetteer.division(found.division))
        place.admin1 = gazetteer.name(*division);
    place.precision = precision_of(found);
    return place;
}

} // namespace

std::vector<Place> find_places(const Parse& parse, const Report& report, const Gazetteer& gazetteer) {
    const std::vector<PlaceMention> mentions = find_mentions(parse, report, gazetteer);
    std::vector<Decision> decisions = resolve(parse, report, gazetteer, mentions);
    std::vector<Place> places;
    places.reserve(mentions.size());
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const PlaceRecord* meant = decisions[i].place;
        places.push_back(place_of(gazetteer, mentions[i], std::move(decisions[i])));
        places.back().use = use_of(parse, report, mentions[i], meant);
    }
    return places;
}

} // namespace dateline::where

#pragma once

#include "where/gazetteer.hpp"
#include "where/mentions.hpp"
#include "where/weights.hpp"

namespace dateline::where {

/// A point on the unit sphere.
struct Direction {
    float x = 0, y = 0, z = 0;
};
Direction direction_of(const PlaceRecord& place);
/// 1 within `reach` km, 1/2 at 40 km more, falling towards 0.
double closeness(const Direction& a, const Direction& b, float reach);

/// What a place is worth as the meaning of one of its names before anything else of the report is known.
double prior(const PlaceRecord& place, NameRank rank);
/// The part of it that the number of people makes.
double people_prior(const PlaceRecord& place);
/// What it adds that the words beside a mention say of what kind the place is.
double hint_prior(PlaceKind kind, KindHint hint);

/// True when the outer place is a country, a division or an area that the inner one lies in.
bool holds(const PlaceRecord& outer, const PlaceRecord& inner);
/// A country, a division, an area: what can hold towns.
bool can_hold(const PlaceRecord& place);
/// How far the places of a division are from its middle, in km; 0 for towns.
float reach_of(const PlaceRecord& place);
/// A place that is small enough to say where a report is at home.
bool is_local(const PlaceRecord& place);
/// How surely a report that names the place tells of what is around it, 0 to 1: capitals and palaces mostly
/// stand for a government.
double presence(const PlaceRecord& place);

} // namespace dateline::where

#pragma once

#include "merge/telling.hpp"

namespace dateline::merge {

/// The field two tellings may differ in and still mean one happening.
enum class Apart { nowhere, day, place, doer };

/// Whether two tellings of an event surely mean one happening: days, places and sides do not speak against
/// it, and a named party, a town or a day is common to both. Events join claims by weighing; a dispute needs
/// more.
bool is_one_happening(const Telling& one, const Telling& other, const ActorTable& actors, Apart apart);

/// Whether the days of two tellings, or their places, may be the same; what is not known may.
bool days_agree(const Telling& one, const Telling& other);
bool places_agree(const Telling& one, const Telling& other);

/// One day and one town, known of both.
bool share_day_and_spot(const Telling& one, const Telling& other);

/// A named actor that stands on the same side of both; of meetings on any.
bool share_named_party(const Telling& one, const Telling& other, const ActorTable& actors);

/// The town or spot of a telling; null for what is larger or not known.
const Place* spot_of(const Telling& telling);
double distance_km(const Place& one, const Place& other);

} // namespace dateline::merge

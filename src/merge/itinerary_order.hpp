#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "merge/days.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// Where a report names a stop.
struct Naming {
    std::size_t report = 0;
    std::int32_t sentence = 0;
    std::uint32_t trigger = 0; // first byte of the word for the journey
    std::uint32_t place = 0;   // first byte of the place; 0 for the place it began at
    bool after = false;        // `after`, `follows` or the like stands before the word for the journey
};

/// Where the days of a stop come from, the surest first.
enum class DaySource { told, carried, loose, plan, loose_plan };

/// A stop in the making.
struct StopDraft {
    Stop stop;
    std::vector<Naming> namings;
    std::vector<std::size_t> met, expected;                 // merged actors
    std::vector<std::pair<std::string, std::string>> plans; // planned journeys: event, day of publication
    StatusChange proof;                                     // who first told that it was made or called off
    DaySource source = DaySource::loose_plan;
    std::size_t report = 0;                                         // the last one that gave days
    std::int32_t first_told = unknown_day, last_told = unknown_day; // days of publication

    /// Days from a surer source replace those known; days from the same source widen them, but those of a
    /// week or month do not, and a later report moves a plan.
    void add_days(std::size_t from_report, const std::string& from, const std::string& to, DaySource by);
    /// Widens the days on which the stop was told.
    void add_telling(std::int32_t published);
    /// Keeps the first telling that the stop was made, else the first that it was called off.
    void prove(StatusChange telling);
};

/// The stops in the order of the journey: by day; an undated stop beside its neighbours of the list or
/// sentence that names it, else in front of those of the days before it was told; what was planned or called
/// off behind.
std::vector<Stop> in_order(std::vector<StopDraft>& drafts);

} // namespace dateline::merge

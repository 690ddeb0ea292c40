#pragma once

#include <optional>
#include <string>
#include <vector>

#include "when/words.hpp"

namespace dateline::when {

/// A time expression as it is written, before anything is known of when the report was.
struct Expression {
    enum class Kind {
        fixed,      // `value` says all: PRESENT_REF, P1D, 2023-11-06
        day_offset, // `count` days from publication: yesterday
        holiday,    // `value` names it: XXXX-12-25, EASTER
        date,       // month and day, month, year, or a part of a year, with or without its year
        monthday,   // a day of the month told last: the 28th
        weekday,    // Monday, with a part of day
        deictic,    // this, last, next + unit, season, month, weekday or weekend
        distance,   // two days ago, later, earlier, before
        same,       // that day, the same year
        duration,   // two days
        set,        // every day
        clock       // 8 p.m.
    };
    enum class Anchor { publication, reference };

    WordIndex first = 0, last = 0; // words [first, last)
    Kind kind = Kind::fixed;
    std::string type = "DATE";
    std::string value;             // fixed and holiday; of a date the part behind the year: `Q3`, `FA`
    std::optional<int> year;       // astronomical: 0 is 1 BC
    std::optional<int> year_shift; // last, this, next year: -1, 0, 1
    Anchor anchor = Anchor::publication;
    int month = 0, day = 0;       // 0: not written
    int weekday = 0;              // 1 Monday to 7 Sunday
    std::string_view part_of_day; // `TMO`, `TNI`
    int hour = -1, minute = 0;    // of a clock; -1: not written
    int count = 0;                // units: -1 last, 0 this, +1 next; or how many
    bool vague_count = false;     // several: X
    bool and_half = false;        // two and a half
    bool is_back = false;         // of a distance: ago, earlier
    bool is_wide = false;         // a time in TIMEX2's wider sense, counted in histories only
    Unit unit = Unit::day;
};

/// The time expressions of a text in order, not overlapping.
std::vector<Expression> find_expressions(const Words& words);

} // namespace dateline::when

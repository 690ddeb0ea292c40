#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/parse.hpp"
#include "when/calendar.hpp"

namespace dateline::when {

/// A time expression as it is written, before anything is known of when the report was.
struct Expression {
    enum class Kind {
        fixed,    // `value` says all: PRESENT_REF, P1D, 1998, 199, or DAY-1 and XXXX-12-25 with the year open
        date,     // month and day, month, or a part of a year, with or without its year
        weekday,  // Monday, with a part of day
        deictic,  // this, last, next + unit, season, month, weekday or weekend
        distance, // two days ago, later, earlier, before
        same,     // that day, the same year
        duration, // two days
        set,      // every day
        clock     // 8 p.m.
    };
    TokenIndex first = 0, last = 0; // tokens [first, last)
    Kind kind = Kind::fixed;
    std::string type = "DATE";
    std::string value; // fixed; else the part behind the year: `10-23`, `Q3`, `FA`
    std::optional<int> year;
    int month = 0, day = 0;   // 0: not written
    int weekday = 0;          // 1 Monday to 7 Sunday
    std::string part_of_day;  // `TMO`, `TNI`, `T20:00`
    int count = 0;            // units: -1 last, 0 this, +1 next; or how many
    bool vague_count = false; // several: X
    Unit unit = Unit::day;
    enum class Anchor { publication, reference } anchor = Anchor::publication;
};

/// The time expressions of a text in order, not overlapping.
std::vector<Expression> find_expressions(const Parse& parse);

} // namespace dateline::when

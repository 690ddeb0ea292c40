#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/span.hpp"

namespace dateline {

/// A publication date and where it was found.
struct Published {
    std::string value; // ISO 8601 date or timestamp, `XXXX-11-06` with what is missing left open; "" unknown
    std::string precision; // `day`, `month`, `year`, `time`; "" unknown
    std::string from;      // `given`, `header`, `dateline`, `url`, `text`
};

/// The place, date and agency that open a wire report: `Ankara [Turkey], November 6 (ANI):`.
struct Dateline {
    Span span;
    Span place;                       // the words of the place; empty without one
    std::string date;                 // ISO 8601, `XXXX-11-06` where the year is not said; ""
    std::string agency;               // `ANI`; ""
    std::optional<std::size_t> index; // into CodedReport::places, once places are known
};

/// A report as it came in, after `read` looked at its header.
struct Report {
    std::string id;
    std::string source;
    std::string url;
    std::string title;
    std::vector<std::string> authors;
    std::string language; // ISO 639-1; ""
    Published published;
    std::string text;              // what is annotated: title, blank line, body
    std::uint32_t body_start = 0;  // byte where the body starts in `text`
    std::uint32_t prose_start = 0; // byte behind header and dateline, where the first sentence starts
    std::optional<Dateline> dateline;
};

} // namespace dateline

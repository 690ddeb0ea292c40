#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline::merge {

/// The days of the calendar that a sentence names.
struct SentenceMarks {
    std::uint8_t weekdays = 0; // `Monday` is the lowest bit
    std::array<std::uint16_t, 2>
        dates{}; // the first two of `June 10`, `August 2013`: day + 32 × month; 0 none

    friend bool operator==(const SentenceMarks&, const SentenceMarks&) = default;
};

SentenceMarks sentence_marks(std::string_view sentence);

/// Whether both name dates, and none that could be one: `June 10` and `June 11`, but not `June`.
bool name_other_dates(const SentenceMarks& one, const SentenceMarks& other);

/// How many bytes of a text are titles and headings: up to the end of its last line that ends with a word and
/// not with a mark.
std::uint32_t size_of_headings(std::string_view text);

} // namespace dateline::merge

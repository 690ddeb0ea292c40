#pragma once

#include <cstdint>

#include "base/span.hpp"
#include "record/coded_report.hpp"

namespace dateline::merge {

/// The bits of the words at the start of a phrase (`another attack`, `a second man`) that part one happening
/// from another of its kind (`data/merge/order_words.txt`): one bit for all words of a line. Words of times
/// (`last week`), of names (`New Delhi`) and of comparisons (`more than ten`) part nothing.
std::uint8_t order_of_phrase(const CodedReport& coded, Span phrase);

/// The bits of such words right before a trigger, which ends nothing but its own phrase: `in another raid`,
/// but not `another officer was arrested`. `before` ends where the trigger starts.
std::uint8_t order_before(const CodedReport& coded, Span before);

/// The bit of `another`.
std::uint8_t another_bit();

} // namespace dateline::merge

#pragma once

#include <string>

#include "record/coded_report.hpp"

namespace dateline {

// One line for each thing a coded report holds: what the text tests compare, and what one prints while
// debugging.
//
//   name   "Ada Example" PERSON
//   time   "on Monday" DATE 2020-01-06
//   place  "Lima" = Lima PER city literal
//   actor  Ada Example | person PER GOV | Ada Example; she
//   quote  speech direct "We will go" | said | Ada Example
//   claim  "met" CONSULT happened | Ada Example -> Bob | in Lima | 2020-01-06 | said by Harbour Daily |
//   killed 4
//
// Parts that are not known are left out; a mode stands behind its type (`CONSULT/visit`); negative polarity
// and uncertainty stand behind the status (`happened, negative`).

std::string to_line(const CodedReport& coded, const NameSpan& name);
std::string to_line(const CodedReport& coded, const Time& time);
std::string to_line(const CodedReport& coded, const Place& place);
std::string to_line(const CodedReport& coded, const Actor& actor);
std::string to_line(const CodedReport& coded, const Quote& quote);
std::string to_line(const CodedReport& coded, const Claim& claim);

} // namespace dateline

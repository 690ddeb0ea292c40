#pragma once

#include "what/arguments.hpp"

namespace dateline::what {

/// Adds the receiver of a transfer (`returned the letter, missing since May, to Peru`) that hangs below a
/// clause at the object, else the former owner told there (`returned the land it had taken from Peru`).
void add_receiver_behind_clause(const ReportWords& words, Arguments& out);

} // namespace dateline::what

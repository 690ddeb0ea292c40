#pragma once

#include "what/arguments.hpp"

namespace dateline::what {

/// `keeps the border shut unless X pulls back`, `threats that he would go unless X paid`: whom a condition
/// binds the event is aimed at; `no_token` without one.
TokenIndex party_of_condition(const ReportWords& words, const Arguments& arguments);

/// `called off the strike after a deal with X`, `ended the siege after X paid`: whom the event answers;
/// `no_token` without one.
TokenIndex party_of_cause(const ReportWords& words, const Arguments& arguments);

} // namespace dateline::what

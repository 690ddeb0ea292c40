#pragma once

#include "what/draft.hpp"

namespace dateline::what {

/// A noun and the verb it is the object or subject of: when they tell one act, one of them is dropped.
void join_with_carrier(const ReportWords& words, DraftTable& table, Draft& noun);

/// `attacked the market, killing five`; `were killed when gunmen attacked`: one act; the figures go to the
/// deed and the result is dropped.
void join_result(const ReportWords& words, DraftTable& table, Draft& result);

} // namespace dateline::what

#pragma once

#include "what/draft.hpp"

namespace dateline::what {

/// A noun and the verb it is the object or subject of: when they tell one act, one of them is dropped.
void join_with_carrier(const ReportWords& words, DraftTable& table, Draft& noun);

/// `left ten people wounded`: the wounded are told by `left`; who leaves them so is no attacker in a crash.
void drop_left_participle(const ReportWords& words, DraftTable& table, Draft& draft);

/// `launched an attack in which gunmen stormed the hall`: the clause tells whom the attack hit.
void take_victims_of_clause(const ReportWords& words, DraftTable& table, Draft& deed);

/// `attacked the market, killing five`; `were killed when gunmen attacked`: one act; the figures go to the
/// deed and the result is dropped.
void join_result(const ReportWords& words, DraftTable& table, Draft& result);

} // namespace dateline::what

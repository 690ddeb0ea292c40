#pragma once

#include "what/words.hpp"

namespace dateline::what {

/// What stands at a verb itself and tells whether, when and how surely its event happens.
struct ClauseMarks {
    bool negative = false;
    bool of_few = false; // not of all: `not every rebel fled`, `few fled`
    bool to = false;     // an infinitive
    bool future = false; // will, shall
    bool may = false;    // may, might, can, could
    bool must = false;   // must, should, ought
    bool would = false;
    bool perfect = false; // have
    bool past = false;    // an auxiliary in the past
    bool progressive = false;
    bool any_auxiliary = false;
    bool finite = false;
    bool has_subject = false;
    bool if_mark = false; // if, unless, whether; `should talks fail`
    bool that_mark = false;
    bool until_mark = false; // until, once, when, as soon as, before: waits for the event
    bool after_mark = false;
    bool not_yet_mark = false; // of these until, before, as soon as: told of one event, not of every time
};

/// The marks of a verb's clause.
ClauseMarks clause_marks(const ReportWords& words, TokenIndex verb);

/// True for a noun with `no` or `neither` before it.
bool has_no(const ReportWords& words, TokenIndex noun);

/// `little support`, `few talks`, but not `a little`, `the few`.
bool is_hardly_any(const ReportWords& words, TokenIndex noun);

/// True for a noun that the text brings in and does not take for known: `an attack`, `attacks`, `any attack`.
bool is_introduced(const ReportWords& words, TokenIndex noun);

} // namespace dateline::what

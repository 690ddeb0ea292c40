#pragma once

#include "what/arguments.hpp"

namespace dateline::what {

/// The phrases that hang at `head`, dates and platforms (`announced on state radio`) left out; a clause
/// behind a preposition becomes a complement.
void add_obliques(const ReportWords& words, TokenIndex head, Arguments& out);

/// `attacks by militias against soldiers`: phrases that parsers hang at the agent.
void add_obliques_of_agent(const ReportWords& words, Arguments& out);

/// `called for sanctions against X`: phrases that hang at things named by a preposition.
void add_deeper_obliques(const ReportWords& words, Arguments& out);

/// `voiced its anger and condemnation of X`: phrases of the second of two nouns.
void add_obliques_of_second(const ReportWords& words, TokenIndex noun, Arguments& out);

/// `recalled its envoy from X`, `rallied allies against X`: phrases that hang at the object.
void add_obliques_of_object(const ReportWords& words, Arguments& out);

/// `backed help to the islanders`: phrases right behind an event that a verb has for its object.
void add_obliques_behind(const ReportWords& words, TokenIndex noun, Arguments& out);

/// `the killing of two nurses by soldiers`: the by-phrase that hangs at the sufferer.
void add_agent_behind_sufferer(const ReportWords& words, Arguments& out);

} // namespace dateline::what

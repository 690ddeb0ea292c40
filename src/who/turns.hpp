#pragma once

#include <vector>

#include "record/parse.hpp"

namespace dateline::who {

/// What one person says in a transcript, from behind the label to the next label: tokens `[first, last)`.
struct Turn {
    TokenIndex first = 0, last = 0;
    TokenIndex label = 0;            // first token of the label, which ends in front of the colon
    TokenIndex addressee = no_token; // first token of the label of whom a question is put to
};

/// The turns of an interview or another transcript, in text order; none when the text is not one.
std::vector<Turn> find_turns(const Parse& parse);

} // namespace dateline::who

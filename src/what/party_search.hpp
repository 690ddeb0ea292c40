#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "what/arguments.hpp"

namespace dateline::what {

/// What is looked for, and below which words.
struct PartySearch {
    std::vector<TokenIndex> roots;
    std::vector<TokenIndex> taken;        // on a side already: neither found nor entered
    TokenIndex passed_through = no_token; // entered, not found: `sent OBSERVERS to Chad`
    std::string_view barred;              // a preposition behind which no party stands
    std::uint64_t passed_over = 0;        // bits of classes that are no party (the forces a state moves)
    std::uint32_t wanted = 0;             // BuiltIn bits, one of which a party has
};

/// `its troops`: somebody's own are no other party.
bool is_somebodys_own(const ReportWords& words, TokenIndex t);

/// `civilian` in `civilian casualties` is no party.
bool is_mere_adjective(const ReportWords& words, TokenIndex t);

/// The nearest such word below the roots: a party the frame's places did not foresee; `no_token` without one.
TokenIndex party_below(const ReportWords& words, const PartySearch& search);

} // namespace dateline::what

#pragma once

#include <string>
#include <string_view>

#include "record/parse.hpp"
#include "what/governors.hpp"

namespace dateline::what {

/// Whether an event is said to have happened.
struct Modality {
    std::string status = "happened";
    bool negative = false;
    std::string certainty = "certain";
    TokenIndex governor = no_token; // the word whose content the event is, if that decided
    std::string why;
};

/// True of what has not happened (yet): planned, possible, conditional, requested, hypothetical.
bool is_unreal(std::string_view status);

/// 2 certain, 1 probable, 0 possible.
int surety(std::string_view certainty);

/// The part of speech as status.txt writes it: v, n, a, r; a blank for others.
char kind_of(const Token& token);

/// The effect of a governor in its own context.
Modality combine(const Effect& effect, const Modality& outer, TokenIndex governor);

/// What stands inside something unreal is not real either; whether the outer thing comes about says nothing
/// of the inner one.
Modality inside(const Modality& outer);

/// The same of what nobody has heard of before: `did not become victims of an attack` tells of none.
Modality inside_any(const Modality& outer);

} // namespace dateline::what

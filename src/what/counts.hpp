#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "what/arguments.hpp"

namespace dateline::what {

/// A figure before a noun: `at least four`, `dozens of`, `between 30 and 40`.
struct Quantity {
    double low = 0;
    double high = 0;
    Span span;
};

/// The figure that counts the noun, if there is one.
std::optional<Quantity> quantity_of(const ReportWords& words, TokenIndex noun);

/// The number a word or a run of digits stands for: `four`, `1,200`, `3.5`; empty when it is none.
std::optional<double> number_of(std::string_view word);

/// The sum of money an event is about, if one is named.
std::optional<Count> money_of(const ReportWords& words, const Arguments& arguments);

/// The weapons an event is about when they are counted: `fired 11 missiles`.
std::optional<Count> weapons_of(const ReportWords& words, const Arguments& arguments);

/// What a death, arrest, march … counts: `killed`, `injured`, `arrested`, `abducted`, `displaced`,
/// `protesters`; "" nothing.
std::string_view counted_by(std::string_view lemma, std::string_view type, std::string_view mode);

/// The figures that count these participants.
std::vector<Count> find_counts(const ReportWords& words, std::string_view what,
                               const std::vector<TokenIndex>& counted);

} // namespace dateline::what

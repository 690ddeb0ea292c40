#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "who/pronoun_model.hpp"

namespace dateline::train {

/// A pronoun's candidates and which of them are right.
struct Instance {
    std::vector<who::Features> candidates;
    std::vector<bool> right;
    who::PronounClass pronoun_class = who::PronounClass::person;
    std::size_t passage = 0;
    std::vector<std::string> heads; // of the candidates, for people to read
    std::string label;              // the pronoun, its answer and its passage, for people to read
};

using Weights = std::array<double, who::feature_count>;

/// Weights that make the right candidates of the instances likeliest: conditional logit, gradient descent
/// with momentum; `penalty` times half the square of each weight's distance from `prior` is added to the sum
/// of losses.
Weights fit(const std::vector<const Instance*>& instances, const Weights& prior, double penalty);

/// Index of the best candidate.
std::size_t best(const Instance& instance, const Weights& weights);

/// Share of instances whose best candidate is right.
double accuracy(const std::vector<const Instance*>& instances, const Weights& weights);

} // namespace dateline::train

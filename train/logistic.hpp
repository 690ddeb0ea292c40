#pragma once

#include <vector>

#include "merge/pair_features.hpp"

namespace dateline::train {

/// A pair of claims: what they have in common, whether they tell one event.
struct PairExample {
    merge::PairFeatures features{};
    bool are_one = false;
    std::size_t file = 0; // of the training data
    float weight = 1;
};

/// The weights that make the examples likeliest: logistic regression by Newton's method; `penalty` times half
/// the square of each weight's distance from `prior` is added to the sum of losses.
merge::PairFeatures fit(const std::vector<const PairExample*>& examples, const merge::PairFeatures& prior,
                        double penalty);

/// The logarithm of the odds that the two are one.
double log_odds(const PairExample& example, const merge::PairFeatures& weights);

} // namespace dateline::train

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "who/pronoun_model.hpp"

namespace dateline::train {

/// What a weight is fitted for: a feature, or the product of two.
constexpr std::size_t parameter_count = who::feature_count * (who::feature_count + 1);

constexpr std::size_t parameter_of(std::size_t first, std::size_t second) {
    return who::feature_count * (first + 1) + second;
}

/// A candidate's value of one parameter; those that are 0 are left out.
struct Term {
    std::uint16_t parameter;
    float value;
};
static_assert(parameter_count <= 65536);

/// A pronoun's candidates and which of them are right.
struct Instance {
    std::vector<std::vector<Term>> candidates;
    std::vector<bool> right;
    who::PronounClass pronoun_class = who::PronounClass::person;
    std::size_t passage = 0;
    std::vector<std::string> heads; // of the candidates, for people to read
    std::string label;              // the pronoun, its answer and its passage, for people to read
};

using Weights = std::vector<double>; // by parameter

/// How strongly weights are held to where they start.
struct Penalty {
    double feature = 30;
    double product = 30;
};

/// The features of a candidate that are not 0, and their products.
std::vector<Term> terms_of(const who::Features& features);

/// Leaves out products that are not 0 for fewer than `fewest` candidates.
void drop_rare_products(std::vector<Instance>& instances, std::size_t fewest);
/// Leaves out all products.
void drop_products(std::vector<Instance>& instances);

/// Weights that make the right candidates of the instances likeliest: conditional logit, gradient descent
/// with momentum; the penalty times half the square of each weight's distance from `prior` is added to the
/// sum of losses.
Weights fit(const std::vector<const Instance*>& instances, const Weights& prior, const Penalty& penalty);

/// Index of the best candidate.
std::size_t best(const Instance& instance, const Weights& weights);

/// Share of instances whose best candidate is right.
double accuracy(const std::vector<const Instance*>& instances, const Weights& weights);

} // namespace dateline::train

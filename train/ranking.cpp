#include "ranking.hpp"

#include <cmath>

namespace dateline::train {

namespace {

constexpr int steps = 600;
constexpr double rate = 0.25, momentum = 0.9;

double score(const who::Features& features, const Weights& weights) {
    double sum = 0;
    for (std::size_t f = 0; f < who::feature_count; ++f) sum += weights[f] * static_cast<double>(features[f]);
    return sum;
}

/// Adds the gradient of one instance's loss: expectation under the model less that among the right ones.
void add_gradient(const Instance& instance, const Weights& weights, Weights& gradient) {
    std::vector<double> odds(instance.candidates.size());
    double all = 0, right = 0;
    for (std::size_t c = 0; c < odds.size(); ++c) {
        odds[c] = std::exp(score(instance.candidates[c], weights));
        all += odds[c];
        if (instance.right[c]) right += odds[c];
    }
    for (std::size_t c = 0; c < odds.size(); ++c) {
        const double pull = odds[c] / all - (instance.right[c] ? odds[c] / right : 0);
        for (std::size_t f = 0; f < who::feature_count; ++f)
            gradient[f] += pull * static_cast<double>(instance.candidates[c][f]);
    }
}

} // namespace

Weights fit(const std::vector<const Instance*>& instances, const Weights& prior, double penalty) {
    Weights weights = prior, speed{};
    if (instances.empty()) return weights;
    for (int step = 0; step < steps; ++step) {
        Weights gradient{};
        for (const Instance* instance : instances) add_gradient(*instance, weights, gradient);
        for (std::size_t f = 0; f < who::feature_count; ++f) {
            const double slope =
                (gradient[f] + penalty * (weights[f] - prior[f])) / static_cast<double>(instances.size());
            speed[f] = momentum * speed[f] - rate * slope;
            weights[f] += speed[f];
        }
    }
    return weights;
}

std::size_t best(const Instance& instance, const Weights& weights) {
    std::size_t found = 0;
    for (std::size_t c = 1; c < instance.candidates.size(); ++c)
        if (score(instance.candidates[c], weights) > score(instance.candidates[found], weights)) found = c;
    return found;
}

double accuracy(const std::vector<const Instance*>& instances, const Weights& weights) {
    std::size_t right = 0;
    for (const Instance* instance : instances) right += instance->right[best(*instance, weights)] ? 1U : 0U;
    return instances.empty() ? 0 : static_cast<double>(right) / static_cast<double>(instances.size());
}

} // namespace dateline::train

#include "ranking.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::train {

namespace {

constexpr int steps = 600;
constexpr double rate = 0.25, momentum = 0.9;

double score(const std::vector<Term>& terms, const Weights& weights) {
    double sum = 0;
    for (const Term& term : terms) sum += weights[term.parameter] * static_cast<double>(term.value);
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
        for (const Term& term : instance.candidates[c])
            gradient[term.parameter] += pull * static_cast<double>(term.value);
    }
}

template<typename Test>
void drop_terms(std::vector<Instance>& instances, Test test) {
    for (Instance& instance : instances)
        for (std::vector<Term>& terms : instance.candidates) std::erase_if(terms, test);
}

} // namespace

std::vector<Term> terms_of(const who::Features& features) {
    std::vector<Term> terms;
    for (std::size_t f = 0; f < who::feature_count; ++f)
        if (features[f] != 0) terms.push_back({static_cast<std::uint16_t>(f), features[f]});
    const std::size_t alone = terms.size();
    for (std::size_t first = 0; first < alone; ++first)
        for (std::size_t second = first + 1; second < alone; ++second)
            terms.push_back(
                {static_cast<std::uint16_t>(parameter_of(terms[first].parameter, terms[second].parameter)),
                 terms[first].value * terms[second].value});
    return terms;
}

void drop_rare_products(std::vector<Instance>& instances, std::size_t fewest) {
    std::vector<std::size_t> seen(parameter_count, 0);
    for (const Instance& instance : instances)
        for (const std::vector<Term>& terms : instance.candidates)
            for (const Term& term : terms) ++seen[term.parameter];
    drop_terms(instances, [&](const Term& term) {
        return term.parameter >= who::feature_count && seen[term.parameter] < fewest;
    });
}

void drop_products(std::vector<Instance>& instances) {
    drop_terms(instances, [](const Term& term) { return term.parameter >= who::feature_count; });
}

Weights fit(const std::vector<const Instance*>& instances, const Weights& prior, const Penalty& penalty) {
    Weights weights = prior, speed(parameter_count, 0), gradient;
    if (instances.empty()) return weights;
    for (int step = 0; step < steps; ++step) {
        gradient.assign(parameter_count, 0);
        for (const Instance* instance : instances) add_gradient(*instance, weights, gradient);
        for (std::size_t p = 0; p < parameter_count; ++p) {
            const double held = p < who::feature_count ? penalty.feature : penalty.product;
            const double slope =
                (gradient[p] + held * (weights[p] - prior[p])) / static_cast<double>(instances.size());
            speed[p] = momentum * speed[p] - rate * slope;
            weights[p] += speed[p];
        }
    }
    return weights;
}

std::size_t best(const Instance& instance, const Weights& weights) {
    std::size_t found = 0;
    double highest = 0;
    for (std::size_t c = 0; c < instance.candidates.size(); ++c) {
        const double own = score(instance.candidates[c], weights);
        if (c == 0 || own > highest) found = c, highest = own;
    }
    return found;
}

double accuracy(const std::vector<const Instance*>& instances, const Weights& weights) {
    std::size_t right = 0;
    for (const Instance* instance : instances) right += instance->right[best(*instance, weights)] ? 1U : 0U;
    return instances.empty() ? 0 : static_cast<double>(right) / static_cast<double>(instances.size());
}

} // namespace dateline::train

#include "logistic.hpp"

#include <array>
#include <cmath>

namespace dateline::train {

namespace {

constexpr std::size_t n = merge::pair_feature_count;
constexpr int rounds = 15;
using Vector = std::array<double, n>;
using Matrix = std::array<Vector, n>;

/// Solves `matrix` x = `right` for a symmetric positive definite matrix (Cholesky), in place.
Vector solve(Matrix& matrix, Vector right) {
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = matrix[i][j];
            for (std::size_t k = 0; k < j; ++k) sum -= matrix[i][k] * matrix[j][k];
            matrix[i][j] = i == j ? std::sqrt(sum) : sum / matrix[j][j];
        }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k) right[i] -= matrix[i][k] * right[k];
        right[i] /= matrix[i][i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k) right[i] -= matrix[k][i] * right[k];
        right[i] /= matrix[i][i];
    }
    return right;
}

/// Adds the slope and the curvature of one example's loss.
void add_example(const PairExample& example, const merge::PairFeatures& weights, Vector& slope,
                 Matrix& curvature) {
    const double odds = 1 / (1 + std::exp(-log_odds(example, weights)));
    const double weight = static_cast<double>(example.weight);
    const double pull = weight * (odds - (example.are_one ? 1 : 0)), bend = weight * odds * (1 - odds);
    std::array<std::size_t, n> set{};
    std::size_t count = 0;
    for (std::size_t f = 0; f < n; ++f)
        if (example.features[f] != 0) set[count++] = f;
    for (std::size_t a = 0; a < count; ++a) {
        const double value = static_cast<double>(example.features[set[a]]);
        slope[set[a]] += pull * value;
        for (std::size_t b = 0; b <= a; ++b)
            curvature[set[a]][set[b]] += bend * value * static_cast<double>(example.features[set[b]]);
    }
}

double loss(const std::vector<const PairExample*>& examples, const merge::PairFeatures& weights,
            const merge::PairFeatures& prior, double penalty) {
    double sum = 0;
    for (const PairExample* example : examples) {
        const double odds = log_odds(*example, weights);
        sum += static_cast<double>(example->weight) * std::log1p(std::exp(example->are_one ? -odds : odds));
    }
    for (std::size_t f = 0; f < n; ++f) {
        const double away = static_cast<double>(weights[f] - prior[f]);
        sum += penalty * away * away / 2;
    }
    return sum;
}

} // namespace

double log_odds(const PairExample& example, const merge::PairFeatures& weights) {
    double sum = 0;
    for (std::size_t f = 0; f < n; ++f)
        sum += static_cast<double>(weights[f]) * static_cast<double>(example.features[f]);
    return sum;
}

merge::PairFeatures fit(const std::vector<const PairExample*>& examples, const merge::PairFeatures& prior,
                        double penalty) {
    merge::PairFeatures weights = prior;
    double now = loss(examples, weights, prior, penalty);
    for (int round = 0; round < rounds; ++round) {
        Vector slope{};
        Matrix curvature{};
        for (const PairExample* example : examples) add_example(*example, weights, slope, curvature);
        for (std::size_t f = 0; f < n; ++f) {
            slope[f] += penalty * static_cast<double>(weights[f] - prior[f]);
            curvature[f][f] += penalty;
        }
        const Vector step = solve(curvature, slope);
        // A full step may lead too far where the curve is flat.
        for (double length = 1; length > 1e-3; length /= 2) {
            merge::PairFeatures next = weights;
            for (std::size_t f = 0; f < n; ++f) next[f] -= static_cast<float>(length * step[f]);
            const double then = loss(examples, next, prior, penalty);
            if (then > now) continue;
            weights = next, now = then;
            break;
        }
    }
    return weights;
}

} // namespace dateline::train

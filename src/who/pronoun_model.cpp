#include "who/pronoun_model.hpp"

#include <algorithm>
#include <charconv>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view who_pronoun_weights();
}

namespace dateline::who {

namespace {

#define DATELINE_NAME(name) std::string_view{#name},
constexpr std::array feature_names{DATELINE_ANTECEDENT_FEATURES(DATELINE_NAME)};
#undef DATELINE_NAME

struct Weights {
    std::array<std::array<double, feature_count>, pronoun_class_count> features{};
    /// Of products, the feature that comes first in the list above as row.
    std::array<std::array<std::array<float, feature_count>, feature_count>, pronoun_class_count> products{};
};

std::size_t feature_of(std::string_view name, int line) {
    for (std::size_t f = 0; f < feature_count; ++f)
        if (feature_names[f] == name) return f;
    throw error("data/who/pronoun_weights.txt:{}: no feature is called {}", line, name);
}

/// `name 0.10 0.20 0.30`, or `name*name 0.10 0.20 0.30` for a product.
void read_weight(std::string_view line, int at, Weights& weights) {
    const auto fields = split(line, ' ');
    if (fields.size() != 1 + pronoun_class_count)
        throw error("data/who/pronoun_weights.txt:{}: expected a feature and three weights", at);
    const std::size_t times = fields[0].find('*');
    const std::size_t first = feature_of(fields[0].substr(0, times), at);
    const std::size_t second =
        times == std::string_view::npos ? first : feature_of(fields[0].substr(times + 1), at);
    for (std::size_t c = 0; c < pronoun_class_count; ++c) {
        const std::string_view text = fields[1 + c];
        const char* end = text.data() + text.size();
        double value = 0;
        if (std::from_chars(text.data(), end, value).ptr != end)
            throw error("data/who/pronoun_weights.txt:{}: {} is no number", at, text);
        if (first == second)
            weights.features[c][first] = value;
        else
            weights.products[c][std::min(first, second)][std::max(first, second)] = static_cast<float>(value);
    }
}

Weights read_weights() {
    Weights weights{};
    for_each_data_line(data::who_pronoun_weights(),
                       [&](std::string_view line, int at) { read_weight(line, at, weights); });
    return weights;
}

} // namespace

std::string_view feature_name(std::size_t feature) {
    return feature_names[feature];
}

double antecedent_score(PronounClass pronoun_class, const Features& features) {
    static const Weights weights = read_weights();
    const auto c = static_cast<std::size_t>(pronoun_class);
    std::array<std::size_t, feature_count> set; // features that are not 0
    std::size_t count = 0;
    double score = 0;
    for (std::size_t f = 0; f < feature_count; ++f) {
        if (features[f] == 0) continue;
        score += weights.features[c][f] * static_cast<double>(features[f]);
        const auto& products = weights.products[c];
        for (std::size_t s = 0; s < count; ++s)
            score += static_cast<double>(products[set[s]][f] * features[set[s]] * features[f]);
        set[count++] = f;
    }
    return score;
}

} // namespace dateline::who

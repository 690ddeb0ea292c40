#include "who/pronoun_model.hpp"

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

using Weights = std::array<std::array<double, feature_count>, pronoun_class_count>;

std::size_t feature_of(std::string_view name, int line) {
    for (std::size_t f = 0; f < feature_count; ++f)
        if (feature_names[f] == name) return f;
    throw error("data/who/pronoun_weights.txt:{}: no feature is called {}", line, name);
}

Weights read_weights() {
    Weights weights{};
    for_each_data_line(data::who_pronoun_weights(), [&](std::string_view line, int at) {
        const auto fields = split(line, ' ');
        if (fields.size() != 1 + pronoun_class_count)
            throw error("data/who/pronoun_weights.txt:{}: expected a feature and three weights", at);
        const std::size_t feature = feature_of(fields[0], at);
        for (std::size_t c = 0; c < pronoun_class_count; ++c) {
            const std::string_view text = fields[1 + c];
            const char* end = text.data() + text.size();
            if (std::from_chars(text.data(), end, weights[c][feature]).ptr != end)
                throw error("data/who/pronoun_weights.txt:{}: {} is no number", at, text);
        }
    });
    return weights;
}

} // namespace

std::string_view feature_name(std::size_t feature) {
    return feature_names[feature];
}

double antecedent_score(PronounClass pronoun_class, const Features& features) {
    static const Weights weights = read_weights();
    const auto& own = weights[static_cast<std::size_t>(pronoun_class)];
    double score = 0;
    for (std::size_t f = 0; f < feature_count; ++f) score += own[f] * static_cast<double>(features[f]);
    return score;
}

} // namespace dateline::who

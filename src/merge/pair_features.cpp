// The table of weights is made by `train_events` (train/events.cpp) from stories of our own
// (data/training/events/), but for those set by hand (data/training/event_weights_of_marks.txt); a feature
// that is not in it weighs nothing.

#include "merge/pair_features.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view merge_pair_weights();
}

namespace dateline::merge {

namespace {

#define DATELINE_NAME(name, reason) #name,
constexpr std::array<std::string_view, pair_feature_count> names = {DATELINE_PAIR_FEATURES(DATELINE_NAME)};
#undef DATELINE_NAME

#define DATELINE_REASON(name, reason) reason,
constexpr std::array<std::string_view, pair_feature_count> reason_texts = {
    DATELINE_PAIR_FEATURES(DATELINE_REASON)};
#undef DATELINE_REASON

} // namespace

std::string_view pair_feature_name(PairFeature feature) {
    return names[static_cast<std::size_t>(feature)];
}

PairFeatures read_pair_weights(std::string_view table) {
    PairFeatures weights{};
    for_each_data_line(table, [&](std::string_view line, int number) {
        const auto parts = split(line, ' ');
        const auto name = std::find(names.begin(), names.end(), parts.front());
        if (parts.size() != 2 || name == names.end())
            throw error("weights, line {}: no feature and weight: {}", number, line);
        weights[static_cast<std::size_t>(name - names.begin())] =
            std::strtof(std::string(parts[1]).c_str(), nullptr);
    });
    return weights;
}

const PairFeatures& pair_weights() {
    static const PairFeatures weights = read_pair_weights(data::merge_pair_weights());
    return weights;
}

std::string reason_text(const PairReasons& reasons) {
    std::vector<std::string_view> told;
    for (std::size_t f = 0; f < pair_feature_count; ++f) {
        const std::string_view text = reason_texts[f];
        if (!reasons[f] || text.empty() || std::find(told.begin(), told.end(), text) != told.end()) continue;
        told.push_back(text);
    }
    std::string out;
    for (const std::string_view text : told) {
        if (!out.empty()) out += ", ";
        out += text;
    }
    return out;
}

} // namespace dateline::merge

#include "codes/plover.hpp"

#include <charconv>
#include <string>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view plover();
}

namespace dateline::codes {

namespace {

using Weights = std::unordered_map<std::string, PloverWeight, StringHash, std::equal_to<>>;

double number_of(std::string_view text, int line) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size())
        throw error("plover.txt:{}: '{}' is no number", line, text);
    return value;
}

Weights read_weights() {
    Weights weights;
    for_each_data_line(data::plover(), [&](std::string_view row, int line) {
        const auto fields = split(row, ' ');
        if (fields.size() != 4) throw error("plover.txt:{}: expected type, mode, quad, score", line);
        const std::string type(fields[0]);
        PloverWeight weight{static_cast<int>(number_of(fields[2], line)), 0};
        weight.score = fields[3] == "-" ? weights[type].score : number_of(fields[3], line);
        weights[fields[1] == "-" ? type : type + "/" + std::string(fields[1])] = weight;
    });
    return weights;
}

const Weights& weights() {
    static const Weights all = read_weights();
    return all;
}

std::string key_of(std::string_view type, std::string_view mode) {
    return std::string(type) + "/" + std::string(mode);
}

} // namespace

std::optional<PloverWeight> plover_weight(std::string_view type, std::string_view mode) {
    auto found = weights().find(key_of(type, mode));
    if (found == weights().end()) found = weights().find(type);
    return found == weights().end() ? std::nullopt : std::optional(found->second);
}

bool is_plover_mode(std::string_view type, std::string_view mode) {
    return weights().contains(key_of(type, mode));
}

} // namespace dateline::codes

#include "codes/cameo.hpp"

#include <charconv>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view cameo();
}

namespace dateline::codes {

namespace {

using Events = std::unordered_map<std::string_view, CameoEvent>;

std::optional<double> value_of(std::string_view text, int line) {
    if (text == "-") return std::nullopt;
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size())
        throw error("cameo.txt:{}: '{}' is no number", line, text);
    return value;
}

std::string_view take_word(std::string_view& row) {
    const std::size_t end = row.find(' ');
    const std::string_view word = row.substr(0, end);
    row.remove_prefix(end == std::string_view::npos ? row.size() : end + 1);
    return word;
}

Events read_events() {
    Events events;
    for_each_data_line(data::cameo(), [&](std::string_view row, int line) {
        const std::string_view code = take_word(row);
        CameoEvent event;
        event.goldstein_icews = value_of(take_word(row), line);
        event.goldstein_gdelt = value_of(take_word(row), line);
        event.name = row;
        events.emplace(code, event);
    });
    return events;
}

} // namespace

const CameoEvent* cameo_event(std::string_view code) {
    static const Events events = read_events();
    const auto found = events.find(code);
    return found == events.end() ? nullptr : &found->second;
}

} // namespace dateline::codes

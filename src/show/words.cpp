#include "show/words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/word_lists.hpp"

namespace dateline::data {
std::string_view show_event_names();
std::string_view show_words();
} // namespace dateline::data

namespace dateline::show {

namespace {

constexpr std::array<std::string_view, 6> list_names{"nobody", "headless", "saying",
                                                     "light",  "about",    "number"};
static_assert(list_names.size() == static_cast<std::size_t>(WordList::number) + 1);

/// By `TYPE` or `TYPE mode`.
using Names = std::unordered_map<std::string_view, std::string_view>;

Names read_event_names() {
    Names names;
    for_each_data_line(data::show_event_names(), [&](std::string_view line, int number) {
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos)
            throw error("show/event_names.txt, line {}: no `TYPE mode: name`", number);
        names.emplace(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
    });
    return names;
}

} // namespace

bool is_on(WordList list, std::string_view words) {
    static const WordLists lists(data::show_words(), "show/words.txt", list_names);
    std::string key = to_lower(words);
    std::replace(key.begin(), key.end(), ' ', '_');
    return lists.has(list, key);
}

std::string_view event_name(std::string_view type, std::string_view mode) {
    static const Names names = read_event_names();
    auto found = names.find(std::string(type).append(" ").append(mode));
    if (found == names.end()) found = names.find(type);
    return found == names.end() ? std::string_view{} : found->second;
}

} // namespace dateline::show

#include "base/word_lists.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline {

WordLists::WordLists(std::string_view text, std::string_view file, std::span<const std::string_view> names) {
    for_each_data_line(text, [&](std::string_view line, int number) {
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) throw error("{}:{}: expected 'list: words'", file, number);
        const std::string_view name = line.substr(0, colon);
        const auto list = std::find(names.begin(), names.end(), name);
        if (list == names.end()) throw error("{}:{}: no such list: '{}'", file, number, name);
        const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(list - names.begin());
        for (const std::string_view word : split(line.substr(colon + 1), ' '))
            if (!word.empty()) m_lists[word] |= bit;
    });
}

} // namespace dateline

#include "show/words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "base/word_lists.hpp"

namespace dateline::data {
std::string_view show_words();
}

namespace dateline::show {

namespace {

constexpr std::array<std::string_view, 6> list_names{"nobody", "headless", "saying",
                                                     "light",  "about",    "number"};
static_assert(list_names.size() == static_cast<std::size_t>(WordList::number) + 1);

} // namespace

bool is_on(WordList list, std::string_view words) {
    static const WordLists lists(data::show_words(), "show/words.txt", list_names);
    std::string key = to_lower(words);
    std::replace(key.begin(), key.end(), ' ', '_');
    return lists.has(list, key);
}

} // namespace dateline::show

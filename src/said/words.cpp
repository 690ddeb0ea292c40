#include "said/words.hpp"

#include <array>

#include "base/word_lists.hpp"

namespace dateline::data {
std::string_view said_words();
}

namespace dateline::said {

namespace {

constexpr std::array<std::string_view, 27> list_names{
    "object-control", "inverted", "document", "measure",  "view",    "catenative", "survey",
    "estimate",       "light",    "occasion", "refuting", "fronted", "connective", "carried",
    "listener",       "rank",     "role",     "blow",     "assault", "tale",       "spoken",
    "effort",         "possible", "usage",    "showing",  "body",    "beholder"};
static_assert(list_names.size() == static_cast<std::size_t>(WordList::beholder) + 1);

} // namespace

bool is_on(WordList list, std::string_view word) {
    static const WordLists lists(data::said_words(), "said/words.txt", list_names);
    return lists.has(list, word);
}

} // namespace dateline::said

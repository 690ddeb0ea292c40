#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::who {

/// What a word says of the name that it stands in or beside; a word may be of several classes.
enum class NameWord : std::uint16_t {
    org = 1U << 0U,
    org_of = 1U << 1U,
    firm = 1U << 2U,
    place = 1U << 3U,
    building = 1U << 4U,
    place_of = 1U << 5U,
    place_noun = 1U << 6U,
    org_noun = 1U << 7U,
    human_verb = 1U << 8U,
    kin = 1U << 9U,
    none = 1U << 10U,
};

/// Whether `data/who/name_words.txt` has the word (in lower case) in the class.
bool is_name_word(std::string_view lower, NameWord word_class);

} // namespace dateline::who

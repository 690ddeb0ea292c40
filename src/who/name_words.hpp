#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::who {

/// What a word says of the name that it stands in or beside; a word may be of several classes.
enum class NameWord : std::uint32_t {
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
    event = 1U << 11U,
    award = 1U << 12U,
    law = 1U << 13U,
    of_place = 1U << 14U,
    of_org = 1U << 15U,
    of_nation = 1U << 16U,
    of_team = 1U << 17U,
    team_verb = 1U << 18U,
    sport = 1U << 19U,
    of_person = 1U << 20U,
    of_other = 1U << 21U,
    unit = 1U << 22U,
    title = 1U << 23U,
    no_title = 1U << 24U,
    event_first = 1U << 25U,
    praise = 1U << 26U,
    place_head = 1U << 27U,
    place_verb = 1U << 28U,
    headline = 1U << 29U,
    work_noun = 1U << 30U,
    day = 1U << 31U,
};

/// Whether `data/who/name_words.txt` has the word (in lower case) in the class.
bool is_name_word(std::string_view lower, NameWord word_class);

} // namespace dateline::who

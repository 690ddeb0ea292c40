#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::who {

/// What a word says of the name that it stands in or beside; a word may be of several classes.
enum class NameWord : std::uint64_t {
    org = std::uint64_t{1} << 0U,
    org_of = std::uint64_t{1} << 1U,
    firm = std::uint64_t{1} << 2U,
    place = std::uint64_t{1} << 3U,
    building = std::uint64_t{1} << 4U,
    place_of = std::uint64_t{1} << 5U,
    place_noun = std::uint64_t{1} << 6U,
    org_noun = std::uint64_t{1} << 7U,
    human_verb = std::uint64_t{1} << 8U,
    kin = std::uint64_t{1} << 9U,
    none = std::uint64_t{1} << 10U,
    event = std::uint64_t{1} << 11U,
    award = std::uint64_t{1} << 12U,
    law = std::uint64_t{1} << 13U,
    of_place = std::uint64_t{1} << 14U,
    of_org = std::uint64_t{1} << 15U,
    of_nation = std::uint64_t{1} << 16U,
    of_team = std::uint64_t{1} << 17U,
    team_verb = std::uint64_t{1} << 18U,
    sport = std::uint64_t{1} << 19U,
    of_person = std::uint64_t{1} << 20U,
    of_other = std::uint64_t{1} << 21U,
    unit = std::uint64_t{1} << 22U,
    title = std::uint64_t{1} << 23U,
    no_title = std::uint64_t{1} << 24U,
    event_first = std::uint64_t{1} << 25U,
    praise = std::uint64_t{1} << 26U,
    place_head = std::uint64_t{1} << 27U,
    place_verb = std::uint64_t{1} << 28U,
    headline = std::uint64_t{1} << 29U,
    work_noun = std::uint64_t{1} << 30U,
    day = std::uint64_t{1} << 31U,
    shop = std::uint64_t{1} << 32U,    // what is called by its owner: `Ada's Pizza`
    product = std::uint64_t{1} << 33U, // what is made and has a name of its own
    byname = std::uint64_t{1} << 34U,  // what rulers are called by: `Frederick the Great`
    rank = std::uint64_t{1} << 35U,    // short forms of ranks: `Lt. Col`
    prefix = std::uint64_t{1} << 36U,  // with a hyphen in front of a name: `pro-Assad`
};

/// Whether `data/who/name_words.txt` has the word (in lower case) in the class.
bool is_name_word(std::string_view lower, NameWord word_class);

} // namespace dateline::who

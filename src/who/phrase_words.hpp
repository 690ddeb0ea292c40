#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::who {

/// What a word does in the noun phrase of an actor; a word may be of several classes.
enum class PhraseWord : std::uint16_t {
    employed = 1U << 0U,   // takes the codes of the body it stands with
    collective = 1U << 1U, // stands for its members
    worn = 1U << 2U,       // a last name too common to call anybody
    sender = 1U << 3U,     // its `to`, `in`, `for` says where it is sent
    local = 1U << 4U,      // is of the place a report comes from
    given = 1U << 5U,      // a common last name that is as often a given name
    page = 1U << 6U,       // of what a page has around its article
    common = 1U << 7U,     // of names that every country's bodies have
    degree = 1U << 8U,     // says in front of a number that it is not exact
};

/// Whether `data/who/phrase_words.txt` has the word (in lower case) in the class.
bool is_phrase_word(std::string_view lower, PhraseWord word_class);
/// The PLOVER sector that a modifier in lower case says (`intelligence` officer); "" when it says none.
std::string_view sector_of_modifier(std::string_view lower);

/// What words within a body's name say.
struct BodyWords {
    std::string_view words, kind;
    std::vector<std::string> sectors;
};

/// The most telling words of a name in lower case (`data/who/body_words.txt`); null when none tells anything.
const BodyWords* body_words(std::string_view lower_name);

/// A people, or a region of a country.
struct Homeland {
    std::string_view country; // ISO alpha-3
    std::vector<std::string> sectors;
    bool is_region = false;
};

/// The homeland of a name as written (`data/who/peoples.txt`); null when it is not known.
const Homeland* homeland(std::string_view name);

} // namespace dateline::who

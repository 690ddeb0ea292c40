#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "when/calendar.hpp"

namespace dateline::when {

/// A phrase of `data/when/words.txt`.
struct Phrase {
    std::vector<std::string_view> words;
    std::string_view type, value;
    bool is_wide = false; // counted in histories only
};

/// What `data/when` knows of a word.
struct WordInfo {
    std::int32_t number = -1; // -1: no number word
    std::int16_t ordinal = 0; // 0: no ordinal
    std::uint8_t month = 0;   // 1 to 12
    std::uint8_t weekday = 0; // 1 Monday to 7 Sunday
    std::optional<Unit> unit;
    std::string_view season, part; // `SU`, `TMO`
    bool is_zone = false, is_degree = false;
    // verbs that put a time ahead, hold it open or only report it; nouns of events whose day is set before
    bool is_plan = false, is_promise = false, is_saying = false, is_event = false;
    std::vector<Phrase> phrases; // that start with the word, longest first
};

/// The words of time, from the files under `data/when`.
class Lexicon {
  public:
    /// Reads the files compiled in; throws `Error` naming file and line when one is malformed.
    Lexicon();
    /// What is known of a lowered word; an empty entry for any other word.
    [[nodiscard]] const WordInfo& find(std::string_view lower) const;

  private:
    void read_words();
    void read_phrases();

    std::unordered_map<std::string_view, WordInfo> m_words;
    WordInfo m_unknown;
};

/// The lexicon of the program, read once at first use.
const Lexicon& lexicon();

} // namespace dateline::when

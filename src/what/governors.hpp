#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"

namespace dateline::what {

/// What a word says about the event it governs (data/what/status.txt).
struct Effect {
    std::string status; // "" for `same` and for bare adverbs
    bool negative = false;
    std::string certainty; // "" leaves it
    bool same = false;     // what holds of the word holds of the event
    bool clause = false;   // only of a clause, not of a noun: `told a meeting`
    bool implied = false;  // not so: then the event did not happen (`was not able to`)
    bool open = false;     // of `same`: not so, and the event is left open (`was not forced to`)
    bool things = false;   // as `same` where no actor does it: `the camera allows users to record`
};

/// Stands in place of a preposition for an event right before the noun: `a bombing campaign`.
inline constexpr std::string_view before_noun = "-";

/// The words that colour events: `expect v`, `threat n`, `probably r`.
class Governors {
  public:
    /// Throws `Error` naming `file` and line.
    void read(std::string_view text, std::string_view file);

    /// Null when the word has no effect. `kind` is v, n, a or r as in the file; `preposition` the word
    /// between it and the event, "" without one (`keep going`, `keep from going`).
    [[nodiscard]] const Effect* find(std::string_view lemma, char kind,
                                     std::string_view preposition = {}) const;

  private:
    struct Entry {
        std::string preposition; // "" whatever stands between
        Effect effect;
    };
    std::unordered_map<std::string, std::vector<Entry>, StringHash, std::equal_to<>> m_effects[4];
};

} // namespace dateline::what

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"

namespace dateline::said {

enum class CueKind : std::uint8_t { speech, belief, intention, finding, stance };
enum class CuePart : std::uint8_t { verb, noun, adjective };
enum class ContentPlace : std::uint8_t { clause, infinitive, gerund, object, as, preposition, quotation };

/// Where the content of a cue stands.
struct CueFrame {
    CueKind kind = CueKind::speech;
    ContentPlace place = ContentPlace::clause;
    std::string preposition; // of `ContentPlace::preposition`
};

/// The words that attribute (data/said/cues.txt).
class CueLexicon {
  public:
    /// The built-in lexicon. Throws `Error` naming line and word of a malformed line.
    CueLexicon();

    /// The frames of a dictionary form, in the order they are tried; null when it is no cue.
    [[nodiscard]] const std::vector<CueFrame>* find(std::string_view lemma, CuePart part) const;

  private:
    void read_line(std::string_view line, int number);
    std::array<std::unordered_map<std::string, std::vector<CueFrame>, StringHash, std::equal_to<>>, 3>
        m_frames;
};

} // namespace dateline::said

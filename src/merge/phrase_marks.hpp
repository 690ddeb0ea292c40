#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "record/coded_report.hpp"

namespace dateline::merge {

/// How many there are on a side, as far as it matters: one climber is not the two climbers.
enum class Number : std::uint8_t { unknown, one, many };

/// A number that is a name: of a quake, a game, a man. Two of one kind that differ are two.
struct Measure {
    enum class Kind : std::uint8_t { decimal, score, age } kind = Kind::decimal;
    std::uint32_t value = 0; // hash of its digits

    friend auto operator<=>(const Measure&, const Measure&) = default;
};

/// What the words of a claim say about which of many like things it means.
struct PhraseMarks {
    /// Hashes of the words of the thing it is done to (`flights` in `cancelled all flights`), sorted.
    std::vector<std::uint32_t> thing;
    std::uint64_t thing_noun = 0;                                // hash of the stem of its noun; 0 none
    std::vector<std::uint16_t> actor_nations, recipient_nations; // that phrases or actors name, sorted
    Number actors = Number::unknown, recipients = Number::unknown;
    std::uint8_t actor_genders = 0, recipient_genders = 0; // of people there: 1 men, 2 women, 3 both
    std::uint64_t cause = 0;  // key of a happening that does it (`aftershocks jolted`); 0 none
    bool is_pointing = false; // `these attacks`, `such a raid`: what the report has just told
    bool is_also = false;     // `also`, `too` beside the trigger: beside what the report has told before
    std::uint8_t order = 0;   // `another`, `second`, `last` inside the phrases, one bit each kind
    std::array<std::uint16_t, 2> years{}; // right around the trigger or in the thing; 0 none
    std::vector<Measure> measures;        // of the sentence, sorted

    friend bool operator==(const PhraseMarks&, const PhraseMarks&) = default;
};

/// How many an actor is, as its kind and members tell.
Number number_of(const Actor& actor);

/// The sentence of a claim; its trigger when the report holds no sentences.
Span sentence_of(const CodedReport& coded, const Claim& claim);

/// Reads them. Work grows with the length of the claim's sentence.
PhraseMarks phrase_marks(const CodedReport& coded, const Claim& claim);

/// Whether the ending of the noun that a phrase is about is that of a plural.
bool is_plural(std::string_view phrase);

/// The first two years (1900 to 2099) that a text names; 0 for none.
std::array<std::uint16_t, 2> years_in(std::string_view text);

} // namespace dateline::merge

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "merge/days.hpp"
#include "merge/phrase_marks.hpp"
#include "merge/sentence_marks.hpp"
#include "merge/surroundings.hpp"

namespace dateline::merge {

/// A word (hash of its stem) and its weight, sorted by word, length 1.
struct WeightedWord {
    std::uint32_t word = 0;
    float weight = 0;

    friend bool operator==(const WeightedWord&, const WeightedWord&) = default;
};
using SentenceWords = std::vector<WeightedWord>;

/// What sentences are sorted by.
inline constexpr auto word_of = [](const WeightedWord& word) { return word.word; };

/// Where a town or something smaller lies: degrees.
struct Spot {
    float lat = 0, lon = 0;

    friend bool operator==(const Spot&, const Spot&) = default;
};

/// Two spots of one town, or of a town and its surroundings (30 km): a quarter, a suburb, the airport.
bool are_near(Spot one, Spot other);

/// One side of a claim.
struct SideView {
    std::vector<std::size_t> actors;  // merged actors, sorted
    std::vector<std::uint32_t> words; // hashes of the words that stand for them, sorted
    std::uint32_t count = 0;          // how many they are; 0 unknown

    friend bool operator==(const SideView&, const SideView&) = default;
};

/// A count of a claim.
struct ClaimFigure {
    std::uint64_t what = 0; // hash
    double low = 0, high = 0;

    friend bool operator==(const ClaimFigure&, const ClaimFigure&) = default;
};

/// A claim with what merging compares.
struct ClaimView {
    std::size_t report = 0; // in order
    std::size_t claim = 0;
    // Hashes of the claim's words for what it is; 0 for none.
    std::uint64_t type = 0, mode = 0, status = 0, polarity = 0;
    std::vector<ClaimFigure> figures;
    std::uint64_t key = 0;   // trigger group or stem
    std::uint64_t stem = 0;  // of the trigger
    std::uint64_t start = 0; // its first letters
    std::uint64_t form = 0;  // of the trigger as it stands there, in small letters
    std::uint32_t uses = 1;  // claims of its report that have its key
    std::uint64_t above = 0; // key of the claim that it is part of; 0 none
    std::uint8_t order = 0;  // `second`, `another`, `earlier` before the trigger, one bit each kind
    bool is_lead = false;    // in the title or the first sentence
    bool is_old = false;     // long before its report
    std::array<std::uint16_t, 2> years{}; // that the sentence names; 0 none
    Surroundings around;                  // of the trigger
    std::vector<std::uint32_t> near;      // hashes of its words that are not common, sorted
    std::uint32_t word = 0;               // hash of the trigger's last word, as in its sentence's
    std::uint8_t commonness = 0;          // how often news tells of something by this key (`trigger.hpp`)
    bool is_plural_noun = false;          // `the deaths`
    bool is_plain_key = false;            // the word names many happenings (`data/merge/plain_words.txt`)
    SideView actors, recipients;
    PhraseMarks marks;
    SentenceMarks named;              // in its sentence
    std::vector<std::size_t> parties; // merged actors of both sides, sorted
    std::string place;                // country or GeoNames id of a finer place
    std::string country;
    bool is_region = false;   // the place is larger than a country
    std::optional<Spot> spot; // of a town or something smaller
    std::int32_t first_day = unknown_day, last_day = unknown_day;
    std::int32_t published = unknown_day; // its report
    bool is_told_day = false;             // a time expression beside the trigger names its days
    Number number = Number::unknown;      // of the recipients
    std::ptrdiff_t voucher = -1; // merged actor who vouches for it, or who asks for it; -1 the outlet
    std::ptrdiff_t story = -1;
    std::uint64_t sentence = 0; // for `ClaimViews::sentence`; equal for claims of one sentence
    std::uint32_t line = 0;     // how much of its sentence, before the trigger, is headings

    friend bool operator==(const ClaimView&, const ClaimView&) = default;
};

/// A title without a full stop and the first sentence below it are parsed as one, but are two.
inline bool are_of_one_sentence(const ClaimView& one, const ClaimView& other) {
    return one.sentence == other.sentence && one.line == other.line;
}

} // namespace dateline::merge

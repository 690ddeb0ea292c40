#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "merge/actors.hpp"
#include "merge/days.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// A word (hash of its stem) and its weight, sorted by word, length 1.
struct WeightedWord {
    std::uint32_t word = 0;
    float weight = 0;
};
using SentenceWords = std::vector<WeightedWord>;

/// One side of a claim.
struct SideView {
    std::vector<std::size_t> actors;  // merged actors, sorted
    std::vector<std::uint32_t> words; // hashes of the words that stand for them, sorted
};

/// How many there are on a side, as far as it matters: one climber is not the two climbers.
enum class Number { unknown, one, many };

/// A claim with what merging compares.
struct ClaimView {
    std::size_t report = 0; // in order
    std::size_t claim = 0;
    std::uint64_t key = 0;     // trigger group or stem
    bool is_plain_key = false; // the word names many happenings (`data/merge/plain_words.txt`)
    SideView actors, recipients;
    std::vector<std::size_t> parties; // merged actors of both sides, sorted
    std::string place;                // country or GeoNames id of a finer place
    std::string country;
    bool is_region = false; // the place is larger than a country
    std::int32_t first_day = unknown_day, last_day = unknown_day;
    Number number = Number::unknown; // of the recipients
    std::ptrdiff_t voucher = -1;     // merged actor who vouches for it, or who asks for it; -1 the outlet
    std::ptrdiff_t story = -1;
    std::uint32_t sentence = 0; // index into `ClaimViews::sentences`
};

struct ClaimViews {
    std::vector<ClaimView> claims;
    std::vector<SentenceWords> sentences;
};

/// The claims of all reports that are no mere speech, in order.
ClaimViews view_claims(const std::vector<const CodedReport*>& reports, const ActorTable& actors,
                       const std::vector<Story>& stories);

} // namespace dateline::merge

#pragma once

#include "merge/evidence.hpp"
#include "merge/pair_features.hpp"

namespace dateline::merge {

/// The features of a pair as they are found, and their weighted sum.
struct Tally {
    Evidence evidence;
    PairReasons seen;
    PairFeatures* values = nullptr; // kept for training

    [[nodiscard]] bool has(PairFeature feature) const { return seen[static_cast<std::size_t>(feature)]; }
    [[nodiscard]] bool has_like_word() const {
        using enum PairFeature;
        return has(same_word) || has(like_word) || has(same_start);
    }
    [[nodiscard]] bool has_only_words() const {
        using enum PairFeature;
        return has_like_word() && !has(party) && !has(described_party) && !has(actor_words) &&
               !has(recipient_words) && !has(same_day) && !has(same_day_far) && !has(same_place) &&
               !has(same_figure) && !has(same_thing) && !has(same_measure);
    }

    void add(PairFeature feature, double value = 1) {
        const auto f = static_cast<std::size_t>(feature);
        const double points = static_cast<double>(pair_weights()[f]) * value;
        evidence.score += points;
        if (points > 0) evidence.reasons.set(f);
        seen.set(f);
        if (values != nullptr) (*values)[f] += static_cast<float>(value);
    }
};

/// Adds what the small words of two claims (`PhraseMarks`) say: things, nations, numbers, order, years.
void compare_marks(const ClaimView& one, const ClaimView& other, Tally& tally);

/// Adds what the words beside the triggers say (`Surroundings`), and how common the triggers are; `length`: 0
/// for short reports, 1 for reports as long as news.
void compare_around(const ClaimView& one, const ClaimView& other, double length, Tally& tally);

/// Of the type CONSULT but no visit, or without a type and by its word only (`talked`).
bool is_meeting(const ClaimView& claim);

/// Whether two claims are meetings of the same two: each of them stands first in some report, and some tell
/// both at once.
bool are_meetings_of_two(const ClaimView& one, const ClaimView& other);

} // namespace dateline::merge

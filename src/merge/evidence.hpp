#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "merge/claim_views.hpp"
#include "merge/pair_features.hpp"

namespace dateline::merge {

/// What speaks for two claims telling one event: above 0 more speaks for it than against it.
struct Evidence {
    double score = 0;
    bool is_barred = false; // they cannot be one
    PairReasons reasons;    // what spoke for it
};

/// Can two actors be one? Other: no; open: nothing speaks for or against it; kin: of one country, and one of
/// them only described or the state itself.
enum class Fit { other, open, kin, same };

struct Tally;

/// Compares two claims; the order of the two does not matter.
class Comparer {
  public:
    Comparer(const ClaimViews& views, const ActorTable& actors) : m_views(views), m_actors(actors) {}

    [[nodiscard]] Evidence compare(const ClaimView& one, const ClaimView& other) const;
    /// What `compare` weighs: the values of all features, 0 for those that do not apply.
    [[nodiscard]] PairFeatures features(const ClaimView& one, const ClaimView& other) const;

  private:
    void compare(const ClaimView& one, const ClaimView& other, Tally& tally) const;
    /// How alike the words of two sentences and those around two triggers are, 0 to 1; 0 within a sentence.
    struct Alike {
        double sentences = 0, near = 0;
        std::size_t shared = 0; // words of both sentences that are not the triggers
    };
    [[nodiscard]] Alike alikeness(const ClaimView& one, const ClaimView& other) const;
    void compare_lengths(const ClaimView& one, const ClaimView& other, const Alike& alike,
                         Tally& tally) const;
    static void compare_in_news(const ClaimView& one, const ClaimView& other, const Alike& alike,
                                double claims, Tally& tally);
    static void compare_words(const ClaimView& one, const ClaimView& other, Tally& tally);
    static void compare_kind(const ClaimView& one, const ClaimView& other, Tally& tally);
    void compare_parties(const ClaimView& one, const ClaimView& other, Tally& tally) const;
    static void compare_numbers(const ClaimView& one, const ClaimView& other, Tally& tally);
    static void compare_sides(const ClaimView& one, const ClaimView& other, Tally& tally);
    void compare_voices(const ClaimView& one, const ClaimView& other, Tally& tally) const;
    [[nodiscard]] bool is_hosted(const ClaimView& open, const std::vector<std::size_t>& nobody,
                                 const std::vector<std::size_t>& others) const;
    void compare_counterparts(const ClaimView& one, const ClaimView& other,
                              const std::vector<std::size_t>& shared, Tally& tally) const;
    [[nodiscard]] Fit fit(std::size_t one, std::size_t other) const;
    [[nodiscard]] Fit best_fit(const std::vector<std::size_t>& one,
                               const std::vector<std::size_t>& other) const;
    /// Of the fewer, the one that fits worst.
    [[nodiscard]] Fit worst_fit(const std::vector<std::size_t>& fewer,
                                const std::vector<std::size_t>& more) const;
    [[nodiscard]] bool is_named_person(std::size_t actor) const;
    [[nodiscard]] bool are_other_people(const std::vector<std::size_t>& one,
                                        const std::vector<std::size_t>& other) const;
    static void compare_phrases(const SideView& one, const SideView& other,
                                std::pair<PairFeature, PairFeature> like_and_unlike, Tally& tally);
    static void compare_places(const ClaimView& one, const ClaimView& other, Tally& tally);
    static void compare_days(const ClaimView& one, const ClaimView& other, Tally& tally);
    [[nodiscard]] static bool is_plan_of_later(const ClaimView& plan, const ClaimView& other);
    static void compare_surroundings(const ClaimView& one, const ClaimView& other, const Alike& alike,
                                     Tally& tally);
    static void compare_figures(const ClaimView& one, const ClaimView& other, Tally& tally);

    const ClaimViews& m_views;
    const ActorTable& m_actors;
};

} // namespace dateline::merge

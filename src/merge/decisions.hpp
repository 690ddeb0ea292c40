#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "merge/actors.hpp"
#include "merge/claim_views.hpp"
#include "merge/reports.hpp"
#include "record/decision.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// A user's word on a pair of claims.
struct Verdict {
    bool are_one = false;
    std::string decision; // id
};

/// The decisions that stand (what was undone left out), found in the reports.
class Decisions {
  public:
    Decisions(const std::vector<Decision>& log, const Reports& reports);

    /// Merges, splits and renames actors.
    void apply(ActorTable& actors) const;

    /// Looks up the claims among the views; needed before `verdict` and `pairs`.
    void find_claims(const ClaimViews& views);

    /// What was decided on two claims (indexes into the views).
    [[nodiscard]] const Verdict* verdict(std::uint32_t one, std::uint32_t other) const;
    /// The pairs that were decided to be one.
    [[nodiscard]] const std::vector<std::pair<std::uint32_t, std::uint32_t>>& joined() const {
        return m_joined;
    }
    [[nodiscard]] bool empty() const { return m_standing.empty(); }

    /// The name that was given to the event with these claims; "" for none.
    [[nodiscard]] std::string event_name(std::span<const std::uint32_t> claims) const;

    /// Ids of standing decisions whose words are no longer found in the reports.
    [[nodiscard]] std::vector<std::string> lost() const;

  private:
    using Place = std::pair<std::size_t, std::size_t>; // report, index of claim or actor in it
    /// `look(report, offer)` offers each thing of the report that an anchor may mean: its index, words and
    /// id.
    template<typename Look>
    [[nodiscard]] std::optional<Place> find(const Anchor& anchor, Look look) const;
    [[nodiscard]] std::optional<Place> find_claim(const Anchor& anchor) const;
    [[nodiscard]] std::optional<Place> find_actor(const Anchor& anchor) const;
    [[nodiscard]] std::vector<std::uint32_t> views_of(const std::vector<Anchor>& anchors,
                                                      const ClaimViews& views) const;
    void decide(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other,
                const Verdict& verdict);

    const Reports& m_reports;
    std::unordered_map<std::string_view, std::size_t> m_report_of;
    std::vector<Decision> m_standing;
    std::unordered_map<std::uint64_t, Verdict> m_verdicts; // by pair of views
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_joined;
    std::unordered_map<std::uint32_t, std::string> m_names; // of views
};

} // namespace dateline::merge

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "merge/claim_views.hpp"
#include "merge/decisions.hpp"
#include "merge/evidence.hpp"
#include "merge/origins.hpp"
#include "merge/reports.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// Groups of claims, one an event: indexes into the views in order, groups in order of their first claim.
class EventGroups {
  public:
    void add(std::span<const std::uint32_t> claims) {
        m_claims.insert(m_claims.end(), claims.begin(), claims.end());
        m_ends.push_back(static_cast<std::uint32_t>(m_claims.size()));
    }
    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t group) const {
        const std::size_t start = group == 0 ? 0 : m_ends[group - 1];
        return std::span(m_claims).subspan(start, m_ends[group] - start);
    }

  private:
    std::vector<std::uint32_t> m_claims, m_ends;
};

/// Groups claims into events; conservative where unsure. Every claim is in exactly one group.
EventGroups group_claims(const Reports& reports, const ClaimViews& views, const ActorTable& actors,
                         const Decisions& decisions);

/// Why each claim behind the first belongs to the event: the reasons of the claim before it that it goes best
/// with, or the decision of a user.
std::vector<std::string> reasons_of(std::span<const std::uint32_t> claims, const Reports& reports,
                                    const ClaimViews& views, const Comparer& comparer,
                                    const Decisions& decisions);

/// Hands on the event of each group, in order: roles, place, time, status and its history, counts, disputes,
/// origins.
void describe_events(const Reports& reports, const ClaimViews& views, const EventGroups& groups,
                     const ActorTable& actors, const std::vector<Story>& stories, const Origins& origins,
                     const Decisions& decisions, const std::function<void(Event)>& take);

} // namespace dateline::merge

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "merge/actors.hpp"
#include "merge/claim_view.hpp"
#include "merge/packed_views.hpp"
#include "merge/page_cache.hpp"
#include "merge/reports.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// The claims of all reports that are no mere speech, in order. They are made once and wait in a temporary
/// file: references last until `settle`. The arguments must outlive this.
class ClaimViews {
  public:
    ClaimViews(const Reports& reports, const ActorTable& actors, const std::vector<Story>& stories);

    [[nodiscard]] std::size_t size() const { return m_report_of.size(); }
    [[nodiscard]] const ClaimView& operator[](std::size_t number) const {
        const std::size_t report = m_report_of[number];
        return m_cache.at(report).claims[number - m_first[report]];
    }
    /// The words of `ClaimView::sentence`.
    [[nodiscard]] const SentenceWords& sentence(std::uint64_t key) const {
        return m_cache.at(key >> 32U).sentences[static_cast<std::uint32_t>(key)];
    }
    /// The report (in order) of a view, without making the view.
    [[nodiscard]] std::size_t report_of(std::size_t number) const { return m_report_of[number]; }
    /// How many views a report (in order) has.
    [[nodiscard]] std::size_t size_of(std::size_t report) const {
        return (report + 1 < m_first.size() ? m_first[report + 1] : size()) - m_first[report];
    }
    /// The story of a report (in order), -1 for none.
    [[nodiscard]] std::ptrdiff_t story_of(std::size_t report) const {
        const auto story = m_story_of.find(m_reports.header(report).id);
        return story == m_story_of.end() ? -1 : story->second;
    }
    /// The view of a claim; empty for mere speech.
    [[nodiscard]] std::optional<std::size_t> find(std::size_t report, std::size_t claim) const;

    /// Says that nothing points into views or reports any more.
    void settle() const {
        m_cache.settle();
        m_reports.settle();
    }

  private:
    void add(std::size_t report, const ViewPage& page);
    [[nodiscard]] ViewPage read(std::size_t report) const;
    void weigh(SentenceWords& sentence) const;
    static std::size_t weight_of(const ViewPage& page);

    const Reports& m_reports;
    std::unordered_map<std::string_view, std::ptrdiff_t> m_story_of;
    std::unordered_map<std::uint32_t, double> m_weights; // of words
    std::vector<std::uint32_t> m_report_of;              // of each view
    std::vector<std::size_t> m_first;                    // view of each report
    PackedViews m_packed;
    mutable PageCache<ViewPage> m_cache; // a cache is no part of what the claims are
};

} // namespace dateline::merge

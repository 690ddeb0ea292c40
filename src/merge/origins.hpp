#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "merge/reports.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// Later versions of one page: same address, or same outlet and title over a text that is largely the same.
/// Each replaces the version before it.
std::vector<Revision> find_revisions(const Reports& reports, const std::vector<Copy>& copies);

/// Where what a report says comes from: the outlet itself, the agency or outlet it credits, or the text that
/// it copies. Names are made alike (`AP`, `the Associated Press`), so that equal strings are one voice.
class Origins {
  public:
    Origins(const Reports& reports, const std::vector<Copy>& copies, const std::vector<Revision>& revisions);

    /// The origin of a claim of the report at the index.
    [[nodiscard]] std::string of(std::size_t report, const Claim& claim) const;

    /// A later version of the report is among the reports.
    [[nodiscard]] bool is_replaced(std::size_t report) const { return m_replaced[report]; }

  private:
    const Reports& m_reports;
    std::vector<std::string> m_of_report;
    std::vector<bool> m_replaced;
};

} // namespace dateline::merge

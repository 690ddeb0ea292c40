#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "who/mention.hpp"

namespace dateline::who {

/// Which countries a report tells of, by its places, its peoples and those of its people and bodies whom the
/// actor book knows. Says whose `Supreme Court` is meant where the words do not.
class ReportCountries {
  public:
    /// `dateline` is the country the report was sent from; "" unknown. The mentions and places must outlive
    /// it.
    ReportCountries(const std::vector<FoundMention>& mentions, const std::vector<Place>& places,
                    std::string_view dateline);

    /// ISO alpha-3 of the country told of at least three times and twice as often as all others together; "".
    [[nodiscard]] std::string_view main() const { return m_main; }
    /// Whether the report tells of the country at all.
    [[nodiscard]] bool speaks_of(std::string_view country) const { return m_counts.contains(country); }

  private:
    std::unordered_map<std::string_view, int> m_counts;
    std::string_view m_main;
};

/// A body's name of words that every country's bodies have: `Supreme Court`, `National Assembly`, `Army`.
bool is_common_body(std::string_view name);

} // namespace dateline::who

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "record/coded_report.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// The names that reports call bodies and states by, which the reports' actors do not keep: `ISIS`, `Daesh`
/// and `Islamic State` are one entry of the actor book.
class BodyNames {
  public:
    /// Counts the names a report has for its actor, which is the merged one of that index. People, groups
    /// without a name and things are passed over.
    void count(std::size_t index, const CodedReport& coded, const Actor& actor);
    /// Makes aliases of the names that are no single report's slip: at least two reports and one in fifty of
    /// those that name the actor have them; of an actor of few reports one will do. Names of a state are
    /// those that the table of countries knows.
    void give(std::vector<MergedActor>& actors) const;

  private:
    std::unordered_map<std::size_t, std::map<std::string, std::size_t, std::less<>>>
        m_reports; // by index and name
};

/// The name at the end of a phrase: `Islamic State of Iraq` of `the militants of the Islamic State of Iraq`,
/// `ISIS` of `the Sunni militant group ISIS`; "" where it does not end in one.
std::string_view name_at_end(std::string_view phrase);

} // namespace dateline::merge

#pragma once

#include <map>
#include <string>
#include <vector>

#include "record/merged.hpp"
#include "show/page.hpp"
#include "store/database.hpp"

namespace dateline::show {

/// Puts merged objects into words; keeps the names, tellers and lines it has made. One per view.
class Describer {
  public:
    explicit Describer(store::Database& database) : m_database(database) {}

    /// The name of a merged actor; its id when it is not known.
    const std::string& actor_name(const std::string& id);
    std::string actor_names(const std::vector<std::string>& ids);
    /// The word and the sentence by which an event is told; empty when its claims are not in the database.
    const store::ToldInfo& teller_of(const std::string& event);
    /// An event as a line: who, and what was done in the reports' own words (`A recalled its ambassador to
    /// B`), or who, what in one word, whom, where (`A: visit → B`); status when it is no plain fact; counts;
    /// the sentence of the earliest report that has the word most have; its sources. Lines of one section
    /// sort by day, then `order`.
    const Line& event_line(const Event& event);
    /// The stops of an itinerary as lines, with who was met.
    std::vector<Line> itinerary_lines(const Itinerary& itinerary);
    /// A dispute of an event: each value with who reports it.
    Line dispute_line(const Event& event, const Dispute& dispute);

  private:
    static std::vector<std::string> report_ids(const std::vector<MemberRef>& claims);
    std::vector<std::string> recipients_of(const Event& event);
    std::string sentence(const Event& event);
    std::string phrase(const Event& event, const std::string& word);
    Line told(const Event& event);
    std::string lapse(const Stop& stop);

    store::Database& m_database;
    std::map<std::string, std::string> m_names;
    std::map<std::string, store::ToldInfo> m_tellers; // by event
    std::map<std::string, Line> m_lines;              // by event
};

/// Sorts lines by day and order, those without a day last; makes one line of those that say the same, and
/// shows a sentence that several lines rest on once, behind the last of them.
void arrange(Section& section);

/// Text on one line, cut to `most` bytes at a blank with an ellipsis.
std::string one_line(std::string_view text, std::size_t most = 320);

} // namespace dateline::show

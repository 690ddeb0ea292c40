// Stories by average linkage: the two groups whose reports are most alike on average are joined, as long as
// that average stays above a threshold and their days of publication lie within a span. Only pairs that are
// alike at all are kept, so the work grows with the number of such pairs, not with the square of the pile.
// News of other people or other numbers (`lead_facts.hpp`) is less alike than its words. Ties are broken by
// position, so the result depends on the set of reports only.

#include "merge/stories.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/core.h>

#include "merge/days.hpp"
#include "merge/lead_facts.hpp"
#include "merge/linkage.hpp"
#include "merge/report_vectors.hpp"
#include "merge/words.hpp"

namespace dateline::merge {
namespace {

constexpr double least_average = 0.16;
constexpr double least_pair = 0.05;
// What the likeness of such news is worth.
constexpr float other_victims = 0.3F, other_people = 0.7F, other_numbers = 0.4F;
constexpr std::int32_t days_of_counting = 3; // as long a toll may still rise
constexpr std::int32_t most_days = 8;        // from a story's first report to its last

std::int32_t day_of(const Report& report) {
    return day_number(report.published.value);
}

/// All days of publication lie within the span of a story; unknown days fit all.
class DaySpan {
  public:
    explicit DaySpan(const std::vector<std::int32_t>& days) : m_days(days) {}

    bool operator()(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other) const {
        std::int32_t first = INT32_MAX, last = INT32_MIN;
        for (const auto* items : {&one, &other})
            for (const std::uint32_t i : *items) {
                if (m_days[i] == unknown_day) continue;
                first = std::min(first, m_days[i]);
                last = std::max(last, m_days[i]);
            }
        return first > last || last - first <= most_days;
    }

  private:
    const std::vector<std::int32_t>& m_days;
};

/// Lowers what speaks for pairs of reports that tell of others.
void set_apart(std::vector<ScoredPair>& pairs, const std::vector<LeadFacts>& facts,
               const std::vector<std::int32_t>& days) {
    for (ScoredPair& pair : pairs) {
        const LeadFacts &one = facts[pair.first], &other = facts[pair.second];
        const std::int32_t day = days[pair.first], other_day = days[pair.second];
        const bool may_count_on =
            day != unknown_day && other_day != unknown_day && std::abs(day - other_day) <= days_of_counting;
        if (are_other_victims(one, other)) pair.score *= other_victims;
        if (are_of_other_people(one, other)) pair.score *= other_people;
        if (have_other_numbers(one, other, may_count_on ? Tolls::ignored : Tolls::counted))
            pair.score *= other_numbers;
    }
}

Story story_of(const std::vector<std::uint32_t>& items, const Reports& reports) {
    Story story;
    for (const auto i : items) {
        const Report& report = reports.header(i);
        story.reports.push_back(report.id);
        if (story.title.empty()) story.title = report.title;
        if (day_of(report) == unknown_day) continue;
        const auto date = report.published.value.substr(0, 10);
        if (story.from.empty()) story.from = date;
        story.to = date;
    }
    story.id = fmt::format("s{:012x}", hash_text(story.reports.front()) >> 16);
    return story;
}

} // namespace

std::vector<Story> find_stories(const Reports& reports) {
    std::vector<std::int32_t> days;
    for (std::size_t r = 0; r < reports.size(); ++r) days.push_back(day_of(reports.header(r)));
    LinkageOptions options;
    options.least_average = least_average;
    options.may_join = DaySpan(days);
    auto pairs = like_pairs(ReportVectors(reports), days, least_pair, most_days);
    set_apart(pairs, lead_facts_of(reports), days);
    const auto clusters = average_linkage(days.size(), pairs, options);
    std::vector<Story> stories;
    for (const auto& cluster : clusters)
        if (cluster.size() > 1) stories.push_back(story_of(cluster, reports));
    return stories;
}

} // namespace dateline::merge

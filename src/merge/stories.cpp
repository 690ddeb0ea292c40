// Stories by average linkage: the two groups whose reports are most alike on average are joined, as long as
// that average stays above a threshold and their days of publication lie within a span. Only pairs that are
// alike at all are kept, so the work grows with the number of such pairs, not with the square of the pile.
// Ties are broken by position, so the result depends on the set of reports only.

#include "merge/stories.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <queue>
#include <unordered_map>

#include <fmt/core.h>

#include "merge/report_vectors.hpp"
#include "merge/words.hpp"

namespace dateline::merge {
namespace {

constexpr double least_average = 0.165;
constexpr double least_pair = 0.05;
constexpr std::int32_t most_days = 8; // from a story's first report to its last

std::int32_t day_of(const Report& report) {
    const std::string_view value = report.published.value;
    int year = 0, month = 0, day = 0;
    const auto read = [&](std::size_t at, std::size_t length, int& out) {
        return std::from_chars(value.data() + at, value.data() + at + length, out).ptr ==
               value.data() + at + length;
    };
    if (value.size() < 10 || !read(0, 4, year) || !read(5, 2, month) || !read(8, 2, day)) return unknown_day;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return unknown_day;
    return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

struct Cluster {
    std::vector<std::size_t> reports;
    std::unordered_map<std::uint32_t, double> likeness; // sum over pairs, by the other cluster
    std::int32_t first = unknown_day, last = unknown_day;
    bool is_gone = false;
};

/// Two clusters as they were when this was put into the queue.
struct Candidate {
    double average = 0;
    std::uint32_t a = 0, b = 0;
    std::size_t size = 0; // of both together; another size now means it is out of date

    friend bool operator<(const Candidate& x, const Candidate& y) {
        if (x.average != y.average) return x.average < y.average;
        return std::pair(x.a, x.b) > std::pair(y.a, y.b);
    }
};

class Linkage {
  public:
    Linkage(const std::vector<std::int32_t>& days, const std::vector<LikePair>& pairs)
        : m_clusters(days.size()) {
        for (std::size_t i = 0; i < days.size(); ++i) {
            m_clusters[i].reports = {i};
            m_clusters[i].first = m_clusters[i].last = days[i];
        }
        for (const LikePair& pair : pairs) {
            m_clusters[pair.first].likeness[pair.second] = pair.product;
            m_clusters[pair.second].likeness[pair.first] = pair.product;
        }
        for (const LikePair& pair : pairs) offer(pair.first, pair.second);
    }

    std::vector<Cluster> run() {
        while (!m_queue.empty()) {
            const Candidate next = m_queue.top();
            m_queue.pop();
            Cluster &a = m_clusters[next.a], &b = m_clusters[next.b];
            if (a.is_gone || b.is_gone || a.reports.size() + b.reports.size() != next.size) continue;
            join(next.a, next.b);
        }
        std::erase_if(m_clusters, [](const Cluster& cluster) { return cluster.is_gone; });
        return std::move(m_clusters);
    }

  private:
    void offer(std::uint32_t one, std::uint32_t other) {
        const std::uint32_t a = std::min(one, other), b = std::max(one, other);
        const Cluster &x = m_clusters[a], &y = m_clusters[b];
        if (x.first != unknown_day && y.first != unknown_day &&
            std::max(x.last, y.last) - std::min(x.first, y.first) > most_days)
            return;
        const auto pairs = static_cast<double>(x.reports.size() * y.reports.size());
        const double average = x.likeness.at(b) / pairs;
        if (average >= least_average) m_queue.push({average, a, b, x.reports.size() + y.reports.size()});
    }

    /// `b` goes into `a`.
    void join(std::uint32_t a, std::uint32_t b) {
        Cluster &into = m_clusters[a], &from = m_clusters[b];
        into.reports.insert(into.reports.end(), from.reports.begin(), from.reports.end());
        if (into.first == unknown_day || (from.first != unknown_day && from.first < into.first))
            into.first = from.first;
        if (into.last == unknown_day || from.last > into.last) into.last = from.last;
        from.is_gone = true;
        into.likeness.erase(b);
        for (const auto& [other, likeness] : from.likeness) {
            if (other == a) continue;
            into.likeness[other] += likeness;
            m_clusters[other].likeness.erase(b);
            m_clusters[other].likeness[a] = into.likeness[other];
        }
        from.likeness.clear();
        for (const auto& entry : into.likeness) offer(a, entry.first);
    }

    std::vector<Cluster> m_clusters;
    std::priority_queue<Candidate> m_queue;
};

Story story_of(const Cluster& cluster, const std::vector<const CodedReport*>& reports) {
    Story story;
    for (const auto i : cluster.reports) {
        const auto& report = reports[i]->report;
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

std::vector<Story> find_stories(const std::vector<const CodedReport*>& reports) {
    std::vector<std::int32_t> days;
    for (const CodedReport* coded : reports) days.push_back(day_of(coded->report));
    auto clusters = Linkage(days, like_pairs(report_vectors(reports), days, least_pair, most_days)).run();
    std::vector<Story> stories;
    for (Cluster& cluster : clusters) {
        if (cluster.reports.size() < 2) continue;
        std::sort(cluster.reports.begin(), cluster.reports.end());
        stories.push_back(story_of(cluster, reports));
    }
    return stories;
}

} // namespace dateline::merge

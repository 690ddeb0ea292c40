// Stories by one pass over the reports in order of publication: each joins the story whose centroid its
// tf-idf vector is nearest to by cosine, or opens one. An inverted index over the centroids finds the
// candidates; words that a large part of the pile uses are left out. A story closes some days after its last
// report.

#include "merge/stories.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>

#include <fmt/core.h>

#include "merge/words.hpp"

namespace dateline::merge {
namespace {

constexpr double least_cosine = 0.21;
constexpr int most_days_apart = 5;
constexpr std::size_t longest_vector = 200;

using Vector = std::vector<std::pair<std::uint64_t, double>>;

std::optional<int> day_of(const Report& report) {
    const std::string_view value = report.published.value;
    int year = 0, month = 0, day = 0;
    const auto read = [&](std::size_t at, std::size_t length, int& out) {
        return std::from_chars(value.data() + at, value.data() + at + length, out).ptr ==
               value.data() + at + length;
    };
    if (value.size() < 10 || !read(0, 4, year) || !read(5, 2, month) || !read(8, 2, day)) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return static_cast<int>(std::chrono::sys_days(date).time_since_epoch().count());
}

std::vector<Vector> vectors_of(const std::vector<const CodedReport*>& reports) {
    std::vector<Vector> out;
    std::unordered_map<std::uint64_t, std::size_t> reports_with;
    for (const auto* report : reports) {
        std::map<std::uint64_t, double> counts;
        for (const auto word : word_hashes(report->report.text)) ++counts[word];
        for (const auto& [word, count] : counts) ++reports_with[word];
        out.emplace_back(counts.begin(), counts.end());
    }
    const auto total = static_cast<double>(reports.size());
    for (auto& vector : out) {
        for (auto& [word, weight] : vector)
            weight = (1 + std::log(weight)) * std::log((1 + total) / static_cast<double>(reports_with[word]));
        std::sort(vector.begin(), vector.end(), [](const auto& a, const auto& b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        if (vector.size() > longest_vector) vector.resize(longest_vector);
        double square = 0;
        for (const auto& entry : vector) square += entry.second * entry.second;
        for (auto& entry : vector) entry.second /= std::sqrt(std::max(square, 1e-12));
    }
    return out;
}

struct Cluster {
    std::vector<std::size_t> reports;
    double square = 0; // squared length of the sum of its vectors
    std::optional<int> last;
};

class Clusters {
  public:
    void add(std::size_t report, const Vector& vector, std::optional<int> day) {
        std::map<std::size_t, double> products;
        for (const auto& [word, weight] : vector) {
            const auto posting = m_index.find(word);
            if (posting == m_index.end()) continue;
            for (const auto& [cluster, sum] : posting->second) products[cluster] += weight * sum;
        }
        std::size_t best = m_clusters.size();
        double best_cosine = least_cosine;
        for (const auto& [cluster, product] : products) {
            const auto& candidate = m_clusters[cluster];
            if (day && candidate.last && *day - *candidate.last > most_days_apart) continue;
            const double cosine = product / std::sqrt(candidate.square);
            if (cosine >= best_cosine) best = cluster, best_cosine = cosine;
        }
        if (best == m_clusters.size()) m_clusters.emplace_back();
        auto& cluster = m_clusters[best];
        const auto product = products.find(best);
        cluster.square += 1 + (product == products.end() ? 0 : 2 * product->second);
        cluster.reports.push_back(report);
        if (day) cluster.last = day;
        for (const auto& [word, weight] : vector) m_index[word][best] += weight;
    }
    [[nodiscard]] const std::vector<Cluster>& all() const { return m_clusters; }

  private:
    std::vector<Cluster> m_clusters;
    std::unordered_map<std::uint64_t, std::unordered_map<std::size_t, double>> m_index;
};

Story story_of(const Cluster& cluster, const std::vector<const CodedReport*>& reports) {
    Story story;
    for (const auto i : cluster.reports) {
        const auto& report = reports[i]->report;
        story.reports.push_back(report.id);
        if (story.title.empty()) story.title = report.title;
        if (!day_of(report)) continue;
        const auto date = report.published.value.substr(0, 10);
        if (story.from.empty()) story.from = date;
        story.to = date;
    }
    story.id = fmt::format("s{:012x}", hash_text(story.reports.front()) >> 16);
    return story;
}

} // namespace

std::vector<Story> find_stories(const std::vector<const CodedReport*>& reports) {
    const auto vectors = vectors_of(reports);
    Clusters clusters;
    for (std::size_t i = 0; i < reports.size(); ++i) clusters.add(i, vectors[i], day_of(reports[i]->report));
    std::vector<Story> stories;
    for (const auto& cluster : clusters.all())
        if (cluster.reports.size() > 1) stories.push_back(story_of(cluster, reports));
    return stories;
}

} // namespace dateline::merge

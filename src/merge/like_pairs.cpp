// Reports come by day of publication: the vectors of the last days stand in a window, with an index of their
// features. A report goes through the postings of its own features and adds up what it has in common with
// each report there, so that the work grows with what pairs share, not with the length of all vectors that
// may be compared. Only those count that share a few rare features. Reports without a known day are near to
// all: they come first and stay.

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <unordered_map>
#include <utility>

#include "merge/days.hpp"
#include "merge/report_vectors.hpp"

namespace dateline::merge {

namespace {

constexpr std::size_t most_reports_of_rare = 60;
constexpr int fewest_shared = 3;

/// What is told within three days belongs together rather than what is told a week apart; 1 for unknown days.
double nearness(std::int32_t one, std::int32_t other) {
    constexpr double a_day = 0.08;
    constexpr std::int32_t neutral = 3;
    return one == unknown_day || other == unknown_day ? 1 : 1 + a_day * (neutral - std::abs(one - other));
}

class PairFinder {
  public:
    PairFinder(const ReportVectors& vectors, const std::vector<std::int32_t>& days, double least,
               std::int32_t most_days)
        : m_vectors(vectors), m_days(days), m_least(least), m_most_days(most_days),
          m_most_uses(std::max(most_reports_of_rare, vectors.size() / 50)), m_shared(vectors.size()) {}

    std::vector<ScoredPair> run() {
        for (std::uint32_t i = 0; i < m_days.size(); ++i)
            if (m_days[i] == unknown_day) meet(i);
        for (std::uint32_t i = 0; i < m_days.size(); ++i) {
            if (m_days[i] == unknown_day) continue;
            while (!m_window.empty() && m_days[m_window.front()] < m_days[i] - m_most_days) leave();
            meet(i);
            m_window.push_back(i);
        }
        return std::move(m_pairs);
    }

  private:
    /// Compares the report with those in the index and enters it.
    void meet(std::uint32_t i) {
        const ReportVector& vector = m_open.emplace(i, m_vectors.of(i)).first->second;
        std::vector<std::uint32_t> touched;
        for (const Feature& feature : vector) { // by feature, as in `product`: the sums are the same
            const int is_rare = m_vectors.reports_with(feature.id) <= m_most_uses ? 1 : 0;
            auto& posting = m_index[feature.id];
            for (const Posted& posted : posting) {
                Shared& shared = m_shared[posted.report];
                if (shared.sum == 0) touched.push_back(posted.report);
                shared.sum += static_cast<double>(feature.weight) * static_cast<double>(posted.weight);
                shared.rare += is_rare;
            }
            posting.push_back({i, feature.weight});
        }
        for (const std::uint32_t j : touched) {
            const Shared shared = std::exchange(m_shared[j], {});
            if (shared.rare < fewest_shared) continue;
            const double value = shared.sum * nearness(m_days[i], m_days[j]);
            if (value >= m_least)
                m_pairs.push_back({std::min(i, j), std::max(i, j), static_cast<float>(value)});
        }
    }

    /// The oldest report of the window leaves it.
    void leave() {
        const std::uint32_t i = m_window.front();
        m_window.pop_front();
        for (const Feature& feature : m_open.at(i)) {
            const auto posting = m_index.find(feature.id);
            std::erase_if(posting->second, [&](const Posted& posted) { return posted.report == i; });
            if (posting->second.empty()) m_index.erase(posting);
        }
        m_open.erase(i);
    }

    struct Posted {
        std::uint32_t report;
        float weight;
    };
    /// What a report has in common with the one that is looked at.
    struct Shared {
        double sum = 0; // of the products of weights, which are above 0
        int rare = 0;   // features
    };

    const ReportVectors& m_vectors;
    const std::vector<std::int32_t>& m_days;
    double m_least;
    std::int32_t m_most_days;
    std::size_t m_most_uses;
    std::unordered_map<std::uint32_t, ReportVector> m_open; // of the window and of reports without a day
    std::deque<std::uint32_t> m_window;
    std::unordered_map<std::uint64_t, std::vector<Posted>> m_index; // features of the open ones
    std::vector<Shared> m_shared;                                   // empty but in `meet`
    std::vector<ScoredPair> m_pairs;
};

} // namespace

std::vector<ScoredPair> like_pairs(const ReportVectors& vectors, const std::vector<std::int32_t>& days,
                                   double least, std::int32_t most_days) {
    return PairFinder(vectors, days, least, most_days).run();
}

} // namespace dateline::merge

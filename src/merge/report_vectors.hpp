#pragma once

#include <cstdint>
#include <vector>

#include "merge/linkage.hpp"
#include "merge/reports.hpp"

namespace dateline::merge {

/// A feature of a report and its weight, sorted by feature.
struct Feature {
    std::uint64_t id = 0;
    float weight = 0;
};
using ReportVector = std::vector<Feature>;

/// In how many reports each feature is: open addressing, since a pile of ten thousand reports has millions.
class ReportCounter {
  public:
    ReportCounter() : m_slots(first_size) {}
    void add(std::uint64_t feature);
    [[nodiscard]] std::uint32_t count(std::uint64_t feature) const;

  private:
    static constexpr std::size_t first_size = 1U << 16U; // a power of two
#pragma pack(push, 4)
    struct Slot {
        std::uint64_t feature = 0;
        std::uint32_t count = 0; // 0: free
    };
#pragma pack(pop)
    [[nodiscard]] std::size_t find(std::uint64_t feature) const;
    void grow();

    std::vector<Slot> m_slots;
    std::size_t m_used = 0;
};

/// What each report is about: tf-idf vectors of its words, pairs of words, named actors and places. The
/// product of two is the mean of the cosines of their words and of their pairs of words, 0 to 1. Features of
/// one report only are left out (their length still counts).
class ReportVectors {
  public:
    /// Counts the features of all reports, which must outlive this.
    explicit ReportVectors(const Reports& reports);

    /// Made anew with each call. Points into no report.
    [[nodiscard]] ReportVector of(std::size_t report) const;
    /// How many reports have the feature.
    [[nodiscard]] std::uint32_t reports_with(std::uint64_t feature) const { return m_counter.count(feature); }
    [[nodiscard]] std::size_t size() const { return m_reports.size(); }

  private:
    const Reports& m_reports;
    ReportCounter m_counter;
};

/// The product of two vectors.
double product(const ReportVector& one, const ReportVector& other);

/// The pairs of at least `least` (products, raised for days of publication that are near and lowered for
/// others) whose days of publication lie at most `most_days` apart (`unknown_day` fits all), found by the
/// rare features they share. Only vectors of these days are in memory; work is linear in the reports as long
/// as so many days hold no more of them. `days` must not fall, but for unknown ones.
std::vector<ScoredPair> like_pairs(const ReportVectors& vectors, const std::vector<std::int32_t>& days,
                                   double least, std::int32_t most_days);

} // namespace dateline::merge

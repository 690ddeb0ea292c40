#pragma once

#include <cstdint>
#include <vector>

#include "record/coded_report.hpp"

namespace dateline::merge {

/// A feature of a report and its weight, sorted by feature.
struct Feature {
    std::uint64_t id = 0;
    float weight = 0;
};
using ReportVector = std::vector<Feature>;

/// What each report is about: tf-idf vectors of its words, pairs of words, named actors and places. The
/// product of two is the mean of the cosines of their words and of their pairs of words, 0 to 1. Features of
/// one report only are left out (their length still counts).
std::vector<ReportVector> report_vectors(const std::vector<const CodedReport*>& reports);

/// The product of two vectors.
double product(const ReportVector& one, const ReportVector& other);

/// Two reports (the first has the lower index) and their product.
struct LikePair {
    std::uint32_t first = 0, second = 0;
    float product = 0;
};

/// The pairs of at least `least` whose days of publication lie at most `most_days` apart (unknown days fit
/// all), found by the rare features they share: close to linear in the number of reports.
std::vector<LikePair> like_pairs(const std::vector<ReportVector>& vectors,
                                 const std::vector<std::int32_t>& days, double least, std::int32_t most_days);

/// Stands for an unknown day in `like_pairs`.
constexpr std::int32_t unknown_day = INT32_MIN;

} // namespace dateline::merge

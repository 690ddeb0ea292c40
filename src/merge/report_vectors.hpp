#pragma once

#include <cstdint>
#include <vector>

#include "merge/linkage.hpp"
#include "merge/reports.hpp"
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
std::vector<ReportVector> report_vectors(const Reports& reports);

/// The product of two vectors.
double product(const ReportVector& one, const ReportVector& other);

/// The pairs of at least `least` (products, raised for days of publication that are near and lowered for
/// others) whose days of publication lie at most `most_days` apart (`unknown_day` fits all), found by the
/// rare features they share: close to linear in the number of reports.
std::vector<ScoredPair> like_pairs(const std::vector<ReportVector>& vectors,
                                   const std::vector<std::int32_t>& days, double least,
                                   std::int32_t most_days);

} // namespace dateline::merge

#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace dateline::merge {

/// Two items (the first has the lower index) and how well they go together.
struct ScoredPair {
    std::uint32_t first = 0, second = 0;
    float score = 0;
};

struct LinkageOptions {
    double least_average = 0; // two clusters are joined from this average score on
    double missing = 0;       // what a pair counts that is not in the list
    /// May two clusters (sorted items each) be joined at all? Empty: always.
    std::function<bool(const std::vector<std::uint32_t>&, const std::vector<std::uint32_t>&)> may_join;
};

/// Clusters of `items` items by average linkage: again and again the two clusters with the highest average
/// over all their pairs become one. Work grows with the number of pairs given. Ties are broken by position.
/// Every item is in exactly one cluster; clusters and their items are in order.
std::vector<std::vector<std::uint32_t>>
average_linkage(std::size_t items, const std::vector<ScoredPair>& pairs, const LinkageOptions& options);

} // namespace dateline::merge

// Near-copies by shingles (Broder 1997, "On the resemblance and containment of documents"): the hashes of all
// runs of five words; those divisible by a small number are a sample that finds candidates through an
// inverted index, the full sets decide. Containment in the shorter text is measured, since a reprint is often
// cut. Shingles that many reports share are page furniture and lead to no candidates, which keeps the work
// linear.

#include "merge/copies.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "merge/words.hpp"

namespace dateline::merge {
namespace {

constexpr std::size_t shingle_words = 5;
constexpr std::size_t fewest_words = 40;
constexpr std::uint64_t sample_of = 8;
constexpr std::size_t most_postings = 24;
constexpr double least_shared = 0.6;

using Shingles = std::vector<std::uint64_t>;

Shingles shingles_of(std::string_view text) {
    const auto words = word_hashes(text);
    Shingles out;
    if (words.size() < fewest_words) return out;
    for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
        std::uint64_t hash = 0;
        for (std::size_t k = 0; k < shingle_words; ++k) hash = (hash ^ words[i + k]) * 0x9E3779B97F4A7C15ULL;
        out.push_back(hash ^ (hash >> 29));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

double containment(const Shingles& a, const Shingles& b) {
    std::size_t shared = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (*x < *y)
            ++x;
        else if (*y < *x)
            ++y;
        else
            ++shared, ++x, ++y;
    }
    return static_cast<double>(shared) /
           static_cast<double>(std::max<std::size_t>(1, std::min(a.size(), b.size())));
}

std::size_t root_of(std::vector<std::size_t>& parent, std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
}

} // namespace

std::vector<Copy> find_copies(const std::vector<const CodedReport*>& reports) {
    std::vector<Shingles> shingles;
    for (const auto* report : reports) shingles.push_back(shingles_of(report->report.text));
    std::vector<std::size_t> parent(reports.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    std::vector<double> weakest(reports.size(), 1.0);
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> index;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        std::map<std::size_t, std::size_t> shared;
        for (const auto hash : shingles[i]) {
            if (hash % sample_of != 0) continue;
            auto& posting = index[hash];
            for (const auto j : posting) ++shared[j];
            if (posting.size() < most_postings) posting.push_back(i);
        }
        for (const auto& [j, count] : shared) {
            const double similarity = count < 2 ? 0 : containment(shingles[i], shingles[j]);
            if (similarity < least_shared) continue;
            const auto a = root_of(parent, j), b = root_of(parent, i);
            parent[std::max(a, b)] = std::min(a, b);
            weakest[std::min(a, b)] = std::min({weakest[a], weakest[b], similarity});
        }
    }
    std::map<std::size_t, Copy> groups;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const auto root = root_of(parent, i);
        if (root != i) groups[root].reports.push_back(reports[i]->report.id);
    }
    std::vector<Copy> out;
    for (auto& [root, copy] : groups) {
        copy.of = reports[root]->report.id;
        copy.similarity = weakest[root];
        out.push_back(std::move(copy));
    }
    return out;
}

} // namespace dateline::merge

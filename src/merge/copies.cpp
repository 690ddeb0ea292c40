// Near-copies by shingles (Broder 1997, "On the resemblance and containment of documents"): the hashes of all
// runs of five words; those divisible by a small number are a sample that finds candidates, the full sets
// decide. Only the samples of all reports are in memory, sorted by hash, so that the reports of one shingle
// stand side by side; full sets are made again for candidates. Containment in the shorter text is measured,
// since a reprint is often cut. Shingles that many reports share are page furniture: only the first of them
// are candidates, which keeps the work linear.

#include "merge/copies.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "merge/sorted.hpp"
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
    sort_unique(out);
    return out;
}

double containment(const Shingles& a, const Shingles& b) {
    return static_cast<double>(shared_count(a, b)) /
           static_cast<double>(std::max<std::size_t>(1, std::min(a.size(), b.size())));
}

/// The sampled shingles of all reports and who shares them.
class Samples {
  public:
    void add(const Shingles& shingles) {
        for (const std::uint64_t hash : shingles)
            if (hash % sample_of == 0) m_hashes.push_back(hash);
        m_ends.push_back(static_cast<std::uint32_t>(m_hashes.size()));
    }

    /// To be called once, behind the last `add`.
    void sort() {
        m_order.resize(m_hashes.size());
        std::iota(m_order.begin(), m_order.end(), 0U);
        std::sort(m_order.begin(), m_order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(m_hashes[a], a) < std::pair(m_hashes[b], b);
        });
        m_first.resize(m_hashes.size());
        for (std::uint32_t at = 0, first = 0; at < m_order.size(); ++at) {
            if (m_hashes[m_order[at]] != m_hashes[m_order[first]]) first = at;
            m_first[m_order[at]] = first;
        }
    }

    /// How many samples the report shares with each of the reports before it; of those that many have, only
    /// with the first few.
    [[nodiscard]] std::map<std::size_t, std::size_t> shared(std::size_t report) const {
        std::map<std::size_t, std::size_t> out;
        const std::uint32_t start = report == 0 ? 0 : m_ends[report - 1];
        for (std::uint32_t sample = start; sample < m_ends[report]; ++sample)
            for (std::size_t k = 0; k < most_postings; ++k) {
                const std::uint32_t other = m_order[m_first[sample] + k];
                if (other == sample) break;
                ++out[report_of(other)];
            }
        return out;
    }

  private:
    [[nodiscard]] std::size_t report_of(std::uint32_t sample) const {
        return static_cast<std::size_t>(std::upper_bound(m_ends.begin(), m_ends.end(), sample) -
                                        m_ends.begin());
    }

    std::vector<std::uint64_t> m_hashes;         // report by report
    std::vector<std::uint32_t> m_ends;           // of each report, in `m_hashes`
    std::vector<std::uint32_t> m_order, m_first; // samples by hash; of each sample the first with its hash
};

/// Groups of copies that grow pair by pair; the earliest report of a group stands for it.
class Groups {
  public:
    explicit Groups(std::size_t reports) : m_parent(reports), m_weakest(reports, 1.0) {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }

    void join(std::size_t one, std::size_t other, double similarity) {
        const std::size_t a = root(one), b = root(other);
        m_parent[std::max(a, b)] = std::min(a, b);
        m_weakest[std::min(a, b)] = std::min({m_weakest[a], m_weakest[b], similarity});
    }

    std::vector<Copy> copies(const Reports& reports) {
        std::map<std::size_t, Copy> groups;
        for (std::size_t i = 0; i < m_parent.size(); ++i)
            if (const std::size_t first = root(i); first != i)
                groups[first].reports.push_back(reports.header(i).id);
        std::vector<Copy> out;
        for (auto& [first, copy] : groups) {
            copy.of = reports.header(first).id;
            copy.similarity = m_weakest[first];
            out.push_back(std::move(copy));
        }
        return out;
    }

  private:
    std::size_t root(std::size_t i) {
        while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }

    std::vector<std::size_t> m_parent;
    std::vector<double> m_weakest; // similarity within the group of a first report
};

} // namespace

std::vector<Copy> find_copies(const Reports& reports) {
    Samples samples;
    reports.each_without_claims(
        [&](std::size_t, const CodedReport& coded) { samples.add(shingles_of(coded.report.text)); });
    samples.sort();
    constexpr std::size_t room = 64U << 20U;
    PageCache<Shingles> shingles(
        reports.size(), room,
        [&](std::size_t r) {
            return reports.without_claims(
                r, [](const CodedReport& coded) { return shingles_of(coded.report.text); });
        },
        [](const Shingles& page) { return page.size() * sizeof page.front(); });
    Groups groups(reports.size());
    for (std::size_t i = 0; i < reports.size(); ++i)
        for (const auto& [j, count] : samples.shared(i)) {
            const double similarity = count < 2 ? 0 : containment(shingles.at(i), shingles.at(j));
            if (similarity >= least_shared) groups.join(j, i, similarity);
            shingles.settle();
        }
    return groups.copies(reports);
}

} // namespace dateline::merge

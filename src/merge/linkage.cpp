// Average linkage over a sparse list of pairs: a queue holds the pairs of clusters by their average; an entry
// whose clusters have grown since is passed over when it comes up. The sum over two clusters is kept with the
// number of pairs it has, so that pairs that are not in the list can count as well.

#include "merge/linkage.hpp"

#include <algorithm>
#include <map>
#include <queue>

namespace dateline::merge {

namespace {

struct Link {
    double sum = 0;
    std::uint32_t pairs = 0;
};

struct Cluster {
    std::vector<std::uint32_t> items;
    std::map<std::uint32_t, Link> links; // ordered: sums are made in one order on every machine
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
    Linkage(std::size_t items, const std::vector<ScoredPair>& pairs, const LinkageOptions& options)
        : m_options(options), m_clusters(items) {
        for (std::size_t i = 0; i < items; ++i) m_clusters[i].items = {static_cast<std::uint32_t>(i)};
        for (const ScoredPair& pair : pairs) {
            m_clusters[pair.first].links[pair.second] = {pair.score, 1};
            m_clusters[pair.second].links[pair.first] = {pair.score, 1};
        }
        for (const ScoredPair& pair : pairs) offer(pair.first, pair.second);
    }

    std::vector<std::vector<std::uint32_t>> run() {
        while (!m_queue.empty()) {
            const Candidate next = m_queue.top();
            m_queue.pop();
            Cluster &a = m_clusters[next.a], &b = m_clusters[next.b];
            if (a.is_gone || b.is_gone || a.items.size() + b.items.size() != next.size) continue;
            if (m_options.may_join && !m_options.may_join(a.items, b.items)) continue;
            join(next.a, next.b);
        }
        std::vector<std::vector<std::uint32_t>> out;
        for (Cluster& cluster : m_clusters)
            if (!cluster.is_gone) out.push_back(std::move(cluster.items));
        std::sort(out.begin(), out.end());
        return out;
    }

  private:
    void offer(std::uint32_t one, std::uint32_t other) {
        const std::uint32_t a = std::min(one, other), b = std::max(one, other);
        const Cluster &x = m_clusters[a], &y = m_clusters[b];
        const Link& link = x.links.at(b);
        const auto pairs = static_cast<double>(x.items.size() * y.items.size());
        const double average = (link.sum + m_options.missing * (pairs - link.pairs)) / pairs;
        if (average >= m_options.least_average)
            m_queue.push({average, a, b, x.items.size() + y.items.size()});
    }

    /// `b` goes into `a`.
    void join(std::uint32_t a, std::uint32_t b) {
        Cluster &into = m_clusters[a], &from = m_clusters[b];
        const auto middle = static_cast<std::ptrdiff_t>(into.items.size());
        into.items.insert(into.items.end(), from.items.begin(), from.items.end());
        std::inplace_merge(into.items.begin(), into.items.begin() + middle, into.items.end());
        from.is_gone = true;
        into.links.erase(b);
        for (const auto& [other, link] : from.links) {
            if (other == a) continue;
            Link& sum = into.links[other];
            sum.sum += link.sum;
            sum.pairs += link.pairs;
            m_clusters[other].links.erase(b);
            m_clusters[other].links[a] = sum;
        }
        from = {};
        from.is_gone = true;
        for (const auto& entry : into.links) offer(a, entry.first);
    }

    const LinkageOptions& m_options;
    std::vector<Cluster> m_clusters;
    std::priority_queue<Candidate> m_queue;
};

} // namespace

std::vector<std::vector<std::uint32_t>>
average_linkage(std::size_t items, const std::vector<ScoredPair>& pairs, const LinkageOptions& options) {
    return Linkage(items, pairs, options).run();
}

} // namespace dateline::merge

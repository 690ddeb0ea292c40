// Average linkage over a sparse list of pairs: a queue holds the pairs of clusters by their average; an entry
// whose clusters have grown since is passed over when it comes up. The sum over two clusters is kept with the
// number of pairs it has, so that pairs that are not in the list can count as well. The links of a cluster
// are a sorted array: a cluster that is gone is struck out where it stands, and swept away when its row is
// next joined.

#include "merge/linkage.hpp"

#include <algorithm>
#include <queue>
#include <utility>

namespace dateline::merge {

namespace {

/// To another cluster: the sum over the pairs of both, and how many of them are known.
struct Link {
    double sum = 0;
    std::uint32_t to = 0;
    std::uint32_t pairs = 0; // 0: struck out
};

struct Cluster {
    std::vector<std::uint32_t> items;
    std::vector<Link> links; // sorted by `to`
    bool is_gone = false;

    [[nodiscard]] std::vector<Link>::iterator find(std::uint32_t to) {
        return std::lower_bound(links.begin(), links.end(), to,
                                [](const Link& link, std::uint32_t id) { return link.to < id; });
    }
};

/// Two clusters as they were when this was put into the queue.
struct Candidate {
    double average = 0;
    std::uint32_t a = 0, b = 0;
    std::uint32_t size = 0; // of both together; another size now means it is out of date

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
            m_clusters[pair.first].links.push_back({pair.score, pair.second, 1});
            m_clusters[pair.second].links.push_back({pair.score, pair.first, 1});
        }
        for (Cluster& cluster : m_clusters) sort_links(cluster.links);
        std::vector<Candidate> candidates;
        for (std::uint32_t a = 0; a < items; ++a)
            for (const Link& link : m_clusters[a].links)
                if (const Candidate next = candidate(a, link); a < link.to && is_wanted(next))
                    candidates.push_back(next);
        m_queue = std::priority_queue<Candidate>({}, std::move(candidates));
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
    /// Of a pair that is listed twice the last score counts.
    static void sort_links(std::vector<Link>& links) {
        std::stable_sort(links.begin(), links.end(),
                         [](const Link& x, const Link& y) { return x.to < y.to; });
        const auto kept = std::unique(links.rbegin(), links.rend(),
                                      [](const Link& x, const Link& y) { return x.to == y.to; });
        links.erase(links.begin(), kept.base());
    }

    [[nodiscard]] Candidate candidate(std::uint32_t from, const Link& link) const {
        const std::size_t mine = m_clusters[from].items.size(), theirs = m_clusters[link.to].items.size();
        const auto pairs = static_cast<double>(mine * theirs);
        const double average = (link.sum + m_options.missing * (pairs - link.pairs)) / pairs;
        return {average, std::min(from, link.to), std::max(from, link.to),
                static_cast<std::uint32_t>(mine + theirs)};
    }
    [[nodiscard]] bool is_wanted(const Candidate& next) const {
        return next.average >= m_options.least_average;
    }

    /// `b` goes into `a`, which comes before it.
    void join(std::uint32_t a, std::uint32_t b) {
        Cluster &into = m_clusters[a], &from = m_clusters[b];
        const auto middle = static_cast<std::ptrdiff_t>(into.items.size());
        into.items.insert(into.items.end(), from.items.begin(), from.items.end());
        std::inplace_merge(into.items.begin(), into.items.begin() + middle, into.items.end());
        for (const Link& link : from.links)
            if (link.pairs > 0 && link.to != a) relink(m_clusters[link.to], a, b);
        into.links = joined(into.links, from.links, a, b);
        from = {};
        from.is_gone = true;
        for (const Link& link : into.links)
            if (const Candidate next = candidate(a, link); is_wanted(next)) m_queue.push(next);
    }

    /// What was linked to `b` is linked to `a`.
    static void relink(Cluster& cluster, std::uint32_t a, std::uint32_t b) {
        const auto at = cluster.find(a), gone = cluster.find(b);
        if (at->to == a) {
            at->sum += gone->sum;
            at->pairs += gone->pairs;
            gone->pairs = 0;
        } else {
            gone->to = a;
            std::rotate(at, gone, gone + 1);
        }
    }

    static std::vector<Link> joined(const std::vector<Link>& one, const std::vector<Link>& other,
                                    std::uint32_t a, std::uint32_t b) {
        std::vector<Link> out;
        const auto take = [&](const Link& link) {
            if (link.pairs > 0 && link.to != a && link.to != b) out.push_back(link);
        };
        auto x = one.begin(), y = other.begin();
        while (x != one.end() && y != other.end()) {
            if (x->to < y->to) {
                take(*x++);
            } else if (y->to < x->to) {
                take(*y++);
            } else {
                take({x->sum + y->sum, x->to, x->pairs + y->pairs});
                ++x, ++y;
            }
        }
        std::for_each(x, one.end(), take);
        std::for_each(y, other.end(), take);
        return out;
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

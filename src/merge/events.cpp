// Which claims tell the same event? Claims meet in blocks only: the same story or report and the same word or
// party, else the same party and word in one month or on one day. Pairs that speak for each other
// (`evidence`) make connected pieces; inside a piece every pair is compared, and average linkage decides, so
// that a claim joins an event for what all its claims say, not for the one that is most alike; two claims
// that cannot be one keep their events apart unless very many others speak for it. Work is linear as long as
// blocks are: only the latest of a crowded block are looked at.

#include "merge/events.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "merge/fates.hpp"
#include "merge/linkage.hpp"
#include "merge/near_pairs.hpp"

namespace dateline::merge {

namespace {

constexpr std::size_t most_of_dense_piece = 800;
constexpr double decided = 1e5; // outweighs all evidence
constexpr double barred = -60;  // of two claims that cannot be one: outweighs twenty pairs that may well be
constexpr double missing_pair = -1.5;
constexpr std::size_t most_looked_back = 40; // claims of an event, for its reasons

class Grouper {
  public:
    Grouper(const Reports& reports, const ClaimViews& views, const ActorTable& actors,
            const Decisions& decisions)
        : m_reports(reports), m_views(views), m_actors(actors), m_decisions(decisions),
          m_comparer(views, actors) {}

    EventGroups run() {
        find_pairs();
        join_pieces();
        EventGroups found;
        for_each_piece([&](const Piece& piece) { split_piece(piece, found); });
        return in_order(found);
    }

  private:
    /// Connected claims, in order, and the pairs that connect them.
    struct Piece {
        std::span<const std::uint32_t> claims;
        std::span<const ScoredPair> pairs;
    };

    void find_pairs() {
        for_each_near_pair(m_reports, m_views, m_actors, [&](std::uint32_t one, std::uint32_t other) {
            const double score = score_of(one, other);
            if (score > 0 || score <= barred) m_pairs.push_back({one, other, static_cast<float>(score)});
        });
        for (const auto& [one, other] : m_decisions.joined())
            m_pairs.push_back({one, other, static_cast<float>(decided)});
    }

    /// What the evidence says, unless a user has decided.
    [[nodiscard]] double score_of(std::uint32_t one, std::uint32_t other) const {
        if (const Verdict* verdict = m_decisions.verdict(one, other))
            return verdict->are_one ? decided : -decided;
        const Evidence found = m_comparer.compare(m_views[one], m_views[other]);
        return found.is_barred ? barred : found.score;
    }

    /// The first claim of the connected piece that a claim lies in.
    std::uint32_t root(std::uint32_t i) {
        while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }

    void join_pieces() {
        m_parent.resize(m_views.size());
        std::iota(m_parent.begin(), m_parent.end(), 0U);
        for (const ScoredPair& pair : m_pairs) {
            if (pair.score <= 0) continue;
            const std::uint32_t a = root(pair.first), b = root(pair.second);
            m_parent[std::max(a, b)] = std::min(a, b);
        }
        std::erase_if(m_pairs, [&](const ScoredPair& pair) { return root(pair.first) != root(pair.second); });
    }

    /// Visits the connected pieces in order of their first claim.
    template<typename Visit>
    void for_each_piece(Visit visit) {
        std::vector<std::uint32_t> claims(m_views.size());
        std::iota(claims.begin(), claims.end(), 0U);
        std::stable_sort(claims.begin(), claims.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return root(a) < root(b); });
        std::stable_sort(m_pairs.begin(), m_pairs.end(), [&](const ScoredPair& a, const ScoredPair& b) {
            return root(a.first) < root(b.first);
        });
        auto pair = m_pairs.begin();
        for (auto first = claims.begin(); first != claims.end();) {
            const std::uint32_t of = root(*first);
            const auto last =
                std::find_if(first, claims.end(), [&](std::uint32_t i) { return root(i) != of; });
            const auto last_pair = std::find_if(pair, m_pairs.end(), [&](const ScoredPair& candidate) {
                return root(candidate.first) != of;
            });
            visit(Piece{{first, last}, {pair, last_pair}});
            m_views.settle();
            first = last;
            pair = last_pair;
        }
    }

    void split_piece(const Piece& piece, EventGroups& groups) const {
        LinkageOptions options;
        options.missing = missing_pair;
        const auto& claims = piece.claims;
        const auto pairs = claims.size() == 1                    ? std::vector<ScoredPair>{}
                           : claims.size() > most_of_dense_piece ? known_pairs(piece)
                                                                 : all_pairs(claims);
        for (auto& cluster : average_linkage(claims.size(), pairs, options)) {
            for (std::uint32_t& item : cluster) item = claims[item];
            groups.add(cluster);
        }
    }

    static EventGroups in_order(const EventGroups& groups) {
        std::vector<std::uint32_t> order(groups.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return groups[a].front() < groups[b].front(); });
        EventGroups out;
        for (const std::uint32_t group : order) out.add(groups[group]);
        return out;
    }

    [[nodiscard]] std::vector<ScoredPair> all_pairs(std::span<const std::uint32_t> piece) const {
        std::vector<ScoredPair> pairs;
        for (std::uint32_t b = 1; b < piece.size(); ++b)
            for (std::uint32_t a = 0; a < b; ++a)
                pairs.push_back({a, b, static_cast<float>(score_of(piece[a], piece[b]))});
        return pairs;
    }

    [[nodiscard]] static std::vector<ScoredPair> known_pairs(const Piece& piece) {
        const auto local = [&](std::uint32_t i) {
            const auto at = std::lower_bound(piece.claims.begin(), piece.claims.end(), i);
            return static_cast<std::uint32_t>(at - piece.claims.begin());
        };
        std::vector<ScoredPair> pairs;
        for (const ScoredPair& pair : piece.pairs)
            pairs.push_back({local(pair.first), local(pair.second), pair.score});
        return pairs;
    }

    const Reports& m_reports;
    const ClaimViews& m_views;
    const ActorTable& m_actors;
    const Decisions& m_decisions;
    Comparer m_comparer;
    std::vector<ScoredPair> m_pairs;
    std::vector<std::uint32_t> m_parent; // of each claim, leads to the first claim of its piece
};

} // namespace

EventGroups group_claims(const Reports& reports, const ClaimViews& views, const ActorTable& actors,
                         const Decisions& decisions) {
    return Grouper(reports, views, actors, decisions).run();
}

std::vector<std::string> reasons_of(std::span<const std::uint32_t> claims, const Reports& reports,
                                    const ClaimViews& views, const Comparer& comparer,
                                    const Decisions& decisions) {
    std::vector<std::string> out;
    for (std::size_t k = 1; k < claims.size(); ++k) {
        const ClaimView& view = views[claims[k]];
        Evidence best;
        std::string decision;
        bool is_one_fate = false;
        best.score = -1e9;
        for (std::size_t n = 0; n < std::min(k, most_looked_back); ++n) {
            const Evidence found = comparer.compare(views[claims[n]], view);
            if (found.score > best.score) best = found;
            is_one_fate |= tell_one_fate(views[claims[n]], view);
            const Verdict* verdict = decisions.verdict(claims[n], claims[k]);
            if (verdict != nullptr && verdict->are_one) decision = verdict->decision;
        }
        const CodedReport& coded = *reports[view.report];
        // what goes with no other claim was joined by `join_fates` or `join_tolls`
        const std::string reason = !decision.empty() ? "decision " + decision
                                   : best.score >= 0 ? reason_text(best.reasons)
                                   : is_one_fate     ? "what befalls one person once"
                                                     : "the same day and toll, or day and town of a toll";
        out.push_back(fmt::format("{}:{}: {}", coded.report.id, coded.claims[view.claim].id, reason));
    }
    return out;
}

} // namespace dateline::merge

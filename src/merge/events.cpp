// Which claims tell the same event? Claims meet in blocks only: the same story or report and the same word or
// party, else the same party and word in one month or on one day. Pairs that speak for each other
// (`evidence`) make connected pieces; inside a piece every pair is compared, and average linkage decides, so
// that a claim joins an event for what all its claims say, not for the one that is most alike. Work is linear
// as long as blocks are: only the latest of a crowded block are looked at.

#include "merge/events.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <unordered_map>

#include <fmt/format.h>

#include "merge/evidence.hpp"
#include "merge/linkage.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

constexpr std::size_t most_of_block = 300;
constexpr std::size_t most_of_dense_piece = 800;
constexpr double decided = 1e5; // outweighs all evidence
constexpr double missing_pair = -1.5;
constexpr std::size_t most_looked_back = 40; // claims of an event, for its reasons

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    return ((hash ^ value) * 0x9E3779B97F4A7C15ULL) ^ (hash >> 31);
}

class Grouper {
  public:
    Grouper(const std::vector<const CodedReport*>& reports, const ClaimViews& views, const ActorTable& actors,
            const Decisions& decisions)
        : m_reports(reports), m_views(views.claims), m_actors(actors), m_decisions(decisions),
          m_comparer(reports, views, actors) {}

    std::vector<EventGroup> run() {
        find_pairs();
        std::vector<EventGroup> groups;
        for (const auto& piece : pieces()) split_piece(piece, groups);
        std::sort(groups.begin(), groups.end(), [](const EventGroup& x, const EventGroup& y) {
            return x.claims.front() < y.claims.front();
        });
        for (EventGroup& group : groups) explain(group);
        return groups;
    }

  private:
    /// The blocks a claim lies in.
    [[nodiscard]] std::vector<std::uint64_t> blocks(const ClaimView& view) const {
        enum Kind : std::uint64_t {
            report_word = 1,
            story_word,
            story_party,
            month_party,
            day_party,
            figure
        };
        std::vector<std::uint64_t> out;
        const Claim& claim = m_reports[view.report]->claims[view.claim];
        const auto story = static_cast<std::uint64_t>(view.story + 1);
        out.push_back(mix(mix(report_word, view.report), view.key));
        if (view.story >= 0) out.push_back(mix(mix(story_word, story), view.key));
        const std::string_view month =
            std::string_view(m_reports[view.report]->report.published.value).substr(0, 7);
        for (const std::size_t party : view.parties) {
            if (!m_actors.is_named[party]) continue;
            if (view.story >= 0 && !claim.type.empty())
                out.push_back(mix(mix(mix(story_party, story), party), hash_text(claim.type)));
            out.push_back(mix(mix(mix(month_party, hash_text(month)), party), view.key));
            if (view.first_day != unknown_day && view.first_day == view.last_day)
                out.push_back(
                    mix(mix(mix(day_party, static_cast<std::uint64_t>(view.first_day)), party), view.key));
        }
        for (const Count& count : claim.counts)
            if (view.story >= 0)
                out.push_back(mix(mix(mix(figure, story), hash_text(count.what)),
                                  static_cast<std::uint64_t>(count.low)));
        return out;
    }

    void find_pairs() {
        std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> index;
        std::vector<std::uint32_t> seen(m_views.size(), UINT32_MAX);
        for (std::uint32_t i = 0; i < m_views.size(); ++i) {
            for (const std::uint64_t block : blocks(m_views[i])) {
                auto& posting = index[block];
                const std::size_t start = posting.size() > most_of_block ? posting.size() - most_of_block : 0;
                for (const std::uint32_t j : std::span(posting).subspan(start)) {
                    if (seen[j] == i) continue;
                    seen[j] = i;
                    const double score = score_of(j, i);
                    if (score > 0) m_pairs.push_back({j, i, static_cast<float>(score)});
                }
                posting.push_back(i);
            }
        }
        for (const auto& [one, other] : m_decisions.joined())
            m_pairs.push_back({one, other, static_cast<float>(decided)});
    }

    /// What the evidence says, unless a user has decided.
    [[nodiscard]] double score_of(std::uint32_t one, std::uint32_t other) const {
        if (const Verdict* verdict = m_decisions.verdict(one, other))
            return verdict->are_one ? decided : -decided;
        return m_comparer.compare(m_views[one], m_views[other]).score;
    }

    /// The connected pieces, each in order.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> pieces() const {
        std::vector<std::uint32_t> parent(m_views.size());
        std::iota(parent.begin(), parent.end(), 0U);
        const auto root = [&](std::uint32_t i) {
            while (parent[i] != i) i = parent[i] = parent[parent[i]];
            return i;
        };
        for (const ScoredPair& pair : m_pairs) {
            const std::uint32_t a = root(pair.first), b = root(pair.second);
            parent[std::max(a, b)] = std::min(a, b);
        }
        std::vector<std::vector<std::uint32_t>> out;
        std::unordered_map<std::uint32_t, std::size_t> place;
        for (std::uint32_t i = 0; i < m_views.size(); ++i) {
            const auto [at, is_new] = place.emplace(root(i), out.size());
            if (is_new) out.emplace_back();
            out[at->second].push_back(i);
        }
        return out;
    }

    void split_piece(const std::vector<std::uint32_t>& piece, std::vector<EventGroup>& groups) const {
        LinkageOptions options;
        options.missing = missing_pair;
        const auto pairs = piece.size() == 1                    ? std::vector<ScoredPair>{}
                           : piece.size() > most_of_dense_piece ? known_pairs(piece)
                                                                : all_pairs(piece);
        for (const auto& cluster : average_linkage(piece.size(), pairs, options)) {
            EventGroup group;
            for (const std::uint32_t local : cluster) group.claims.push_back(piece[local]);
            groups.push_back(std::move(group));
        }
    }

    [[nodiscard]] std::vector<ScoredPair> all_pairs(const std::vector<std::uint32_t>& piece) const {
        std::vector<ScoredPair> pairs;
        for (std::uint32_t b = 1; b < piece.size(); ++b)
            for (std::uint32_t a = 0; a < b; ++a)
                pairs.push_back({a, b, static_cast<float>(score_of(piece[a], piece[b]))});
        return pairs;
    }

    [[nodiscard]] std::vector<ScoredPair> known_pairs(const std::vector<std::uint32_t>& piece) const {
        const auto local = [&](std::uint32_t i) {
            const auto at = std::lower_bound(piece.begin(), piece.end(), i);
            return at != piece.end() && *at == i ? static_cast<std::uint32_t>(at - piece.begin())
                                                 : UINT32_MAX;
        };
        std::vector<ScoredPair> pairs;
        for (const ScoredPair& pair : m_pairs)
            if (const std::uint32_t first = local(pair.first); first != UINT32_MAX)
                pairs.push_back({first, local(pair.second), pair.score});
        return pairs;
    }

    /// Each claim behind the first says why it is there: by the claim before it that it goes best with.
    void explain(EventGroup& group) const {
        for (std::size_t k = 1; k < group.claims.size(); ++k) {
            const ClaimView& view = m_views[group.claims[k]];
            Evidence best;
            std::string decision;
            best.score = -1e9;
            for (std::size_t n = 0; n < std::min(k, most_looked_back); ++n) {
                const Evidence found = m_comparer.compare(m_views[group.claims[n]], view);
                if (found.score > best.score) best = found;
                const Verdict* verdict = m_decisions.verdict(static_cast<std::uint32_t>(group.claims[n]),
                                                             static_cast<std::uint32_t>(group.claims[k]));
                if (verdict != nullptr && verdict->are_one) decision = verdict->decision;
            }
            const CodedReport& coded = *m_reports[view.report];
            group.why.push_back(
                fmt::format("{}:{}: {}", coded.report.id, coded.claims[view.claim].id,
                            decision.empty() ? reason_text(best.reasons) : "decision " + decision));
        }
        group.name = m_decisions.event_name(group.claims);
    }

    const std::vector<const CodedReport*>& m_reports;
    const std::vector<ClaimView>& m_views;
    const ActorTable& m_actors;
    const Decisions& m_decisions;
    Comparer m_comparer;
    std::vector<ScoredPair> m_pairs;
};

} // namespace

std::vector<EventGroup> group_claims(const std::vector<const CodedReport*>& reports, const ClaimViews& views,
                                     const ActorTable& actors, const Decisions& decisions) {
    return Grouper(reports, views, actors, decisions).run();
}

} // namespace dateline::merge

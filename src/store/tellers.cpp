#include "store/tellers.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.hpp"

namespace dateline::store {

namespace {

/// The claims that tell what the event came to, unless another event's do; of an event without a history all.
const std::vector<MemberRef>& telling_claims(const Event& event) {
    if (event.history.size() < 2 || event.history.back().claims.empty()) return event.claims;
    const auto& last = event.history.back().claims;
    const bool is_own =
        std::find(event.claims.begin(), event.claims.end(), last.front()) != event.claims.end();
    return is_own ? last : event.claims;
}

} // namespace

Tellers::Tellers(Connection& connection)
    : m_claim(
          connection,
          "SELECT c.words, r.published, c.deed IS NULL FROM claims c JOIN reports r ON r.id = c.report WHERE "
          "c.report = ? AND c.id = ?"),
      m_goldstein(connection,
                  "SELECT goldstein FROM claims WHERE report = ? AND id = ? AND goldstein IS NOT NULL") {}

std::optional<double> Tellers::goldstein(const Event& event) {
    double sum = 0;
    std::size_t count = 0;
    for (const auto& [report, claim] : event.claims) {
        if (m_goldstein.bind(1, report).bind(2, claim).step()) {
            sum += m_goldstein.real(0);
            ++count;
        }
        m_goldstein.reset();
    }
    return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count));
}

Teller Tellers::of(const Event& event) {
    constexpr std::size_t most_claims = 24; // looked at
    struct Candidate {
        Teller teller;
        std::string word, day;
        bool without_deed;
    };
    std::vector<Candidate> candidates;
    std::map<std::string, std::size_t> votes;
    for (const auto& [report, claim] : telling_claims(event)) {
        if (candidates.size() == most_claims) break;
        if (m_claim.bind(1, report).bind(2, claim).step()) {
            const std::string word = to_lower(m_claim.text(0));
            ++votes[word];
            candidates.push_back({{std::string(m_claim.text(0)), report, claim},
                                  word,
                                  m_claim.is_null(1) ? "~" : std::string(m_claim.text(1)),
                                  m_claim.integer(2) != 0});
        }
        m_claim.reset();
    }
    const auto best =
        std::min_element(candidates.begin(), candidates.end(), [&](const auto& a, const auto& b) {
            const std::size_t of_a = votes[a.word], of_b = votes[b.word];
            if (of_a != of_b) return of_a > of_b;
            return std::tie(a.without_deed, a.day) < std::tie(b.without_deed, b.day);
        });
    return best == candidates.end() ? Teller{} : std::move(best->teller);
}

} // namespace dateline::store

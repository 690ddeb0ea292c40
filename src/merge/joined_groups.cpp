#include "merge/joined_groups.hpp"

#include <algorithm>
#include <map>

namespace dateline::merge {

bool are_parted(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other,
                const Decisions& decisions) {
    if (decisions.empty()) return false;
    return std::any_of(one.begin(), one.end(), [&](std::uint32_t a) {
        return std::any_of(other.begin(), other.end(), [&](std::uint32_t b) {
            const Verdict* verdict = decisions.verdict(std::min(a, b), std::max(a, b));
            return verdict != nullptr && !verdict->are_one;
        });
    });
}

EventGroups join_groups(const EventGroups& groups, const std::vector<std::uint32_t>& targets) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> joined; // claims of the groups that others joined
    for (std::uint32_t g = 0; g < groups.size(); ++g)
        if (targets[g] != g)
            joined[targets[g]].insert(joined[targets[g]].end(), groups[g].begin(), groups[g].end());
    std::vector<std::vector<std::uint32_t>> grown;
    for (auto& [group, claims] : joined) {
        claims.insert(claims.end(), groups[group].begin(), groups[group].end());
        std::sort(claims.begin(), claims.end());
        grown.push_back(std::move(claims));
    }
    std::sort(grown.begin(), grown.end());
    EventGroups out;
    auto next = grown.begin();
    for (std::uint32_t g = 0; g < groups.size(); ++g) {
        for (; next != grown.end() && next->front() <= groups[g].front(); ++next) out.add(*next);
        if (targets[g] == g && !joined.contains(g)) out.add(groups[g]);
    }
    for (; next != grown.end(); ++next) out.add(*next);
    return out;
}

} // namespace dateline::merge

// Linked mentions become actors.

#include "who/who.hpp"

#include <algorithm>
#include <unordered_map>

#include "who/actor_builder.hpp"
#include "who/group_members.hpp"
#include "who/linker.hpp"
#include "who/mention.hpp"
#include "who/owned_names.hpp"

namespace dateline::who {

namespace {

/// Puts together what was linked apart and is one entry of the actor book: `the U.S. Transport Board` and
/// `UTB`.
void join_same_entries(std::vector<std::vector<std::size_t>>& members, const ActorBuilder& builder) {
    std::unordered_map<const BookEntry*, std::vector<std::size_t>*> first;
    for (auto& cluster : members) {
        const BookEntry* entry = cluster.empty() ? nullptr : builder.entry(cluster);
        if (entry == nullptr || is_common_body(entry->name)) continue;
        const auto [known, is_new] = first.emplace(entry, &cluster);
        if (is_new) continue;
        known->second->insert(known->second->end(), cluster.begin(), cluster.end());
        std::sort(known->second->begin(), known->second->end());
        cluster.clear();
    }
}

} // namespace

std::vector<Actor> find_actors(const Parse& parse, const Report& report, const std::vector<NameSpan>& names,
                               std::vector<Place>& places, const ActorBook& book,
                               const where::Gazetteer& gazetteer) {
    const auto mentions = find_mentions(parse, report, names, places, book);
    const auto clusters = link_mentions(parse, mentions, places);
    std::vector<std::vector<std::size_t>> members;
    for (std::size_t m = 0; m < clusters.size(); ++m) {
        if (clusters[m] < 0) continue;
        if (static_cast<std::size_t>(clusters[m]) >= members.size())
            members.resize(static_cast<std::size_t>(clusters[m]) + 1);
        members[static_cast<std::size_t>(clusters[m])].push_back(m);
    }
    const ActorBuilder builder(parse, report, mentions, places, book, gazetteer);
    join_same_entries(members, builder);
    std::vector<Actor> actors;
    for (const auto& cluster : members) {
        if (cluster.empty()) continue;
        actors.push_back(builder.build(cluster));
        actors.back().id = "a" + std::to_string(actors.size());
    }
    fill_members(parse, actors);
    name_after_owners(report, parse, actors);
    return actors;
}

} // namespace dateline::who

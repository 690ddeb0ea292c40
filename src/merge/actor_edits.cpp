#include "merge/actor_edits.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "merge/actor_keys.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

void add_alias(MergedActor& actor, const std::string& alias) {
    if (alias.empty() || alias == actor.name) return;
    if (std::find(actor.aliases.begin(), actor.aliases.end(), alias) == actor.aliases.end())
        actor.aliases.push_back(alias);
}

} // namespace

void join_two(ActorTable& actors, std::size_t first, std::size_t second, const std::string& decision) {
    MergedActor &into = actors.actors[first], &from = actors.actors[second];
    for (auto& indexes : actors.of_report)
        for (std::size_t& index : indexes)
            if (index == second) index = first;
    into.members.insert(into.members.end(), from.members.begin(), from.members.end());
    add_alias(into, from.name);
    for (const std::string& alias : from.aliases) add_alias(into, alias);
    if (into.country.empty()) into.country = from.country;
    if (into.wikidata.empty()) into.wikidata = from.wikidata;
    actors.is_named[first] = actors.is_named[first] || actors.is_named[second];
    into.why.push_back(fmt::format("joined with {} by decision {}", from.id, decision));
    from.members.clear();
}

void part_actors(ActorTable& actors, const Reports& reports,
                 const std::vector<std::pair<std::size_t, std::size_t>>& parted,
                 const std::string& decision) {
    if (parted.empty()) return;
    MergedActor apart;
    bool is_any_named = false;
    for (const auto& [r, a] : parted) {
        const Actor& actor = reports[r]->actors[a];
        const MemberRef member{reports[r]->report.id, actor.id};
        std::erase(actors.actors[actors.of_report[r][a]].members, member);
        actors.of_report[r][a] = actors.actors.size();
        apart.members.push_back(member);
        is_any_named = is_any_named || is_named(actor);
        if (apart.name.empty()) {
            apart.id = fmt::format("a{:012x}", hash_text(decision + ":" + member.first + ":" + actor.name) &
                                                   0xFFFFFFFFFFFFULL);
            apart.name = actor.name;
            apart.kind_of = actor.kind;
            apart.country = actor.country;
            apart.sectors = actor.sectors;
            apart.code = actor.code;
        }
        add_alias(apart, actor.name);
    }
    apart.why.push_back(fmt::format("set apart by decision {}", decision));
    actors.actors.push_back(std::move(apart));
    actors.is_named.push_back(is_any_named);
}

void rename_actor(ActorTable& actors, std::size_t index, const std::string& name,
                  const std::string& decision) {
    MergedActor& actor = actors.actors[index];
    if (actor.name == name) return;
    const std::string former = actor.name;
    actor.name = name;
    std::erase(actor.aliases, name);
    add_alias(actor, former);
    actor.why.push_back(fmt::format("named by decision {}", decision));
}

void drop_empty(ActorTable& actors) {
    std::vector<std::size_t> moved(actors.actors.size());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < actors.actors.size(); ++i) {
        moved[i] = kept;
        if (actors.actors[i].members.empty()) continue;
        if (kept != i) {
            actors.actors[kept] = std::move(actors.actors[i]);
            actors.is_named[kept] = actors.is_named[i];
        }
        ++kept;
    }
    if (kept == actors.actors.size()) return;
    actors.actors.resize(kept);
    actors.is_named.resize(kept);
    for (auto& indexes : actors.of_report)
        for (std::size_t& index : indexes) index = moved[index];
}

} // namespace dateline::merge

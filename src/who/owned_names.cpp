// A reader of a brief does not see the sentence before: `his office` tells nothing there.

#include "who/owned_names.hpp"

#include <algorithm>
#include <unordered_map>

namespace dateline::who {

namespace {

bool is_named(const Actor& actor) {
    return std::any_of(actor.mentions.begin(), actor.mentions.end(),
                       [](const Mention& mention) { return mention.form == "name"; });
}

/// The mention an actor is called by is the first that is spelled so.
const Mention* naming_mention(const Report& report, const Actor& actor) {
    for (const Mention& mention : actor.mentions)
        if (words(report.text, mention.span) == actor.name)
            return mention.form == "noun" ? &mention : nullptr;
    return nullptr;
}

} // namespace

void name_after_owners(const Report& report, const Parse& parse, std::vector<Actor>& actors) {
    std::unordered_map<TokenIndex, std::size_t> owners; // named actors by the pronouns that stand for them
    for (std::size_t a = 0; a < actors.size(); ++a) {
        if (!is_named(actors[a])) continue;
        for (const Mention& mention : actors[a].mentions)
            if (mention.form == "pronoun") owners.emplace(mention.head, a);
    }
    for (Actor& actor : actors) {
        const Mention* mention = naming_mention(report, actor);
        if (mention == nullptr || mention->head == no_token) continue;
        const TokenIndex first = parse.child(mention->head, Dep::poss);
        if (first == no_token || parse.at(first).span.start != mention->span.start) continue;
        const auto owner = owners.find(first);
        if (owner == owners.end() || &actors[owner->second] == &actor) continue;
        const auto rest = static_cast<std::size_t>(parse.at(first).span.end - mention->span.start);
        const std::string& name = actors[owner->second].name;
        actor.name = name + (name.ends_with('s') ? "'" : "'s") + actor.name.substr(rest);
    }
}

} // namespace dateline::who

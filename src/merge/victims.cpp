// Two arrests for one offence, two deaths on one mountain are told in the same words; the people tell them
// apart. Only those count that the title or the first sentence names: further down a report recalls others.

#include "merge/victims.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "merge/trigger.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

constexpr std::int32_t sentences_of_news = 2; // the title is one

bool befalls_people(const Claim& claim) {
    return claim.type == "ASSAULT" || claim.type == "COERCE" || claim.type == "ACCUSE";
}

void add_people(const CodedReport& coded, const std::vector<Participant>& side,
                std::vector<std::uint64_t>& out) {
    for (const Participant& participant : side) {
        if (participant.actor < 0) continue;
        const Actor& actor = coded.actors[static_cast<std::size_t>(participant.actor)];
        const bool is_named = std::any_of(actor.mentions.begin(), actor.mentions.end(),
                                          [](const Mention& m) { return m.form == "name"; });
        if (actor.kind != "person" || !is_named) continue;
        const std::size_t blank = actor.name.rfind(' ');
        out.push_back(hash_text(
            to_lower(std::string_view(actor.name).substr(blank == std::string::npos ? 0 : blank + 1))));
    }
}

} // namespace

std::vector<std::vector<std::uint64_t>> victims_of(const Reports& reports) {
    std::vector<std::vector<std::uint64_t>> out(reports.size());
    static const std::string dying = trigger_key("died");
    reports.each([&](std::size_t r, const CodedReport& coded) {
        auto& people = out[r];
        for (const Claim& claim : coded.claims) {
            if (claim.sentence >= sentences_of_news) break;
            if (befalls_people(claim))
                add_people(coded, claim.recipients, people);
            else if (claim.recipients.empty() &&
                     trigger_key(words(coded.report.text, claim.trigger)) == dying)
                add_people(coded, claim.actors, people);
        }
        std::sort(people.begin(), people.end());
        people.erase(std::unique(people.begin(), people.end()), people.end());
    });
    return out;
}

bool are_other_victims(const std::vector<std::uint64_t>& one, const std::vector<std::uint64_t>& other) {
    return !one.empty() && !other.empty() && std::none_of(one.begin(), one.end(), [&](std::uint64_t name) {
        return std::binary_search(other.begin(), other.end(), name);
    });
}

} // namespace dateline::merge

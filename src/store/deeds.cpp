#include "store/deeds.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace dateline::store {

namespace {

bool stands_in(const std::vector<Participant>& side, Span deed) {
    return std::any_of(side.begin(), side.end(),
                       [&](const Participant& party) { return deed.contains(party.span); });
}

/// `The two ministers met`, `Ada and Bob met`: all of them together, whichever side merging puts them on.
bool is_joint(const CodedReport& coded, const Claim& claim) {
    if (!claim.recipients.empty() || claim.actors.empty()) return false;
    const std::int32_t first = claim.actors.front().actor;
    return claim.actors.size() > 1 ||
           (first >= 0 && coded.actors[static_cast<std::size_t>(first)].members.size() > 1);
}

bool stands_before(const std::vector<Participant>& side, Span deed) {
    return std::any_of(side.begin(), side.end(),
                       [&](const Participant& party) { return party.span.end <= deed.start; });
}

/// The side that the deed is told of, so that it does not stand in its words. Of `Two men were arrested,
/// police said` the police stand behind it.
std::string side_of(const CodedReport& coded, const Claim& claim) {
    const Span deed = *claim.deed;
    const bool of_recipients = !stands_before(claim.actors, deed) && stands_before(claim.recipients, deed);
    if (of_recipients && !stands_in(claim.recipients, deed)) return "recipients";
    if (!claim.actors.empty() && !stands_in(claim.actors, deed))
        return is_joint(coded, claim) ? "parties" : "actors";
    if (!claim.recipients.empty() && !stands_in(claim.recipients, deed)) return "recipients";
    return "";
}

bool is_pronoun(const CodedReport& coded, const Participant& party) {
    if (party.actor < 0) return false;
    const auto& mentions = coded.actors[static_cast<std::size_t>(party.actor)].mentions;
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
        return mention.span == party.span && mention.form == "pronoun";
    });
}

std::string named(const CodedReport& coded, const Claim& claim, Span deed) {
    std::vector<Participant> pronouns;
    for (const auto* side : {&claim.actors, &claim.recipients})
        for (const Participant& party : *side)
            if (deed.contains(party.span) && is_pronoun(coded, party)) pronouns.push_back(party);
    std::sort(pronouns.begin(), pronouns.end(),
              [](const Participant& a, const Participant& b) { return a.span.start < b.span.start; });
    std::string out;
    std::uint32_t at = deed.start;
    for (const Participant& party : pronouns) {
        if (party.span.start < at) continue; // the same word for two parties
        out += words(coded.report.text, {at, party.span.start});
        out += coded.actors[static_cast<std::size_t>(party.actor)].name;
        at = party.span.end;
    }
    return out.append(words(coded.report.text, {at, deed.end}));
}

} // namespace

Deed deed_of(const CodedReport& coded, const Claim& claim) {
    if (!claim.deed) return {};
    Deed deed;
    deed.of = side_of(coded, claim);
    if (!deed.of.empty()) deed.words = named(coded, claim, *claim.deed);
    return deed;
}

} // namespace dateline::store

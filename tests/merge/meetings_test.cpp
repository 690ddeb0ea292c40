// Which meetings of one traveller are one: hosts, talks in one sentence, sentences that count meetings up.

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "build.hpp"
#include "features.hpp"

namespace dateline::merge {
namespace {

struct Counterpart {
    std::string name, country;
};

/// `Okafor`, and whom she met.
Claim& meeting(ReportDraft& draft, const std::string& trigger, const std::vector<Counterpart>& with) {
    const auto traveller = draft.actor("Okafor", "person", "NGA");
    std::vector<Participant> others;
    for (const Counterpart& other : with)
        others.push_back(draft.by(draft.actor(other.name, "person", other.country)));
    Claim& claim = draft.claim(trigger, "CONSULT");
    claim.actors = {draft.by(traveller)};
    claim.recipients = others;
    return claim;
}

CodedReport met(const std::string& id, const std::string& sentence, const std::vector<Counterpart>& with,
                const std::string& where = "", const std::string& country = "") {
    ReportDraft draft(id, "2020-03-03");
    draft.sentence(sentence);
    Claim& claim = meeting(draft, "met", with);
    if (!where.empty()) claim.place = draft.place(where, country, "country");
    return std::move(draft.coded);
}

TEST(Meetings, WhoeverIsAtHomeIsTheHost) {
    const auto open = met("r1", "Okafor met people in Peru.", {}, "Peru", "PER");
    const auto peru = met("r2", "Okafor met Quispe.", {{"Quispe", "PER"}});
    const auto chile = met("r3", "Okafor met Vial.", {{"Vial", "CHL"}});
    EXPECT_EQ(value({&open, &peru}, PairFeature::host), 1);
    EXPECT_EQ(value({&open, &chile}, PairFeature::host), 0);
}

TEST(Meetings, CountedUpTheyAreNoneOfThem) {
    const auto all = met("r1", "Okafor met Quispe and Vial.", {{"Quispe", "PER"}, {"Vial", "CHL"}});
    const auto one = met("r2", "Okafor met Quispe.", {{"Quispe", "PER"}});
    EXPECT_EQ(value({&all, &one}, PairFeature::round_of_meetings), 1);
    EXPECT_EQ(value({&all, &all}, PairFeature::round_of_meetings), 0);
}

TEST(Meetings, TheirTalksArePartOfThem) {
    ReportDraft draft("r1", "2020-03-03");
    draft.sentence("Okafor met Quispe to discuss copper.");
    meeting(draft, "met", {{"Quispe", "PER"}});
    meeting(draft, "discuss", {});
    const CodedReport coded = std::move(draft.coded);
    EXPECT_EQ(value({&coded}, PairFeature::talks_of_meeting), 1);
    EXPECT_EQ(value({&coded}, PairFeature::lone_party), 0);
}

TEST(Meetings, EitherSideMayStandFirst) {
    const auto one = met("r1", "Okafor met Quispe.", {{"Quispe", "PER"}});
    ReportDraft draft("r2", "2020-03-03");
    draft.sentence("Quispe met Okafor.");
    const auto first = draft.actor("Quispe", "person", "PER"),
               second = draft.actor("Okafor", "person", "NGA");
    Claim& claim = draft.claim("met", "CONSULT");
    claim.actors = {draft.by(first)};
    claim.recipients = {draft.by(second)};
    const CodedReport other = std::move(draft.coded);
    EXPECT_EQ(value({&one, &other}, PairFeature::second_party), 1);
    EXPECT_EQ(value({&one, &other}, PairFeature::other_person), 0);
    EXPECT_EQ(value({&one, &other}, PairFeature::other_recipient_nation), 0);
}

TEST(Meetings, OneClaimMayTellBothSidesAtOnce) {
    ReportDraft draft("r1", "2020-03-03");
    draft.sentence("Okafor met Quispe.");
    meeting(draft, "met", {{"Quispe", "PER"}});
    draft.sentence("The two leaders met.");
    const auto both = draft.actor("The two leaders", "person", "", "noun");
    draft.coded.actors[static_cast<std::size_t>(both)].members = {0, 1};
    draft.claim("met", "CONSULT").actors = {draft.by(both)};
    const CodedReport coded = std::move(draft.coded);
    EXPECT_EQ(value({&coded}, PairFeature::second_party), 1);
    EXPECT_EQ(value({&coded}, PairFeature::other_number), 0);
    EXPECT_EQ(value({&coded}, PairFeature::one_or_more_actors), 0);
    EXPECT_EQ(value({&coded}, PairFeature::other_ordinal), 0);
}

TEST(Meetings, WhoeverIsReceivedIsMet) {
    const auto received = [](const std::string& whom) {
        ReportDraft draft("r2", "2020-03-03");
        draft.sentence("Prime Minister " + whom + " received Okafor.");
        meeting(draft, "received", {{whom, "PER"}}).mode = "visit";
        return std::move(draft.coded);
    };
    const CodedReport one = met("r1", "Okafor met Quispe on Monday.", {{"Quispe", "PER"}}),
                      same = received("Quispe"), other = received("Salas");
    EXPECT_EQ(value({&one, &same}, PairFeature::visit_or_meeting), 1);
    EXPECT_EQ(value({&one, &same}, PairFeature::never), 0);
    EXPECT_EQ(value({&one, &other}, PairFeature::never), 1) << "a visit to somebody else";
}

} // namespace
} // namespace dateline::merge

#include <algorithm>

#include <gtest/gtest.h>

#include "build.hpp"
#include "merge/merge.hpp"

namespace dateline::merge {
namespace {

const Event* event_with(const Record& record, const MemberRef& claim) {
    for (const Event& event : record.events)
        if (std::find(event.claims.begin(), event.claims.end(), claim) != event.claims.end()) return &event;
    return nullptr;
}

/// A minister meets a colleague, or is to.
CodedReport meeting(const std::string& id, const std::string& day, const std::string& when,
                    const std::string& status, const std::string& counterpart = "Omar Beta") {
    ReportDraft draft(id, day, "Paper " + id);
    draft.sentence("Minister Ada Alpha met Minister " + counterpart + " for talks on water and fish quotas.");
    const auto ada = draft.actor("Ada Alpha", "person", "NOR"),
               other = draft.actor(counterpart, "person", "ISL");
    Claim& claim = draft.claim("met", "CONSULT");
    claim.actors = {draft.by(ada)};
    claim.recipients = {draft.by(other)};
    claim.status = status;
    if (status == "denied" || status == "cancelled") claim.polarity = "negative";
    if (!when.empty()) on_day(claim, when);
    return std::move(draft.coded);
}

CodedReport blast(const std::string& id, const std::string& day, const std::string& source, double killed,
                  const std::string& said_by = "") {
    ReportDraft draft(id, day, source);
    const std::string voucher = said_by.empty() ? "Police" : said_by;
    draft.sentence(voucher + " said a blast in the market of Northtown killed people on Monday morning.");
    Claim& claim = draft.claim("killed", "ASSAULT");
    claim.counts.push_back({"killed", killed, killed, "", claim.trigger});
    const auto town = draft.place("Northtown", "NOR", "city");
    draft.coded.claims.back().place = town;
    on_day(draft.coded.claims.back(), "2020-01-06");
    if (!said_by.empty()) {
        const auto actor = draft.actor(said_by, "media");
        draft.coded.claims.back().said_by = {{actor, draft.by(actor).span, std::nullopt}};
    }
    return std::move(draft.coded);
}

TEST(Events, PlanBecomesFactAndAStaleReportDoesNotUndoIt) {
    const auto record = merge(pile(meeting("r1", "2020-01-01", "2020-01-03", "planned"),
                                   meeting("r2", "2020-01-03", "2020-01-03", "happened"),
                                   meeting("r3", "2020-01-04", "2020-01-03", "planned")));
    const Event* event = event_with(record, {"r1", "c1"});
    ASSERT_NE(event, nullptr);
    EXPECT_EQ(event->claims.size(), 3U);
    EXPECT_EQ(event->status, "happened");
    EXPECT_FALSE(event->lapsed);
    ASSERT_EQ(event->history.size(), 2U);
    EXPECT_EQ(event->history[0].status, "planned");
    EXPECT_EQ(event->history[0].claims.size(), 2U) << "the stale report stands with the step it repeats";
    EXPECT_EQ(event->history[1].published, "2020-01-03");
    EXPECT_TRUE(event->disputes.empty());
}

TEST(Events, AMeetingThatOthersTellAsAVisitIsAMeeting) {
    CodedReport first = meeting("r1", "2020-01-03", "2020-01-03", "happened"),
                second = meeting("r2", "2020-01-03", "2020-01-03", "happened");
    first.claims[0].mode = "visit"; // `received`
    first.claims[0].cameo = "043";
    second.claims[0].cameo = "040";
    const auto record = merge(pile(std::move(first), std::move(second)));
    const Event* event = event_with(record, {"r1", "c1"});
    ASSERT_NE(event, nullptr);
    ASSERT_EQ(event->claims.size(), 2U);
    EXPECT_EQ(event->mode, "");
    EXPECT_EQ(event->cameo, "040");
}

TEST(Events, AGroupOfKnownMembersIsThey) {
    ReportDraft draft("r1", "2020-01-03");
    draft.sentence("Minister Ada Alpha met Minister Bo Beta. The two ministers argued.");
    const auto ada = draft.actor("Ada Alpha", "person"), bo = draft.actor("Bo Beta", "person"),
               both = draft.actor("The two ministers", "person", "", "noun");
    draft.coded.actors[static_cast<std::size_t>(both)].members = {static_cast<std::size_t>(ada),
                                                                  static_cast<std::size_t>(bo)};
    draft.claim("argued", "CONSULT").actors = {draft.by(both)};
    const auto record = merge(pile(std::move(draft.coded)));
    const Event* event = event_with(record, {"r1", "c1"});
    ASSERT_NE(event, nullptr);
    std::vector<std::string> names;
    for (const std::string& id : event->actors)
        for (const MergedActor& actor : record.actors)
            if (actor.id == id) names.push_back(actor.name);
    EXPECT_EQ(names, (std::vector<std::string>{"Ada Alpha", "Bo Beta"}));
}

TEST(Events, PlanIsCalledOff) {
    const auto record = merge(pile(meeting("r1", "2020-01-01", "2020-01-05", "planned"),
                                   meeting("r2", "2020-01-02", "2020-01-05", "cancelled")));
    EXPECT_EQ(event_with(record, {"r1", "c1"})->status, "cancelled");
}

TEST(Events, TwoSightsOnTwoDaysAreTwoVisits) {
    const auto visit = [](const std::string& id, const std::string& sight, const std::string& day) {
        ReportDraft draft(id, "2020-01-06", "Paper " + id);
        draft.sentence("Minister Ada Alpha also visited " + sight + " on her journey through the north.");
        const auto ada = draft.actor("Ada Alpha", "person", "NOR");
        const auto seen = draft.actor(sight, "place", "", "noun");
        Claim& claim = draft.claim("visited", "CONSULT", "visit");
        claim.actors = {draft.by(ada)};
        claim.recipients = {{-1, draft.by(seen).span}};
        on_day(claim, day);
        draft.coded.actors.pop_back();
        return std::move(draft.coded);
    };
    const auto apart = merge(
        pile(visit("r1", "the old harbour", "2020-01-03"), visit("r2", "a fishing village", "2020-01-04")));
    EXPECT_EQ(event_with(apart, {"r1", "c1"})->claims.size(), 1U);
    const auto same = merge(
        pile(visit("r1", "the old harbour", "2020-01-03"), visit("r2", "the old harbour", "2020-01-03")));
    EXPECT_EQ(event_with(same, {"r1", "c1"})->claims.size(), 2U);
}

TEST(Events, PlanLapsesWhenItsDayHasPassedWithoutAReport) {
    const auto record = merge(pile(meeting("r1", "2020-01-01", "2020-01-03", "planned"),
                                   meeting("r2", "2020-01-09", "2020-01-08", "happened", "Eva Gamma")));
    EXPECT_TRUE(event_with(record, {"r1", "c1"})->lapsed);
}

TEST(Events, DenialOfOneMeetingIsNoDisputeOfAnother) {
    const auto record = merge(pile(meeting("r2", "2020-01-03", "2020-01-03", "happened"),
                                   meeting("r1", "2020-01-03", "2020-01-03", "denied", "Eva Gamma")));
    EXPECT_NE(event_with(record, {"r1", "c1"}), event_with(record, {"r2", "c1"}));
    for (const Event& event : record.events) EXPECT_TRUE(event.disputes.empty());
}

TEST(Events, OneSaysItHappenedTheOtherThatItDidNot) {
    const auto record = merge(pile(meeting("r1", "2020-01-03", "2020-01-03", "happened"),
                                   meeting("r2", "2020-01-03", "2020-01-03", "denied")));
    const Event* event = event_with(record, {"r1", "c1"});
    ASSERT_EQ(event->disputes.size(), 1U);
    EXPECT_EQ(event->disputes[0].field, "occurrence");
    EXPECT_EQ(event->status, "happened");
    ASSERT_EQ(event->disputes[0].values.size(), 2U);
    EXPECT_EQ(event->disputes[0].values[1].since, "2020-01-03");
    EXPECT_EQ(event->disputes[0].values[1].said_by, std::vector<std::string>{"Paper r2"});
}

TEST(Events, GrowingTollIsAnUpdate) {
    const auto record = merge(pile(blast("r1", "2020-01-06", "A", 4), blast("r2", "2020-01-07", "B", 7)));
    const Event* event = event_with(record, {"r1", "c1"});
    ASSERT_EQ(event->claims.size(), 2U);
    EXPECT_TRUE(event->disputes.empty());
    ASSERT_EQ(event->counts.size(), 1U);
    EXPECT_EQ(event->counts[0].low, 4);
    EXPECT_EQ(event->counts[0].best, 7);
    EXPECT_EQ(event->counts[0].high, 7);
}

TEST(Events, TwoVoicesOfOneDayDispute) {
    const auto record = merge(pile(blast("r1", "2020-01-07", "A", 9), blast("r2", "2020-01-07", "B", 4)));
    const Event* event = event_with(record, {"r1", "c1"});
    ASSERT_EQ(event->disputes.size(), 1U);
    EXPECT_EQ(event->disputes[0].field, "killed");
    EXPECT_TRUE(event->disputes[0].values[0].number);
}

TEST(Events, RoundingIsNoDispute) {
    const auto record = merge(pile(blast("r1", "2020-01-07", "A", 103), blast("r2", "2020-01-07", "B", 100)));
    EXPECT_TRUE(event_with(record, {"r1", "c1"})->disputes.empty());
}

TEST(Events, WhatOneAgencySaysIsOneVoice) {
    const auto record =
        merge(pile(blast("r1", "2020-01-07", "A", 4, "Reuters"), blast("r2", "2020-01-07", "Reuters", 4),
                   blast("r3", "2020-01-07", "C", 4, "Thomson Reuters")));
    const Event* event = event_with(record, {"r1", "c1"});
    EXPECT_EQ(event->reports, 3U);
    EXPECT_EQ(event->origins, 1U);
}

TEST(Events, LaterVersionOfAPageReplacesTheEarlier) {
    auto first = blast("r1", "2020-01-06", "A", 9), second = blast("r2", "2020-01-07", "A", 4);
    first.report.url = "https://www.paper.example/news/blast?utm_source=x";
    second.report.url = "http://paper.example/news/blast/";
    const auto record = merge(pile(first, second, blast("r3", "2020-01-07", "B", 4)));
    ASSERT_EQ(record.revisions.size(), 1U);
    EXPECT_EQ(record.revisions[0].report, "r2");
    EXPECT_EQ(record.revisions[0].replaces, "r1");
    const Event* event = event_with(record, {"r1", "c1"});
    EXPECT_EQ(event->claims.size(), 3U) << "both versions are kept";
    EXPECT_TRUE(event->disputes.empty()) << "the withdrawn figure counts no more";
}

CodedReport tour(const std::string& id) {
    ReportDraft draft(id, "2020-02-10");
    draft.sentence("Ada Alpha travelled to Eastland, Westland and Southland on her tour.");
    const auto ada = draft.actor("Ada Alpha", "person", "NOR");
    for (const char* land : {"Eastland", "Westland", "Southland"}) {
        Claim& claim = draft.claim("travelled", "CONSULT", "visit");
        claim.actors = {draft.by(ada)};
        const auto place = draft.place(land, std::string(land).substr(0, 3), "country");
        draft.coded.claims.back().place = place;
    }
    on_day(draft.coded.claims[2], "2020-02-08");
    draft.sentence("She met Omar Beta in Southland on 8 February.");
    const auto omar = draft.actor("Omar Beta", "person", "Sou");
    const auto place = draft.place("Southland", "Sou", "country");
    Claim& met = draft.claim("met", "CONSULT");
    met.actors = {draft.by(ada)};
    met.recipients = {draft.by(omar)};
    met.place = place;
    on_day(met, "2020-02-08");
    return std::move(draft.coded);
}

TEST(Itineraries, ListGivesUndatedStopsTheirPlace) {
    const auto record = merge(pile(tour("r1")));
    ASSERT_EQ(record.itineraries.size(), 1U);
    const auto& stops = record.itineraries[0].stops;
    ASSERT_EQ(stops.size(), 3U);
    EXPECT_EQ(stops[0].place.name, "Eastland");
    EXPECT_EQ(stops[1].place.name, "Westland");
    EXPECT_EQ(stops[2].place.name, "Southland");
    EXPECT_TRUE(stops[1].met.empty());
    EXPECT_EQ(stops[2].met.size(), 1U);
}

} // namespace
} // namespace dateline::merge

#include <gtest/gtest.h>

#include "build.hpp"
#include "merge/merge.hpp"

namespace dateline::merge {
namespace {

/// A report whose sentences tell journeys of one traveller.
class Journey : public ReportDraft {
  public:
    Journey(const std::string& id, const std::string& day) : ReportDraft(id, day, "Paper " + id) {}

    Journey& visit(const std::string& text, const std::string& trigger, const std::string& town,
                   const std::string& status, const std::string& on = "") {
        sentence(text);
        const auto ada = actor("Ada Alpha", "person", "NOR");
        const auto place = this->place(town, town.substr(0, 3), "city");
        Claim& claim = this->claim(trigger, "CONSULT", "visit");
        claim.actors = {by(ada)};
        fill(claim, place, status, on);
        return *this;
    }

    Journey& meeting(const std::string& text, const std::string& trigger, const std::string& whom,
                     const std::string& town, const std::string& status, const std::string& on) {
        sentence(text);
        const auto ada = actor("Ada Alpha", "person", "NOR"),
                   other = actor(whom, "person", whom.substr(0, 3));
        const std::int32_t place = town.empty() ? -1 : this->place(town, town.substr(0, 3), "city");
        Claim& claim = this->claim(trigger, "CONSULT");
        claim.actors = {by(ada)};
        claim.recipients = {by(other)};
        fill(claim, place, status, on);
        return *this;
    }

  private:
    void fill(Claim& claim, std::int32_t place, const std::string& status, const std::string& on) {
        claim.place = place;
        claim.status = status;
        if (status == "cancelled") claim.polarity = "negative";
        if (!on.empty()) on_day(claim, on);
    }
};

std::vector<Stop> stops_of(const std::vector<CodedReport>& reports) {
    const Record record = merge(reports);
    return record.itineraries.empty() ? std::vector<Stop>{} : record.itineraries.front().stops;
}

TEST(Itineraries, JourneyHasItsStartBeforeItsEnd) {
    Journey report("r1", "2020-01-09");
    report.visit("Ada Alpha flew to Lima from Oruro.", "flew", "Lima", "happened");
    report.place("Oruro", "Oru", "city");
    const auto stops = stops_of(pile(report.coded));
    ASSERT_EQ(stops.size(), 2U);
    EXPECT_EQ(stops[0].place.name, "Oruro");
    EXPECT_EQ(stops[0].status, "happened");
    EXPECT_EQ(stops[1].place.name, "Lima");
}

TEST(Itineraries, MeetingAbroadIsAStop) {
    Journey report("r1", "2020-01-09");
    report
        .meeting("Ada Alpha met Lima Beta in Lima on Monday.", "met", "Lima Beta", "Lima", "happened",
                 "2020-01-06")
        .meeting("Ada Alpha met Quito Gamma in Quito on Tuesday.", "met", "Quito Gamma", "Quito", "happened",
                 "2020-01-07");
    const auto stops = stops_of(pile(report.coded));
    ASSERT_EQ(stops.size(), 2U);
    EXPECT_EQ(stops[0].place.name, "Lima");
    EXPECT_EQ(stops[1].from, "2020-01-07");
    EXPECT_EQ(stops[1].met.size(), 1U);
}

TEST(Itineraries, AfterTurnsTheOrderRound) {
    Journey report("r1", "2020-01-09");
    report.visit("Her trip to Lima came after her visit to Quito, Ada Alpha said.", "trip", "Lima",
                 "happened");
    const auto place = report.place("Quito", "Qui", "city");
    Claim& second = report.claim("visit", "CONSULT", "visit");
    second.actors = report.coded.claims.front().actors;
    second.place = place;
    second.status = "happened";
    report.coded.claims[0].actors = second.actors;
    const auto stops = stops_of(pile(report.coded));
    ASSERT_EQ(stops.size(), 2U);
    EXPECT_EQ(stops[0].place.name, "Quito");
}

TEST(Itineraries, CalledOffStopStandsBehindAsSuch) {
    Journey plan("r1", "2020-01-03"), later("r2", "2020-01-05");
    plan.visit("Ada Alpha will visit Lima on Thursday.", "visit", "Lima", "planned", "2020-01-09")
        .visit("She will visit Quito on Friday, Ada Alpha said.", "visit", "Quito", "planned", "2020-01-10");
    later.visit("Ada Alpha cancelled her visit to Lima.", "visit", "Lima", "cancelled", "2020-01-05");
    const auto stops = stops_of(pile(plan.coded, later.coded));
    ASSERT_EQ(stops.size(), 2U);
    EXPECT_EQ(stops[0].place.name, "Lima");
    EXPECT_EQ(stops[0].status, "cancelled");
    EXPECT_EQ(stops[0].from, "2020-01-09");
    EXPECT_EQ(stops[1].status, "planned");
}

TEST(Itineraries, WhoWasToBeMetIsKeptApart) {
    Journey report("r1", "2020-01-09");
    report.visit("Ada Alpha arrived in Lima on Monday.", "arrived", "Lima", "happened", "2020-01-06")
        .visit("Ada Alpha arrived in Quito on Tuesday.", "arrived", "Quito", "happened", "2020-01-07")
        .meeting("Ada Alpha is to meet Quito Gamma in Quito on Wednesday.", "meet", "Quito Gamma", "Quito",
                 "planned", "2020-01-08");
    const auto stops = stops_of(pile(report.coded));
    ASSERT_EQ(stops.size(), 2U);
    EXPECT_TRUE(stops[1].met.empty());
    EXPECT_EQ(stops[1].expected.size(), 1U);
    EXPECT_EQ(stops[1].from, "2020-01-07");
}

TEST(Itineraries, WhatIsToldMuchLaterIsAnotherStop) {
    Journey first("r1", "2020-01-09"), second("r2", "2020-01-15"), later("r3", "2022-05-02");
    first.visit("Ada Alpha visited Lima on Monday.", "visited", "Lima", "happened", "2020-01-06");
    second.visit("The envoys spoke of how Ada Alpha visited Lima.", "visited", "Lima", "happened");
    later.visit("Ada Alpha travelled to Lima again, her staff wrote.", "travelled", "Lima", "happened");
    const auto stops = stops_of(pile(first.coded, second.coded, later.coded));
    ASSERT_EQ(stops.size(), 2U);
    EXPECT_EQ(stops[1].from, "");
}

TEST(Itineraries, AStopWithoutADayStandsWhereItWasTold) {
    Journey first("r1", "2020-01-09"), second("r2", "2020-06-03"), third("r3", "2020-07-01");
    first.visit("Ada Alpha visited Lima on Monday.", "visited", "Lima", "happened", "2020-01-06");
    second.visit("Ada Alpha visited Quito, her staff wrote.", "visited", "Quito", "happened");
    third.visit("Ada Alpha visited Oruro on Monday.", "visited", "Oruro", "happened", "2020-06-29");
    const auto stops = stops_of(pile(third.coded, second.coded, first.coded));
    ASSERT_EQ(stops.size(), 3U);
    EXPECT_EQ(stops[1].place.name, "Quito");
}

} // namespace
} // namespace dateline::merge

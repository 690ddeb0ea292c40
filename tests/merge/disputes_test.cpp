#include <algorithm>

#include <gtest/gtest.h>

#include "build.hpp"
#include "merge/merge.hpp"

namespace dateline::merge {
namespace {

/// An attack on a market as one report tells it.
struct Attack {
    std::string id, day, source;
    std::string sentence; // with `killed` and the place
    std::string count;    // the words of the figure; "" none
    double killed = 0;
    std::string of, place = "Northtown", on, doer;
};

CodedReport told(const Attack& attack) {
    ReportDraft draft(attack.id, attack.day, attack.source);
    draft.sentence(attack.sentence);
    const auto victims = draft.actor("traders", "population", "NOR", "noun");
    const std::int32_t doer = attack.doer.empty() ? -1 : draft.actor(attack.doer, "armed_group", "NOR");
    Claim& claim = draft.claim("killed", "ASSAULT");
    claim.status = "happened";
    claim.recipients = {draft.by(victims)};
    if (doer >= 0) claim.actors = {draft.by(doer)};
    const auto span_of = [&](const std::string& words) {
        const auto at = static_cast<std::uint32_t>(draft.coded.report.text.find(words));
        return Span{at, static_cast<std::uint32_t>(at + words.size())};
    };
    if (!attack.count.empty())
        claim.counts.push_back({"killed", attack.killed, attack.killed, attack.of, span_of(attack.count)});
    const std::string day = attack.on.empty() ? "2020-01-06" : attack.on;
    on_day(claim, day);
    Time time;
    time.span = span_of("on ");
    time.value = time.from = time.to = day;
    draft.coded.times.push_back(time);
    claim.time = 0;
    const auto place = draft.place(attack.place, "NOR", "city", attack.place == "Northtown" ? 60 : 66, 10);
    draft.coded.claims.back().place = place;
    return std::move(draft.coded);
}

std::vector<std::string> disputed(const std::vector<CodedReport>& reports) {
    std::vector<std::string> out;
    for (const Event& event : merge(reports).events)
        for (const Dispute& dispute : event.disputes) out.push_back(dispute.field);
    return out;
}

using Fields = std::vector<std::string>;

TEST(Disputes, LowerTollOfALaterReportIsDisputed) {
    EXPECT_EQ(disputed(pile(told({"r1", "2020-01-07", "A",
                                  "Gunmen killed 359 traders in Northtown on Monday.", "359", 359}),
                            told({"r2", "2020-01-08", "B",
                                  "Gunmen killed 253 traders in Northtown on Monday.", "253", 253}))),
              Fields{"killed"});
}

TEST(Disputes, AtLeastTwentyAgreesWithMore) {
    EXPECT_EQ(
        disputed(pile(
            told({"r1", "2020-01-07", "A", "Gunmen killed 31 traders in Northtown on Monday.", "31", 31}),
            told({"r2", "2020-01-07", "B", "Gunmen killed at least 20 traders in Northtown on Monday.",
                  "at least 20", 20}))),
        Fields{});
}

TEST(Disputes, PartOfTheTollIsNoRivalOfIt) {
    const auto reports =
        pile(told({"r1", "2020-01-07", "A", "Gunmen killed 31 traders in Northtown on Monday.", "31", 31}),
             told({"r2", "2020-01-07", "B", "Gunmen killed 12 women among traders in Northtown on Monday.",
                   "12", 12, "women"}));
    EXPECT_EQ(disputed(reports), Fields{});
    for (const Event& event : merge(reports).events)
        if (event.reports == 2) {
            ASSERT_EQ(event.counts.size(), 1U);
            EXPECT_EQ(event.counts[0].low, 31);
        }
}

TEST(Disputes, TwoTownsOfTwoVoices) {
    EXPECT_EQ(
        disputed(pile(told({"r1", "2020-01-07", "A", "Red Dawn killed 31 traders in Northtown on Monday.",
                            "31", 31, "", "Northtown", "", "Red Dawn"}),
                      told({"r2", "2020-01-07", "B", "The Red Dawn killed 31 traders in Southtown on Monday.",
                            "31", 31, "", "Southtown", "", "Red Dawn"}))),
        Fields{"place"});
}

TEST(Disputes, DaysWeeksApartMayBeAWeekdayReadWrong) {
    EXPECT_EQ(disputed(pile(told({"r1", "2020-01-14", "A", "Gunmen killed 31 traders in Northtown on Monday.",
                                  "31", 31}),
                            told({"r2", "2020-01-14", "B", "Gunmen killed 31 traders in Northtown on Monday.",
                                  "31", 31, "", "Northtown", "2020-01-13"}))),
              Fields{});
}

TEST(Disputes, TwoGroupsAreBlamed) {
    EXPECT_EQ(
        disputed(pile(told({"r1", "2020-01-07", "A", "Red Dawn killed 31 traders in Northtown on Monday.",
                            "31", 31, "", "Northtown", "", "Red Dawn"}),
                      told({"r2", "2020-01-07", "B", "Blue Star killed 31 traders in Northtown on Monday.",
                            "31", 31, "", "Northtown", "", "Blue Star"}))),
        Fields{"actors"});
}

TEST(Disputes, WhomAnAccusationBlamesDidIt) {
    const auto attack = [](ReportDraft& draft, const std::string& trigger) -> Claim& {
        const auto place = draft.place("Northtown", "NOR", "city", 60, 10);
        Claim& claim = draft.claim(trigger, "ASSAULT");
        claim.status = "happened";
        claim.place = place;
        on_day(claim, "2020-01-06");
        return claim;
    };
    const auto blame = [&](const std::string& polarity) {
        ReportDraft draft("r1", "2020-01-07", "A");
        draft.sentence("The mayor blamed Red Dawn for the attack in Northtown on Monday.");
        const auto mayor = draft.actor("The mayor", "person", "NOR", "noun"),
                   group = draft.actor("Red Dawn", "armed_group", "NOR");
        Claim& accusation = draft.claim("blamed", "ACCUSE");
        accusation.actors = {draft.by(mayor)};
        accusation.recipients = {draft.by(group)};
        accusation.status = "happened";
        accusation.polarity = polarity;
        attack(draft, "attack").under = 0;
        return std::move(draft.coded);
    };
    const auto other = [&] {
        ReportDraft draft("r2", "2020-01-07", "B");
        draft.sentence("Blue Star attacked Northtown on Monday.");
        const auto group = draft.actor("Blue Star", "armed_group", "NOR");
        attack(draft, "attacked").actors = {draft.by(group)};
        return std::move(draft.coded);
    };
    EXPECT_EQ(disputed(pile(blame("positive"), other())), Fields{"actors"});
    EXPECT_EQ(disputed(pile(blame("negative"), other())), Fields{});
}

TEST(Disputes, HabitIsNoDenial) {
    const auto report = [](const std::string& id, const std::string& sentence, const std::string& status) {
        ReportDraft draft(id, "2020-01-07", "Paper " + id);
        draft.sentence(sentence);
        const auto ada = draft.actor("Ada Alpha", "person", "NOR"),
                   omar = draft.actor("Omar Beta", "person", "ISL");
        Claim& claim = draft.claim("met", "CONSULT");
        claim.actors = {draft.by(ada)};
        claim.recipients = {draft.by(omar)};
        claim.status = status;
        claim.polarity = status == "denied" ? "negative" : "positive";
        on_day(claim, "2020-01-06");
        return std::move(draft.coded);
    };
    const auto met = [&] { return report("r1", "Ada Alpha met Omar Beta for talks on water.", "happened"); };
    EXPECT_EQ(
        disputed(pile(met(), report("r2", "Ada Alpha never met Omar Beta for talks on water.", "denied"))),
        Fields{"occurrence"});
    EXPECT_EQ(disputed(pile(met(),
                            report("r2", "Ada Alpha met, Omar Beta said, was not what he wrote.", "denied"))),
              Fields{"occurrence"});
    EXPECT_EQ(
        disputed(pile(met(), report("r2", "That Ada Alpha met did not please Omar Beta much.", "denied"))),
        Fields{});
    EXPECT_EQ(
        disputed(pile(
            met(), report("r2", "Ada Alpha does not say she met Omar Beta for talks on water.", "denied"))),
        Fields{});
}

TEST(Disputes, NounsOfOneGroupAreCountedAlike) {
    EXPECT_EQ(disputed(pile(
                  told({"r1", "2020-01-07", "A", "Gunmen killed 30 rebels, traders in Northtown on Monday.",
                        "30", 30, "rebels"}),
                  told({"r2", "2020-01-07", "B", "Gunmen killed 5 fighters, traders in Northtown on Monday.",
                        "5", 5, "fighters"}))),
              Fields{"killed"});
}

/// A report whose sentence tells who died when a mine fell in; place and day stand beside the fall.
CodedReport mine(const std::string& id, const std::string& source, const std::string& number, double killed) {
    ReportDraft draft(id, "2020-01-07", source);
    draft.sentence(number + " miners were killed when a mine collapsed in Northtown on Monday.");
    const auto victims = draft.actor("miners", "population", "", "noun");
    const auto place = draft.place("Northtown", "NOR", "city", 60, 10);
    Claim& claim = draft.claim("killed", "ASSAULT");
    claim.status = "happened";
    claim.recipients = {draft.by(victims)};
    const auto end = static_cast<std::uint32_t>(number.size());
    claim.counts.push_back({"killed", killed, killed, "miners", Span{0, end}});
    Claim& fall = draft.claim("collapsed");
    fall.status = "happened";
    fall.place = place;
    on_day(fall, "2020-01-06");
    return std::move(draft.coded);
}

TEST(Disputes, TheSentenceSaysWhenAndWhere) {
    EXPECT_EQ(disputed(pile(mine("r1", "A", "8", 8), mine("r2", "B", "3", 3))), Fields{"killed"});
}

} // namespace
} // namespace dateline::merge

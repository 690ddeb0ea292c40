#include "merge/fates.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "build.hpp"
#include "merge/merge.hpp"

namespace dateline::merge {
namespace {

struct Blow {
    std::string id, sentence, word;
    std::string day = "2020-01-06"; // "": not told
    std::string who = "Ada Example", status = "happened", type = "COERCE";
};

CodedReport told(const Blow& blow) {
    ReportDraft draft(blow.id, "2020-01-09", "Paper " + blow.id);
    draft.sentence(blow.sentence);
    const std::int32_t person = draft.actor(blow.who, "person");
    Claim& claim = draft.claim(blow.word, blow.type);
    claim.recipients.push_back(draft.by(person));
    if (!blow.day.empty()) on_day(claim, blow.day);
    claim.status = blow.status;
    return std::move(draft.coded);
}

const Blow ouster{"r1", "Crowds cheered the ouster of President Ada Example in the square.", "ouster"};
// Of other types and words, so that pairs of claims alone would stay apart.
const Blow removed{"r2",          "Since soldiers removed Ada Example the price of bread has doubled.",
                   "removed",     "2020-01-08",
                   "Ada Example", "happened",
                   "SANCTION"};
const Blow undated{"r3",          "The farmers say they were better off before Ada Example was toppled.",
                   "toppled",     "",
                   "Ada Example", "happened",
                   "ASSAULT"};

TEST(Fates, PowerIsLostOnce) {
    EXPECT_EQ(events_of({ouster, removed}), 1U);
    EXPECT_EQ(events_of({ouster, removed, undated}), 1U);
    EXPECT_EQ(events_of({ouster, with(removed, [](Blow& b) { b.day = "2019-01-06"; })}), 2U);
    EXPECT_EQ(events_of({ouster, with(removed, [](Blow& b) { b.status = "planned"; })}), 2U);
}

TEST(Fates, OfOnePersonAndOneKind) {
    const auto other = [](Blow& b) {
        b.who = "Bo Sample";
        b.sentence = "Since soldiers removed Bo Sample the price of bread has doubled.";
    };
    EXPECT_EQ(events_of({ouster, with(removed, other)}), 2U);
    const Blow death{"r4",          "Flags hang low for Ada Example, who died at sea.",
                     "died",        "2020-01-08",
                     "Ada Example", "happened",
                     "ASSAULT"};
    EXPECT_EQ(events_of({ouster, death}), 2U);
}

TEST(Fates, TheReasonIsTold) {
    const auto events = merge(pile(told(ouster), told(removed)), {}).events;
    ASSERT_EQ(events.size(), 1U);
    ASSERT_EQ(events[0].why.size(), 1U);
    EXPECT_NE(events[0].why[0].find("what befalls one person once"), std::string::npos) << events[0].why[0];
}

TEST(Fates, WhatHasNoDayJoinsWhereOneAloneCanBeMeant) {
    EXPECT_EQ(events_of({undated, ouster}), 1U);
    const Blow earlier{"r5", "Ada Example was deposed by her own guards.", "deposed", "2012-03-01"};
    EXPECT_EQ(events_of({ouster, earlier, undated}), 3U);
}

} // namespace
} // namespace dateline::merge

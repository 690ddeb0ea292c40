#include "merge/tolls.hpp"

#include <gtest/gtest.h>

#include "build.hpp"
#include "merge/merge.hpp"

namespace dateline::merge {
namespace {

struct Attack {
    std::string id, sentence, word;
    double killed = 0; // 0: not told
    double lat = 0;    // of its town
    std::string day = "2020-01-06", type = "ASSAULT", status = "happened";
};

CodedReport told(const Attack& attack) {
    ReportDraft draft(attack.id, "2020-01-09", "Paper " + attack.id);
    draft.sentence(attack.sentence);
    Claim& claim = draft.claim(attack.word, attack.type);
    on_day(claim, attack.day);
    claim.status = attack.status;
    if (attack.killed > 0)
        claim.counts.push_back({"killed", attack.killed, attack.killed, "", claim.trigger});
    draft.coded.claims.back().place = draft.place("Northtown", "NOR", "city", attack.lat);
    draft.coded.places.back().geonames = "town at " + std::to_string(attack.lat);
    return std::move(draft.coded);
}

const Attack siege{"r1", "Masked men stormed a barracks of Northtown and took what they found there.",
                   "stormed", 20};
const Attack dead{"r2",
                  "Twenty-one recruits are mourned in Northtown, where they died at the hands of raiders.",
                  "died", 21};
const Attack wordless{"r3", "Flags hang low since the bloodbath of Northtown, which the king called vile.",
                      "bloodbath"};

TEST(Tolls, OneTollOfOneDayIsOneEvent) {
    EXPECT_EQ(events_of({siege, dead}), 1U);
    EXPECT_EQ(events_of({siege, with(dead, [](Attack& a) { a.killed = 30; })}), 2U);
    EXPECT_EQ(events_of({siege, with(dead, [](Attack& a) { a.day = "2020-01-08"; })}), 2U);
    EXPECT_EQ(events_of({siege, with(dead, [](Attack& a) { a.lat = 5; })}), 2U);
    EXPECT_EQ(events_of({siege, with(dead, [](Attack& a) { a.type = "PROTEST"; })}), 2U);
    EXPECT_EQ(events_of({siege, with(dead, [](Attack& a) { a.status = "planned"; })}), 2U);
}

TEST(Tolls, FewDeadAreTooCommon) {
    const auto few = [](Attack& a) { a.killed = 3; };
    EXPECT_EQ(events_of({with(siege, few), with(dead, few)}), 2U);
}

TEST(Tolls, AnAttackOfThatDayAndTownIsTheOneThatCostLives) {
    EXPECT_EQ(events_of({siege, wordless}), 1U);
    EXPECT_EQ(events_of({siege, with(wordless, [](Attack& a) { a.lat = 5; })}), 2U);
    EXPECT_EQ(events_of({with(siege, [](Attack& a) { a.killed = 0; }), wordless}), 2U);
    const Attack other = with(dead, [](Attack& a) { a.killed = 90; });
    EXPECT_EQ(events_of({siege, other, wordless}), 3U) << "either may be meant";
}

TEST(Tolls, WhatAUserPartedStaysApart) {
    const CodedReport one = told(siege), other = told(dead);
    const auto anchor = [](const CodedReport& coded) {
        return Anchor{coded.report.id, coded.claims[0].trigger.start, coded.claims[0].trigger.end, ""};
    };
    const Decision parted{"d1", "", "", "split", "event", {anchor(other)}, {anchor(one)}, "", ""};
    EXPECT_EQ(events_of({siege, dead}, {parted}), 2U);
}

} // namespace
} // namespace dateline::merge

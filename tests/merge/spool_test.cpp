// Reports on disk come back as merging needs them.

#include <gtest/gtest.h>

#include "base/error.hpp"
#include "build.hpp"
#include "merge/spool.hpp"
#include "record/compact.hpp"

namespace dateline::merge {
namespace {

CodedReport full_report() {
    ReportDraft draft("r1", "2020-01-02", "Harbour Daily");
    draft.sentence("Ada Alpha met 12 fishers in Northtown, Omar Beta said.");
    const auto ada = draft.actor("Ada Alpha", "person", "PER");
    const auto omar = draft.actor("Omar Beta", "person");
    draft.coded.actors.front().why = "actor book: Ada Alpha";
    draft.coded.actors.front().sectors = {"GOV", "MIL"};
    const auto place = draft.place("Northtown", "PER", "city", -12.5, -77.0);
    Claim& claim = draft.claim("met", "CONSULT", "meet");
    claim.actors = {draft.by(ada)};
    claim.place = place;
    claim.score = -2.5;
    claim.counts.push_back({"met", 12, 12, "fishers", {14, 16}});
    claim.said_by.push_back({omar, draft.by(omar).span, Span{50, 54}});
    claim.object = {{14, 23}, {17, 23}};
    claim.why = "type: a frame";
    on_day(claim, "2020-01-01");
    return std::move(draft.coded);
}

TEST(Spool, GivesReportsBack) {
    const CodedReport coded = full_report();
    Spool spool;
    spool.add(ReportDraft("r0", "2020-01-03").sentence("Nothing happened.").coded);
    spool.add(coded);
    EXPECT_EQ(spool.size(), 2U);
    const Reports reports(spool.source(), 1);
    EXPECT_EQ(reports.header(0).id, "r1"); // by day
    EXPECT_EQ(reports.header(0).source, "Harbour Daily");
    const CodedReport& back = *reports[0];
    EXPECT_EQ(back.report.text, coded.report.text);
    ASSERT_EQ(back.actors.size(), 2U);
    EXPECT_EQ(back.actors[0].why, "actor book: ");
    EXPECT_EQ(back.actors[0].sectors, coded.actors[0].sectors);
    EXPECT_EQ(back.actors[1].mentions[0].span, coded.actors[1].mentions[0].span);
    ASSERT_EQ(back.claims.size(), 1U);
    const Claim& claim = back.claims[0];
    EXPECT_EQ(claim.type, "CONSULT");
    EXPECT_EQ(claim.score, coded.claims[0].score);
    EXPECT_FALSE(claim.goldstein.has_value());
    EXPECT_EQ(claim.counts[0].of, "fishers");
    EXPECT_EQ(claim.said_by[0].cue, coded.claims[0].said_by[0].cue);
    EXPECT_EQ(claim.under, -1);
    ASSERT_TRUE(claim.object.has_value());
    EXPECT_EQ(claim.object->head, coded.claims[0].object->head);
    EXPECT_EQ(claim.from, "2020-01-01");
    EXPECT_DOUBLE_EQ(back.places[0].lat, -12.5);
    EXPECT_EQ(back.parse.sentences.size(), 1U);
}

TEST(Spool, GivesReportsWithoutClaims) {
    const CodedReport coded = full_report();
    Spool spool;
    spool.add(coded);
    const Reports reports(spool.source(), 1);
    reports.each_without_claims([&](std::size_t, const CodedReport& back) {
        EXPECT_TRUE(back.claims.empty());
        EXPECT_EQ(back.actors.size(), coded.actors.size());
        EXPECT_EQ(back.report.text, coded.report.text);
    });
    EXPECT_EQ(reports[0]->claims.size(), 1U);
    // What is in memory is taken as it is.
    EXPECT_EQ(reports.without_claims(0, [](const CodedReport& back) { return back.claims.size(); }), 1U);
}

TEST(Compact, BrokenBytesGiveNothing) {
    const CodedReport coded = full_report();
    const std::string good = to_compact(coded);
    ASSERT_TRUE(from_compact(good, coded.report.text));
    EXPECT_FALSE(from_compact(good, coded.report.text.substr(0, 20))); // spans outside the text
    EXPECT_FALSE(from_compact("", ""));
    for (std::size_t size = 0; size < good.size(); ++size)
        EXPECT_FALSE(from_compact(good.substr(0, size), coded.report.text)) << size;
    for (std::size_t at = 0; at < good.size(); ++at) { // no crash, whatever a byte says
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x5A);
        (void)from_compact(bad, coded.report.text);
    }
}

} // namespace
} // namespace dateline::merge

#include "record/decision.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/error.hpp"
#include "build.hpp"
#include "merge/merge.hpp"

namespace dateline::merge {
namespace {

CodedReport strike(const std::string& id, const std::string& word) {
    ReportDraft draft(id, "2020-01-02");
    draft.sentence("Dockers of Northport " + word + " over pay and hours, Jo Example told the paper.");
    draft.actor("Jo Example", "person");
    draft.claim(word, "PROTEST");
    return std::move(draft.coded);
}

Anchor trigger(const CodedReport& coded) {
    const Span span = coded.claims[0].trigger; // ASCII: bytes are code points
    return {coded.report.id, span.start, span.end, ""};
}

Anchor person(const CodedReport& coded) {
    const Span span = coded.actors[0].mentions[0].span;
    return {coded.report.id, span.start, span.end, ""};
}

Decision decision(const std::string& id, const std::string& action, const std::string& of,
                  std::vector<Anchor> these, std::vector<Anchor> from = {}) {
    return {id, "", "", action, of, std::move(these), std::move(from), "", ""};
}

std::size_t events_of(const std::vector<CodedReport>& reports, const std::vector<Decision>& log) {
    return merge(reports, log).events.size();
}

TEST(Decisions, MergeSplitAndUndo) {
    const auto like = pile(strike("r1", "marched"), strike("r2", "marched"));
    const auto unlike = pile(strike("r1", "marched"), strike("r2", "sang"));
    ASSERT_EQ(events_of(like, {}), 1U);
    ASSERT_EQ(events_of(unlike, {}), 2U);
    const auto joined = decision("d1", "merge", "event", {trigger(unlike[0]), trigger(unlike[1])});
    EXPECT_EQ(events_of(unlike, {joined}), 1U);
    EXPECT_EQ(events_of(unlike, {joined, decision("d2", "undo", "d1", {})}), 2U);
    const auto parted = decision("d3", "split", "event", {trigger(like[1])}, {trigger(like[0])});
    EXPECT_EQ(events_of(like, {parted}), 2U);
}

TEST(Decisions, LaterOnesRankFirst) {
    const auto reports = pile(strike("r1", "marched"), strike("r2", "marched"));
    const auto parted = decision("d1", "split", "event", {trigger(reports[1])}, {trigger(reports[0])});
    const auto joined = decision("d2", "merge", "event", {trigger(reports[0]), trigger(reports[1])});
    EXPECT_EQ(events_of(reports, {parted, joined}), 1U);
    EXPECT_EQ(events_of(reports, {joined, parted}), 2U);
}

TEST(Decisions, ActorsAreJoinedPartedAndNamed) {
    const auto reports = pile(strike("r1", "marched"), strike("r2", "marched"));
    ASSERT_EQ(merge(reports).actors.size(), 1U);
    const auto parted = decision("d1", "split", "actor", {person(reports[1])});
    EXPECT_EQ(merge(reports, {parted}).actors.size(), 2U);
    auto named = decision("d2", "rename", "actor", {person(reports[0])});
    named.name = "Josephine Example";
    const auto record = merge(reports, {named});
    EXPECT_EQ(record.actors[0].name, "Josephine Example");
    EXPECT_EQ(record.actors[0].aliases, std::vector<std::string>{"Jo Example"});
}

TEST(Decisions, EventsGetANameAndWhatIsLostIsSaid) {
    const auto reports = pile(strike("r1", "marched"));
    auto named = decision("d1", "rename", "event", {trigger(reports[0])});
    named.name = "The march of the dockers";
    const auto lost = decision("d2", "split", "event", {{"gone", 0, 4, ""}});
    const auto record = merge(reports, {named, lost});
    EXPECT_EQ(record.events[0].name, "The march of the dockers");
    EXPECT_EQ(record.lost_decisions, std::vector<std::string>{"d2"});
}

TEST(Decisions, GoThroughJson) {
    const auto one = decision("d1", "merge", "event", {{"r1", 3, 9, "c1"}, {"r2", 4, 8, ""}});
    std::string line;
    write_json(line, one);
    const Decision again = read_decision(line);
    EXPECT_EQ(again.id, "d1");
    ASSERT_EQ(again.these.size(), 2U);
    EXPECT_EQ(again.these[0].id, "c1");
    EXPECT_EQ(again.these[1].end, 8U);
    EXPECT_THROW(read_decision(R"({"id":"d","action":"merge","of":"event","these":[]})"), Error);
    EXPECT_THROW(read_decision(
                     R"({"id":"d","action":"burn","of":"event","these":[{"report":"r","start":0,"end":1}]})"),
                 Error);
}

} // namespace
} // namespace dateline::merge

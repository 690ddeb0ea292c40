#include <gtest/gtest.h>

#include "base/error.hpp"
#include "record/read_json.hpp"
#include "record/read_merged_json.hpp"
#include "record/write_json.hpp"

namespace dateline {

namespace {

CodedReport example() {
    CodedReport coded;
    Report& report = coded.report;
    report.id = "r1";
    report.text = "Zo\xC3\xAB met Bob in Lima.";
    report.published = {"2020-01-02", "day", "given"};
    coded.parse.text = report.text;
    coded.parse.sentences.emplace_back().span = {0, 21};
    coded.times.push_back({{0, 4}, "DATE", "2020-01-01", "2020-01-01", "2020-01-01", "published", -1});
    Place lima;
    lima.span = {16, 20};
    lima.name = "Lima";
    lima.lat = -12.05;
    lima.lon = -77.04;
    lima.resolved = true;
    coded.places.push_back(lima);
    Actor zoe;
    zoe.id = "a1";
    zoe.name = "Zo\xC3\xAB";
    zoe.kind = "person";
    zoe.mentions.push_back({{0, 4}, "name", no_token});
    Actor bob = zoe;
    bob.id = "a2";
    bob.name = "Bob";
    bob.mentions = {{{9, 12}, "name", no_token}};
    coded.actors = {zoe, bob};
    Claim claim;
    claim.id = "c1";
    claim.trigger = {5, 8};
    claim.type = "CONSULT";
    claim.quad = 1;
    claim.score = 2.5;
    claim.actors = {{0, {0, 4}}};
    claim.recipients = {{1, {9, 12}}};
    claim.object = {{13, 20}, {16, 20}};
    claim.deed = Span{5, 20};
    claim.place = 0;
    claim.time = 0;
    claim.counts.push_back({"killed", 4, 5, "civilians", {9, 12}, {{"children", 3, 3, {9, 12}}}});
    claim.said_by.push_back({1, {9, 12}, Span{5, 8}});
    coded.claims.push_back(claim);
    coded.quotes.push_back({{5, 12}, "speech", true, Span{5, 8}, 1, Span{9, 12}, "test"});
    return coded;
}

TEST(CodedJson, ReadsWhatItWrites) {
    std::string first;
    write_json(first, example());
    std::string second;
    write_json(second, read_coded_report(first));
    EXPECT_EQ(first, second);
    EXPECT_NE(first.find(R"("trigger":[4,7])"), std::string::npos) << "code points, not bytes: " << first;
    EXPECT_NE(first.find(R"("mode":null)"), std::string::npos);
}

TEST(CodedJson, RefusesSpansOutsideTheText) {
    EXPECT_THROW(read_coded_report(R"({"text":"a","names":[{"start":0,"end":9,"type":"ORG"}]})"), Error);
    EXPECT_THROW(read_coded_report(R"({"text":"a","claims":[{"trigger":[1,0]}]})"), Error);
    EXPECT_THROW(read_coded_report(R"({"text":"a","tokens":[{"start":0,"end":1,"head":7}]})"), Error);
    EXPECT_THROW(read_coded_report(R"({"text":"a","sentences":[[0,1]],"claims":[{"id":"c1","sentence":1}]})"),
                 Error);
    EXPECT_THROW(read_coded_report("[]"), Error);
    EXPECT_THROW(read_coded_report("{\"text\":"), Error);
}

TEST(MergedJson, ReadsAnEventItWrote) {
    Event event;
    event.id = "e1";
    event.type = "CONSULT";
    event.actors = {"A"};
    event.place = {"Lima", "3936456", -12, -77, true, "PER", "", "city"};
    event.history = {{"2020-01-02", "planned", {{"r1", "c1"}}}};
    event.counts = {{"killed", 4, 5, 4, {{"children", 3}}}};
    event.disputes = {{"killed", {{"4", true, {{"r1", "c1"}}}, {"5", true, {{"r2", "c1"}}}}}};
    event.reports = 2;
    event.why = {"same day"};
    std::string first;
    write_json(first, event);
    std::string second;
    write_json(second, read_event(first));
    EXPECT_EQ(first, second);
}

} // namespace

} // namespace dateline

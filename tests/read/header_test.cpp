#include <gtest/gtest.h>

#include "base/error.hpp"
#include "read/read.hpp"

namespace dateline::read {

namespace {

Report read_text(std::string_view text) {
    return report_from_text(text, "r1");
}

TEST(Header, ReadsAWireDateline) {
    const Report report = read_text("Tunis [Tunisia], March 3 (WXY): The two ministers met.\n");
    ASSERT_TRUE(report.dateline);
    EXPECT_EQ(words(report.text, report.dateline->place), "Tunis");
    EXPECT_EQ(report.dateline->agency, "WXY");
    EXPECT_EQ(report.published.value, "XXXX-03-03");
    EXPECT_EQ(report.published.from, "dateline");
    EXPECT_EQ(report.source, "WXY");
    EXPECT_EQ(report.text.substr(report.prose_start, 11), "The two min");
}

TEST(Header, ReadsOtherDatelines) {
    EXPECT_EQ(read_text("LIMA (Reuters) - Voters chose.").dateline->agency, "Reuters");
    EXPECT_TRUE(read_text("BEIRUT, Lebanon \xE2\x80\x94 Thousands marched.").dateline);
    EXPECT_TRUE(read_text("KYIV, Feb 24 (WXY) -- Sirens sounded.").dateline);
}

TEST(Header, LeavesOrdinarySentencesAlone) {
    EXPECT_FALSE(read_text("Rebels - tired of waiting - left the talks.").dateline);
    EXPECT_FALSE(read_text("Background: The war began in spring.").dateline);
    EXPECT_FALSE(read_text("The minister (aged 60) resigned.").dateline);
}

TEST(Header, ReadsADateGluedToTheFirstSentence) {
    const Report report = read_text(" date 2021-02-03 Farmers blocked roads.");
    EXPECT_EQ(report.published.value, "2021-02-03");
    EXPECT_EQ(report.published.from, "header");
    EXPECT_EQ(report.text.substr(report.prose_start, 7), "Farmers");
}

TEST(Header, ReadsHeaderLines) {
    const Report report =
        read_text("Published: 4 May 2020\nSource: Harbour Daily\nBy Ada Example\n\nShips left.\n");
    EXPECT_EQ(report.published.value, "2020-05-04");
    EXPECT_EQ(report.source, "Harbour Daily");
    ASSERT_EQ(report.authors.size(), 1U);
    EXPECT_EQ(report.authors[0], "Ada Example");
    EXPECT_EQ(report.text.substr(report.prose_start, 5), "Ships");
}

TEST(TextReport, RefusesWhatIsNoText) {
    EXPECT_THROW(read_text(""), Error);
    EXPECT_THROW(read_text(std::string_view("a\0b", 3)), Error);
    EXPECT_THROW(read_text("\xFF\xFE"), Error);
    EXPECT_THROW(read_text("<!DOCTYPE html><html></html>"), Error);
}

TEST(JsonReport, PutsTheTitleInFront) {
    const Report report = report_from_json(
        R"({"id": "x", "title": "Flood", "text": "Water rose.", "published": "2020-01-02"})");
    EXPECT_EQ(report.text, "Flood\n\nWater rose.");
    EXPECT_EQ(report.body_start, 7U);
    EXPECT_EQ(report.published.from, "given");
    EXPECT_THROW(report_from_json(R"({"id": "x"})"), Error);
    EXPECT_THROW(report_from_json(R"([1])"), Error);
    EXPECT_THROW(report_from_json(R"({"text": "cut)"), Error);
}

} // namespace

} // namespace dateline::read

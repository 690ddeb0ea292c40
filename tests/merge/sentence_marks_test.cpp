// Days of the calendar and numbers that sentences name, and what they say of two claims.

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "build.hpp"
#include "features.hpp"
#include "merge/sentence_marks.hpp"

namespace dateline::merge {
namespace {

bool differ(std::string_view one, std::string_view other) {
    return name_other_dates(sentence_marks(one), sentence_marks(other));
}

TEST(SentenceMarks, DatesOfTwoDaysAreOthers) {
    EXPECT_TRUE(differ("Swans rest by the pier on June 10.", "Swans rest by the mill on 11 June."));
    EXPECT_TRUE(differ("in August 2013", "in February 2013"));
    EXPECT_TRUE(differ("on Sept. 9", "on Oct. 9"));
    EXPECT_FALSE(differ("on June 10", "June 10, 2013"));
    EXPECT_FALSE(differ("on June 10", "in June 2013")) << "the month that it lies in";
    EXPECT_FALSE(differ("on June 10", "They may sing 11 songs.")) << "no month";
    EXPECT_FALSE(differ("on June 10", "on June evenings"));
    EXPECT_FALSE(differ("from June 10 to June 12", "on June 12"));
}

TEST(SentenceMarks, Weekdays) {
    EXPECT_EQ(sentence_marks("On Monday and Sunday boats sank.").weekdays, 1 | 64);
    EXPECT_EQ(sentence_marks("").weekdays, 0);
}

/// Reports of one sentence each, or one report of both.
float of(PairFeature feature, const std::string& trigger, const std::string& one,
         const std::string& other_trigger, const std::string& other, bool in_one_report = false) {
    ReportDraft draft("r1", "2016-03-03"), next("r2", "2016-03-04");
    draft.sentence(one).claim(trigger);
    (in_one_report ? draft : next).sentence(other).claim(other_trigger);
    if (in_one_report) return value({&draft.coded}, feature);
    return value({&draft.coded, &next.coded}, feature);
}

TEST(SentenceMarks, CaptionsOfTwoDaysAreTwo) {
    const std::string one = "Swans rest by the pier on June 10.",
                      other = "Swans rest by the mill on June 11.";
    EXPECT_EQ(of(PairFeature::other_date, "rest", one, "rest", other, true), 1);
    EXPECT_EQ(of(PairFeature::other_date, "rest", one, "rest", other), 0)
        << "reports open with the days of their publication";
}

TEST(SentenceMarks, WeekdaysAreShared) {
    const std::string one = "On Monday boats sank.";
    EXPECT_EQ(of(PairFeature::same_weekday, "sank", one, "sank", "The boats sank last Monday."), 1);
    EXPECT_EQ(of(PairFeature::same_weekday, "sank", one, "sank", "On Sunday boats sank."), 0);
}

TEST(SentenceMarks, HeadingsEndWithAWord) {
    EXPECT_EQ(size_of_headings("Boats sink\n\nOn Monday"), 10U);
    EXPECT_EQ(size_of_headings("\"Boats sink.\"\n\nOn Monday"), 0U);
    EXPECT_EQ(size_of_headings("On Monday"), 0U);
    EXPECT_EQ(size_of_headings(""), 0U);
}

TEST(SentenceMarks, ATitleAndTheSentenceBelowAreTwo) {
    const std::string glued = "Boats sink off Brava\n\nThree boats sank off Brava on Monday.";
    ReportDraft draft("r1", "2016-03-03"), line("r2", "2016-03-03");
    draft.sentence(glued).claim("sink");
    draft.claim("sank");
    line.sentence("Boats sink, and boats sank.").claim("sink");
    line.claim("sank");
    EXPECT_EQ(value({&draft.coded}, PairFeature::same_sentence), 0) << "parsed as one, but told in two lines";
    EXPECT_EQ(value({&line.coded}, PairFeature::same_sentence), 1);
}

TEST(SentenceMarks, ARaceOfFormerYearsIsAnother) {
    const std::string now = "Her campaign has money.", then = "Her 2008 campaign had none.";
    EXPECT_EQ(of(PairFeature::old_year_on_one, "campaign", now, "campaign", then), 1);
    EXPECT_EQ(of(PairFeature::old_year_on_one, "campaign", "Her 2016 campaign has money.", "campaign", now),
              0)
        << "the year of the report";
    EXPECT_EQ(of(PairFeature::old_year_on_one, "campaign", then, "campaign", "The campaign of 2008 failed."),
              0);
}

TEST(SentenceMarks, OneDeathIsNotTheDeaths) {
    const std::string death = "They mourn the death of a guide.";
    EXPECT_EQ(of(PairFeature::one_or_more_happenings, "death", death, "deaths", "After the deaths it shut."),
              1);
    EXPECT_EQ(of(PairFeature::one_or_more_happenings, "death", death, "death", "After the death it shut."),
              0);
    EXPECT_EQ(of(PairFeature::one_or_more_happenings, "rise", "They want the rise of rents.", "rises",
                 "Rent rises."),
              0)
        << "a verb";
}

} // namespace
} // namespace dateline::merge

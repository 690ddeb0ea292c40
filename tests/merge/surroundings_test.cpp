// The words beside triggers, and what they say in reports as long as news.

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "build.hpp"
#include "features.hpp"
#include "merge/surroundings.hpp"
#include "merge/trigger.hpp"

namespace dateline::merge {
namespace {

Surroundings around(std::string_view before, std::string_view behind) {
    std::vector<std::uint32_t> content;
    return surroundings(before, behind, content);
}

TEST(Surroundings, TellWhatIsKnownFromWhatIsNew) {
    EXPECT_EQ(around("Police stopped the ", " of the bridge").article, Article::definite);
    EXPECT_EQ(around("The mayor's bold ", " failed").article, Article::definite);
    EXPECT_EQ(around("There was a violent ", " at noon").article, Article::indefinite);
    EXPECT_EQ(around("The mayor and ", " at noon").article, Article::open);
    EXPECT_EQ(around("", "").article, Article::open);
}

TEST(Surroundings, CountTheWordsInARow) {
    const auto one = around("the miners will ", " the gates of the pit"),
               same = around("On Sunday the miners will ", " the gates of the pit, they say"),
               other = around("the miners will ", " the roads to the pit");
    EXPECT_EQ(shared_run(one, same), 8U);
    EXPECT_EQ(shared_run(one, other), 4U) << "the miners will … the";
    EXPECT_EQ(shared_run(around("", ""), around("", "")), 0U);
}

TEST(Surroundings, GoOnInAnotherWay) {
    const auto gate = around("He asked ", " the guard to open the gate"),
               bill = around("He asked ", " why nobody pays the bill"),
               guard = around("He asked ", " a guard"), none = around("He asked ", ".");
    EXPECT_TRUE(go_on_otherwise(gate, bill));
    EXPECT_FALSE(go_on_otherwise(gate, guard));
    EXPECT_FALSE(go_on_otherwise(gate, none));
}

TEST(Surroundings, ContentWordsAreSortedAndComeOnce) {
    std::vector<std::uint32_t> content;
    surroundings("the harbour, the ", " harbour of Northtown", content);
    EXPECT_EQ(content.size(), 2U);
    EXPECT_TRUE(content[0] < content[1]);
}

TEST(Triggers, WordsOfManyHappeningsAreCommon) {
    EXPECT_GT(commonness(trigger_key("taking")), commonness(trigger_key("vetoed")));
    EXPECT_EQ(commonness(trigger_key("beekeeping")), 0);
}

/// A report that twice tells of a plan of the miners in the same words; `claims` in all.
CodedReport report_of(int claims, const std::string& again) {
    ReportDraft draft("r1", "2020-03-03");
    draft.sentence("On Friday the old pit is closed and the miners occupied the tower of the pit.");
    draft.claim("occupied");
    draft.sentence(again);
    draft.claim("occupied");
    for (int i = 2; i < claims; ++i) draft.sentence("It snowed.").claim("snowed");
    return std::move(draft.coded);
}

TEST(Pairs, InNewsTheWordsBesideTheTriggersCount) {
    constexpr int as_news = 120, few = 30;
    const std::string passage = "Later the miners occupied the tower of the pit.",
                      other = "Later her cousins occupied seats and sang.";
    const CodedReport same = report_of(as_news, passage), unlike = report_of(as_news, other),
                      brief = report_of(few, passage);
    EXPECT_EQ(value({&same}, PairFeature::long_passage), 1);
    EXPECT_EQ(value({&same}, PairFeature::long_other_behind), 0);
    EXPECT_EQ(value({&unlike}, PairFeature::long_passage), 0);
    EXPECT_EQ(value({&unlike}, PairFeature::long_other_behind), 1);
    EXPECT_EQ(value({&same}, PairFeature::long_one_report), 1);
    EXPECT_GT(value({&same}, PairFeature::long_shared), value({&unlike}, PairFeature::long_shared));
    EXPECT_LT(value({&unlike}, PairFeature::long_shared), 0) << "fewer than three words";
    EXPECT_EQ(value({&brief}, PairFeature::long_passage), 0) << "a short report";
}

TEST(Pairs, AWordThatAReportSaysTwiceIsLittleInAllButShortReports) {
    const std::string other = "Later her cousins occupied seats and sang.";
    const CodedReport brief = report_of(12, other), middling = report_of(60, other);
    EXPECT_EQ(value({&brief}, PairFeature::word_in_report), 0);
    EXPECT_EQ(value({&middling}, PairFeature::word_in_report), 1);
}

} // namespace
} // namespace dateline::merge

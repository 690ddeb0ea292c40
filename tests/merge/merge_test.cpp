#include "merge/merge.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace dateline::merge {
namespace {

CodedReport report_of(const std::string& id, const std::string& day, int first_word) {
    CodedReport coded;
    coded.report.id = id;
    coded.report.published.value = day;
    for (int i = 0; i < 80; ++i) coded.report.text += "word" + std::to_string(first_word + i) + " ";
    return coded;
}

TEST(Merge, NearCopiesNameTheEarliestAsOriginal) {
    std::vector<CodedReport> reports;
    reports.push_back(report_of("late", "2020-01-02", 2));
    reports.push_back(report_of("early", "2020-01-01", 0));
    reports.push_back(report_of("other", "2020-01-01", 500));
    const auto record = merge(reports);
    ASSERT_EQ(record.copies.size(), 1U);
    EXPECT_EQ(record.copies[0].of, "early");
    EXPECT_EQ(record.copies[0].reports, std::vector<std::string>{"late"});
}

TEST(Merge, SameStoryInAnyOrderOfTheInput) {
    std::vector<CodedReport> reports;
    reports.push_back(report_of("a", "2020-01-01", 0));
    reports.push_back(report_of("b", "2020-01-02", 10));
    reports.push_back(report_of("c", "2020-03-01", 10));
    reports.push_back(report_of("d", "2020-01-01", 900));
    const auto one = merge(reports);
    std::reverse(reports.begin(), reports.end());
    const auto two = merge(reports);
    ASSERT_EQ(one.stories.size(), 1U);
    EXPECT_EQ(one.stories[0].reports, (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(two.stories.size(), 1U);
    EXPECT_EQ(two.stories[0].id, one.stories[0].id);
}

} // namespace
} // namespace dateline::merge

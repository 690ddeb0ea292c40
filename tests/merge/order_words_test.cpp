// Words like `another` and `second`, and where they say nothing.

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "build.hpp"
#include "merge/order_words.hpp"

namespace dateline::merge {
namespace {

/// A report of one sentence.
CodedReport report_of(const std::string& sentence) {
    ReportDraft draft("r1", "2020-03-03");
    draft.sentence(sentence);
    return std::move(draft.coded);
}

std::uint8_t of_phrase(const std::string& phrase) {
    const CodedReport coded = report_of(phrase);
    return order_of_phrase(coded, {0, static_cast<std::uint32_t>(phrase.size())});
}

/// Of the words of a sentence before its last one.
std::uint8_t before_last(const std::string& sentence) {
    const CodedReport coded = report_of(sentence);
    return order_before(coded, {0, static_cast<std::uint32_t>(sentence.rfind(' ') + 1)});
}

TEST(OrderWords, AtTheStartOfAPhrase) {
    EXPECT_EQ(of_phrase("Another raid"), another_bit());
    EXPECT_EQ(of_phrase("a further raid"), another_bit());
    EXPECT_NE(of_phrase("the second raid"), 0);
    EXPECT_NE(of_phrase("the second raid"), another_bit());
    EXPECT_EQ(of_phrase("the raid"), 0);
    EXPECT_EQ(of_phrase("a raid on the old harbour of another town"), 0) << "far behind";
}

TEST(OrderWords, NamesAndComparisonsSayNothing) {
    EXPECT_EQ(of_phrase("more than forty guests"), 0);
    EXPECT_EQ(of_phrase("New Delhi officials"), 0);
    EXPECT_EQ(of_phrase("First Lady Ada Alpha"), 0);
    EXPECT_EQ(of_phrase("new officials of Delhi"), another_bit());
}

TEST(OrderWords, TimesSayNothing) {
    CodedReport coded = report_of("last week's raid");
    EXPECT_NE(order_of_phrase(coded, {0, 16}), 0);
    Time time;
    time.span = {0, 9};
    coded.times.push_back(time);
    EXPECT_EQ(order_of_phrase(coded, {0, 16}), 0);
}

TEST(OrderWords, BeforeATriggerAsFarAsItsPhraseGoes) {
    EXPECT_EQ(before_last("They feared another late raid"), another_bit());
    EXPECT_EQ(before_last("With another man they planned a raid"), 0);
    EXPECT_EQ(before_last("Another officer was arrested"), 0) << "the officer, not the arrest";
    EXPECT_EQ(before_last("They met another; raid"), 0);
    EXPECT_EQ(before_last("Raid"), 0);
}

} // namespace
} // namespace dateline::merge

#include "who/quotations.hpp"

#include <gtest/gtest.h>

#include "../what/small_parse.hpp"

namespace dateline::who {
namespace {

TEST(Quotations, TheSubjectOfTheNearestSpeechVerbSpeaks) {
    const CodedReport coded = what::small_parse("\" \" PUNCT `` 7 punct\n"
                                                "I I PRON PRP 3 nsubj\n"
                                                "won win VERB VBD 7 ccomp\n"
                                                ", , PUNCT , 7 punct\n"
                                                "\" \" PUNCT '' 7 punct\n"
                                                "Ada Ada PROPN NNP 7 nsubj\n"
                                                "said say VERB VBD 0 ROOT\n"
                                                ". . PUNCT . 7 punct\n");
    const Quotations quotations(coded.parse);
    ASSERT_EQ(quotations.size(), 1U);
    EXPECT_EQ(quotations.number(1), 0);
    EXPECT_EQ(quotations.number(5), -1);
    EXPECT_EQ(quotations.at(0).speaker, 5);
}

TEST(Quotations, AnOpenQuotationEndsWithTheText) {
    const CodedReport coded = what::small_parse("\" \" PUNCT `` 2 punct\n"
                                                "Go go VERB VB 0 ROOT\n");
    const Quotations quotations(coded.parse);
    EXPECT_EQ(quotations.number(1), 0);
    EXPECT_EQ(quotations.at(0).last, 2);
    EXPECT_EQ(quotations.at(0).speaker, no_token);
}

TEST(Quotations, MarksWithNothingBetween) {
    const CodedReport coded = what::small_parse("\" \" PUNCT `` 0 ROOT\n"
                                                "\" \" PUNCT '' 1 punct\n");
    const Quotations quotations(coded.parse);
    EXPECT_EQ(quotations.number(0), -1);
    EXPECT_EQ(quotations.number(1), -1);
}

} // namespace
} // namespace dateline::who

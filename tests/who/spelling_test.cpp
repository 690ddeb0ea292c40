#include "who/spelling.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace dateline::who {
namespace {

TEST(Spelling, KeysLeaveOutWhatNamesDropAtWill) {
    EXPECT_EQ(name_key("the U.S. Navy's"), "us navy");
    EXPECT_EQ(name_key("Ada\n Example"), "ada example");
    EXPECT_EQ(name_key("Ada\xE2\x80\x99s"), "ada");
    EXPECT_EQ(name_key(""), "");
}

TEST(Spelling, InitialsAreOfCapitalisedWords) {
    EXPECT_EQ(initials("League of Small Islands"), "lsi");
    EXPECT_EQ(initials("League"), "");
}

TEST(Spelling, SpellingsOfOneNameShareASkeleton) {
    EXPECT_EQ(skeleton("qaddafi"), skeleton("kadhafi"));
    EXPECT_EQ(skeleton("milosevic"), skeleton("miloshevic"));
    EXPECT_NE(skeleton("keller"), skeleton("kessler"));
    EXPECT_EQ(skeleton(""), "");
}

/// The edit distance as it is defined.
std::size_t distance(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return a.size() + b.size();
    const std::size_t change = distance(a.substr(1), b.substr(1)) + (a.front() == b.front() ? 0U : 1U);
    return std::min({change, distance(a.substr(1), b) + 1, distance(a, b.substr(1)) + 1});
}

TEST(Spelling, EditsAgreeWithTheDefinition) {
    for (const std::string_view a : {"", "a", "ab", "abcd", "bca", "dcba", "aabb"})
        for (const std::string_view b : {"", "b", "ba", "abdc", "bcca", "d", "abab"})
            for (std::size_t limit = 0; limit < 4; ++limit)
                EXPECT_EQ(edits_within(a, b, limit), distance(a, b) <= limit) << a << ' ' << b;
}

} // namespace
} // namespace dateline::who

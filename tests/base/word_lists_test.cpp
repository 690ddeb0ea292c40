#include "base/word_lists.hpp"

#include <array>

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace dateline {

namespace {

enum class List : std::uint8_t { tools, foods };
constexpr std::array<std::string_view, 2> names{"tools", "foods"};

} // namespace

TEST(WordLists, AWordMayStandOnSeveral) {
    const WordLists lists("# both\ntools: saw  spoon\nfoods: bread\nfoods: spoon\n", "lists.txt", names);
    EXPECT_TRUE(lists.has(List::tools, "saw"));
    EXPECT_FALSE(lists.has(List::foods, "saw"));
    EXPECT_TRUE(lists.has(List::tools, "spoon"));
    EXPECT_TRUE(lists.has(List::foods, "spoon"));
    EXPECT_FALSE(lists.has(List::tools, "both"));
    EXPECT_FALSE(lists.has(List::tools, ""));
}

TEST(WordLists, OtherListsAndLinesAreNamedWithTheirLine) {
    for (const std::string_view text : {"tools: saw\ndrinks: tea\n", "tools: saw\nbread\n"}) try {
            const WordLists lists(text, "lists.txt", names);
            ADD_FAILURE() << text;
        } catch (const Error& error) {
            EXPECT_NE(std::string_view(error.what()).find("lists.txt:2"), std::string_view::npos);
        }
}

} // namespace dateline

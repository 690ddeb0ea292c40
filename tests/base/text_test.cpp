#include <gtest/gtest.h>

#include "base/text.hpp"

namespace dateline {

namespace {

TEST(Split, KeepsEmptyPieces) {
    EXPECT_EQ(split("a||b", '|'), (std::vector<std::string_view>{"a", "", "b"}));
    EXPECT_EQ(split("", '|'), (std::vector<std::string_view>{""}));
}

TEST(DataLines, PassOverCommentsAndBlankLines) {
    std::string seen;
    for_each_data_line("# head\none\r\n\n  \ntwo", [&](std::string_view line, int number) {
        seen += std::to_string(number) + ":" + std::string(line) + ";";
    });
    EXPECT_EQ(seen, "2:one;5:two;");
}

} // namespace

} // namespace dateline

#include <gtest/gtest.h>

#include "read/date_text.hpp"

namespace dateline::read {

namespace {

std::string matched(std::string_view text) {
    const auto found = match_date(text);
    return found ? found->value + "|" + std::string(text.substr(0, found->length)) : "";
}

TEST(MatchDate, ReadsWordedDays) {
    EXPECT_EQ(matched("November 6, 2023 more"), "2023-11-06|November 6, 2023");
    EXPECT_EQ(matched("Nov. 6 (AP)"), "XXXX-11-06|Nov. 6");
    EXPECT_EQ(matched("6 November 2023"), "2023-11-06|6 November 2023");
    EXPECT_EQ(matched("Monday, Nov 6, 2023"), "2023-11-06|Monday, Nov 6, 2023");
    EXPECT_EQ(matched("3rd March 1999"), "1999-03-03|3rd March 1999");
}

TEST(MatchDate, ReadsNumericDaysThatHaveOneReading) {
    EXPECT_EQ(matched("2023-11-06"), "2023-11-06|2023-11-06");
    EXPECT_EQ(matched("25/12/2023"), "2023-12-25|25/12/2023");
    EXPECT_EQ(matched("12/25/2023"), "2023-12-25|12/25/2023");
    EXPECT_EQ(matched("11/06/2023"), "");
}

TEST(MatchDate, RefusesWhatIsNoDay) {
    EXPECT_EQ(matched("February 30, 2023"), "");
    EXPECT_EQ(matched("Marching 6 miles"), "");
    EXPECT_EQ(matched("2023-13-40"), "");
    EXPECT_EQ(matched(""), "");
}

TEST(DateInPath, FindsTheDayOfAnAddress) {
    EXPECT_EQ(date_in_path("https://news.example/2021/03/14/world/story"), "2021-03-14");
    EXPECT_EQ(date_in_path("20210314-flood"), "2021-03-14");
    EXPECT_EQ(date_in_path("https://news.example/article/123456789"), "");
}

} // namespace

} // namespace dateline::read

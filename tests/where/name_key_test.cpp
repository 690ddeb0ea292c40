#include "where/name_key.hpp"

#include <gtest/gtest.h>

namespace dateline::where {
namespace {

TEST(NameKey, BringsFormsOfANameTogether) {
    EXPECT_EQ(normalized("São Paulo"), "sao paulo");
    EXPECT_EQ(normalized("  The   Hague "), "hague");
    EXPECT_EQ(normalized("Saint John's"), "st johns");
    EXPECT_EQ(normalized("ST. JOHN’S"), "st johns");
    EXPECT_EQ(normalized("Stoke-on-Trent"), "stoke on trent");
    EXPECT_EQ(normalized("Fort Worth"), normalized("Ft. Worth"));
    EXPECT_EQ(normalized("Mill Co."), "mill county");
    EXPECT_EQ(normalized("Co. Mayo"), "county mayo");
    EXPECT_EQ(normalized("Mill Twp."), "mill township");
    EXPECT_EQ(normalized("U.S."), "us");
    EXPECT_EQ(normalized(" - "), "");
}

TEST(NameKey, ReusesTheString) {
    std::string buffer = "left over";
    normalize("Łódź", buffer);
    EXPECT_EQ(buffer, normalized("Łódź"));
}

} // namespace
} // namespace dateline::where

#include <gtest/gtest.h>

#include "base/utf8.hpp"

namespace dateline {

namespace {

/// The slow, obvious way: count characters one by one.
std::uint32_t counted(std::string_view text, std::uint32_t byte) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < byte; ++i)
        count += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U ? 1U : 0U;
    return count;
}

TEST(CodePoints, AgreesWithCountingOneByOne) {
    std::string text;
    for (int i = 0; i < 300; ++i)
        text += i % 7 == 0    ? "\xE2\x80\x99"
                : i % 5 == 0  ? "\xC3\xA9"
                : i % 11 == 0 ? "\xF0\x9F\x98\x80"
                              : "a";
    const CodePoints points(text);
    for (std::uint32_t byte = 0; byte <= text.size(); ++byte) {
        if (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U) continue;
        ASSERT_EQ(points.from_byte(byte), counted(text, byte)) << byte;
        ASSERT_EQ(points.to_byte(points.from_byte(byte)), byte);
    }
    EXPECT_EQ(points.to_byte(100'000), text.size());
}

TEST(Utf8, KnowsIllFormedBytes) {
    EXPECT_TRUE(is_valid_utf8("caf\xC3\xA9"));
    EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));         // overlong
    EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));     // surrogate
    EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80")); // beyond U+10FFFF
    EXPECT_FALSE(is_valid_utf8("a\xE2\x80"));        // cut
    EXPECT_EQ(to_valid_utf8("a\xFF\x62"), "a\xEF\xBF\xBD\x62");
}

TEST(Utf8, WritesWhatItReads) {
    for (const char32_t c : {U'a', U'\u00e9', U'\u2019', U'\U0001F600'}) {
        std::string text;
        append_utf8(text, c);
        std::size_t at = 0;
        EXPECT_EQ(next_code_point(text, at), c);
        EXPECT_EQ(at, text.size());
    }
}

} // namespace

} // namespace dateline

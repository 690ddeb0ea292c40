#include "language/msgpack.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace dateline::language {

namespace {

MsgpackReader over(std::string_view bytes) {
    return {bytes, "model"};
}

TEST(Msgpack, ReadsIntegersOfEachWidth) {
    EXPECT_EQ(over(std::string_view("\x05", 1)).integer(), 5U);
    EXPECT_EQ(static_cast<std::int64_t>(over("\xFF").integer()), -1);
    EXPECT_EQ(over("\xCC\xC8").integer(), 200U);
    EXPECT_EQ(over(std::string_view("\xCD\x01\x00", 3)).integer(), 256U);
    EXPECT_EQ(static_cast<std::int64_t>(over("\xD1\xFF\xFE").integer()), -2);
    EXPECT_EQ(over("\xCF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF").integer(), ~std::uint64_t{0});
}

TEST(Msgpack, ReadsNestedValues) {
    MsgpackReader reader = over("\x81\xA1\x61\x92\xC3\xA2\x62\x63");
    EXPECT_EQ(reader.map(), 1U);
    EXPECT_EQ(reader.text(), "a");
    EXPECT_EQ(reader.array(), 2U);
    EXPECT_TRUE(reader.boolean());
    EXPECT_EQ(reader.text(), "bc");
    EXPECT_TRUE(reader.at_end());
}

TEST(Msgpack, EveryCutIsAnErrorThatNamesTheFile) {
    const std::string_view whole = "\x81\xA1\x61\x92\xC3\xA2\x62\x63";
    for (std::size_t size = 0; size < whole.size(); ++size) {
        MsgpackReader reader = over(whole.substr(0, size));
        try {
            reader.skip();
            FAIL() << "cut at " << size;
        } catch (const Error& problem) {
            EXPECT_NE(std::string(problem.what()).find("model: byte "), std::string::npos);
        }
    }
}

TEST(Msgpack, LengthsBeyondTheEndAndDeepNestingAreErrors) {
    EXPECT_THROW(over("\xDF\xFF\xFF\xFF\xFF").map(), Error);
    EXPECT_THROW(over("\xC6\xFF\xFF\xFF\xFF").text(), Error);
    EXPECT_THROW(over(std::string(1000, '\x91')).skip(), Error);
}

} // namespace

} // namespace dateline::language

#include <stdexcept>

#include <gtest/gtest.h>

#include "base/ordered_pool.hpp"

namespace dateline {

namespace {

std::vector<int> squares(std::size_t threads, int count, int fail_at = -1) {
    int given = 0;
    std::vector<int> out;
    ordered_map(
        threads,
        [&]() -> std::optional<int> { return given < count ? std::optional(given++) : std::nullopt; },
        [&](std::size_t, int value) {
            if (value == fail_at) throw std::runtime_error("failed");
            return value * value;
        },
        [&](int value) { out.push_back(value); });
    return out;
}

TEST(OrderedMap, KeepsTheOrderOnAnyNumberOfThreads) {
    const auto expected = squares(1, 1000);
    EXPECT_EQ(expected.back(), 999 * 999);
    for (const std::size_t threads : {2U, 3U, 8U}) EXPECT_EQ(squares(threads, 1000), expected);
    EXPECT_TRUE(squares(4, 0).empty());
}

TEST(OrderedMap, HandsOnAFailureOfAWorker) {
    for (const std::size_t threads : {1U, 4U}) EXPECT_THROW(squares(threads, 100, 50), std::runtime_error);
}

} // namespace

} // namespace dateline

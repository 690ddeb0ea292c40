// Pages are forgotten when there is no room, but never those of the last round.

#include <gtest/gtest.h>

#include "merge/page_cache.hpp"

namespace dateline::merge {
namespace {

/// A cache of numbers that counts how often each is made; every page weighs `weight`.
struct Counted {
    std::vector<int> made;
    PageCache<std::size_t> cache;

    Counted(std::size_t size, std::size_t room, std::size_t weight)
        : made(size), cache(
                          size, room,
                          [this](std::size_t number) {
                              ++made[number];
                              return number;
                          },
                          [weight](const std::size_t&) { return weight; }) {}
};

TEST(PageCache, ForgetsTheLongestUnused) {
    Counted counted(4, 30, 10);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(counted.cache.at(i), i);
        counted.cache.settle();
    }
    EXPECT_EQ(counted.cache.find(0), nullptr);
    EXPECT_EQ(counted.cache.find(1), nullptr);
    EXPECT_NE(counted.cache.find(3), nullptr);
    counted.cache.at(0);
    EXPECT_EQ(counted.made, (std::vector<int>{2, 1, 1, 1}));
}

TEST(PageCache, APageLargerThanTheRoomIsMadeOnce) {
    Counted counted(2, 10, 100);
    for (int round = 0; round < 5; ++round) {
        counted.cache.at(0);
        counted.cache.settle();
    }
    EXPECT_EQ(counted.made[0], 1);
    counted.cache.at(1);
    counted.cache.settle();
    EXPECT_EQ(counted.cache.find(0), nullptr);
}

} // namespace
} // namespace dateline::merge

// Tables by key against `std::unordered_map`, with keys that meet in one place.

#include "base/key_table.hpp"

#include <random>
#include <unordered_map>

#include <gtest/gtest.h>

namespace dateline {

namespace {

TEST(KeyTable, HoldsWhatAMapHolds) {
    KeyTable table;
    std::unordered_map<std::uint64_t, std::uint32_t> map;
    std::mt19937_64 random(7);
    for (std::uint32_t i = 0; i < 5000; ++i) {
        const std::uint64_t key = random() % 4000 * 1024; // many share their last bits
        EXPECT_EQ(table.add(key, i), map.emplace(key, i).second);
    }
    EXPECT_EQ(table.size(), map.size());
    for (std::uint64_t key = 0; key < 4000; ++key) {
        const auto found = map.find(key * 1024);
        const std::uint32_t* value = std::as_const(table).find(key * 1024);
        ASSERT_EQ(value == nullptr, found == map.end()) << key;
        if (value != nullptr) {
            EXPECT_EQ(*value, found->second);
        }
    }
    EXPECT_EQ(table.find(5), nullptr);
}

TEST(KeyTable, SaysOfASmallTableWhatItDoesNotHold) {
    KeyTable table;
    for (std::uint32_t count = 0; count < 9; ++count) {
        EXPECT_EQ(table.find(100), nullptr) << count;
        EXPECT_TRUE(table.add(count, count));
    }
}

TEST(KeyedLists, KeepTheirOrder) {
    KeyedLists lists;
    const auto listed = [&](std::uint64_t key) {
        std::vector<std::uint32_t> values;
        for (std::uint32_t link = lists.first(key); link != KeyedLists::none; link = lists.next(link))
            values.push_back(lists[link]);
        return values;
    };
    EXPECT_TRUE(listed(1).empty());
    lists.add(1, 10);
    lists.add(2, 20);
    lists.add(1, 11);
    lists.add(1, 12);
    EXPECT_EQ(listed(1), (std::vector<std::uint32_t>{10, 11, 12}));
    EXPECT_EQ(listed(2), std::vector<std::uint32_t>{20});
    lists.replace(1, 13);
    lists.add(1, 14);
    EXPECT_EQ(listed(1), (std::vector<std::uint32_t>{13, 14}));
}

} // namespace

} // namespace dateline

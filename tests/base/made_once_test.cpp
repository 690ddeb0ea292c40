#include "base/made_once.hpp"

#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace dateline {

namespace {

TEST(MadeOnce, MakesAValueWhenItIsAskedFor) {
    MadeOnce<std::string> values(2);
    EXPECT_THROW(values.get(1, []() -> std::string { throw std::runtime_error("not yet"); }),
                 std::runtime_error);
    const std::string& made = values.get(1, [] { return std::string("one"); });
    EXPECT_EQ(made, "one");
    EXPECT_EQ(&values.get(1, [] { return std::string("another"); }), &made);
    const MadeOnce<std::string> moved = std::move(values);
    EXPECT_EQ(&moved.get(1, [] { return std::string("another"); }), &made);
}

TEST(MadeOnce, ThreadsShareOneValue) {
    constexpr std::size_t slots = 1000;
    const MadeOnce<std::string> values(slots);
    std::vector<std::vector<const std::string*>> seen(2);
    {
        std::vector<std::jthread> threads;
        for (auto& list : seen)
            threads.emplace_back([&values, &list] {
                for (std::size_t i = 0; i < slots; ++i)
                    list.push_back(&values.get(i, [i] { return std::to_string(i); }));
            });
    }
    EXPECT_EQ(seen[0], seen[1]);
    for (std::size_t i = 0; i < slots; ++i) EXPECT_EQ(*seen[0][i], std::to_string(i));
}

} // namespace

} // namespace dateline

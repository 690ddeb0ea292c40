#include "base/big_array.hpp"

#include <cstdint>
#include <numeric>
#include <utility>

#include <gtest/gtest.h>

namespace dateline {

namespace {

TEST(BigArray, IsZeroAndKeepsWhatIsWritten) {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{3}, std::size_t{1} << 18U, (std::size_t{3} << 18U) + 5}) {
        BigArray<std::uint32_t> array(size);
        ASSERT_EQ(array.size(), size);
        EXPECT_EQ(std::accumulate(array.span().begin(), array.span().end(), std::uint64_t{0}), 0U);
        for (std::size_t i = 0; i < size; ++i) array[i] = static_cast<std::uint32_t>(i);
        const BigArray<std::uint32_t> moved = std::move(array);
        ASSERT_EQ(moved.size(), size);
        for (std::size_t i = 0; i < size; ++i) ASSERT_EQ(moved[i], i);
    }
}

} // namespace

} // namespace dateline

// Each build of the inner loops that this machine can run, against the obvious way to compute the same.

#include "language/neural/kernels.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace dateline::language {

namespace {

class Kernels : public testing::TestWithParam<const KernelSet*> {
  protected:
    std::vector<float> numbers(std::size_t count) {
        std::uniform_real_distribution<float> spread(-1.0F, 1.0F);
        std::vector<float> out(count);
        for (float& value : out) value = spread(m_random);
        return out;
    }
    static float dot(const float* a, const float* b, std::size_t size) {
        double sum = 0;
        for (std::size_t i = 0; i < size; ++i) sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
        return static_cast<float>(sum);
    }
    const KernelSet& m_set = *GetParam();
    std::mt19937 m_random{7};
};

TEST_P(Kernels, AffineIsTheMatrixProduct) {
    for (const std::size_t rows : {1U, 5U, 29U})
        for (const std::size_t columns : {3U, 24U, 64U, 107U}) {
            const std::size_t inner = 37;
            const auto a = numbers(rows * inner), w = numbers(columns * inner), b = numbers(columns);
            const PackedMatrix packed = pack_affine(m_set, w.data(), b.data(), columns, inner);
            std::vector<float> out(rows * columns, 99.0F);
            m_set.affine(a.data(), inner, rows, packed.values.get(), packed.bias.data(), inner, columns,
                         out.data(), columns);
            for (std::size_t r = 0; r < rows; ++r)
                for (std::size_t c = 0; c < columns; ++c)
                    ASSERT_NEAR(out[r * columns + c], b[c] + dot(&a[r * inner], &w[c * inner], inner), 1e-4)
                        << m_set.name << " " << rows << "x" << columns;
        }
}

TEST_P(Kernels, AffineOfOneRowIsTheMatrixProduct) {
    for (const std::size_t columns : {3U, 24U, 64U, 107U, 128U}) {
        const std::size_t inner = 37;
        const auto a = numbers(inner), w = numbers(columns * inner), b = numbers(columns);
        const PackedMatrix packed = pack_row(m_set, w.data(), b.data(), columns, inner);
        std::vector<float> out(packed.bias.size() + 1, 99.0F);
        m_set.affine_row(a.data(), packed.values.get(), packed.bias.data(), inner, packed.bias.size(),
                         out.data());
        for (std::size_t c = 0; c < columns; ++c)
            ASSERT_NEAR(out[c], b[c] + dot(a.data(), &w[c * inner], inner), 1e-4)
                << m_set.name << " " << columns;
        ASSERT_EQ(out.back(), 99.0F);
    }
}

TEST_P(Kernels, LargestIsTheFirstOfEquals) {
    for (const std::size_t count : {1U, 5U, 16U, 50U, 107U}) {
        auto values = numbers(count);
        for (std::size_t at = 0; at < count; at += 3) {
            values[at] = values[count - 1] = 2.0F + static_cast<float>(at);
            ASSERT_EQ(m_set.largest(values.data(), count), at) << m_set.name << " " << count;
        }
    }
}

TEST_P(Kernels, WindowsOfThreeRowsAreTheMaxoutOfTheirProducts) {
    const std::size_t width = 32;
    const auto w = numbers(width * 3 * 3 * width), b = numbers(width * 3);
    const PackedMatrix packed = pack_windows3(m_set, w.data(), b.data(), width);
    std::vector<float> scratch(m_set.window_scratch * (width + m_set.columns));
    for (const std::size_t rows : {1U, 6U, 13U, 192U, 401U}) {
        const auto x = numbers((rows + 2) * width);
        std::vector<float> out(rows * width + 1, 99.0F);
        m_set.window_maxout3(x.data(), rows, packed.values.get(), packed.bias.data(), width, scratch.data(),
                             out.data());
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t o = 0; o < width; ++o) {
                float best = -1e9F;
                for (std::size_t p = 0; p < 3; ++p)
                    best = std::max(best, b[o * 3 + p] +
                                              dot(&x[r * width], &w[(o * 3 + p) * 3 * width], 3 * width));
                ASSERT_NEAR(out[r * width + o], best, 1e-4) << m_set.name << ", row " << r << " of " << rows;
            }
        ASSERT_EQ(out.back(), 99.0F) << "written behind the last row";
    }
}

TEST_P(Kernels, LayerNormHasMeanZeroAndVarianceOne) {
    const std::size_t width = 48, rows = 3;
    const auto h = numbers(rows * width), gain = numbers(width), bias = numbers(width),
               before = numbers(rows * width);
    std::vector<float> put(rows * width), added = before;
    m_set.layer_norm(h.data(), rows, width, gain.data(), bias.data(), false, put.data());
    m_set.layer_norm(h.data(), rows, width, gain.data(), bias.data(), true, added.data());
    for (std::size_t r = 0; r < rows; ++r) {
        double mean = 0, variance = 0;
        for (std::size_t i = 0; i < width; ++i)
            mean += static_cast<double>(h[r * width + i]) / static_cast<double>(width);
        for (std::size_t i = 0; i < width; ++i)
            variance +=
                std::pow(static_cast<double>(h[r * width + i]) - mean, 2) / static_cast<double>(width);
        for (std::size_t i = 0; i < width; ++i) {
            const double normed = (static_cast<double>(h[r * width + i]) - mean) / std::sqrt(variance + 1e-8);
            const double expected = normed * static_cast<double>(gain[i]) + static_cast<double>(bias[i]);
            ASSERT_NEAR(put[r * width + i], expected, 1e-4);
            ASSERT_NEAR(added[r * width + i], expected + static_cast<double>(before[r * width + i]), 1e-4);
        }
    }
}

TEST_P(Kernels, SumsTakeTheLargestPart) {
    const std::size_t width = 32, count = 5;
    for (const std::size_t parts : {2U, 3U}) {
        const auto values = numbers(count * parts * width), bias = numbers(parts * width);
        std::vector<const float*> features;
        for (std::size_t f = 0; f < count; ++f) features.push_back(&values[f * parts * width]);
        std::vector<float> out(width);
        (parts == 2 ? m_set.sum_maxout2 : m_set.sum_maxout3)(features.data(), count, bias.data(), width,
                                                             out.data());
        for (std::size_t i = 0; i < width; ++i) {
            float best = -1e9F;
            for (std::size_t p = 0; p < parts; ++p) {
                float sum = bias[p * width + i];
                for (const float* feature : features) sum += feature[p * width + i];
                best = std::max(best, sum);
            }
            ASSERT_NEAR(out[i], best, 1e-5);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Builds, Kernels, testing::ValuesIn(runnable_kernels()),
                         [](const auto& instance) { return std::string(instance.param->name); });

} // namespace

} // namespace dateline::language

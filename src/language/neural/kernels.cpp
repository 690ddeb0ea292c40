#include "language/neural/kernels.hpp"

#include <cstdlib>
#include <cstring>
#include <new>

namespace dateline::language {

extern const KernelSet kernels_plain;
#if defined(__x86_64__)
extern const KernelSet kernels_avx2;
extern const KernelSet kernels_avx512;
#endif

void PackedMatrix::Free::operator()(float* values) const {
    ::operator delete[](values, std::align_val_t{64});
}

std::vector<const KernelSet*> runnable_kernels() {
    std::vector<const KernelSet*> sets{&kernels_plain};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) sets.push_back(&kernels_avx2);
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("fma"))
        sets.push_back(&kernels_avx512);
#endif
    return sets;
}

const KernelSet& kernels() {
    static const KernelSet& best = *runnable_kernels().back();
    return best;
}

namespace {

/// Room for `panels` panels of `panel_columns`.
PackedMatrix packed(std::size_t columns, std::size_t inner, std::size_t panels, std::size_t panel_columns) {
    PackedMatrix matrix;
    matrix.inner = inner;
    matrix.columns = columns;
    matrix.panels = panels;
    const std::size_t size = panels * inner * panel_columns;
    matrix.values.reset(static_cast<float*>(::operator new[](size * sizeof(float), std::align_val_t{64})));
    std::memset(matrix.values.get(), 0, size * sizeof(float));
    matrix.bias.assign(panels * panel_columns, 0.0F);
    return matrix;
}

} // namespace

PackedMatrix pack_affine(const KernelSet& set, const float* w, const float* b, std::size_t columns,
                         std::size_t inner) {
    PackedMatrix matrix = packed(columns, inner, (columns + set.columns - 1) / set.columns, set.columns);
    for (std::size_t c = 0; c < columns; ++c) {
        float* panel = matrix.values.get() + c / set.columns * inner * set.columns + c % set.columns;
        for (std::size_t k = 0; k < inner; ++k) panel[k * set.columns] = w[c * inner + k];
        if (b != nullptr) matrix.bias[c] = b[c];
    }
    return matrix;
}

PackedMatrix pack_row(const KernelSet& set, const float* w, const float* b, std::size_t columns,
                      std::size_t inner) {
    const std::size_t filled = (columns + set.lanes - 1) / set.lanes * set.lanes;
    PackedMatrix matrix = packed(columns, inner, 1, filled);
    for (std::size_t c = 0; c < columns; ++c) {
        for (std::size_t k = 0; k < inner; ++k) matrix.values[k * filled + c] = w[c * inner + k];
        if (b != nullptr) matrix.bias[c] = b[c];
    }
    return matrix;
}

namespace {

/// What a window's three weights are at the eight points of `kernel_windows.hpp`, scaled for its
/// interpolation.
constexpr double weights_at_points[8][3] = {
    {1, 0, 0},
    {-2.0 / 9, -2.0 / 9, -2.0 / 9},
    {-2.0 / 9, 2.0 / 9, -2.0 / 9},
    {1.0 / 90, 1.0 / 45, 2.0 / 45},
    {1.0 / 90, -1.0 / 45, 2.0 / 45},
    {32.0 / 45, 16.0 / 45, 8.0 / 45},
    {32.0 / 45, -16.0 / 45, 8.0 / 45},
    {0, 0, 1},
};

} // namespace

PackedMatrix pack_windows3(const KernelSet& set, const float* w, const float* b, std::size_t width) {
    constexpr std::size_t points = 8;
    PackedMatrix matrix = packed(width, points * width, width / set.lanes, set.columns);
    for (std::size_t o = 0; o < width; ++o)
        for (std::size_t piece = 0; piece < 3; ++piece) {
            const float* from = w + (o * 3 + piece) * 3 * width;
            const std::size_t in_panel = piece * set.lanes + o % set.lanes;
            float* panel = matrix.values.get() + o / set.lanes * points * width * set.columns + in_panel;
            for (std::size_t k = 0; k < width; ++k) {
                const double rows[3] = {from[k], from[width + k], from[2 * width + k]};
                for (std::size_t p = 0; p < points; ++p)
                    panel[(p * width + k) * set.columns] = static_cast<float>(
                        weights_at_points[p][0] * rows[0] + weights_at_points[p][1] * rows[1] +
                        weights_at_points[p][2] * rows[2]);
            }
            matrix.bias[o / set.lanes * set.columns + in_panel] = b[o * 3 + piece];
        }
    return matrix;
}

} // namespace dateline::language

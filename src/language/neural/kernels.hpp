#pragma once

// The innermost loops, in three builds of one source (AVX-512, AVX2 with FMA, plain); the best one for the
// machine is picked at run time. Matrices are row-major float32. Weights are packed once at load into panels
// of as many columns as a tile of registers holds, so every load in the inner loop is sequential.

#include <cstddef>
#include <memory>
#include <vector>

namespace dateline::language {

/// A weight matrix packed for the kernels in use: panel after panel, each `inner` rows of `panel_columns`
/// values.
struct PackedMatrix {
    struct Free {
        void operator()(float* values) const;
    };
    std::unique_ptr<float[], Free> values; // 64-byte aligned
    std::vector<float> bias;               // in the order of the packed columns, panels filled up with zeros
    std::size_t inner = 0;                 // length of a row of the left factor
    std::size_t columns = 0;               // of the result, without filling
    std::size_t panels = 0;
};

/// One build of the loops.
struct KernelSet {
    const char* name;
    std::size_t lanes;          // floats in a register
    std::size_t columns;        // of a panel: three registers
    std::size_t window_scratch; // floats that `window_maxout3` needs for each of width + columns

    /// out(r, c) = bias(c) + Σ a(r, k) · w(k, c). Row r of `a` starts at a + r · lda, so overlapping rows
    /// make windows.
    void (*affine)(const float* a, std::size_t lda, std::size_t rows, const float* panels, const float* bias,
                   std::size_t inner, std::size_t columns, float* out, std::size_t ldo);
    /// The same for one row and weights of `pack_row`; `columns` is a multiple of `lanes`.
    void (*affine_row)(const float* a, const float* w, const float* bias, std::size_t inner,
                       std::size_t columns, float* out);
    /// The largest of three such products for each of `width` outputs, over windows of three rows of `width`
    /// values: row r of `out` comes from the rows r, r + 1, r + 2 of `x`, so `x` has rows + 2 of them. For
    /// weights of `pack_windows3`.
    void (*window_maxout3)(const float* x, std::size_t rows, const float* panels, const float* bias,
                           std::size_t width, float* scratch, float* out);
    /// Normalises each row of `h` to mean 0 and variance 1, scales and shifts it, and adds it to (`add`) or
    /// puts it in place of the row of `x`. `width` is a multiple of 16.
    void (*layer_norm)(const float* h, std::size_t rows, std::size_t width, const float* gain,
                       const float* bias, bool add, float* x);
    /// hidden = max of the two halves of bias + Σ features, each of 2 · width values; width a multiple of 16.
    void (*sum_maxout2)(const float* const* features, std::size_t count, const float* bias, std::size_t width,
                        float* hidden);
    /// The same for three thirds.
    void (*sum_maxout3)(const float* const* features, std::size_t count, const float* bias, std::size_t width,
                        float* hidden);
    /// The index of the first of the largest of `count` > 0 values.
    std::size_t (*largest)(const float* values, std::size_t count);
};

/// The fastest set this machine can run.
const KernelSet& kernels();
/// All sets this machine can run, the plain one first; for tests.
std::vector<const KernelSet*> runnable_kernels();

/// Packs weights of an affine layer: `w` has `columns` rows of `inner` values (a layer's own layout), `b` may
/// be null.
PackedMatrix pack_affine(const KernelSet& set, const float* w, const float* b, std::size_t columns,
                         std::size_t inner);
/// The same for products with single rows: one panel as wide as the matrix, filled up to a multiple of
/// `lanes` with zeros.
PackedMatrix pack_row(const KernelSet& set, const float* w, const float* b, std::size_t columns,
                      std::size_t inner);
/// Packs weights of a maxout layer with three pieces over windows of three rows: `w` is (width, 3, 3, width),
/// that is output, piece, row of the window, input; `b` (width, 3). `width` must be a multiple of 16.
PackedMatrix pack_windows3(const KernelSet& set, const float* w, const float* b, std::size_t width);

} // namespace dateline::language

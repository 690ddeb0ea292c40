// A maxout layer over windows of three rows is a convolution along the text. Toom and Cook's way of
// multiplying (Winograd 1980; Lavin and Gray 2016, F(6, 3)) makes six rows of it at a time from eight rows of
// input with eight matrix products instead of eighteen: both factors are seen as polynomials, evaluated at
// eight points (0, ±1, ±2, ±1/2, ∞), multiplied there, and the product is read off its values. The weights'
// values are computed at load. Included behind `kernel_loops.hpp`, whose rules hold here, too.

/// Rows of output of a tile, points it is multiplied at, tiles worked on together so that all stays in the
/// cache.
constexpr Size tile_rows = 6, points = 8, block_tiles = 32;

/// The values at all points of the polynomial whose coefficients are eight rows.
inline void evaluate(const Vec (&d)[points], Vec (&v)[points]) {
    v[0] = d[0] - d[6] + (d[4] - d[2]) * 5.25F;
    v[7] = d[7] - d[1] + (d[3] - d[5]) * 5.25F;
    const Vec even1 = d[2] + d[6] - d[4] * 4.25F;
    const Vec odd1 = d[1] + d[5] - d[3] * 4.25F;
    v[1] = even1 + odd1;
    v[2] = even1 - odd1;
    const Vec even2 = d[6] + d[2] * 0.25F - d[4] * 1.25F;
    const Vec odd2 = d[1] * 0.5F - d[3] * 2.5F + d[5] * 2.0F;
    v[3] = even2 + odd2;
    v[4] = even2 - odd2;
    const Vec even3 = d[6] + (d[2] - d[4] * 1.25F) * 4.0F;
    const Vec odd3 = d[1] * 2.0F - d[3] * 2.5F + d[5] * 0.5F;
    v[5] = even3 + odd3;
    v[6] = even3 - odd3;
}

/// The six rows of a tile, from the products at all points.
inline void interpolate(const Vec (&m)[points], Vec (&y)[tile_rows]) {
    const Vec sum1 = m[1] + m[2], sum2 = m[3] + m[4], sum3 = m[5] + m[6];
    const Vec gap1 = m[1] - m[2], gap2 = m[3] - m[4], gap3 = m[5] - m[6];
    y[0] = m[0] + sum1 + sum2 + sum3;
    y[1] = gap1 + gap2 * 2.0F + gap3 * 0.5F;
    y[2] = sum1 + sum2 * 4.0F + sum3 * 0.25F;
    y[3] = gap1 + gap2 * 8.0F + gap3 * 0.125F;
    y[4] = sum1 + sum2 * 16.0F + sum3 * 0.0625F;
    y[5] = m[7] + gap1 + gap2 * 32.0F + gap3 * 0.03125F;
}

/// Evaluates the tiles of a block: `left` rows from `x` on, zeros behind them. `values` is (point, tile,
/// width).
void evaluate_block(const float* x, Size left, Size tiles, Size width, float* values) {
    for (Size t = 0; t < tiles; ++t)
        for (Size i = 0; i < width; i += LANES) {
            Vec d[points], v[points];
#pragma GCC unroll 8
            for (Size p = 0; p < points; ++p) {
                const Size row = t * tile_rows + p;
                d[p] = row < left ? load(x + row * width + i) : Vec{};
            }
            evaluate(d, v);
#pragma GCC unroll 8
            for (Size p = 0; p < points; ++p) store(values + (p * block_tiles + t) * width + i, v[p]);
        }
}

/// The largest pieces of a block's rows, for the outputs of one panel. `products` is (point, tile, panel
/// column).
void maxout_block(const float* products, const float* bias, Size rows, Size width, float* out) {
    constexpr Size columns = 3 * LANES;
    for (Size t = 0; t * tile_rows < rows; ++t) {
        Vec best[tile_rows];
#pragma GCC unroll 3
        for (Size piece = 0; piece < 3; ++piece) {
            Vec m[points], y[tile_rows];
#pragma GCC unroll 8
            for (Size p = 0; p < points; ++p)
                m[p] = load(products + (p * block_tiles + t) * columns + piece * LANES);
            interpolate(m, y);
            const Vec shift = load(bias + piece * LANES);
#pragma GCC unroll 6
            for (Size r = 0; r < tile_rows; ++r)
                best[r] = piece == 0 ? y[r] + shift : larger(best[r], y[r] + shift);
        }
        for (Size r = 0; r < tile_rows && t * tile_rows + r < rows; ++r)
            store(out + (t * tile_rows + r) * width, best[r]);
    }
}

template<Size R>
void product_rows(const float* a, Size width, const float* panel, float* out) {
    Vec sum[R][3] = {};
    multiply_tile<R, 3>(a, width, panel, width, sum);
#pragma GCC unroll 16
    for (Size r = 0; r < R; ++r)
        for (Size v = 0; v < 3; ++v) store(out + (r * 3 + v) * LANES, sum[r][v]);
}

void window_maxout3(const float* x, Size rows, const float* panels, const float* bias, Size width,
                    float* scratch, float* out) {
    constexpr Size columns = 3 * LANES, block_rows = block_tiles * tile_rows;
    float* values = scratch;
    float* products = scratch + points * block_tiles * width;
    for (Size start = 0; start < rows; start += block_rows) {
        const Size here = rows - start < block_rows ? rows - start : block_rows;
        const Size tiles = ((here + tile_rows - 1) / tile_rows + ROWS - 1) / ROWS * ROWS;
        evaluate_block(x + start * width, rows + 2 - start, tiles, width, values);
        const float* panel = panels;
        for (Size output = 0; output < width; output += LANES) {
            for (Size p = 0; p < points; ++p, panel += width * columns)
                for (Size t = 0; t < tiles; t += ROWS)
                    product_rows<ROWS>(values + (p * block_tiles + t) * width, width, panel,
                                       products + (p * block_tiles + t) * columns);
            maxout_block(products, bias + 3 * output, here, width, out + start * width + output);
        }
    }
}

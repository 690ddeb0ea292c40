// The loops behind `KernelSet`, included once by each build's .cpp with its own LANES and ROWS. Nothing here
// may have external linkage or come from a standard header with inline functions: the linker would keep one
// copy for all builds, perhaps one that this machine cannot run.

typedef float Vec __attribute__((vector_size(LANES * 4)));
typedef float LooseVec __attribute__((vector_size(LANES * 4), aligned(4), may_alias));
typedef decltype(sizeof 0) Size;

inline Vec load(const float* from) {
    return *reinterpret_cast<const LooseVec*>(from);
}
inline void store(float* to, Vec value) {
    *reinterpret_cast<LooseVec*>(to) = value;
}
inline Vec larger(Vec a, Vec b) {
    return a > b ? a : b;
}

/// Adds the products of R rows of `a` with the first V registers of a panel's rows to the accumulators.
template<Size R, Size V>
inline void multiply_tile(const float* a, Size lda, const float* panel, Size inner, Vec (&sum)[R][V]) {
    for (Size k = 0; k < inner; ++k, panel += 3 * LANES) {
        Vec b[V];
#pragma GCC unroll 3
        for (Size v = 0; v < V; ++v) b[v] = *reinterpret_cast<const Vec*>(panel + v * LANES);
#pragma GCC unroll 16
        for (Size r = 0; r < R; ++r) {
            const float value = a[r * lda + k];
#pragma GCC unroll 3
            for (Size v = 0; v < V; ++v) sum[r][v] += b[v] * value;
        }
    }
}

template<Size R, Size V>
inline void start_sums(const float* bias, Vec (&sum)[R][V]) {
#pragma GCC unroll 16
    for (Size r = 0; r < R; ++r)
        for (Size v = 0; v < V; ++v) sum[r][v] = load(bias + v * LANES);
}

/// `columns` are those left from this panel on; V registers hold them, or the whole panel.
template<Size R, Size V>
void affine_rows(const float* a, Size lda, const float* panel, const float* bias, Size inner, Size columns,
                 float* out, Size ldo) {
    Vec sum[R][V];
    start_sums<R, V>(bias, sum);
    multiply_tile<R, V>(a, lda, panel, inner, sum);
    for (Size r = 0; r < R; ++r) {
        float* row = out + r * ldo;
        for (Size v = 0; v < V; ++v) {
            if (columns >= (v + 1) * LANES) {
                store(row + v * LANES, sum[r][v]);
            } else {
                for (Size lane = 0; lane + v * LANES < columns && lane < LANES; ++lane)
                    row[v * LANES + lane] = sum[r][v][lane];
            }
        }
    }
}

template<Size V>
void affine_panel(const float* a, Size lda, Size rows, const float* panel, const float* bias, Size inner,
                  Size columns, float* out, Size ldo) {
    Size r = 0;
    for (; r + ROWS <= rows; r += ROWS)
        affine_rows<ROWS, V>(a + r * lda, lda, panel, bias, inner, columns, out + r * ldo, ldo);
    for (; r < rows; ++r)
        affine_rows<1, V>(a + r * lda, lda, panel, bias, inner, columns, out + r * ldo, ldo);
}

void affine(const float* a, Size lda, Size rows, const float* panels, const float* bias, Size inner,
            Size columns, float* out, Size ldo) {
    for (Size column = 0; column < columns; column += 3 * LANES) {
        const Size left = columns - column;
        const auto panel = left <= LANES       ? affine_panel<1>
                           : left <= 2 * LANES ? affine_panel<2>
                                               : affine_panel<3>;
        panel(a, lda, rows, panels, bias, inner, left, out + column, ldo);
        panels += inner * 3 * LANES;
        bias += 3 * LANES;
    }
}

/// One row by V registers of columns; a narrow tile would wait for its own sums.
template<Size V>
void affine_part(const float* a, const float* w, Size stride, const float* bias, Size inner, float* out) {
    Vec sum[V];
#pragma GCC unroll 8
    for (Size v = 0; v < V; ++v) sum[v] = load(bias + v * LANES);
    for (Size k = 0; k < inner; ++k, w += stride)
#pragma GCC unroll 8
        for (Size v = 0; v < V; ++v) sum[v] += load(w + v * LANES) * a[k];
#pragma GCC unroll 8
    for (Size v = 0; v < V; ++v) store(out + v * LANES, sum[v]);
}

void affine_row(const float* a, const float* w, const float* bias, Size inner, Size columns, float* out) {
    for (Size column = 0; column < columns; column += 8 * LANES) {
        const auto part = [&](auto run) { run(a, w + column, columns, bias + column, inner, out + column); };
        switch ((columns - column) / LANES) {
        case 1: part(affine_part<1>); break;
        case 2: part(affine_part<2>); break;
        case 3: part(affine_part<3>); break;
        case 4: part(affine_part<4>); break;
        case 5: part(affine_part<5>); break;
        case 6: part(affine_part<6>); break;
        case 7: part(affine_part<7>); break;
        default: part(affine_part<8>); break;
        }
    }
}

Size largest(const float* values, Size count) {
    float highest = values[0];
    Size i = 0;
    if (count >= LANES) {
        Vec most = load(values);
        for (i = LANES; i + LANES <= count; i += LANES) most = larger(load(values + i), most);
        for (Size lane = 0; lane < LANES; ++lane) highest = most[lane] > highest ? most[lane] : highest;
    }
    for (; i < count; ++i) highest = values[i] > highest ? values[i] : highest;
    for (i = 0; i < count && !(values[i] >= highest);) ++i;
    return i < count ? i : 0;
}

inline float total(Vec value) {
    float sum = 0;
    for (Size lane = 0; lane < LANES; ++lane) sum += value[lane];
    return sum;
}

void layer_norm(const float* h, Size rows, Size width, const float* gain, const float* bias, bool add,
                float* x) {
    const float size = static_cast<float>(width);
    for (Size r = 0; r < rows; ++r, h += width, x += width) {
        Vec sum{};
        for (Size i = 0; i < width; i += LANES) sum += load(h + i);
        const float mean = total(sum) / size;
        Vec squares{};
        for (Size i = 0; i < width; i += LANES) {
            const Vec centred = load(h + i) - mean;
            squares += centred * centred;
        }
        const float scale = 1.0F / __builtin_sqrtf(total(squares) / size + 1e-8F);
        for (Size i = 0; i < width; i += LANES) {
            const Vec normed = (load(h + i) - mean) * scale * load(gain + i) + load(bias + i);
            store(x + i, add ? load(x + i) + normed : normed);
        }
    }
}

void sum_maxout3(const float* const* features, Size count, const float* bias, Size width, float* hidden) {
    for (Size i = 0; i < width; i += LANES) {
        Vec first = load(bias + i);
        Vec second = load(bias + width + i);
        Vec third = load(bias + 2 * width + i);
        for (Size f = 0; f < count; ++f) {
            first += load(features[f] + i);
            second += load(features[f] + width + i);
            third += load(features[f] + 2 * width + i);
        }
        store(hidden + i, larger(larger(first, second), third));
    }
}

void sum_maxout2(const float* const* features, Size count, const float* bias, Size width, float* hidden) {
    for (Size i = 0; i < width; i += LANES) {
        Vec first = load(bias + i);
        Vec second = load(bias + width + i);
        for (Size f = 0; f < count; ++f) {
            first += load(features[f] + i);
            second += load(features[f] + width + i);
        }
        store(hidden + i, larger(first, second));
    }
}

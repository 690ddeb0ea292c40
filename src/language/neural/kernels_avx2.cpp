#include "language/neural/kernels.hpp"

namespace dateline::language {

namespace {

#define LANES 8
#define ROWS 4
#include "language/neural/kernel_loops.hpp"
#include "language/neural/kernel_windows.hpp"

} // namespace

extern const KernelSet kernels_avx2;
const KernelSet kernels_avx2{"avx2",
                             LANES,
                             std::size_t{3} * LANES,
                             points* block_tiles,
                             affine,
                             affine_row,
                             window_maxout3,
                             layer_norm,
                             sum_maxout2,
                             sum_maxout3,
                             largest};

} // namespace dateline::language

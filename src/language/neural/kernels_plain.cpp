#include "language/neural/kernels.hpp"

namespace dateline::language {

namespace {

#define LANES 4
#define ROWS 4
#include "language/neural/kernel_loops.hpp"
#include "language/neural/kernel_windows.hpp"

} // namespace

extern const KernelSet kernels_plain;
const KernelSet kernels_plain{"plain",
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

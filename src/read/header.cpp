#include "read/read.hpp"

namespace dateline::read {

void find_header(Report& report) {
    if (report.published.from == "given") report.published.precision = "day";
}

} // namespace dateline::read

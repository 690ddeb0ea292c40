#include "base/error.hpp"
#include "base/utf8.hpp"
#include "read/read.hpp"

namespace dateline::read {

Report report_from_text(std::string_view bytes, std::string_view name) {
    if (!is_valid_utf8(bytes)) throw error("not UTF-8 text; convert it with iconv first");
    Report report;
    report.id = name;
    report.text = bytes;
    find_header(report);
    return report;
}

} // namespace dateline::read

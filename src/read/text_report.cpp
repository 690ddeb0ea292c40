#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/date_text.hpp"
#include "read/read.hpp"

namespace dateline::read {

Report report_from_text(std::string_view bytes, std::string_view name) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (trim(bytes).empty()) throw error("the file is empty");
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        throw error("UTF-16 text; convert it first (iconv -f utf-16 -t utf-8)");
    if (bytes.find('\0') != std::string_view::npos) throw error("not text: it holds NUL bytes");
    if (!is_valid_utf8(bytes)) throw error("not UTF-8 text; convert it first (iconv -f latin1 -t utf-8)");
    if (is_page(bytes)) throw error("an HTML page, not text");
    if (trim(bytes).starts_with("<?xml")) throw error("an XML file, not text; extract its text first");
    Report report;
    report.id = name;
    report.text = bytes;
    find_header(report);
    if (report.published.value.empty())
        if (std::string date = date_in_path(name); !date.empty())
            report.published = {std::move(date), "day", "header"};
    return report;
}

} // namespace dateline::read

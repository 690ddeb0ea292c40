#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/date_text.hpp"
#include "read/read.hpp"

namespace dateline::read {

namespace {

bool looks_like_html(std::string_view bytes) {
    const std::string head = to_lower(trim(bytes.substr(0, 1024)).substr(0, 256));
    return head.starts_with("<!doctype html") || head.starts_with("<html") || head.starts_with("<head") ||
           head.starts_with("<?xml") || head.starts_with("<body");
}

} // namespace

Report report_from_text(std::string_view bytes, std::string_view name) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (trim(bytes).empty()) throw error("the file is empty");
    if (bytes.find('\0') != std::string_view::npos) throw error("not text: it holds NUL bytes");
    if (!is_valid_utf8(bytes)) throw error("not UTF-8 text; convert it first (iconv -f latin1 -t utf-8)");
    if (looks_like_html(bytes)) throw error("an HTML page, not text; extract its text first");
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

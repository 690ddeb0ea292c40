#include "base/error.hpp"
#include "base/text.hpp"
#include "read/page.hpp"
#include "read/read.hpp"

namespace dateline::read {

namespace {

/// The page without the comments and the XML declaration that stand before it.
std::string_view behind_comments(std::string_view bytes) {
    for (bytes = trim(bytes);; bytes = trim(bytes)) {
        const std::string_view end = bytes.starts_with("<!--") ? "-->" : bytes.starts_with("<?") ? "?>" : "";
        const std::size_t at = end.empty() ? std::string_view::npos : bytes.find(end);
        if (at == std::string_view::npos) return bytes;
        bytes.remove_prefix(at + end.size());
    }
}

} // namespace

bool is_page(std::string_view bytes) {
    constexpr std::size_t far = 4096;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    bytes = behind_comments(bytes);
    const std::string head = to_lower(bytes.substr(0, far));
    if (!head.starts_with('<')) return false;
    for (const std::string_view start : {"<!doctype html", "<head", "<body", "<article", "<div", "<p>"})
        if (head.starts_with(start)) return true;
    return head.find("<html") != std::string::npos;
}

Report report_from_page(std::string_view bytes, std::string_view name) {
    const HtmlDocument page(bytes);
    PageFacts facts = page_facts(page);
    std::string body = page_text(page);
    if (trim(body).empty() && facts.title.empty()) throw error("the HTML page holds no article");
    Report report;
    report.id = name;
    report.title = std::move(facts.title);
    report.authors = std::move(facts.authors);
    report.source = std::move(facts.source);
    report.url = std::move(facts.url);
    if (!facts.published.empty()) report.published = {std::move(facts.published), "", "given"};
    if (!report.title.empty()) report.text = report.title + "\n\n";
    report.body_start = report.prose_start = static_cast<std::uint32_t>(report.text.size());
    report.text += body;
    find_header(report);
    return report;
}

} // namespace dateline::read

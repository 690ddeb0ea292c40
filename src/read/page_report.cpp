#include "base/error.hpp"
#include "base/text.hpp"
#include "read/page.hpp"
#include "read/read.hpp"

namespace dateline::read {

bool is_page(std::string_view bytes) {
    constexpr std::size_t far = 4096;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::string head = to_lower(trim(bytes.substr(0, far)));
    if (!head.starts_with('<')) return false;
    return head.starts_with("<!doctype html") || head.starts_with("<head") || head.starts_with("<body") ||
           head.find("<html") != std::string::npos;
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

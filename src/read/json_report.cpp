#include "read/read.hpp"
#include "record/json_reader.hpp"

namespace dateline::read {

Report report_from_json(std::string_view line) {
    const rapidjson::Document document = parse_json(line);
    if (!document.IsObject()) throw error("a report must be a JSON object with at least `text`");
    const JsonObject fields(document);
    const auto* text = fields.find("text");
    if (text == nullptr || !text->IsString()) throw error("the report has no `text`");
    Report report;
    report.id = fields.text("id");
    report.source = fields.text("source");
    report.url = fields.text("url");
    report.title = fields.text("title");
    report.authors = fields.strings("authors");
    report.language = fields.text("language");
    if (std::string published = fields.text("published"); !published.empty())
        report.published = {std::move(published), "", "given"};
    if (!report.title.empty()) report.text = report.title + "\n\n";
    report.body_start = report.prose_start = static_cast<std::uint32_t>(report.text.size());
    report.text.append(text->GetString(), text->GetStringLength());
    if (report.text.size() > max_report_bytes)
        throw error("the text has {} bytes, more than {}; split it into reports", report.text.size(),
                    max_report_bytes);
    if (report.id.empty()) report.id = content_id(report);
    find_header(report);
    return report;
}

} // namespace dateline::read

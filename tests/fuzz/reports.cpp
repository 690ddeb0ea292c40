// Reports as JSON lines, as text files with their headers and datelines, and as pages of HTML.

#include "base/error.hpp"
#include "driver.hpp"
#include "read/read.hpp"

namespace dateline::fuzz {

std::vector<std::string> seeds() {
    return {
        R"({"id":"r1","source":"Harbour Wire","url":"https://example.org/2022/08/02/visit","title":"A visit","authors":["A B"],"published":"2022-08-02","text":"LIMA, Aug 2 (HW) - Ministers met on Monday."})",
        R"({"text":"Caf\u00e9 owners \ud83d\ude00 met.","published":"2022-08-02T10:00:00+02:00","language":"en"})",
        "Ankara [Turkey], November 6 (XYZ): The minister arrived.\n\n\"We met,\" he said.\n",
        " date 2023-11-09 Officials met in Lima. \n",
        "Published: 6 November 2023\nBy Ada Example\n\nThe talks went on, they said.\n",
        "{\"text\":\"\"}",
        "<!DOCTYPE html><html lang=en><head><title>A visit - Harbour Wire</title><meta "
        "property='article:published_time' "
        "content='2022-08-02T10:00:00Z'><script "
        "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"A "
        "B\"}]}</script></head><body><article><h1>A visit</h1><p>Ministers met on Monday, officials said, to "
        "talk of the "
        "harbour and of its ferries.</p></article></body></html>"};
}

void read(std::string_view bytes) {
    bool any = false;
    const auto attempt = [&](auto&& reader) {
        try {
            const Report report = reader();
            read::other_language(report, "en");
            read::content_id(report);
            any = true;
        } catch (const Error&) {
        }
    };
    attempt([&] { return read::report_from_json(bytes); });
    attempt([&] { return read::report_from_text(bytes, "2023-11-06-story"); });
    attempt([&] { return read::report_from_page(bytes, "story"); });
    if (!any) throw error("neither JSON nor text");
}

} // namespace dateline::fuzz

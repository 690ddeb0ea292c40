#include "event_stories.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/error.hpp"
#include "marked_text.hpp"

namespace dateline::train {

namespace {

constexpr std::string_view bar = " | ";

/// `@ Outlet, 2016-04-11 | Title | Body` (`-` for no day) in one text becomes a report; marks move with their
/// words.
MarkedReport report_of(const MarkedText& passage, const std::string& where) {
    const std::size_t first = passage.text.find(bar);
    const std::size_t second = first == std::string::npos ? first : passage.text.find(bar, first + 1);
    const std::size_t comma = passage.text.rfind(", ", first);
    if (!passage.text.starts_with("@ ") || second == std::string::npos || comma == std::string::npos)
        throw error("{}: no `@ outlet, day | title | text`: {}", where, passage.text.substr(0, 40));
    MarkedReport out;
    Report& report = out.report;
    report.language = "en";
    report.source = passage.text.substr(2, comma - 2);
    report.published.value = passage.text.substr(comma + 2, first - comma - 2);
    if (report.published.value == "-")
        report.published.value.clear();
    else
        report.published.precision = "day";
    report.title = passage.text.substr(first + bar.size(), second - first - bar.size());
    report.text = report.title + "\n\n" + passage.text.substr(second + bar.size());
    report.body_start = report.prose_start = static_cast<std::uint32_t>(report.title.size() + 2);
    for (const MarkedPronoun& mark : passage.pronouns) {
        const std::size_t moved = mark.start < second ? first + bar.size() : first + 2 * bar.size() - 2;
        const auto start = static_cast<std::uint32_t>(mark.start - moved);
        const std::size_t end = std::min(report.text.find_first_of(" ,.;:\n", start), report.text.size());
        out.marks.push_back({{start, static_cast<std::uint32_t>(end)}, mark.answer});
    }
    return out;
}

} // namespace

std::vector<MarkedReport> read_stories(const std::filesystem::path& path) {
    std::vector<MarkedReport> out;
    const std::string name = path.stem().string();
    for (const MarkedText& passage : read_marked(path)) {
        MarkedReport report = report_of(passage, path.string());
        report.report.id = fmt::format("{}-{}", name, out.size() + 1);
        for (EventMark& mark : report.marks) mark.event = name + ":" + mark.event;
        out.push_back(std::move(report));
    }
    return out;
}

} // namespace dateline::train

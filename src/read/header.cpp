// The first lines of a report say when and by whom it was published. They come as header lines (`date
// 2023-11-09`, `Source: …`, a line that is nothing but a date), as a byline, and as the dateline of a wire
// report:
//
//   dateline  = PLACE [ "[" COUNTRY "]" | ", " PLACE ] [ ", " DATE ] [ "(" AGENCY ")" ] ( ":" | dash )
//
// A dateline needs a place that starts with a capital and either an agency, a date, or capitals throughout
// before its dash, so that an ordinary sentence with a dash is not taken for one.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "read/date_text.hpp"
#include "read/read.hpp"

namespace dateline::read {

namespace {

constexpr std::size_t max_header_lines = 8;
constexpr std::size_t max_dateline_bytes = 120;

/// Byte length of a dateline's closing mark at `at`, 0 when there is none.
std::size_t closing_mark(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 6> marks{"\xE2\x80\x94", "\xE2\x80\x93", "--", "- ", ": ", ":\n"};
    for (const std::string_view mark : marks)
        if (text.substr(at).starts_with(mark))
            return mark.back() == ' ' || mark.back() == '\n' ? mark.size() - 1 : mark.size();
    return 0;
}

void skip_spaces(std::string_view text, std::size_t& at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
}

bool is_place_byte(char c) {
    return is_letter(c) || c == ' ' || c == '.' || c == '\'' || c == '-' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// End of the run of place words at `at`; stops before a date, so `Kyiv, Feb 24` gives `Kyiv`.
std::size_t place_end(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_place_byte(text[end]) && closing_mark(text, end) == 0) {
        if (text[end] == ' ' && match_date(text.substr(end + 1))) break;
        ++end;
    }
    while (end > at && text[end - 1] == ' ') --end;
    return end;
}

bool all_capitals(std::string_view words) {
    const bool any = std::any_of(words.begin(), words.end(), is_upper);
    return any && std::none_of(words.begin(), words.end(), is_lower);
}

bool is_agency(std::string_view words) {
    return !words.empty() && words.size() <= 40 && is_upper(words.front()) &&
           std::all_of(words.begin(), words.end(),
                       [](char c) { return is_letter(c) || c == ' ' || c == '.' || c == '/' || c == '-'; });
}

/// Reads a dateline at `start`.
std::optional<Dateline> match_dateline(std::string_view text, std::size_t start) {
    const std::string_view head = text.substr(0, std::min(text.size(), start + max_dateline_bytes));
    Dateline found;
    std::size_t at = start;
    if (at >= head.size() || (!is_upper(head[at]) && (static_cast<unsigned char>(head[at]) & 0x80U) == 0))
        return std::nullopt;
    const std::size_t end_of_place = place_end(head, at);
    if (end_of_place == at || end_of_place - at > 40) return std::nullopt;
    found.place = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end_of_place)};
    at = end_of_place;
    const auto takes = [&](char c) {
        skip_spaces(head, at);
        if (at >= head.size() || head[at] != c) return false;
        ++at;
        return true;
    };
    if (takes('[')) {
        at = head.find(']', at);
        if (at == std::string_view::npos) return std::nullopt;
        ++at;
    }
    for (int part = 0; part < 3 && found.date.empty(); ++part) { // ", Region", ", Nov 6", " Nov 6"
        const bool comma = takes(',');
        skip_spaces(head, at);
        if (const auto date = match_date(head.substr(at))) {
            found.date = date->value;
            at += date->length;
        } else if (comma && at < head.size() && is_upper(head[at])) {
            at = place_end(head, at);
        } else {
            break;
        }
    }
    if (takes(',')) skip_spaces(head, at);
    if (takes('(')) {
        const std::size_t close = head.find(')', at);
        if (close == std::string_view::npos || !is_agency(head.substr(at, close - at))) return std::nullopt;
        found.agency = head.substr(at, close - at);
        at = close + 1;
    }
    skip_spaces(head, at);
    const std::size_t mark = closing_mark(head, at);
    if (mark == 0) return std::nullopt;
    const bool colon = head[at] == ':';
    const bool sure = !found.agency.empty() || (!found.date.empty() && !colon) ||
                      (!colon && all_capitals(words(text, found.place)));
    if (!sure) return std::nullopt;
    found.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at + mark)};
    return found;
}

/// Length of a header's key at the start of the line (`Published:`, `date `), 0 when it has none.
std::size_t date_key_length(std::string_view line) {
    constexpr std::array<std::string_view, 8> keys{"date",    "published on", "published", "updated on",
                                                   "updated", "posted on",    "posted",    "last updated"};
    const std::string lower = to_lower(line.substr(0, 20));
    for (const std::string_view key : keys) {
        if (!lower.starts_with(key)) continue;
        std::size_t at = key.size();
        if (at < lower.size() && lower[at] != ':' && lower[at] != ' ') continue;
        while (at < line.size() && (line[at] == ':' || line[at] == ' ')) ++at;
        return at;
    }
    return 0;
}

/// True when what stands behind a date on its line is no prose: a time of day, a zone, "Updated …".
bool is_rest_of_date_line(std::string_view rest) {
    rest = trim(rest);
    return rest.size() <= 40 && rest.find_first_of("\"!?") == std::string_view::npos &&
           std::count(rest.begin(), rest.end(), ' ') <= 5 && (rest.size() <= 12 || !rest.ends_with('.'));
}

void set_published(Report& report, std::string value, std::string_view from) {
    if (!report.published.value.empty()) return;
    report.published = {std::move(value), "day", std::string(from)};
}

/// Takes one header line; false when the line is no header.
bool take_header_line(Report& report, std::string_view line) {
    const std::size_t key = date_key_length(line);
    if (const auto date = match_date(line.substr(key))) {
        const std::string_view rest = line.substr(key + date->length);
        if (is_rest_of_date_line(rest)) {
            set_published(report, date->value, "header");
            return true;
        }
    }
    const std::string lower = to_lower(line.substr(0, 8));
    const auto value_behind = [&](std::string_view prefix) { return trim(line.substr(prefix.size())); };
    if (lower.starts_with("source:")) {
        if (report.source.empty()) report.source = value_behind("source:");
        return true;
    }
    if (lower.starts_with("url:")) {
        if (report.url.empty()) report.url = value_behind("url:");
        return true;
    }
    const bool byline =
        (lower.starts_with("by ") || lower.starts_with("by:")) && line.size() < 80 && !line.ends_with('.');
    if (byline && report.authors.empty()) report.authors.emplace_back(value_behind("by "));
    return byline;
}

/// A date glued to the first sentence: ` date 2023-11-09 United States …`. Returns the bytes it takes.
std::size_t take_glued_date(Report& report, std::string_view line) {
    const std::size_t key = date_key_length(line);
    if (key == 0) return 0;
    const auto date = match_date(line.substr(key));
    if (!date || date->value.starts_with('X')) return 0;
    set_published(report, date->value, "header");
    return key + date->length;
}

/// Walks over header lines and blank lines; returns the byte where prose (or a dateline) starts.
std::size_t skip_header_lines(Report& report) {
    const std::string_view text = report.text;
    std::size_t at = report.body_start;
    for (std::size_t seen = 0; seen < max_header_lines && at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::size_t start = at;
        while (start < end && is_space(text[start])) ++start;
        const std::string_view line = trim(text.substr(at, end - at));
        if (!line.empty()) {
            ++seen;
            if (!take_header_line(report, line)) return start + take_glued_date(report, line);
        }
        at = std::min(end + 1, text.size());
    }
    return at;
}

void find_dateline(Report& report, std::size_t at) {
    auto found = match_dateline(report.text, at);
    if (!found) return;
    if (!found->date.empty()) set_published(report, found->date, "dateline");
    if (report.source.empty()) report.source = found->agency;
    at = found->span.end;
    while (at < report.text.size() && is_space(report.text[at])) ++at;
    report.prose_start = static_cast<std::uint32_t>(at);
    report.dateline = std::move(found);
}

} // namespace

void find_header(Report& report) {
    if (report.published.from == "given")
        report.published.precision = report.published.value.size() > 10  ? "time"
                                     : report.published.value.size() > 7 ? "day"
                                                                         : "month";
    std::size_t at = skip_header_lines(report);
    while (at < report.text.size() && is_space(report.text[at])) ++at;
    if (at < report.text.size()) report.prose_start = static_cast<std::uint32_t>(at);
    find_dateline(report, at);
    if (std::string date = date_in_path(report.url); !date.empty())
        set_published(report, std::move(date), "url");
}

} // namespace dateline::read

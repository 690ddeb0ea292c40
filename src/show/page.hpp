#pragma once

// A page as data: every view builds one, every format is written from it, so that Markdown, HTML, JSON and
// the terminal say the same.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::show {

/// A statement with its evidence.
struct Line {
    std::string when;                 // `2023-11-05`, `2023-11-04 – 2023-11-05`; "" no day known
    std::string text;                 // the statement
    std::string detail;               // the words of a report; ""
    std::vector<std::string> sources; // ids of reports
    std::string id;                   // of the event, story or actor, for `explain` and `--story`; ""
    std::string order = {};           // what lines of one day are sorted by; not written
};

struct Section {
    std::string title;
    std::string note; // a sentence under the title; ""
    std::vector<Line> lines;
};

/// A drawing for the HTML form; the other forms tell the same in lines.
struct Picture {
    std::string title;
    std::string svg; // one <svg> element, self-contained
};

struct Page {
    std::string title;
    std::string summary;
    std::vector<Section> sections; // empty ones are not written
    std::vector<Picture> pictures;
};

enum class Format { markdown, html, json };

/// The page in a format; ends with a newline.
std::string write(const Page& page, Format format);

/// `1 report`, `3 reports`; a typed event is `1 typed event`.
std::string how_many(std::size_t number, std::string_view thing);

/// Text with the characters that mean something in HTML and SVG written as entities.
std::string html(std::string_view text);

} // namespace dateline::show

#include <fmt/format.h>

#include "record/json_writer.hpp"
#include "show/page.hpp"

namespace dateline::show {

namespace {

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
    std::string out;
    for (const std::string& item : items) {
        if (!out.empty()) out += separator;
        out += item;
    }
    return out;
}

/// The first sources of a line for people; the JSON has them all.
std::string few(const std::vector<std::string>& sources) {
    constexpr std::size_t most = 12;
    if (sources.size() <= most) return joined(sources, ", ");
    return fmt::format("{}, and {} more", joined({sources.begin(), sources.begin() + most}, ", "),
                       sources.size() - most);
}

/// Characters that would change the meaning of Markdown get a backslash; a line break would end the list
/// item.
std::string markdown(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            out += ' ';
            continue;
        }
        if (c == '*' || c == '`' || c == '<' || c == '[' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string write_markdown(const Page& page) {
    std::string out = fmt::format("# {}\n", markdown(page.title));
    if (!page.summary.empty()) out += fmt::format("\n{}\n", markdown(page.summary));
    for (const Section& section : page.sections) {
        if (section.lines.empty()) continue;
        out += fmt::format("\n## {}\n\n", markdown(section.title));
        if (!section.note.empty()) out += fmt::format("{}\n\n", markdown(section.note));
        for (const Line& line : section.lines) {
            out += "- ";
            if (!line.when.empty()) out += fmt::format("**{}** ", line.when);
            out += markdown(line.text);
            if (!line.sources.empty()) out += fmt::format(" [{}]", markdown(few(line.sources)));
            if (!line.id.empty()) out += fmt::format(" `{}`", line.id);
            out += '\n';
            if (!line.detail.empty()) out += fmt::format("  > {}\n", markdown(line.detail));
        }
    }
    return out;
}

constexpr std::string_view html_head = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:50em;margin:2em auto;padding:0 1em;color:#222}
h1{line-height:1.2}h2{margin-top:2em;border-bottom:1px solid #ccc}
li{margin:.5em 0}time{font-weight:600;margin-right:.4em}
blockquote{margin:.2em 0 .2em 1em;color:#555;font-size:.92em}
figure{margin:1em 0}figure svg{width:100%;height:auto;background:#fafafa;border:1px solid #ddd}
figcaption{color:#555;font-size:.9em}
.sources{color:#666;font-size:.85em}code{color:#888;font-size:.8em}
</style>
)";

std::string write_html(const Page& page) {
    std::string out{html_head};
    out += fmt::format("<title>{0}</title></head><body>\n<h1>{0}</h1>\n", html(page.title));
    if (!page.summary.empty()) out += fmt::format("<p>{}</p>\n", html(page.summary));
    for (const Picture& picture : page.pictures)
        out +=
            fmt::format("<figure>{}<figcaption>{}</figcaption></figure>\n", picture.svg, html(picture.title));
    for (const Section& section : page.sections) {
        if (section.lines.empty()) continue;
        out += fmt::format("<section><h2>{}</h2>\n", html(section.title));
        if (!section.note.empty()) out += fmt::format("<p>{}</p>\n", html(section.note));
        out += "<ul>\n";
        for (const Line& line : section.lines) {
            out += "<li>";
            if (!line.when.empty()) out += fmt::format("<time>{}</time>", html(line.when));
            out += html(line.text);
            if (!line.sources.empty())
                out += fmt::format(" <span class=\"sources\">[{}]</span>", html(few(line.sources)));
            if (!line.id.empty()) out += fmt::format(" <code>{}</code>", html(line.id));
            if (!line.detail.empty()) out += fmt::format("<blockquote>{}</blockquote>", html(line.detail));
            out += "</li>\n";
        }
        out += "</ul></section>\n";
    }
    return out + "</body></html>\n";
}

std::string write_json_page(const Page& page) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.field("title", page.title);
    json.field("summary", page.summary);
    json.key("sections"), json.begin_array();
    for (const Section& section : page.sections) {
        json.begin_object();
        json.field("title", section.title);
        json.field("note", section.note);
        json.key("lines"), json.begin_array();
        for (const Line& line : section.lines) {
            json.begin_object();
            json.field("when", line.when);
            json.field("text", line.text);
            json.field("detail", line.detail);
            json.strings("sources", line.sources);
            json.field("id", line.id);
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return out + "\n";
}

} // namespace

std::string how_many(std::size_t number, std::string_view thing) {
    return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

std::string html(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
        }
    }
    return out;
}

std::string write(const Page& page, Format format) {
    switch (format) {
    case Format::markdown: return write_markdown(page);
    case Format::html: return write_html(page);
    case Format::json: return write_json_page(page);
    }
    return {};
}

} // namespace dateline::show

#include "app/table_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "record/json_writer.hpp"

namespace dateline::app {

namespace {

using Cell = store::Table::Cell;

/// RFC 4180: quotes around a cell with a comma, quote or line break.
std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string as_csv(const store::Table& table) {
    std::string out;
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        out += (c > 0 ? "," : "") + csv_cell(table.columns[c]);
    out += "\r\n";
    for (const auto& row : table.rows) {
        for (std::size_t c = 0; c < row.size(); ++c) out += (c > 0 ? "," : "") + csv_cell(row[c].text);
        out += "\r\n";
    }
    return out;
}

std::string as_json(const store::Table& table) {
    std::string out;
    for (const auto& row : table.rows) {
        JsonWriter json(out);
        json.begin_object();
        for (std::size_t c = 0; c < row.size(); ++c) {
            json.key(table.columns[c]);
            if (row[c].kind == Cell::Kind::null)
                json.null();
            else if (row[c].kind == Cell::Kind::number)
                json.number(std::stod(row[c].text));
            else
                json.text(row[c].text);
        }
        json.end_object();
        out += '\n';
    }
    return out;
}

constexpr std::size_t widest_cell = 60;

/// A cell on one line of at most `widest_cell` characters.
std::string table_cell(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
    const CodePoints points(text);
    if (points.size() <= widest_cell) return text;
    return text.substr(0, points.to_byte(widest_cell - 1)) + "\xE2\x80\xA6";
}

std::string as_table(const store::Table& table) {
    std::vector<std::vector<std::string>> lines{table.columns};
    for (const auto& row : table.rows) {
        auto& line = lines.emplace_back();
        for (const Cell& cell : row) line.push_back(table_cell(cell.text));
    }
    std::vector<std::size_t> widths(table.columns.size());
    for (const auto& line : lines)
        for (std::size_t c = 0; c < line.size(); ++c)
            widths[c] = std::max<std::size_t>(widths[c], CodePoints(line[c]).size());
    std::string out;
    for (std::size_t l = 0; l < lines.size(); ++l) {
        for (std::size_t c = 0; c < lines[l].size(); ++c) {
            out += lines[l][c];
            if (c + 1 < lines[l].size()) out.append(widths[c] - CodePoints(lines[l][c]).size() + 2, ' ');
        }
        out += '\n';
        if (l > 0) continue;
        for (std::size_t c = 0; c < widths.size(); ++c)
            out += std::string(widths[c], '-') + (c + 1 < widths.size() ? "  " : "\n");
    }
    return out;
}

} // namespace

std::string table_text(const store::Table& table, TableFormat format) {
    switch (format) {
    case TableFormat::table: return as_table(table);
    case TableFormat::csv: return as_csv(table);
    case TableFormat::json: return as_json(table);
    }
    return {};
}

} // namespace dateline::app

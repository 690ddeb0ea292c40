// Two actors over time. Verbal and material cooperation are PLOVER's quad classes 1 and 2, verbal and
// material conflict 3 and 4; the balance is the mean Goldstein value of the period's events, -10 to 10.

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/error.hpp"
#include "show/days.hpp"
#include "show/scope.hpp"
#include "show/views.hpp"

namespace dateline::show {

namespace {

std::vector<store::PeriodRow> rows_of(store::Database& database, const Scope& scope, store::Period period) {
    const store::EventFilter filter = event_filter(database, scope);
    return database.relation(filter.actors, filter.against, period, scope.since, scope.until);
}

std::string balance(const store::PeriodRow& row) {
    return row.with_goldstein == 0
               ? ""
               : fmt::format("{:+.1f}", row.goldstein / static_cast<double>(row.with_goldstein));
}

/// A bar a period: cooperation up, conflict down.
std::string bars(const std::vector<store::PeriodRow>& rows) {
    if (rows.size() < 2) return {};
    std::size_t most = 1;
    for (const auto& row : rows)
        most = std::max({most, row.quads[0] + row.quads[1], row.quads[2] + row.quads[3]});
    constexpr double width = 800, middle = 90, height = 180;
    const int begin = day_number(rows.front().period).value_or(0),
              end = day_number(rows.back().period).value_or(1);
    const double scale = (width - 60) / std::max(1, end - begin), unit = 70.0 / static_cast<double>(most);
    const double bar = std::clamp((width - 60) / static_cast<double>(rows.size()) * 0.7, 1.0, 24.0);
    std::string out = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" font-family=\"sans-serif\" "
        "font-size=\"11\" role=\"img\"><line x1=\"0\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"#999\"/>",
        width, height, middle, width, middle);
    const auto rectangle = [&](double x, double y, double tall, std::string_view colour,
                               const std::string& title) {
        out += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" "
                           "fill=\"{}\"><title>{}</title></rect>",
                           x, y, bar, tall, colour, html(title));
    };
    for (const auto& row : rows) {
        const double x = 20 + (day_number(row.period).value_or(begin) - begin) * scale;
        const auto good = static_cast<double>(row.quads[0] + row.quads[1]),
                   bad = static_cast<double>(row.quads[2] + row.quads[3]);
        rectangle(x, middle - good * unit, good * unit, "#2a6f97",
                  fmt::format("{}: {} of cooperation", row.period, good));
        rectangle(x, middle, bad * unit, "#c1121f", fmt::format("{}: {} of conflict", row.period, bad));
    }
    out += fmt::format(
        "<text x=\"4\" y=\"{}\">{}</text><text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text></svg>",
        height - 4, rows.front().period, width - 4, height - 4, rows.back().period);
    return out;
}

} // namespace

Page relations(store::Database& database, const Scope& scope, store::Period period) {
    const auto rows = rows_of(database, scope, period);
    Page page{scope_title(database, scope, "Relations"), "", {{"By period", "", {}}}, {}};
    std::size_t total[4] = {};
    for (const auto& row : rows) {
        Line line;
        line.when = row.period;
        line.text = fmt::format(
            "{}: {} verbal and {} material cooperation, {} verbal and {} material conflict",
            how_many(row.events, "event"), row.quads[0], row.quads[1], row.quads[2], row.quads[3]);
        if (const std::string mean = balance(row); !mean.empty())
            line.text += fmt::format("; Goldstein {}", mean);
        line.text += fmt::format("; in {} of {} read", row.reports, how_many(row.read, "report"));
        page.sections[0].lines.push_back(std::move(line));
        for (int quad = 0; quad < 4; ++quad) total[quad] += row.quads[quad];
    }
    page.summary = rows.empty()
                       ? "No dated event between them is reported."
                       : fmt::format("{} of cooperation, {} of conflict, that happened or are under way.",
                                     how_many(total[0] + total[1], "event"), total[2] + total[3]);
    if (std::string svg = bars(rows); !svg.empty())
        page.pictures.push_back({"Events by period: cooperation above, conflict below", std::move(svg)});
    return page;
}

store::Table relations_table(store::Database& database, const Scope& scope, store::Period period) {
    using Cell = store::Table::Cell;
    store::Table table;
    table.columns = {"period",
                     "events",
                     "verbal_cooperation",
                     "material_cooperation",
                     "verbal_conflict",
                     "material_conflict",
                     "goldstein",
                     "reports",
                     "reports_read"};
    const auto number = [](std::size_t value) { return Cell{std::to_string(value), Cell::Kind::number}; };
    for (const auto& row : rows_of(database, scope, period)) {
        const std::string mean = balance(row);
        table.rows.push_back(
            {{row.period, Cell::Kind::text},
             number(row.events),
             number(row.quads[0]),
             number(row.quads[1]),
             number(row.quads[2]),
             number(row.quads[3]),
             mean.empty() ? Cell{} : Cell{mean.front() == '+' ? mean.substr(1) : mean, Cell::Kind::number},
             number(row.reports),
             number(row.read)});
    }
    return table;
}

} // namespace dateline::show

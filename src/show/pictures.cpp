#include "show/pictures.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <numbers>

#include <fmt/format.h>

#include "show/days.hpp"

namespace dateline::show {

namespace {

constexpr double width = 800;

bool is_fact(const Event& event) {
    return event.polarity != "negative" && (event.status == "happened" || event.status == "ongoing");
}

std::string opening(double height) {
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0f} {:.0f}\" font-family=\"sans-serif\" "
        "font-size=\"11\" role=\"img\">",
        width, height);
}

/// A mark with what it stands for as its tooltip.
std::string dot(double x, double y, double radius, std::string_view colour, std::string_view title) {
    return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" fill=\"{}\" "
                       "fill-opacity=\"0.75\"><title>{}</title></circle>",
                       x, y, radius, colour, html(title));
}

std::string label(double x, double y, std::string_view anchor, std::string_view text) {
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>", x, y, anchor,
                       html(text));
}

std::string line(double x1, double y1, double x2, double y2, std::string_view style) {
    return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>", x1, y1, x2, y2,
                       style);
}

/// Degrees between the lines of the grid, for about six lines over the span.
double grid_step(double span) {
    for (const double step : {1.0, 2.0, 5.0, 10.0, 20.0, 30.0})
        if (span / step <= 6) return step;
    return 60;
}

/// Longitude and latitude to the picture, the box of the points with a margin, degrees of longitude as long
/// as at the middle latitude.
class Projection {
  public:
    explicit Projection(const std::vector<const MergedPlace*>& places) {
        for (const MergedPlace* place : places) {
            m_west = std::min(m_west, place->lon);
            m_east = std::max(m_east, place->lon);
            m_south = std::min(m_south, place->lat);
            m_north = std::max(m_north, place->lat);
        }
        const double margin = std::max({2.0, 0.15 * (m_east - m_west), 0.15 * (m_north - m_south)});
        m_west -= margin, m_east += margin;
        m_south = std::max(-85.0, m_south - margin), m_north = std::min(85.0, m_north + margin);
        m_stretch = 1.0 / std::max(0.2, std::cos((m_south + m_north) / 2 * std::numbers::pi / 180));
        if (const double tall = (m_north - m_south) * m_stretch / (m_east - m_west); tall < 0.4) {
            const double more = (0.4 / tall - 1) * (m_north - m_south) / 2;
            m_south -= more, m_north += more;
        } else if (tall > 1) {
            const double more = (tall - 1) * (m_east - m_west) / 2;
            m_west -= more, m_east += more;
        }
        m_scale = width / (m_east - m_west);
    }
    [[nodiscard]] double x(double lon) const { return (lon - m_west) * m_scale; }
    [[nodiscard]] double y(double lat) const { return (m_north - lat) * m_scale * m_stretch; }
    [[nodiscard]] double height() const { return y(m_south); }

    [[nodiscard]] std::string grid() const {
        std::string out;
        const double step = grid_step(m_east - m_west);
        constexpr std::string_view style = "stroke=\"#ddd\"";
        for (double lon = std::ceil(m_west / step) * step; lon <= m_east; lon += step) {
            out += line(x(lon), 0, x(lon), height(), style);
            out += label(x(lon) + 2, height() - 3, "start",
                         fmt::format("{:.0f}\xC2\xB0{}", std::abs(lon), lon < 0 ? "W" : "E"));
        }
        for (double lat = std::ceil(m_south / step) * step; lat <= m_north; lat += step) {
            out += line(0, y(lat), width, y(lat), style);
            out += label(2, y(lat) - 2, "start",
                         fmt::format("{:.0f}\xC2\xB0{}", std::abs(lat), lat < 0 ? "S" : "N"));
        }
        return out;
    }

  private:
    double m_west = 180, m_east = -180, m_south = 90, m_north = -90, m_stretch = 1, m_scale = 1;
};

std::string journey(const Projection& projection, const Itinerary& itinerary) {
    std::string points;
    for (const Stop& stop : itinerary.stops)
        if (stop.place.resolved && stop.place.precision != "region" && stop.status == "happened")
            points +=
                fmt::format("{:.1f},{:.1f} ", projection.x(stop.place.lon), projection.y(stop.place.lat));
    return fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"#2a6f97\" stroke-width=\"1.5\" "
                       "stroke-dasharray=\"5 3\"/>",
                       points);
}

/// Labels beside their dots, each where it covers no other; the dots' tooltips have the names as well.
class Labels {
  public:
    explicit Labels(double height) : m_height(height) {}

    /// Right of the dot, else left, below or above; "" where there is no room.
    std::string beside(double x, double y, double radius, const std::string& text) {
        constexpr double letter = 6.2, tall = 11; // about, at this size of type
        const double wide = letter * static_cast<double>(text.size());
        const struct {
            double x, y;
        } corners[] = {{x + radius + 2, y - tall / 2},
                       {x - radius - 2 - wide, y - tall / 2},
                       {x - wide / 2, y + radius + 2},
                       {x - wide / 2, y - radius - 2 - tall}};
        for (const auto& [left, top] : corners) {
            const Box box{left, top, left + wide, top + tall};
            if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > m_height) continue;
            if (std::any_of(m_taken.begin(), m_taken.end(),
                            [&](const Box& other) { return box.meets(other); }))
                continue;
            m_taken.push_back(box);
            return label(left, top + tall - 2, "start", text);
        }
        return {};
    }

    void take(double x, double y, double radius) {
        m_taken.push_back({x - radius, y - radius, x + radius, y + radius});
    }

  private:
    struct Box {
        double left, top, right, bottom;
        [[nodiscard]] bool meets(const Box& other) const {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    };
    double m_height;
    std::vector<Box> m_taken;
};

/// A place of the map: its events, and its numbers on the way of the first traveller.
struct Spot {
    const MergedPlace* place;
    std::size_t cooperation = 0, conflict = 0;
    std::string numbers = {};
};

/// The places of events and stops by name; a stop that only a country is told of stands at the town of that
/// country that events name.
std::map<std::string, Spot> spots_of(const std::vector<Event>& events,
                                     const std::vector<Itinerary>& itineraries) {
    std::map<std::string, Spot> spots;
    for (const Event& event : events) {
        if (!event.place.resolved || event.place.precision == "region" || !is_fact(event)) continue;
        Spot& spot = spots.try_emplace(event.place.name, Spot{&event.place}).first->second;
        (event.quad > 2 ? spot.conflict : spot.cooperation) += 1;
    }
    int number = 0;
    for (const Itinerary& itinerary : itineraries)
        for (const Stop& stop : itinerary.stops) {
            if (!stop.place.resolved || stop.place.precision == "region") continue;
            Spot& spot = spots.try_emplace(stop.place.name, Spot{&stop.place}).first->second;
            if (&itinerary == &itineraries.front() && stop.status == "happened")
                spot.numbers += (spot.numbers.empty() ? "" : ", ") + std::to_string(++number);
        }
    return spots;
}

} // namespace

std::string timeline_svg(const std::vector<Event>& events, Describer& describer) {
    struct Mark {
        int day;
        const Event* event;
    };
    std::vector<Mark> marks;
    for (const Event& event : events)
        if (const auto day = day_number(event.from); day && is_fact(event) && event.quad != 0)
            marks.push_back({*day, &event});
    if (marks.empty()) return {};
    const auto [first, last] = std::minmax_element(
        marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.day < b.day; });
    const int begin = first->day, end = last->day;
    if (begin == end) return {};

    constexpr double height = 240, middle = 120, margin = 40;
    const double scale = (width - 2 * margin) / (end - begin);
    std::string out =
        opening(height) + line(margin / 2, middle, width - margin / 2, middle, "stroke=\"#999\"");
    out += label(4, 12, "start", "cooperation") + label(4, height - 4, "start", "conflict");
    const int step = std::max(1, static_cast<int>(std::ceil((end - begin) / 8.0)));
    for (int day = begin; day <= end; day += step) {
        out += line(margin + (day - begin) * scale, middle - 3, margin + (day - begin) * scale, middle + 3,
                    "stroke=\"#999\"");
        out += label(margin + (day - begin) * scale, middle + 14, "middle", day_text(day));
    }
    std::map<std::pair<int, bool>, int> stacked;
    for (const Mark& mark : marks) {
        const bool conflict = mark.event->quad > 2;
        const int level = stacked[{mark.day, conflict}]++;
        if (level > 7) continue;
        const double y = conflict ? middle + 26 + level * 12 : middle - 12 - level * 12;
        const double radius = std::min(9.0, 3.0 + std::sqrt(static_cast<double>(mark.event->reports)));
        out += dot(margin + (mark.day - begin) * scale, y, radius, conflict ? "#c1121f" : "#2a6f97",
                   describer.event_line(*mark.event).text);
    }
    return out + "</svg>";
}

std::string map_svg(const std::vector<Event>& events, const std::vector<Itinerary>& itineraries) {
    const std::map<std::string, Spot> spots = spots_of(events, itineraries);
    std::vector<const MergedPlace*> places;
    for (const auto& [name, spot] : spots) places.push_back(spot.place);
    if (places.empty()) return {};
    const Projection projection(places);
    std::string out = opening(projection.height()) + projection.grid();
    for (const Itinerary& itinerary : itineraries) out += journey(projection, itinerary);
    Labels labels(projection.height());
    const auto radius_of = [](const Spot& spot) {
        return std::min(14.0, 3.0 + std::sqrt(static_cast<double>(spot.cooperation + spot.conflict)));
    };
    for (const auto& [name, spot] : spots) {
        const double x = projection.x(spot.place->lon), y = projection.y(spot.place->lat);
        out += dot(x, y, radius_of(spot), spot.conflict > spot.cooperation ? "#c1121f" : "#2a6f97",
                   fmt::format("{}: {}, {} of them conflict", name,
                               how_many(spot.cooperation + spot.conflict, "event"), spot.conflict));
        labels.take(x, y, radius_of(spot));
    }
    // Stops have their labels first.
    for (const bool is_stop : {true, false})
        for (const auto& [name, spot] : spots)
            if (spot.numbers.empty() != is_stop)
                out +=
                    labels.beside(projection.x(spot.place->lon), projection.y(spot.place->lat),
                                  radius_of(spot), spot.numbers.empty() ? name : spot.numbers + " " + name);
    return out + "</svg>";
}

std::string meetings_svg(const std::vector<Event>& events, Describer& describer) {
    std::map<std::pair<std::string, std::string>, std::size_t> pairs;
    std::map<std::string, std::size_t> degree;
    for (const Event& event : events) {
        if (event.type != "CONSULT" || event.mode == "visit" || !is_fact(event)) continue;
        std::vector<std::string> all = event.actors;
        all.insert(all.end(), event.recipients.begin(), event.recipients.end());
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        for (std::size_t a = 0; a < all.size(); ++a)
            for (std::size_t b = a + 1; b < all.size(); ++b) {
                ++pairs[{all[a], all[b]}];
                ++degree[all[a]];
                ++degree[all[b]];
            }
    }
    if (pairs.empty()) return {};
    constexpr std::size_t most = 24; // more would not be readable
    std::vector<std::string> ring;
    for (const auto& [id, count] : degree) ring.push_back(id);
    std::stable_sort(ring.begin(), ring.end(),
                     [&](const auto& a, const auto& b) { return degree[a] > degree[b]; });
    if (ring.size() > most) ring.resize(most);

    constexpr double height = 460, radius = 165;
    std::map<std::string, std::pair<double, double>> at;
    // Who met most stands in the middle when all others stand around that one.
    const bool has_hub = ring.size() > 3 && degree[ring[0]] > 2 * degree[ring[1]];
    if (has_hub) at[ring[0]] = {width / 2, height / 2};
    const std::size_t first = has_hub ? 1 : 0;
    for (std::size_t i = first; i < ring.size(); ++i) {
        const double angle = 2 * std::numbers::pi * (static_cast<double>(i - first) + 0.5) /
                             static_cast<double>(ring.size() - first);
        at[ring[i]] = {width / 2 + radius * std::cos(angle), height / 2 + radius * std::sin(angle)};
    }
    std::string out = opening(height);
    for (const auto& [pair, count] : pairs) {
        const auto a = at.find(pair.first), b = at.find(pair.second);
        if (a == at.end() || b == at.end()) continue;
        out += line(a->second.first, a->second.second, b->second.first, b->second.second,
                    fmt::format("stroke=\"#2a6f97\" stroke-opacity=\"0.5\" stroke-width=\"{:.1f}\"",
                                std::min(6.0, static_cast<double>(count))));
    }
    for (const std::string& id : ring) {
        const auto [x, y] = at[id];
        out += dot(x, y, 4, "#222", describer.actor_name(id));
        const bool right = x >= width / 2;
        if (has_hub && id == ring[0]) {
            out += label(x, y - 8, "middle", describer.actor_name(id));
            continue;
        }
        out += label(x + (right ? 8 : -8), y + 4, right ? "start" : "end", describer.actor_name(id));
    }
    return out + "</svg>";
}

} // namespace dateline::show

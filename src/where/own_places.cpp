#include "where/own_places.hpp"

#include <algorithm>
#include <cstring>

#include "base/error.hpp"
#include "base/text.hpp"
#include "where/fields.hpp"
#include "where/name_key.hpp"

namespace dateline::data {
std::string_view where_regions();
std::string_view where_names();
std::string_view where_divisions();
} // namespace dateline::data

namespace dateline::where {

PlaceKind place_kind(std::string_view word, const std::string& where) {
    constexpr std::string_view words[] = {"country", "admin1",   "admin2", "city",     "region",
                                          "water",   "mountain", "area",   "building", "point"};
    for (std::size_t i = 0; i < std::size(words); ++i)
        if (words[i] == word) return static_cast<PlaceKind>(i);
    throw error("{}: unknown kind of place: {}", where, word);
}

void set_country(PlaceRecord& place, std::string_view code) {
    if (code.size() == 3) std::memcpy(place.country, code.data(), 3);
}

std::vector<std::string_view> trimmed(std::string_view list, char separator) {
    std::vector<std::string_view> items;
    for (const std::string_view item : split(list, separator))
        if (!trim(item).empty()) items.push_back(trim(item));
    return items;
}

OwnPlaces::OwnPlaces() {
    read_regions();
    read_names();
    read_divisions();
}

void OwnPlaces::read_regions() {
    for_each_data_line(data::where_regions(), [&](std::string_view line, int at) {
        const std::string where = "data/where/regions.txt:" + std::to_string(at);
        const auto fields = split(line, '|');
        if (fields.size() != 6 && fields.size() != 7) throw error("{}: expected six or seven fields", where);
        Region region;
        for (const std::string_view name : trimmed(fields[0], ';')) region.names.emplace_back(name);
        if (region.names.empty()) throw error("{}: no name", where);
        PlaceRecord& place = region.place;
        place.kind = place_kind(trim(fields[1]), where);
        place.lat = number<float>(trim(fields[2]), where);
        place.lon = number<float>(trim(fields[3]), where);
        if (trim(fields[4]) != "-") set_country(place, trim(fields[4]));
        if (trim(fields[5]) != "-") place.geonames = number<std::uint32_t>(trim(fields[5]), where);
        if (fields.size() == 7) place.population = number<std::uint32_t>(trim(fields[6]), where);
        if (place.geonames != 0) {
            m_by_id[place.geonames].push_back(m_regions.size());
            if (place.kind == PlaceKind::area) m_shown.emplace(place.geonames, region.names.front());
        }
        m_regions.push_back(std::move(region));
    });
}

void OwnPlaces::read_names() {
    for_each_data_line(data::where_names(), [&](std::string_view line, int at) {
        const std::string where = "data/where/names.txt:" + std::to_string(at);
        const auto fields = split(line, '|');
        if (fields.size() != 3 && fields.size() != 4) throw error("{}: expected three or four fields", where);
        const auto id = number<std::uint32_t>(trim(fields[0]), where);
        for (std::string_view name : trimmed(fields[2], ';')) {
            const char mark = name.front();
            if (mark == '=' || mark == '~') name = name.substr(1);
            if (mark == '=') m_shown[id] = name;
            if (mark == '~')
                m_other_names[id].refused.push_back(normalized(name));
            else
                m_other_names[id].names.emplace_back(name);
        }
        if (fields.size() == 4) m_other_names[id].people = number<std::uint32_t>(trim(fields[3]), where);
    });
}

void OwnPlaces::read_divisions() {
    for_each_data_line(data::where_divisions(), [&](std::string_view line, int at) {
        const std::string where = "data/where/divisions.txt:" + std::to_string(at);
        const auto fields = split(line, '|');
        if (fields.size() != 4) throw error("{}: expected four fields", where);
        const Point point{number<float>(trim(fields[2]), where), number<float>(trim(fields[3]), where)};
        m_divisions.emplace(trim(fields[0]), point);
    });
}

void OwnPlaces::correct(PlaceRecord& place, std::string_view division) const {
    if (const auto own = m_other_names.find(place.geonames);
        own != m_other_names.end() && own->second.people > 0)
        place.population = own->second.people;
    if (place.kind != PlaceKind::admin1) return;
    const auto found = m_divisions.find(std::string(division));
    if (found == m_divisions.end()) return;
    place.lat = found->second.lat;
    place.lon = found->second.lon;
}

std::string_view OwnPlaces::shown_name(std::uint32_t geonames, std::string_view name) const {
    const auto found = m_shown.find(geonames);
    return geonames == 0 || found == m_shown.end() ? name : std::string_view(found->second);
}

bool OwnPlaces::is_refused(std::uint32_t geonames, std::string_view name) const {
    const auto own = m_other_names.find(geonames);
    if (geonames == 0 || own == m_other_names.end()) return false;
    const std::vector<std::string>& refused = own->second.refused;
    return !refused.empty() && std::find(refused.begin(), refused.end(), normalized(name)) != refused.end();
}

void OwnPlaces::add_source_name(GazetteerWriter& writer, const PlaceRecord& place, std::uint32_t index,
                                std::string_view name, NameRank rank) const {
    if (!is_refused(place.geonames, name)) writer.add_name(index, name, rank);
}

void OwnPlaces::add_names(GazetteerWriter& writer, const PlaceRecord& place, std::uint32_t index) {
    if (const auto own = m_other_names.find(place.geonames); own != m_other_names.end())
        for (const std::string& name : own->second.names) writer.add_name(index, name, NameRank::main);
    const auto found = m_by_id.find(place.geonames);
    if (place.geonames == 0 || found == m_by_id.end()) return;
    for (const std::size_t i : found->second) {
        m_regions[i].is_written = true;
        for (const std::string& name : m_regions[i].names) writer.add_name(index, name, NameRank::main);
    }
}

void OwnPlaces::add_rest(GazetteerWriter& writer) const {
    for (const Region& region : m_regions) {
        if (region.is_written) continue;
        const std::uint32_t index = writer.add(region.place, region.names.front());
        for (const std::string& name : region.names) writer.add_name(index, name, NameRank::main);
    }
}

} // namespace dateline::where

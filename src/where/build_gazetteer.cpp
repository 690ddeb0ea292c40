// Reads the table of scripts/gazetteer_table.py row by row.

#include "where/build_gazetteer.hpp"

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "base/text.hpp"
#include "where/fields.hpp"
#include "where/gazetteer_writer.hpp"
#include "where/own_places.hpp"
#include "where/short_name.hpp"

namespace dateline::where {

namespace {

/// One row: id, name, other English names, other names, latitude, longitude, kind, feature, country,
/// division, population, number of names in all languages.
PlaceRecord read_place(const std::vector<std::string_view>& fields, const std::string& where) {
    PlaceRecord place;
    place.geonames = number<std::uint32_t>(fields[0], where);
    place.lat = number<float>(fields[4], where);
    place.lon = number<float>(fields[5], where);
    place.kind = place_kind(fields[6], where);
    place.is_capital = fields[7] == "PPLC" ? 1 : 0;
    if (fields[7] == "PPLA") place.role = Role::seat;
    if (fields[7] == "PPLX") place.role = Role::part;
    set_country(place, fields[8]);
    place.division = fields[9].empty() ? 0 : Gazetteer::division_key(fields[9]);
    place.population = number<std::uint32_t>(fields[10], where);
    place.names = name_count(number<std::uint32_t>(fields[11], where));
    return place;
}

void add_row(GazetteerWriter& writer, OwnPlaces& own, const std::vector<std::string_view>& fields,
             const std::string& where) {
    PlaceRecord place = read_place(fields, where);
    own.correct(place, fields[9]);
    const std::uint32_t index = writer.add(place, own.shown_name(place.geonames, fields[1]));
    own.add_source_name(writer, place, index, fields[1], NameRank::main);
    for (const std::string_view other : trimmed(fields[2], '|'))
        own.add_source_name(writer, place, index, other, NameRank::main);
    for (const std::string_view other : trimmed(fields[3], '|'))
        own.add_source_name(writer, place, index, other, NameRank::other);
    add_short_names(writer, place, index, fields[1]);
    own.add_names(writer, place, index);
}

} // namespace

void build_gazetteer(const std::filesystem::path& table, const std::filesystem::path& target) {
    GazetteerWriter writer(target);
    OwnPlaces own;
    const MappedFile file(table);
    for_each_data_line(file.text(), [&](std::string_view line, int at) {
        const std::string where = table.string() + ":" + std::to_string(at);
        const auto fields = split(line, '\t');
        if (fields.size() != 12) throw error("{}: expected twelve columns", where);
        add_row(writer, own, fields, where);
    });
    own.add_rest(writer);
    writer.finish();
}

} // namespace dateline::where

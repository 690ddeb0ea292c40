// GeoNames' dumps are tab-separated, one place or name a line, described in their readme. Places are written
// as they come; the number each got is kept in an array indexed by its id, so that the names of the second
// file find their place. Division codes are those of the places file itself (`US` + `CA`).

#include <array>
#include <limits>

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "base/text.hpp"
#include "codes/countries.hpp"
#include "where/build_gazetteer.hpp"
#include "where/fields.hpp"
#include "where/gazetteer_writer.hpp"
#include "where/own_places.hpp"
#include "where/short_name.hpp"

namespace dateline::where {

namespace {

constexpr std::uint32_t highest_id = 100'000'000; // GeoNames has reached 13 million
constexpr std::uint32_t no_place = std::numeric_limits<std::uint32_t>::max();

/// The fields of a line; throws when their number is another.
template<std::size_t Count>
std::array<std::string_view, Count> fields_of(std::string_view line, const std::string& where) {
    std::array<std::string_view, Count> fields;
    std::size_t found = 0;
    for (std::string_view rest = line;; ++found) {
        const std::size_t tab = rest.find('\t');
        if (found < Count) fields[found] = rest.substr(0, tab);
        if (tab == std::string_view::npos) break;
        rest.remove_prefix(tab + 1);
    }
    if (found + 1 != Count) throw error("{}: expected {} columns, found {}", where, Count, found + 1);
    return fields;
}

float degrees(std::string_view field, double most, const std::string& where) {
    const auto value = number<float>(field, where);
    if (field.empty() || value < -most || value > most) throw error("{}: not a coordinate: {}", where, field);
    return value;
}

std::uint32_t id_of(std::string_view field, const std::string& where) {
    const auto id = number<std::uint32_t>(field, where);
    if (id == 0 || id > highest_id) throw error("{}: not a GeoNames id: {}", where, field);
    return id;
}

/// Kind of a feature; `false` for what no report names.
bool set_kind(PlaceRecord& place, std::string_view feature_class, std::string_view feature) {
    if (feature_class.size() != 1) return false;
    switch (feature_class.front()) {
    case 'A':
        if (feature.starts_with("PCL"))
            place.kind = PlaceKind::country;
        else if (feature == "ADM1")
            place.kind = PlaceKind::admin1;
        else if (feature == "ADM2")
            place.kind = PlaceKind::admin2;
        else
            place.kind = PlaceKind::area;
        return !feature.ends_with('H'); // `H`: of the past
    case 'P': place.kind = PlaceKind::city; return feature != "PPLH";
    case 'H': place.kind = PlaceKind::water; return true;
    case 'L':
        place.kind = feature == "CONT" || feature == "RGN" ? PlaceKind::region : PlaceKind::area;
        return true;
    case 'T': place.kind = PlaceKind::mountain; return true;
    case 'S': place.kind = PlaceKind::building; return true;
    case 'V': place.kind = PlaceKind::area; return true;
    default: return false; // R streets and railways, U undersea
    }
}

/// Columns of `allCountries.txt`.
enum PlaceColumn : std::size_t {
    id_column,
    name_column,
    ascii_column,
    others_column,
    lat_column,
    lon_column,
    class_column,
    feature_column,
    country_column,
    second_countries_column,
    admin1_column,
    admin2_column,
    admin3_column,
    admin4_column,
    population_column,
    elevation_column,
    dem_column,
    zone_column,
    date_column,
    place_columns
};
using PlaceFields = std::array<std::string_view, place_columns>;

class Importer {
  public:
    explicit Importer(const std::filesystem::path& target) : m_writer(target) {}

    ImportCounts run(const std::filesystem::path& places, const std::filesystem::path& names) {
        m_others = names.empty();
        read(places, [&](std::string_view line, const std::string& where) { add_place(line, where); });
        if (!names.empty())
            read(names, [&](std::string_view line, const std::string& where) { add_name(line, where); });
        m_own.add_rest(m_writer);
        m_writer.finish();
        m_counts.places = m_writer.places();
        return m_counts;
    }

  private:
    template<typename Visit>
    static void read(const std::filesystem::path& path, Visit visit) {
        const MappedFile file(path);
        for_each_data_line(file.text(), [&](std::string_view line, int at) {
            visit(line, path.string() + ":" + std::to_string(at));
        });
    }

    static PlaceRecord record_of(const PlaceFields& fields, const std::string& where) {
        PlaceRecord place;
        place.geonames = id_of(fields[id_column], where);
        place.lat = degrees(fields[lat_column], 90, where);
        place.lon = degrees(fields[lon_column], 180, where);
        const auto population = number<std::uint64_t>(fields[population_column], where);
        place.population = static_cast<std::uint32_t>(
            std::min<std::uint64_t>(population, std::numeric_limits<std::uint32_t>::max()));
        place.is_capital = fields[feature_column] == "PPLC" ? 1 : 0;
        if (fields[feature_column] == "PPLA") place.role = Role::seat;
        if (fields[feature_column] == "PPLX") place.role = Role::part;
        set_country(place, codes::country_of_alpha2(fields[country_column]));
        return place;
    }

    void add_place(std::string_view line, const std::string& where) {
        const auto fields = fields_of<place_columns>(line, where);
        PlaceRecord place = record_of(fields, where);
        if (trim(fields[name_column]).empty()) throw error("{}: no name", where);
        if (!set_kind(place, fields[class_column], fields[feature_column])) {
            ++m_counts.left_out;
            return;
        }
        const std::string division = set_division(place, fields);
        const std::vector<std::string_view> others = trimmed(fields[others_column], ',');
        place.names = name_count(others.size());
        m_own.correct(place, division);
        const std::uint32_t index =
            m_writer.add(place, m_own.shown_name(place.geonames, fields[name_column]));
        m_own.add_source_name(m_writer, place, index, fields[name_column], NameRank::main);
        remember(place.geonames, index);
        m_own.add_source_name(m_writer, place, index, fields[ascii_column], NameRank::main);
        if (m_others)
            for (const std::string_view other : others)
                m_own.add_source_name(m_writer, place, index, other, NameRank::other);
        if (place.kind == PlaceKind::country) add_country_names(place, index);
        add_short_names(m_writer, place, index, fields[name_column]);
        m_own.add_names(m_writer, place, index);
    }

    /// Key of the division the place lies in; returns its code.
    static std::string set_division(PlaceRecord& place, const PlaceFields& fields) {
        if (fields[admin1_column].empty() || place.kind == PlaceKind::country) return {};
        const std::string division =
            std::string(fields[country_column]) + "." + std::string(fields[admin1_column]);
        place.division = Gazetteer::division_key(division);
        return division;
    }

    void add_country_names(const PlaceRecord& place, std::uint32_t index) {
        const codes::Country* country = codes::country(place.country_code());
        if (country == nullptr || country->geonames != std::to_string(place.geonames)) return;
        for (const std::string_view name : country->names) m_writer.add_name(index, name, NameRank::main);
    }

    void remember(std::uint32_t id, std::uint32_t index) {
        if (m_by_id.size() <= id) m_by_id.resize(id + 1, no_place);
        m_by_id[id] = index;
    }

    /// Alternate names: id, GeoNames id, language, name, preferred, short, colloquial, historic, from, to.
    void add_name(std::string_view line, const std::string& where) {
        const auto fields = fields_of<10>(line, where);
        const std::uint32_t id = id_of(fields[1], where);
        const std::string_view language = fields[2];
        if (language != "en" && language != "abbr" && !language.empty()) return;
        if (id >= m_by_id.size() || m_by_id[id] == no_place) return;
        const bool is_main = language == "en" && fields[6] != "1"; // not a nickname
        m_writer.add_name(m_by_id[id], fields[3], is_main ? NameRank::main : NameRank::other);
        ++m_counts.names;
    }

    GazetteerWriter m_writer;
    OwnPlaces m_own;
    std::vector<std::uint32_t> m_by_id; // number of the place with this id
    ImportCounts m_counts;
    bool m_others = true; // the column of other names is the only source of them
};

} // namespace

ImportCounts import_geonames(const std::filesystem::path& places, const std::filesystem::path& names,
                             const std::filesystem::path& target) {
    return Importer(target).run(places, names);
}

} // namespace dateline::where

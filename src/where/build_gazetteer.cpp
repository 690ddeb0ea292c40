#include <algorithm>
#include <charconv>
#include <cstring>
#include <fstream>
#include <unordered_set>

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "base/text.hpp"
#include "where/gazetteer.hpp"
#include "where/name_key.hpp"

namespace dateline::data {
std::string_view where_regions();
}

namespace dateline::where {

namespace {

/// Collects places and names in memory and writes the file.
class Builder {
  public:
    void add(PlaceRecord place, std::string_view name, const std::vector<std::string_view>& others) {
        place.name = static_cast<std::uint32_t>(m_text.size());
        place.name_size = static_cast<std::uint8_t>(std::min<std::size_t>(name.size(), 255));
        m_text.append(name.substr(0, place.name_size));
        const auto index = static_cast<std::uint32_t>(m_places.size());
        std::unordered_set<std::uint64_t> keys;
        const auto enter = [&](std::string_view form, std::uint32_t is_main) {
            const std::string normal = normalized(form);
            if (normal.empty()) return;
            const std::uint64_t key = name_key(normal);
            if (keys.insert(key).second) m_names.push_back({key, index, is_main});
        };
        enter(name, 1);
        for (const std::string_view other : others) enter(other, 0);
        if (place.kind == PlaceKind::admin1 && place.division != 0)
            m_names.push_back({place.division, index, 1});
        m_places.push_back(place);
    }

    void write(const std::filesystem::path& target) {
        std::sort(m_names.begin(), m_names.end(), [](const auto& a, const auto& b) {
            return a.key != b.key ? a.key < b.key : a.place < b.place;
        });
        Gazetteer::Header header{};
        std::memcpy(header.magic, Gazetteer::magic, sizeof header.magic);
        header.version = Gazetteer::version;
        header.places = static_cast<std::uint32_t>(m_places.size());
        header.names = static_cast<std::uint32_t>(m_names.size());
        header.text = static_cast<std::uint32_t>(m_text.size());
        const std::filesystem::path part = target.string() + ".part";
        std::ofstream file(part, std::ios::binary);
        const auto put = [&](const void* bytes, std::size_t size) {
            file.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(size));
        };
        put(&header, sizeof header);
        put(m_places.data(), m_places.size() * sizeof(PlaceRecord));
        put(m_names.data(), m_names.size() * sizeof(Gazetteer::NameEntry));
        put(m_text.data(), m_text.size());
        file.close();
        if (!file) throw error("cannot write {}", part.string());
        std::filesystem::rename(part, target);
    }

  private:
    std::vector<PlaceRecord> m_places;
    std::vector<Gazetteer::NameEntry> m_names;
    std::string m_text;
};

template<typename Number>
Number number(std::string_view field, const std::string& where) {
    Number value{};
    if (field.empty()) return value;
    const auto result = std::from_chars(field.data(), field.data() + field.size(), value);
    if (result.ec != std::errc{} || result.ptr != field.data() + field.size())
        throw error("{}: not a number: {}", where, field);
    return value;
}

PlaceKind kind_of(std::string_view word, const std::string& where) {
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

void add_table(Builder& builder, const std::filesystem::path& table) {
    const MappedFile file(table);
    for_each_data_line(file.text(), [&](std::string_view line, int at) {
        const std::string where = table.string() + ":" + std::to_string(at);
        const auto fields = split(line, '\t');
        if (fields.size() != 10) throw error("{}: expected ten columns", where);
        PlaceRecord place;
        place.geonames = number<std::uint32_t>(fields[0], where);
        place.lat = number<float>(fields[3], where);
        place.lon = number<float>(fields[4], where);
        place.kind = kind_of(fields[5], where);
        place.is_capital = fields[6] == "PPLC" ? 1 : 0;
        place.is_seat = fields[6] == "PPLA" ? 1 : 0;
        set_country(place, fields[7]);
        place.division = fields[8].empty() ? 0 : Gazetteer::division_key(fields[8]);
        place.population = number<std::uint32_t>(fields[9], where);
        builder.add(place, fields[1], trimmed(fields[2], '|'));
    });
}

void add_regions(Builder& builder) {
    for_each_data_line(data::where_regions(), [&](std::string_view line, int at) {
        const std::string where = "data/where/regions.txt:" + std::to_string(at);
        const auto fields = split(line, '|');
        if (fields.size() != 6) throw error("{}: expected six fields", where);
        const auto names = trimmed(fields[0], ';');
        PlaceRecord place;
        place.kind = kind_of(trim(fields[1]), where);
        place.lat = number<float>(trim(fields[2]), where);
        place.lon = number<float>(trim(fields[3]), where);
        if (trim(fields[4]) != "-") set_country(place, trim(fields[4]));
        if (trim(fields[5]) != "-") place.geonames = number<std::uint32_t>(trim(fields[5]), where);
        builder.add(place, names.at(0), {names.begin() + 1, names.end()});
    });
}

} // namespace

void build_gazetteer(const std::filesystem::path& table, const std::filesystem::path& target) {
    Builder builder;
    add_regions(builder);
    add_table(builder, table);
    builder.write(target);
}

} // namespace dateline::where

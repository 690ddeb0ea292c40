#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "base/mapped_file.hpp"

namespace dateline::where {

enum class PlaceKind : std::uint8_t {
    country,
    admin1,
    admin2,
    city,
    region,
    water,
    mountain,
    area,
    building,
    point
};

/// A place as the file holds it: 32 bytes.
struct PlaceRecord {
    std::uint32_t name = 0;     // byte of the name in the text section
    std::uint32_t geonames = 0; // 0 without an id
    float lat = 0, lon = 0;     // degrees
    std::uint32_t population = 0;
    std::uint32_t division = 0; // key of the first-order division (`US.CA`); 0 none
    char country[4] = {};       // ISO alpha-3, or nothing
    PlaceKind kind = PlaceKind::city;
    std::uint8_t is_capital = 0; // of a country
    std::uint8_t is_seat = 0;    // of a first-order division
    std::uint8_t name_size = 0;

    [[nodiscard]] std::string_view country_code() const {
        return {country, country[0] == '\0' ? std::size_t{0} : std::size_t{3}};
    }
};
static_assert(sizeof(PlaceRecord) == 32);

/// The gazetteer, one memory-mapped file: nothing is parsed at start. Safe to read from several threads.
///
///     header   magic, version, numbers of places and of names, size of the text
///     places   PlaceRecord[]
///     names    (key of a normalised name, place)[], sorted by key
///     text     the names shown
class Gazetteer {
  public:
    /// Throws `Error` when the file is missing, damaged or of another version, saying how to build it.
    explicit Gazetteer(const std::filesystem::path& path);

    /// The places a name can mean, in any form; empty when it is not known. `name` need not be normalised.
    [[nodiscard]] std::vector<const PlaceRecord*> find(std::string_view name) const;
    [[nodiscard]] std::string_view name(const PlaceRecord& place) const;
    /// The first-order division of a place; null when it is not known.
    [[nodiscard]] const PlaceRecord* division(const PlaceRecord& place) const;
    /// Key of a division code (`US.CA`), as `PlaceRecord::division` holds it.
    static std::uint32_t division_key(std::string_view code);
    [[nodiscard]] std::size_t size() const { return m_places.size(); }

    struct NameEntry {
        std::uint64_t key = 0;
        std::uint32_t place = 0;
        std::uint32_t is_main = 0; // 1: the place's own name, 0: another
    };
    struct Header {
        char magic[8];
        std::uint32_t version, places, names, text;
    };
    static constexpr char magic[8] = {'D', 'L', 'G', 'A', 'Z', 'E', 'T', '\n'};
    static constexpr std::uint32_t version = 1;

  private:
    MappedFile m_file;
    std::span<const PlaceRecord> m_places;
    std::span<const NameEntry> m_names;
    std::string_view m_text;
};

/// Builds a gazetteer file from the table of `scripts/gazetteer_table.py` and the regions of `data/where`.
/// Throws `Error` naming file and line of a malformed row. The file appears at once, complete.
void build_gazetteer(const std::filesystem::path& table, const std::filesystem::path& target);

} // namespace dateline::where

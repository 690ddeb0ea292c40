#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

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

/// What a populated place is besides.
enum class Role : std::uint8_t {
    none,
    seat, // of a first-order division
    part  // of another populated place
};

/// A place as the file holds it: 32 bytes.
struct PlaceRecord {
    std::uint32_t name = 0;     // byte of the name in the text section
    std::uint32_t geonames = 0; // 0 without an id
    float lat = 0, lon = 0;     // degrees
    std::uint32_t population = 0;
    std::uint32_t division = 0; // key of the first-order division (`US.CA`); 0 none
    char country[3] = {};       // ISO alpha-3, or nothing
    std::uint8_t names = 0;     // in all languages, up to 255: how well the world knows it
    PlaceKind kind = PlaceKind::city;
    std::uint8_t is_capital = 0; // of a country
    Role role = Role::none;
    std::uint8_t name_size = 0;

    [[nodiscard]] std::string_view country_code() const {
        return {country, country[0] == '\0' ? std::size_t{0} : std::size_t{3}};
    }
};
static_assert(sizeof(PlaceRecord) == 32);

/// How a place bears a name.
enum class NameRank : std::uint32_t {
    other, // in some language, at some time
    main,  // the name it is known by in English
    part   // its name without the word for what it is: `Laurel` of Laurel County
};

/// The gazetteer, one memory-mapped file: nothing is parsed at start. Safe to read from several threads.
///
///     header   magic, version, numbers of places and of names, size of the text
///     places   PlaceRecord[]
///     names    (key of a normalised name, place, rank)[], sorted by key
///     text     the names shown
///
/// Keys are hashes, evenly spread, so a name is found where its key says, give or take a few entries.
class Gazetteer {
  public:
    struct NameEntry {
        std::uint64_t key = 0;
        std::uint32_t place = 0;
        NameRank rank = NameRank::other;
    };
    struct Header {
        char magic[8];
        std::uint32_t version, places, names, text;
    };
    static constexpr char magic[8] = {'D', 'L', 'G', 'A', 'Z', 'E', 'T', '\n'};
    static constexpr std::uint32_t version = 2;

    /// Throws `Error` when the file is missing, damaged or of another version, saying how to build it.
    explicit Gazetteer(const std::filesystem::path& path);

    /// The places a name can mean, in any form; empty when it is not known. `name` need not be normalised.
    [[nodiscard]] std::span<const NameEntry> find(std::string_view name) const;
    /// The same for a name that is normalised already (`where/name_key.hpp`).
    [[nodiscard]] std::span<const NameEntry> find_normalized(std::string_view name) const;
    [[nodiscard]] const PlaceRecord& place(const NameEntry& entry) const { return m_places[entry.place]; }
    [[nodiscard]] std::string_view name(const PlaceRecord& place) const;
    /// The first-order division with this key (`division_key`); null when it is not known.
    [[nodiscard]] const PlaceRecord* division(std::uint32_t key) const;
    /// Key of a division code (`US.CA`), as `PlaceRecord` holds it.
    static std::uint32_t division_key(std::string_view code);
    [[nodiscard]] std::size_t size() const { return m_places.size(); }

  private:
    [[nodiscard]] std::span<const NameEntry> entries(std::uint64_t key) const;

    MappedFile m_file;
    std::span<const PlaceRecord> m_places;
    std::span<const NameEntry> m_names;
    std::string_view m_text;
};

} // namespace dateline::where

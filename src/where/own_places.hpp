#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "where/gazetteer_writer.hpp"

namespace dateline::where {

/// What `data/where` adds to every gazetteer: regions, other names of known places, centres of divisions.
class OwnPlaces {
  public:
    /// Throws `Error` naming the line of a malformed row.
    OwnPlaces();

    /// Moves a division to the point of `data/where/divisions.txt`, where that has one, and gives a place the
    /// people that `data/where/names.txt` has for it.
    void correct(PlaceRecord& place, std::string_view division) const;
    /// The name that English news knows a place by, where `data/where` says; else `name`, that of the source.
    [[nodiscard]] std::string_view shown_name(std::uint32_t geonames, std::string_view name) const;
    /// Adds a name that the source gives the place, unless `data/where/names.txt` refuses it.
    void add_source_name(GazetteerWriter& writer, const PlaceRecord& place, std::uint32_t index,
                         std::string_view name, NameRank rank) const;
    /// Adds the names that `data/where/regions.txt` and `data/where/names.txt` have for a place of this
    /// GeoNames id, just written as number `index`; the region itself is then not written again.
    void add_names(GazetteerWriter& writer, const PlaceRecord& place, std::uint32_t index);
    /// Writes the regions that no place of the source had the id of.
    void add_rest(GazetteerWriter& writer) const;

  private:
    struct Region {
        PlaceRecord place;
        std::vector<std::string> names;
        bool is_written = false;
    };
    struct Point {
        float lat = 0, lon = 0;
    };
    struct OtherNames {
        std::vector<std::string> names;
        std::vector<std::string> refused; // normalised: that rather mean another place
        std::uint32_t people = 0;         // 0: as the source says
    };
    [[nodiscard]] bool is_refused(std::uint32_t geonames, std::string_view name) const;
    void read_regions();
    void read_names();
    void read_divisions();

    std::vector<Region> m_regions;
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> m_by_id;
    std::unordered_map<std::uint32_t, OtherNames> m_other_names; // by GeoNames id
    std::unordered_map<std::uint32_t, std::string> m_shown;      // by GeoNames id
    std::unordered_map<std::string, Point> m_divisions;
};

/// The kind a word of the tables names. Throws `Error` that begins with `where`.
PlaceKind place_kind(std::string_view word, const std::string& where);
/// Writes an alpha-3 code into the record; other texts leave it empty.
void set_country(PlaceRecord& place, std::string_view code);
/// The pieces of a list, without blanks around them and without empty ones.
std::vector<std::string_view> trimmed(std::string_view list, char separator);

} // namespace dateline::where

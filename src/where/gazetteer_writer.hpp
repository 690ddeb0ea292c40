#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "where/gazetteer.hpp"

namespace dateline::where {

/// Writes a gazetteer file in bounded memory: places and names go to files beside the target as they come,
/// the names in sorted runs that `finish` merges. The target appears at once, complete; without `finish` it
/// is left as it was. Every failure to write throws `Error`.
class GazetteerWriter {
  public:
    explicit GazetteerWriter(std::filesystem::path target);
    GazetteerWriter(const GazetteerWriter&) = delete;
    GazetteerWriter& operator=(const GazetteerWriter&) = delete;
    ~GazetteerWriter();

    /// Adds a place under its name, which is shown; returns its number. A first-order division is also
    /// entered under its own key, `place.division`.
    std::uint32_t add(PlaceRecord place, std::string_view name);
    /// Adds another name of a place. Names that say nothing when normalised are passed over.
    void add_name(std::uint32_t place, std::string_view name, NameRank rank);
    void finish();
    [[nodiscard]] std::uint32_t places() const { return m_places; }

  private:
    void add_key(std::uint64_t key, std::uint32_t place, NameRank rank);
    void flush_run();
    [[nodiscard]] std::filesystem::path part(std::string_view ending) const;
    void merge_names(std::ofstream& file);

    std::filesystem::path m_target;
    std::ofstream m_place_file, m_text_file;
    std::vector<Gazetteer::NameEntry> m_names; // the run that is being filled
    std::vector<std::filesystem::path> m_runs;
    std::uint32_t m_places = 0, m_name_count = 0, m_text = 0;
};

} // namespace dateline::where

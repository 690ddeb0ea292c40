#pragma once

#include <cstdint>
#include <filesystem>

namespace dateline::where {

/// Builds a gazetteer file from the table of `scripts/gazetteer_table.py` and the regions and division
/// centres of `data/where`. Throws `Error` naming file and line of a malformed row. The file appears at once,
/// complete.
void build_gazetteer(const std::filesystem::path& table, const std::filesystem::path& target);

/// What an import of GeoNames' dumps took.
struct ImportCounts {
    std::uint64_t places = 0, names = 0;
    std::uint64_t left_out = 0; // rows of kinds no report names (streets, undersea features, …)
};

/// Builds a gazetteer file from GeoNames' own dumps: `allCountries.txt` (or a country's file) and, unless the
/// path is empty, `alternateNamesV2.txt`, of which the English and language-less names are taken. Needs about
/// 200 MB whatever the size of the dumps, and twice the finished file on disk. Throws `Error` naming file,
/// line and fault of a malformed line; the target is then left as it was.
ImportCounts import_geonames(const std::filesystem::path& places, const std::filesystem::path& names,
                             const std::filesystem::path& target);

} // namespace dateline::where

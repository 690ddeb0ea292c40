#include "app/data_folder.hpp"

#include <array>
#include <cstdlib>

#include "base/error.hpp"

namespace dateline::app {

namespace fs = std::filesystem;

fs::path data_folder(const std::string& given) {
    if (!given.empty()) return given;
    if (const char* set = std::getenv("DATELINE_DATA"); set != nullptr && *set != '\0') return set;
    std::error_code failure;
    const fs::path program = fs::read_symlink("/proc/self/exe", failure);
    const char* home = std::getenv("HOME");
    const std::array candidates{
        program.parent_path().parent_path().parent_path() / "var",
        program.parent_path().parent_path() / "share" / "dateline",
        fs::path(home == nullptr ? "/" : home) / ".local" / "share" / "dateline",
    };
    for (const fs::path& candidate : candidates)
        if (fs::is_directory(candidate, failure)) return candidate;
    throw error(
        "no data folder found (looked for {}, {}, {}); run ./setup, or set DATELINE_DATA or give --data",
        candidates[0].string(), candidates[1].string(), candidates[2].string());
}

} // namespace dateline::app

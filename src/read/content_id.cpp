#include <fmt/format.h>

#include "read/read.hpp"

namespace dateline::read {

std::string content_id(const Report& report) {
    std::uint64_t hash = 0xcbf29ce484222325ULL; // FNV-1a, 64 bits
    const auto add = [&](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    };
    add(report.text);
    if (!report.source.empty()) add("\n\n"), add(report.source);
    return fmt::format("{:016x}", hash);
}

} // namespace dateline::read

#include <fmt/format.h>

#include "read/read.hpp"

namespace dateline::read {

std::string content_id(const Report& report) {
    std::uint64_t hash = 0xcbf29ce484222325ULL; // FNV-1a, 64 bits
    for (const char c : report.text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return fmt::format("{:016x}", hash);
}

} // namespace dateline::read

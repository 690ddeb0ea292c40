#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::language {

/// MurmurHash64A with seed 1 of the UTF-8 bytes: spaCy's `hash_string`.
std::uint64_t hash_string(std::string_view text);

/// The id of a string in spaCy's StringStore: 0 for the empty string, the symbol's number for its symbols,
/// else `hash_string`.
std::uint64_t string_id(std::string_view text);

} // namespace dateline::language

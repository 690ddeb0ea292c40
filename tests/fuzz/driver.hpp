#pragma once

#include <string>
#include <string_view>
#include <vector>

// What a fuzz target defines; the driver does the rest.
namespace dateline::fuzz {

/// Inputs to begin with, valid ones among them.
std::vector<std::string> seeds();
/// Reads the bytes. May throw `Error`, nothing else; must not crash, hang or take unbounded memory.
void read(std::string_view bytes);

} // namespace dateline::fuzz

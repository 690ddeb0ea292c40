#pragma once

#include <string_view>
#include <unordered_map>

#include "record/parse.hpp"

namespace dateline::where {

/// Alpha-3 code → how many different words of the report only reports of this country use.
using CountryCues = std::unordered_map<std::string_view, double>;
CountryCues country_cues(const Parse& parse);

} // namespace dateline::where

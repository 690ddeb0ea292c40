#pragma once

#include <string>
#include <string_view>

#include "record/report.hpp"
#include "where/gazetteer.hpp"

namespace dateline::where {

/// What the name or address of the outlet says of where it is at home.
struct OutletHome {
    std::span<const Gazetteer::NameEntry>
        places;          // of the place in its name (`lima-gazette.com`); may be empty
    std::string country; // alpha-3, of the ending of its address (`.ie`); ""
};
OutletHome outlet_home(const Report& report, const Gazetteer& gazetteer);

} // namespace dateline::where

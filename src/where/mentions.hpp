#pragma once

#include <string>
#include <vector>

#include "record/coded_report.hpp"
#include "where/gazetteer.hpp"

namespace dateline::where {

/// A stretch of words that names a place, with what the gazetteer knows under that name.
struct PlaceMention {
    Span span;
    TokenIndex first = 0, last = 0; // tokens [first, last)
    std::vector<const PlaceRecord*> candidates;
    std::uint32_t stated_division = 0; // of an abbreviation (`Ala.`)
};

/// The place mentions of a text in order, not overlapping.
std::vector<PlaceMention> find_mentions(const Parse& parse, const Report& report, const Gazetteer& gazetteer);

} // namespace dateline::where

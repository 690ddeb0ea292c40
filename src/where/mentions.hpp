#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "record/coded_report.hpp"
#include "where/gazetteer.hpp"
#include "where/institutions.hpp"

namespace dateline::where {

/// What the words around a mention say of its kind: `university` a division, unless that has a town of the
/// name.
enum class KindHint : std::uint8_t { none, city, county, division, university };

/// Whether the words of a mention stand by themselves or inside the name of something else.
enum class Standing : std::uint8_t { alone, inside_name };

/// A stretch of words that names a place, with what the gazetteer knows under that name.
struct PlaceMention {
    Span span;
    TokenIndex first = 0, last = 0;                   // tokens [first, last)
    std::span<const Gazetteer::NameEntry> candidates; // of the gazetteer
    std::uint32_t stated_division = 0;                // of an abbreviation (`Ala.`)
    std::uint64_t key = 0;                            // same for mentions with the same words
    const Campus* campus = nullptr;                   // of the institution it is in the name of
    KindHint hint = KindHint::none;
    Standing standing = Standing::alone;
    bool is_said_to_be_place = false; // by the words beside it
};

/// The place mentions of a text in order, not overlapping.
std::vector<PlaceMention> find_mentions(const Parse& parse, const Report& report, const Gazetteer& gazetteer);

} // namespace dateline::where

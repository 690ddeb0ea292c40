#pragma once

#include <string>
#include <vector>

#include "record/coded_report.hpp"

namespace dateline::who {

/// What the tree says of the noun phrases of a report. Refers to the parse and the places, which must outlive
/// it. All questions take time in the size of the phrase, not of the report.
class Phrases {
  public:
    Phrases(const Parse& parse, const std::vector<Place>& places);

    /// The token of `[first, last)` whose head lies outside.
    [[nodiscard]] TokenIndex head_of(TokenIndex first, TokenIndex last) const;
    /// From the leftmost modifier of the head to `last`; never across a line break.
    [[nodiscard]] Span name_phrase(TokenIndex head, TokenIndex first, TokenIndex last) const;
    /// The same of a common noun, with the `of` phrase behind it.
    [[nodiscard]] Span noun_phrase(TokenIndex head) const;
    /// The country that demonyms, state names and possessors in front of a head say, or an `of` or `in`
    /// phrase behind it; "" when none does.
    [[nodiscard]] std::string country_of_modifiers(TokenIndex head, TokenIndex first) const;
    /// The country that a token names; "".
    [[nodiscard]] std::string country_of_token(TokenIndex token) const;
    /// Index of the place that covers the token; -1.
    [[nodiscard]] std::ptrdiff_t place_at(TokenIndex token) const {
        return m_place_of[static_cast<std::size_t>(token)];
    }
    [[nodiscard]] const Place& place(std::ptrdiff_t index) const {
        return m_places[static_cast<std::size_t>(index)];
    }

  private:
    [[nodiscard]] TokenIndex left_end(TokenIndex head, TokenIndex first) const;

    const Parse& m_parse;
    const std::vector<Place>& m_places;
    std::vector<std::int32_t> m_place_of; // by token
};

} // namespace dateline::who

#pragma once

#include <span>
#include <string>

#include "record/parse.hpp"
#include "where/gazetteer.hpp"

namespace dateline::where {

/// Tokens [first, last).
struct Stretch {
    TokenIndex first = 0, last = 0;
    [[nodiscard]] bool empty() const { return first >= last; }
};

/// Looks stretches of a parse up in the gazetteer. For one thread: it reuses a buffer.
class Lookup {
  public:
    using Entries = std::span<const Gazetteer::NameEntry>;

    Lookup(const Parse& parse, const Gazetteer& gazetteer) : m_parse(parse), m_gazetteer(gazetteer) {}

    /// What the gazetteer has under exactly these words.
    [[nodiscard]] Entries find(Stretch words) const;
    /// The same, else under the words without a division's common noun around them (`Nyanza Province`).
    [[nodiscard]] Entries find_loosely(Stretch words) const;
    [[nodiscard]] bool is_known(Stretch words) const { return !find(words).empty(); }
    /// The same for bytes of the text.
    [[nodiscard]] Entries find_text(Span span) const;
    [[nodiscard]] bool is_known_text(std::string_view name) const;
    [[nodiscard]] const PlaceRecord& place(const Gazetteer::NameEntry& entry) const {
        return m_gazetteer.place(entry);
    }
    /// Key of the words as the gazetteer would find them.
    [[nodiscard]] std::uint64_t key(Stretch words) const {
        return key_of(m_parse.span_of(words.first, words.last));
    }
    [[nodiscard]] std::uint64_t key_of(Span span) const;

    /// True when the places are known widely: countries, first-order divisions, capitals, big cities,
    /// regions.
    [[nodiscard]] bool is_big(Entries entries) const;
    /// The population of the biggest that has this as a main name.
    [[nodiscard]] std::uint32_t population(Entries entries) const;
    [[nodiscard]] bool is_country_or_division(Entries entries) const;
    /// True when all are towns, and none is called `The …`.
    [[nodiscard]] bool are_towns_without_article(Entries entries) const;
    /// True when one has this as its own name and is more than a spot on the map.
    [[nodiscard]] bool is_main(Entries entries) const;

    /// Nothing but capitals, five letters at most: rather an abbreviation than a town.
    [[nodiscard]] bool is_acronym(Stretch words) const;
    /// `Laurel County`, `Jefferson Parish`.
    [[nodiscard]] bool has_county_form(Stretch words) const;

    [[nodiscard]] const Parse& parse() const { return m_parse; }
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_parse.at(i); }
    [[nodiscard]] bool is_capitalised(TokenIndex i) const;
    [[nodiscard]] bool has_capital(Stretch words) const;

  private:
    void normalize_words(Stretch words) const;

    const Parse& m_parse;
    const Gazetteer& m_gazetteer;
    mutable std::string m_buffer;
};

} // namespace dateline::where

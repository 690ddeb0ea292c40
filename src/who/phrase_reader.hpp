#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/coded_report.hpp"
#include "where/gazetteer.hpp"
#include "who/mention.hpp"

namespace dateline::who {

/// Reads what the words of a mention's noun phrase say of the actor beyond its head: the country, the body
/// it works for, what it consists of. Holds references to what it is made of.
class PhraseReader {
  public:
    PhraseReader(const Parse& parse, const std::vector<FoundMention>& mentions,
                 const std::vector<Place>& places, const where::Gazetteer& gazetteer);

    /// ISO alpha-3 of the nation, place or people that modifiers, possessors and the phrases behind the head
    /// say; "" when none does. A sponsor (`Iran-backed`) and a target (`anti-Russian`) are no origin.
    [[nodiscard]] std::string country(const FoundMention& mention) const;
    /// The body that an actor works for or is part of, among the words in front of the head or behind it
    /// (`UN officials`, `member of the parliament`); null when none is named.
    [[nodiscard]] const FoundMention* employer(const FoundMention& mention) const;
    /// The sector that a modifier in front of the head says; "".
    [[nodiscard]] std::string_view modifier_sector(const FoundMention& mention) const;
    /// Country of a name's own words: a nation, place or people within it (`Bank of Japan`); "".
    [[nodiscard]] std::string country_within(const FoundMention& mention) const;

  private:
    /// Tokens `[first, last)`.
    struct Range {
        TokenIndex first = 0, last = 0;
    };

    [[nodiscard]] Range front(const FoundMention& mention) const;
    [[nodiscard]] Range behind(TokenIndex preposition) const;
    [[nodiscard]] std::string country_at(TokenIndex i, Range range, const FoundMention& mention) const;
    [[nodiscard]] bool is_in_body(TokenIndex i, const FoundMention& mention) const;
    [[nodiscard]] std::string country_of_city(std::string_view name) const;
    [[nodiscard]] bool is_no_origin(TokenIndex i, const FoundMention& mention) const;
    [[nodiscard]] const FoundMention* body_at(TokenIndex i, const FoundMention& of) const;

    const Parse& m_parse;
    const std::vector<FoundMention>& m_mentions;
    const std::vector<Place>& m_places;
    const where::Gazetteer& m_gazetteer;
    std::vector<std::int32_t> m_mention_at; // token → mention whose core or head it is, -1
    std::vector<std::int32_t> m_place_at;   // token → place, -1
};

} // namespace dateline::who

#include "where/lookup.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "where/name_key.hpp"
#include "where/place_words.hpp"

namespace dateline::where {

void Lookup::normalize_words(Stretch words) const {
    const Span span = m_parse.span_of(words.first, words.last);
    normalize(m_parse.text.substr(span.start, span.end - span.start), m_buffer);
}

Lookup::Entries Lookup::find(Stretch words) const {
    if (words.empty()) return {};
    normalize_words(words);
    return m_gazetteer.find_normalized(m_buffer);
}

Lookup::Entries Lookup::find_loosely(Stretch words) const {
    if (const Entries found = find(words); !found.empty()) return found;
    while (words.last - words.first > 1 && is_word(at(words.last - 1).lower, word_class::area)) {
        --words.last;
        if (const Entries found = find(words); !found.empty()) return found;
    }
    if (words.last - words.first > 2 && at(words.first + 1).lower == "of" &&
        is_word(at(words.first).lower, word_class::division))
        words.first += 2;
    while (words.last - words.first > 1 && is_word(at(words.first).lower, word_class::direction)) {
        ++words.first;
        if (const Entries found = find(words); !found.empty()) return found;
    }
    if (words.last - words.first > 1 &&
        (at(words.last - 1).lower == "township" || at(words.last - 1).lower == "twp." ||
         at(words.last - 1).lower == "county"))
        --words.last;
    return find(words);
}

Lookup::Entries Lookup::find_text(Span span) const {
    normalize(m_parse.text.substr(span.start, span.end - span.start), m_buffer);
    return m_gazetteer.find_normalized(m_buffer);
}

bool Lookup::is_known_text(std::string_view name) const {
    normalize(name, m_buffer);
    return !m_gazetteer.find_normalized(m_buffer).empty();
}

std::uint64_t Lookup::key_of(Span span) const {
    normalize(m_parse.text.substr(span.start, span.end - span.start), m_buffer);
    return name_key(m_buffer);
}

bool Lookup::is_big(Entries entries) const {
    constexpr std::uint32_t big_city = 100'000;
    constexpr std::uint32_t metropolis = 1'000'000;
    return std::any_of(entries.begin(), entries.end(), [&](const Gazetteer::NameEntry& entry) {
        const PlaceRecord& place = m_gazetteer.place(entry);
        if (place.kind == PlaceKind::city && entry.rank == NameRank::other)
            return place.population >= metropolis;
        if (place.kind == PlaceKind::city) return place.is_capital != 0 || place.population >= big_city;
        return entry.rank == NameRank::main && place.kind != PlaceKind::admin2 &&
               place.kind != PlaceKind::point;
    });
}

std::uint32_t Lookup::population(Entries entries) const {
    std::uint32_t most = 0;
    for (const auto& entry : entries)
        if (entry.rank == NameRank::main) most = std::max(most, m_gazetteer.place(entry).population);
    return most;
}

bool Lookup::are_towns_without_article(Entries entries) const {
    return std::all_of(entries.begin(), entries.end(), [&](const auto& entry) {
        const PlaceRecord& place = m_gazetteer.place(entry);
        return place.kind == PlaceKind::city && !m_gazetteer.name(place).starts_with("The ");
    });
}

bool Lookup::is_main(Entries entries) const {
    return std::any_of(entries.begin(), entries.end(), [&](const Gazetteer::NameEntry& entry) {
        const PlaceRecord& place = m_gazetteer.place(entry);
        return entry.rank == NameRank::main && (place.kind != PlaceKind::city || place.population > 0);
    });
}

bool Lookup::is_country_or_division(Entries entries) const {
    return std::any_of(entries.begin(), entries.end(), [&](const Gazetteer::NameEntry& entry) {
        const PlaceKind kind = m_gazetteer.place(entry).kind;
        return entry.rank == NameRank::main && (kind == PlaceKind::country || kind == PlaceKind::admin1);
    });
}

bool Lookup::is_capitalised(TokenIndex i) const {
    const char c = at(i).text.front();
    return is_upper(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool Lookup::has_capital(Stretch words) const {
    for (TokenIndex i = words.first; i < words.last; ++i)
        if (is_capitalised(i)) return true;
    return false;
}

bool Lookup::is_acronym(Stretch words) const {
    if (words.last - words.first != 1 || at(words.first).text.size() > 5) return false;
    const std::string_view text = at(words.first).text;
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return is_lower(c) || (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

bool Lookup::has_county_form(Stretch words) const {
    const std::string_view last = at(words.last - 1).lower;
    return words.last - words.first > 1 && (last == "county" || last == "parish" || last == "township");
}

} // namespace dateline::where

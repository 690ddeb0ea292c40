#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::codes {

/// A country or territory of `data/codes/countries.txt`.
struct Country {
    std::string_view alpha3, alpha2;
    std::vector<std::string_view> names;    // the first is shown
    std::vector<std::string_view> demonyms; // nouns and adjectives
    std::string_view capital;
    double lat = 0, lon = 0; // degrees
    std::string_view geonames;
    std::int64_t population = 0;
};

/// All countries, in order of their code.
const std::vector<Country>& countries();
/// The country with this alpha-3 code; null when there is none.
const Country* country(std::string_view alpha3);
/// The alpha-3 code of a name in any of its forms, with or without "the"; "" when it names no country.
std::string_view country_of_name(std::string_view name);
/// The alpha-3 code of a demonym or adjective (`Turkish`, `Turks`); "" when it is none.
std::string_view country_of_demonym(std::string_view word);
/// The alpha-3 code of an alpha-2 code; "".
std::string_view country_of_alpha2(std::string_view alpha2);
/// The alpha-3 code of the country whose capital this is; "".
std::string_view country_of_capital(std::string_view city);

} // namespace dateline::codes

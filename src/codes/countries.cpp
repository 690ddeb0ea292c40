#include "codes/countries.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view codes_countries();
}

namespace dateline::codes {

namespace {

using Index = std::unordered_map<std::string_view, std::string_view>;

struct Tables {
    std::vector<Country> countries;
    Index names, demonyms, alpha2, capitals;
};

std::vector<std::string_view> list(std::string_view field) {
    std::vector<std::string_view> items;
    for (const std::string_view item : split(field, ';'))
        if (!trim(item).empty()) items.push_back(trim(item));
    return items;
}

double number(std::string_view field) {
    double value = 0;
    std::from_chars(field.data(), field.data() + field.size(), value);
    return value;
}

Tables read_tables() {
    Tables tables;
    for_each_data_line(data::codes_countries(), [&](std::string_view line, int at) {
        const auto fields = split(line, '|');
        if (fields.size() != 9 || fields[0].size() != 3)
            throw error("data/codes/countries.txt:{}: expected nine fields", at);
        tables.countries.push_back({fields[0], fields[1], list(fields[2]), list(fields[3]), fields[4],
                                    number(fields[5]), number(fields[6]), fields[7],
                                    static_cast<std::int64_t>(number(fields[8]))});
    });
    // Where two share a word (`American`), it means the bigger one.
    std::sort(tables.countries.begin(), tables.countries.end(),
              [](const Country& a, const Country& b) { return a.population > b.population; });
    for (const Country& country : tables.countries) {
        for (const std::string_view name : country.names) tables.names.emplace(name, country.alpha3);
        for (const std::string_view word : country.demonyms) tables.demonyms.emplace(word, country.alpha3);
        tables.alpha2.emplace(country.alpha2, country.alpha3);
        if (!country.capital.empty()) tables.capitals.emplace(country.capital, country.alpha3);
    }
    std::sort(tables.countries.begin(), tables.countries.end(),
              [](const Country& a, const Country& b) { return a.alpha3 < b.alpha3; });
    return tables;
}

const Tables& tables() {
    static const Tables tables = read_tables();
    return tables;
}

std::string_view find(const Index& index, std::string_view key) {
    const auto found = index.find(key);
    return found == index.end() ? std::string_view{} : found->second;
}

} // namespace

const std::vector<Country>& countries() {
    return tables().countries;
}

const Country* country(std::string_view alpha3) {
    const auto& all = tables().countries;
    const auto found =
        std::lower_bound(all.begin(), all.end(), alpha3,
                         [](const Country& c, std::string_view code) { return c.alpha3 < code; });
    return found != all.end() && found->alpha3 == alpha3 ? &*found : nullptr;
}

std::string_view country_of_name(std::string_view name) {
    if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
    return find(tables().names, name);
}

std::string_view country_of_demonym(std::string_view word) {
    return find(tables().demonyms, word);
}
std::string_view country_of_alpha2(std::string_view alpha2) {
    return find(tables().alpha2, alpha2);
}
std::string_view country_of_capital(std::string_view city) {
    return find(tables().capitals, city);
}

} // namespace dateline::codes

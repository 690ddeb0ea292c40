// An institution is known by its names; the longest name of the table that holds the mention counts. The bare
// name of a town stands for its university where somebody has a degree from it, studied or teaches there.

#include "where/institutions.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"
#include "where/fields.hpp"
#include "where/name_key.hpp"
#include "where/own_places.hpp"
#include "where/place_words.hpp"

namespace dateline::data {
std::string_view where_institutions();
}

namespace dateline::where {

namespace {

struct Institution {
    Campus campus;
    bool has_one_word = false;
};
using Table = std::unordered_map<std::uint64_t, Institution>; // by key of the name

Table read_table() {
    Table table;
    for_each_data_line(data::where_institutions(), [&](std::string_view line, int at) {
        const std::string where = "data/where/institutions.txt:" + std::to_string(at);
        const auto fields = split(line, '|');
        if (fields.size() != 3) throw error("{}: expected three fields", where);
        const Campus campus{number<float>(trim(fields[1]), where), number<float>(trim(fields[2]), where)};
        for (const std::string_view name : trimmed(fields[0], ';'))
            if (!table.emplace(name_key(normalized(name)), Institution{campus, !name.contains(' ')}).second)
                throw error("{}: {} is there twice", where, name);
    });
    return table;
}

const Table& table() {
    static const Table read = read_table();
    return read;
}

const Institution* named(const Lookup& lookup, Stretch words) {
    const auto found = table().find(lookup.key(words));
    return found == table().end() ? nullptr : &found->second;
}

/// `a degree from Yale and X`, `studied at X`, `a X professor`.
bool is_of_learning(const Lookup& lookup, Stretch mention) {
    constexpr TokenIndex reach = 6;
    const TokenIndex size = lookup.parse().size();
    const auto teaches = [&](TokenIndex i) { return is_word(lookup.at(i).lower, word_class::learning); };
    for (TokenIndex i = mention.last; i < std::min(size, mention.last + 2); ++i)
        if (teaches(i)) return true;
    bool is_led = false; // by a preposition
    for (TokenIndex i = mention.first - 1; i >= 0 && i >= mention.first - reach; --i) {
        const Token& token = lookup.at(i);
        if (teaches(i)) return is_led;
        is_led = is_led || token.lower == "from" || token.lower == "at" || token.lower == "of";
        const bool goes_on = is_led || token.lower == "and" || token.text == "," || lookup.is_capitalised(i);
        if (!goes_on || token.text == ".") return false;
    }
    return false;
}

/// The longest name of the table that goes on beyond the mention.
const Campus* whole_name(const Lookup& lookup, Stretch mention) {
    constexpr TokenIndex longest = 6; // tokens of a name
    const TokenIndex begin = std::max(0, mention.last - longest);
    const TokenIndex end = std::min(lookup.parse().size(), mention.first + longest);
    bool has_body = false; // `University`
    for (TokenIndex i = begin; i < end && !has_body; ++i)
        has_body = is_word(lookup.at(i).lower, word_class::body);
    if (!has_body) return nullptr;
    for (TokenIndex length = longest; length > mention.last - mention.first; --length)
        for (TokenIndex first = std::max(begin, mention.last - length);
             first <= mention.first && first + length <= end; ++first)
            if (const Institution* whole = named(lookup, {first, first + length});
                whole != nullptr && !whole->has_one_word)
                return &whole->campus;
    return nullptr;
}

} // namespace

const Campus* institution_of(const Lookup& lookup, Stretch mention) {
    if (const Campus* campus = whole_name(lookup, mention)) return campus;
    const Institution* own = named(lookup, mention);
    return own != nullptr && is_of_learning(lookup, mention) ? &own->campus : nullptr;
}

bool lies_at(const PlaceRecord& place, const Campus& campus) {
    constexpr float near = 0.4F; // degrees, 45 km
    constexpr float degree = 0.0174533F;
    return place.kind != PlaceKind::country && std::abs(place.lat - campus.lat) < near &&
           std::abs(place.lon - campus.lon) * std::cos(campus.lat * degree) < near;
}

} // namespace dateline::where

// The language model's names of places are often a word too long or too short. Here their borders are moved
// to what the gazetteer knows, and only to that: words the gazetteer does not know stay as they are, but for
// marks, articles and common nouns.

#include "where/borders.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "where/place_words.hpp"

namespace dateline::where {

namespace {

bool is_mark(const Token& token) {
    return token.tag == Tag::pos || token.pos == Pos::punct || token.pos == Pos::space;
}

Stretch without_marks(const Lookup& lookup, Stretch name) {
    while (!name.empty() && is_mark(lookup.at(name.last - 1)) &&
           (lookup.at(name.last - 1).text != ")" || name.last - name.first <= 2))
        --name.last;
    while (!name.empty() &&
           (lookup.at(name.last - 1).pos == Pos::adp || lookup.at(name.last - 1).pos == Pos::cconj ||
            lookup.at(name.last - 1).pos == Pos::det))
        --name.last;
    while (!name.empty() && (lookup.at(name.first).lower == "the" || is_mark(lookup.at(name.first))))
        ++name.first;
    return name;
}

bool joins_names(const Token& token) {
    const std::string_view lower = token.lower;
    return lower == "-" || lower == "of" || lower == "the" || lower == "and" || lower == "on" ||
           lower == "upon" || lower == "de" || lower == "la" || lower == "du" || lower == "el" ||
           lower == "al" || lower == "d'" || lower == "." || lower == "–" || lower == "/" || lower == "'s" ||
           lower == "’s";
}

bool separates(const Token& token) {
    const std::string_view text = token.text;
    return text == "," || text == "/" || text == ";" || text == ":" || text == "(" || text == "[" ||
           text == "–" || text == "—" || text == "--" || text == "-" || text == "and" || text == "to" ||
           text == "or" || text == "&";
}

/// `East Texas`, a hamlet of that name, is rather the east of Texas.
bool is_small_part(const Lookup& lookup, Stretch name) {
    if (name.last - name.first < 2 || !is_word(lookup.at(name.first).lower, word_class::direction))
        return false;
    if (lookup.is_big(lookup.find(name))) return false;
    return lookup.is_country_or_division(lookup.find({name.first + 1, name.last}));
}

} // namespace

Stretch trimmed_name(const Lookup& lookup, Stretch name) {
    name = without_marks(lookup, name);
    if (name.empty() || (lookup.is_known(name) && !is_small_part(lookup, name))) return name;
    Stretch rest = name;
    while (rest.last - rest.first > 1 &&
           (lookup.at(rest.last - 1).pos == Pos::num || is_digit(lookup.at(rest.last - 1).text.front())))
        --rest.last;
    if (rest.last != name.last && lookup.is_known(rest)) return rest;
    rest = name;
    if (rest.last - rest.first > 2 && lookup.at(rest.first + 1).lower == "of" &&
        is_word(lookup.at(rest.first).lower, word_class::division)) {
        rest = without_marks(lookup, {rest.first + 2, rest.last});
        if (lookup.is_known(rest)) return rest;
        rest = name;
    }
    while (rest.last - rest.first > 1 && !lookup.is_capitalised(rest.last - 1) &&
           is_word(lookup.at(rest.last - 1).lower, word_class::area))
        --rest.last;
    if (lookup.is_known(rest) && !is_small_part(lookup, rest)) return rest;
    const Stretch behind = rest;
    while (rest.last - rest.first > 1 && is_word(lookup.at(rest.first).lower, word_class::direction)) {
        ++rest.first;
        if (lookup.at(rest.first).lower == "-" && rest.last - rest.first > 1) ++rest.first;
        if (lookup.is_known(rest)) return rest;
    }
    rest = behind;
    while (rest.last - rest.first > 1 && !lookup.is_capitalised(rest.first) &&
           is_word(lookup.at(rest.first).lower, word_class::direction))
        ++rest.first;
    return without_marks(lookup, rest);
}

Stretch widened_name(const Lookup& lookup, Stretch name) {
    constexpr TokenIndex reach = 4;
    const Sentence& sentence = lookup.parse().sentence_of(name.first);
    Stretch best = name;
    for (TokenIndex last = name.last; last < std::min(sentence.last, name.last + reach); ++last) {
        if (!lookup.is_capitalised(last) && !joins_names(lookup.at(last))) break;
        if (lookup.is_capitalised(last) && lookup.is_known({name.first, last + 1})) best.last = last + 1;
    }
    for (TokenIndex first = name.first - 1; first >= std::max(sentence.first, name.first - 2); --first) {
        if (lookup.at(first).text == "." && first > sentence.first) continue; // `ST. PARIS`
        if (!lookup.is_capitalised(first)) break;
        if (lookup.at(first).lower != "the" && lookup.is_known({first, best.last}) &&
            !is_small_part(lookup, {first, best.last}))
            best.first = first;
    }
    return best;
}

bool is_behind_arabic_article(const Lookup& lookup, TokenIndex first) {
    return first > 1 && lookup.at(first - 1).text == "-" &&
           is_word(lookup.at(first - 2).lower, word_class::arabic_article);
}

Stretch with_arabic_article(const Lookup& lookup, Stretch name) {
    if (name.empty() || !is_behind_arabic_article(lookup, name.first)) return name;
    const Stretch whole{name.first - 2, name.last};
    const Lookup::Entries entries = lookup.find(whole);
    return lookup.is_main(entries) || (!entries.empty() && !lookup.is_known(name)) ? whole : name;
}

std::vector<Stretch> separate_names(const Lookup& lookup, Stretch name) {
    const bool is_whole = name.empty() || lookup.is_known(name);
    std::vector<Stretch> names;
    TokenIndex start = name.first;
    for (TokenIndex i = name.first; i < name.last && !is_whole; ++i) {
        if (!separates(lookup.at(i))) continue;
        const bool is_soft = lookup.at(i).text != "," && lookup.at(i).text != "(";
        if (is_soft && (start == i || !lookup.is_known({start, i}))) continue;
        if (start < i) names.push_back({start, i});
        start = i + 1;
    }
    if (start < name.last) names.push_back({start, name.last});
    return names;
}

} // namespace dateline::where

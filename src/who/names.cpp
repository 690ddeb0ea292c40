// The model's names, corrected: articles, possessive endings and stray marks cut off, types settled by the
// actor book, by a title in front, and by the nations' names.

#include <algorithm>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/who.hpp"

namespace dateline::who {

namespace {

/// The name's tokens without what does not belong to a name.
std::pair<TokenIndex, TokenIndex> trimmed(const Parse& parse, const Name& name) {
    TokenIndex first = name.first;
    TokenIndex last = name.last;
    const bool keeps_article = name.type != NameType::person && name.type != NameType::gpe &&
                               name.type != NameType::org && name.type != NameType::norp &&
                               name.type != NameType::loc && name.type != NameType::fac;
    while (last > first + 1 && (parse.at(last - 1).tag == Tag::pos || parse.at(last - 1).pos == Pos::space ||
                                parse.at(last - 1).text == ","))
        --last;
    while (first + 1 < last &&
           (parse.at(first).pos == Pos::space ||
            (!keeps_article && (parse.at(first).lower == "the" || parse.at(first).lower == "a"))))
        ++first;
    return {first, last};
}

bool places_none(const std::vector<Place>& places, Span span) {
    return std::none_of(places.begin(), places.end(),
                        [&](const Place& place) { return place.span.overlaps(span) && place.resolved; });
}

NameType settled_type(const Parse& parse, TokenIndex first, TokenIndex last, NameType type,
                      const std::vector<Place>& places, const ActorBook& book) {
    const Span span = parse.span_of(first, last);
    const std::string_view text = words(parse.text, span);
    if (type != NameType::person && type != NameType::org && type != NameType::gpe &&
        type != NameType::norp && type != NameType::fac && type != NameType::product && type != NameType::loc)
        return type;
    if (!codes::country_of_name(text).empty() && type != NameType::person && !(type == NameType::norp))
        return NameType::gpe;
    if (const BookEntry* entry = book.find(text)) {
        if (entry->kind == "person") return NameType::person;
        if (type == NameType::gpe || type == NameType::person || type == NameType::norp ||
            type == NameType::product || type == NameType::fac)
            return entry->kind == "party" && type == NameType::norp ? NameType::norp : NameType::org;
        return type;
    }
    if (last - first == 1 && (type == NameType::org || type == NameType::product || type == NameType::gpe) &&
        places_none(places, span) && book.find_last_name(text) != nullptr)
        return NameType::person;
    if (type == NameType::person && last - first == 1 && !codes::country_of_demonym(text).empty() &&
        text.ends_with('s'))
        return NameType::norp;
    if (type == NameType::org && last - first <= 2 && first > 0) {
        const std::string_view before = parse.at(first - 1).lower;
        if (book.title(before) != nullptr && parse.at(first - 1).pos == Pos::propn && before != "president" &&
            before != "general")
            return NameType::person;
    }
    if (!codes::country_of_demonym(text).empty() && type == NameType::org && parse.at(first).pos == Pos::adj)
        return NameType::norp;
    const bool resolved = std::any_of(places.begin(), places.end(), [&](const Place& place) {
        return place.span == span && place.resolved;
    });
    return type == NameType::org && resolved ? NameType::gpe : type;
}

} // namespace

std::vector<NameSpan> find_names(const Parse& parse, const Report& /*report*/,
                                 const std::vector<Place>& places, const ActorBook& book) {
    std::vector<NameSpan> names;
    for (const Name& name : parse.names) {
        const auto [first, last] = trimmed(parse, name);
        const NameType type = settled_type(parse, first, last, name.type, places, book);
        names.push_back({parse.span_of(first, last),
                         type == NameType::other ? std::string(name.type_text) : std::string(to_text(type))});
    }
    return names;
}

} // namespace dateline::who

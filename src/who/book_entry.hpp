#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace dateline::who {

/// An office somebody held. Days are ISO, months or years, both ends inclusive; an open end is "".
struct Office {
    std::string title, from, to;
};

/// What holds only from a day to a day, as in `Office`; one of both may be open.
template<typename Value>
struct Dated {
    Value value;
    std::string from, to;
};

/// True when the day (ISO; "" or an unknown one: any) lies in the period, which may be given by months or
/// years.
bool covers(std::string_view from, std::string_view to, std::string_view day);

/// An entry of the actor book (format: doc/actor-book.md).
struct BookEntry {
    std::string name;
    std::vector<std::string> aliases;
    std::string kind, gender, country;
    std::vector<std::string> sectors; // outside the periods below
    std::string code;                 // "" to have it made of country and sectors
    std::string wikidata;
    std::vector<Dated<std::vector<std::string>>> dated_sectors;
    std::vector<Dated<std::string>> dated_codes;
    std::vector<Office> offices;

    /// Sectors and code on a day: those of the first period that covers it, else the undated ones. Without a
    /// known day the undated ones.
    [[nodiscard]] const std::vector<std::string>& sectors_on(std::string_view day) const;
    [[nodiscard]] std::string_view code_on(std::string_view day) const;
};

/// What a title or a common noun says of its bearer.
struct Agent {
    std::string kind;
    std::vector<std::string> sectors;
    bool is_body = false; // stands for several or for a body also in the singular
};

/// What an entry is searched by, as its line has it. Views into the line.
struct EntryKeys {
    std::string_view name;
    std::string_view aliases; // names between semicolons, or a lone `-`
    std::string_view kind;    // without the gender
    std::string_view country; // "" for none
    std::string_view offices; // between semicolons, or a lone `-`
};

/// Finds these in a line of eight fields, nothing when it has more or less; what is malformed is not seen.
std::optional<EntryKeys> entry_keys(std::string_view line);

/// The title of an office, `Title FROM..TO`.
std::string_view office_title(std::string_view office);

/// Calls `visit(item)` for each item of a field of several, without blanks around it.
template<typename Visit>
void for_each_item(std::string_view field, Visit visit) {
    if (field == "-") return;
    while (!field.empty()) {
        const std::size_t end = field.find(';');
        const std::string_view item = trim(field.substr(0, end));
        field.remove_prefix(end == std::string_view::npos ? field.size() : end + 1);
        if (!item.empty()) visit(item);
    }
}

/// Reads a line of eight fields. `where` (file and line) opens the message of the `Error` thrown for a
/// malformed field.
BookEntry read_entry(std::string_view line, const std::string& where);

/// Reads a line of four fields: a noun and what it says.
std::pair<std::string, Agent> read_agent(std::string_view line, const std::string& where);

/// The line of an entry, without line end. `read_entry` reads it back.
std::string entry_line(const BookEntry& entry);
std::string agent_line(std::string_view noun, const Agent& agent);

/// What a name is searched by. Names of several words (a hyphen parts words): without regard to case,
/// accents, points, apostrophes and a leading article. Single words keep their case apart from the accents
/// and points: `WHO` is not `who`.
std::string book_key(std::string_view name);

} // namespace dateline::who

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

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

// Lines of the actor book:
//
//   entry   = name "|" aliases "|" kind "|" country "|" sectors "|" code "|" wikidata "|" offices
//   aliases = name *( ";" name )                           a lone "-" stands for an empty field
//   kind    = word [ "m" / "f" ]
//   sectors = dated *( ";" dated )    dated = *SECTOR [ period ]    period = [ day ] ".." [ day ]
//   code    = dated *( ";" dated )    dated = CODE [ period ]
//   offices = office *( ";" office )  office = title period
//   agent   = noun "|" kind "|" sectors "|" ( "s" / "p" )

#include "who/book_entry.hpp"

#include <algorithm>
#include <array>

#include <fmt/ranges.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "codes/countries.hpp"
#include "where/name_key.hpp"

namespace dateline::who {

namespace {

constexpr std::array<std::string_view, 11> entry_kinds{"person", "government", "military",  "armed_group",
                                                       "igo",    "ngo",        "company",   "media",
                                                       "party",  "other",      "population"};
constexpr std::array<std::string_view, 13> agent_kinds{
    "person", "government", "military", "armed_group", "igo",   "ngo",         "company",
    "media",  "party",      "other",    "population",  "state", "organization"};
constexpr std::array<std::string_view, 27> known_sectors{
    "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "REB", "PRM", "UAF", "UNK", "OPP", "CVL", "REF",
    "ELI", "BUS", "LAB", "AGR", "EDU", "JRN", "MED", "REL", "CRM", "SOC", "PRE", "IGO", "NGO"};
/// States that are gone but stand in codes and in reports of their time.
constexpr std::array<std::string_view, 6> former_states{"YUG", "SCG", "SUN", "DDR", "CSK", "TMP"};

template<typename Set>
bool holds(const Set& set, std::string_view item) {
    return std::find(set.begin(), set.end(), item) != set.end();
}

std::vector<std::string> list(std::string_view field, char separator) {
    std::vector<std::string> items;
    if (trim(field) == "-") return items;
    for (const std::string_view item : split(field, separator))
        if (!trim(item).empty()) items.emplace_back(trim(item));
    return items;
}

std::string optional(std::string_view field) {
    return trim(field) == "-" ? std::string() : std::string(trim(field));
}

/// `2001`, `2001-02` or `2001-02-03`.
bool is_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((i == 4 || i == 7) ? text[i] != '-' : !is_digit(text[i])) return false;
    const auto two = [&](std::size_t at) { return 10 * (text[at] - '0') + text[at + 1] - '0'; };
    return (text.size() < 7 || (two(5) >= 1 && two(5) <= 12)) &&
           (text.size() < 10 || (two(8) >= 1 && two(8) <= 31));
}

/// The part of an item that stands behind its last blank when that is a period; `from` and `to` are set.
bool take_period(std::string_view& item, std::string& from, std::string& to, const std::string& where) {
    const std::size_t space = item.rfind(' ');
    const std::string_view last = space == std::string_view::npos ? item : item.substr(space + 1);
    const std::size_t dots = last.find("..");
    if (dots == std::string_view::npos) return false;
    from = last.substr(0, dots);
    to = last.substr(dots + 2);
    if ((from.empty() && to.empty()) || (!from.empty() && !is_date(from)) || (!to.empty() && !is_date(to)))
        throw error("{}: malformed date in {} (a period is FROM..TO, FROM.. or ..TO)", where, item);
    if (!from.empty() && !to.empty() && to < from && !from.starts_with(to))
        throw error("{}: {} ends before it begins", where, item);
    item = space == std::string_view::npos ? std::string_view{} : trim(item.substr(0, space));
    return true;
}

Office read_office(std::string_view text, const std::string& where) {
    Office office;
    std::string_view title = text;
    if (!take_period(title, office.from, office.to, where) || title.empty() || office.from.empty())
        throw error("{}: an office needs `Title FROM..TO`: {}", where, text);
    office.title = title;
    return office;
}

std::vector<std::string> read_sectors(std::string_view text, const std::string& where) {
    std::vector<std::string> sectors = list(text, ' ');
    for (const std::string& sector : sectors)
        if (!holds(known_sectors, sector)) throw error("{}: {} is no sector", where, sector);
    return sectors;
}

bool is_code(std::string_view code) {
    return code.size() >= 3 && code.size() <= 18 && code.size() % 3 == 0 &&
           std::all_of(code.begin(), code.end(), [](char c) { return is_upper(c) || is_digit(c); });
}

void read_dated_sectors(BookEntry& entry, std::string_view field, const std::string& where) {
    for (const std::string& item : list(field, ';')) {
        std::string_view words = item;
        Dated<std::vector<std::string>> dated;
        const bool limited = take_period(words, dated.from, dated.to, where);
        dated.value = read_sectors(words, where);
        if (limited)
            entry.dated_sectors.push_back(std::move(dated));
        else
            entry.sectors = std::move(dated.value);
    }
}

void read_dated_codes(BookEntry& entry, std::string_view field, const std::string& where) {
    for (const std::string& item : list(field, ';')) {
        std::string_view code = item;
        Dated<std::string> dated;
        const bool limited = take_period(code, dated.from, dated.to, where);
        if (!is_code(code)) throw error("{}: {} is no CAMEO actor code", where, code);
        dated.value = code;
        if (limited)
            entry.dated_codes.push_back(std::move(dated));
        else
            entry.code = std::move(dated.value);
    }
}

void read_kind(BookEntry& entry, std::string_view field, const std::string& where) {
    const auto kind = list(field, ' ');
    if (kind.empty()) throw error("{}: an actor needs a kind", where);
    if (!holds(entry_kinds, kind[0]))
        throw error("{}: {} is no kind of actor ({})", where, kind[0], fmt::join(entry_kinds, ", "));
    entry.kind = kind[0];
    if (kind.size() == 1) return;
    if (kind.size() > 2 || entry.kind != "person" || (kind[1] != "m" && kind[1] != "f"))
        throw error("{}: {} is not understood: a kind, and m or f behind person", where, trim(field));
    entry.gender = kind[1];
}

std::string or_dash(std::string text) {
    return text.empty() ? "-" : text;
}

template<typename Value, typename Write>
std::string dated_field(const std::string& plain, const std::vector<Dated<Value>>& dated, Write write) {
    std::string out = plain;
    for (const auto& item : dated)
        out += fmt::format("{}{} {}..{}", out.empty() ? "" : "; ", write(item.value), item.from, item.to);
    return or_dash(out);
}

} // namespace

bool covers(std::string_view from, std::string_view to, std::string_view day) {
    if (day.empty() || !is_digit(day.front())) return true;
    return from.substr(0, day.size()) <= day && (to.empty() || day.substr(0, to.size()) <= to);
}

const std::vector<std::string>& BookEntry::sectors_on(std::string_view day) const {
    if (!day.empty() && is_digit(day.front()))
        for (const auto& dated : dated_sectors)
            if (covers(dated.from, dated.to, day)) return dated.value;
    return sectors;
}

std::string_view BookEntry::code_on(std::string_view day) const {
    if (!day.empty() && is_digit(day.front()))
        for (const auto& dated : dated_codes)
            if (covers(dated.from, dated.to, day)) return dated.value;
    return code;
}

std::optional<EntryKeys> entry_keys(std::string_view line) {
    std::array<std::string_view, 8> fields;
    std::size_t count = 0;
    for (std::size_t end = 0; end != std::string_view::npos; ++count) {
        end = line.find('|');
        if (count < fields.size()) fields[count] = trim(line.substr(0, end));
        line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    }
    if (count != fields.size()) return std::nullopt;
    EntryKeys keys{fields[0], fields[1], fields[2], fields[3], fields[7]};
    keys.kind = keys.kind.substr(0, keys.kind.find(' '));
    if (keys.country == "-") keys.country = {};
    return keys;
}

std::string_view office_title(std::string_view office) {
    const std::size_t space = office.rfind(' ');
    return space == std::string_view::npos ? std::string_view{} : trim(office.substr(0, space));
}

BookEntry read_entry(std::string_view line, const std::string& where) {
    const auto fields = split(line, '|');
    if (fields.size() != 8)
        throw error("{}: an actor needs eight fields separated by |, this has {}", where, fields.size());
    BookEntry entry;
    entry.name = trim(fields[0]);
    if (entry.name.empty()) throw error("{}: an actor needs a name", where);
    entry.aliases = list(fields[1], ';');
    read_kind(entry, fields[2], where);
    entry.country = optional(fields[3]);
    if (!entry.country.empty() && codes::country(entry.country) == nullptr &&
        !holds(former_states, entry.country))
        throw error("{}: {} is no ISO 3166 alpha-3 country (- for none)", where, entry.country);
    read_dated_sectors(entry, fields[4], where);
    read_dated_codes(entry, fields[5], where);
    entry.wikidata = optional(fields[6]);
    const auto digits = std::string_view(entry.wikidata).substr(entry.wikidata.empty() ? 0 : 1);
    if (!entry.wikidata.empty() && (entry.wikidata.front() != 'Q' || digits.empty() ||
                                    !std::all_of(digits.begin(), digits.end(), is_digit)))
        throw error("{}: {} is no Wikidata id (Q and digits, - for none)", where, entry.wikidata);
    for (const std::string& office : list(fields[7], ';'))
        entry.offices.push_back(read_office(office, where));
    return entry;
}

std::pair<std::string, Agent> read_agent(std::string_view line, const std::string& where) {
    const auto fields = split(line, '|');
    if (fields.size() != 4) throw error("{}: a noun needs four fields separated by |", where);
    if (trim(fields[3]) != "s" && trim(fields[3]) != "p")
        throw error("{}: the number of a noun is s (one) or p (several or a body)", where);
    Agent agent{optional(fields[1]), read_sectors(fields[2], where), trim(fields[3]) == "p"};
    if (!holds(agent_kinds, agent.kind)) throw error("{}: {} is no kind of actor", where, agent.kind);
    if (trim(fields[0]).empty()) throw error("{}: the noun is missing", where);
    return {std::string(trim(fields[0])), std::move(agent)};
}

std::string entry_line(const BookEntry& entry) {
    std::string offices;
    for (const Office& office : entry.offices)
        offices +=
            fmt::format("{}{} {}..{}", offices.empty() ? "" : "; ", office.title, office.from, office.to);
    const auto joined = [](const std::vector<std::string>& words) {
        return fmt::format("{}", fmt::join(words, " "));
    };
    return fmt::format(
        "{} | {} | {}{}{} | {} | {} | {} | {} | {}", entry.name,
        or_dash(fmt::format("{}", fmt::join(entry.aliases, "; "))), entry.kind,
        entry.gender.empty() ? "" : " ", entry.gender, or_dash(entry.country),
        dated_field(joined(entry.sectors), entry.dated_sectors, joined),
        dated_field(entry.code, entry.dated_codes, [](const std::string& code) { return code; }),
        or_dash(entry.wikidata), or_dash(offices));
}

std::string agent_line(std::string_view noun, const Agent& agent) {
    return fmt::format("{}|{}|{}|{}", noun, agent.kind, fmt::join(agent.sectors, " "),
                       agent.is_body ? "p" : "s");
}

std::string book_key(std::string_view name) {
    std::string key = where::normalized(name);
    if (key.find(' ') != std::string::npos) return key;
    // A letter that is not ASCII is taken for a capital in front: names begin with one.
    const bool upper = std::any_of(name.begin(), name.end(), is_upper) ||
                       (!name.empty() && static_cast<unsigned char>(name[0]) >= 0x80);
    const bool lower = std::any_of(name.begin(), name.end(), is_lower);
    return key + (upper && lower ? "/C" : upper ? "/A" : "/a");
}

} // namespace dateline::who

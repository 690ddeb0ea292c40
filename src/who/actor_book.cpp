#include "who/actor_book.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "who/book_files.hpp"

namespace dateline::data {
std::string_view who_titles();
std::string_view who_agents();
std::string_view who_first_names();
} // namespace dateline::data

namespace dateline::who {

namespace {

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

Office read_office(std::string_view text, const std::string& where) {
    const std::size_t space = text.rfind(' ');
    const std::size_t dots = text.rfind("..");
    if (space == std::string_view::npos || dots == std::string_view::npos || dots < space)
        throw error("{}: an office needs `Title from..to`: {}", where, text);
    Office office{std::string(text.substr(0, space)), std::string(text.substr(space + 1, dots - space - 1)),
                  std::string(text.substr(dots + 2))};
    if (!is_date(office.from) || (!office.to.empty() && !is_date(office.to)))
        throw error("{}: malformed date in {}", where, text);
    if (!office.to.empty() && office.to < office.from)
        throw error("{}: an office that ends before it begins: {}", where, text);
    return office;
}

/// A name in capitals of more than one word, as headlines have it.
bool is_shouted(std::string_view name) {
    return name.find(' ') != std::string_view::npos && std::any_of(name.begin(), name.end(), is_upper) &&
           std::none_of(name.begin(), name.end(), is_lower);
}

std::string capitalized(std::string_view name) {
    std::string out = to_lower(name);
    for (std::size_t i = 0; i < out.size(); ++i)
        if (i == 0 || out[i - 1] == ' ' || out[i - 1] == '-') out[i] = name[i];
    return out;
}

std::string_view last_word(std::string_view name) {
    const std::size_t space = name.rfind(' ');
    return space == std::string_view::npos ? name : name.substr(space + 1);
}

} // namespace

ActorBook::ActorBook(const std::vector<std::filesystem::path>& user_files) {
    read_words();
    for (const BookFile& file : book_files()) read_entries(file.text, std::string(file.name));
    for (const auto& path : user_files) read_entries(MappedFile(path).text(), path.string());
}

void ActorBook::read_entries(std::string_view text, const std::string& file) {
    for_each_data_line(text, [&](std::string_view line, int number) {
        const std::string where = file + ":" + std::to_string(number);
        const auto fields = split(line, '|');
        if (fields.size() != 8)
            throw error("{}: an actor needs eight fields separated by |, this has {}", where, fields.size());
        BookEntry entry;
        entry.name = trim(fields[0]);
        entry.aliases = list(fields[1], ';');
        const auto kind = list(fields[2], ' ');
        if (kind.empty()) throw error("{}: an actor needs a kind", where);
        entry.kind = kind[0];
        if (kind.size() > 1) entry.gender = kind[1];
        entry.country = optional(fields[3]);
        if (!entry.country.empty() && entry.country.size() != 3)
            throw error("{}: {} is no ISO alpha-3 country", where, entry.country);
        entry.sectors = list(fields[4], ' ');
        entry.code = optional(fields[5]);
        entry.wikidata = optional(fields[6]);
        for (const std::string& office : list(fields[7], ';'))
            entry.offices.push_back(read_office(office, where));
        const std::size_t index = m_entries.size();
        const auto enter = [&](const std::string& name) {
            const bool is_new = m_names.emplace(name, index).second;
            if (!is_new && name.find(' ') != std::string::npos)
                throw error("{}: {} is entered twice", where, name);
        };
        enter(entry.name);
        for (const std::string& alias : entry.aliases) enter(alias);
        if (entry.kind == "person") {
            const auto [known, is_new] =
                m_last_names.emplace(std::string(last_word(entry.name)), static_cast<std::ptrdiff_t>(index));
            if (!is_new) known->second = -1;
        }
        m_entries.push_back(std::move(entry));
    });
}

void ActorBook::read_words() {
    for_each_data_line(data::who_titles(), [&](std::string_view line, int at) {
        const auto fields = split(line, '|');
        if (fields.size() != 2) throw error("data/who/titles.txt:{}: expected a title and its sectors", at);
        m_titles[std::string(fields[0])] = list(fields[1], ' ');
    });
    for_each_data_line(data::who_agents(), [&](std::string_view line, int at) {
        const auto fields = split(line, '|');
        if (fields.size() != 4) throw error("data/who/agents.txt:{}: expected four fields", at);
        m_agents[std::string(fields[0])] = {std::string(fields[1]), list(fields[2], ' '), fields[3] == "p"};
    });
    for_each_data_line(data::who_first_names(), [&](std::string_view line, int) {
        const auto names = split(line, ' ');
        for (std::size_t i = 1; i < names.size(); ++i) {
            const auto [known, is_new] = m_first_names.emplace(std::string(names[i]), names[0].front());
            if (!is_new && known->second != names[0].front()) known->second = '?';
        }
    });
}

const BookEntry* ActorBook::find(std::string_view name) const {
    if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
    auto found = m_names.find(name);
    if (found == m_names.end() && is_shouted(name)) found = m_names.find(capitalized(name));
    return found == m_names.end() ? nullptr : &m_entries[found->second];
}

const BookEntry* ActorBook::find_last_name(std::string_view last_name) const {
    const auto found = m_last_names.find(last_name);
    return found == m_last_names.end() || found->second < 0
               ? nullptr
               : &m_entries[static_cast<std::size_t>(found->second)];
}

const BookEntry* ActorBook::holder(std::string_view title, std::string_view country,
                                   std::string_view day) const {
    const BookEntry* found = nullptr;
    for (const BookEntry& entry : m_entries) {
        if (entry.country != country) continue;
        for (const Office& office : entry.offices) {
            const bool then = day.empty() || (office.from <= day && (office.to.empty() || office.to >= day));
            if (!then || to_lower(office.title) != title) continue;
            if (found != nullptr && found != &entry) return nullptr;
            found = &entry;
        }
    }
    return found;
}

const Agent* ActorBook::agent(std::string_view lemma) const {
    const auto found = m_agents.find(lemma);
    return found == m_agents.end() ? nullptr : &found->second;
}

const std::vector<std::string>* ActorBook::title(std::string_view lower) const {
    const auto found = m_titles.find(lower);
    return found == m_titles.end() ? nullptr : &found->second;
}

std::string_view ActorBook::gender_of(std::string_view first_name_lower) const {
    const auto found = m_first_names.find(first_name_lower);
    if (found == m_first_names.end()) return {};
    return found->second == 'm' ? "m" : found->second == 'f' ? "f" : "";
}

} // namespace dateline::who

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"

namespace dateline::who {

/// An office somebody held. Days are ISO, months or years; an open end is "".
struct Office {
    std::string title, from, to;
};

/// An entry of the actor book (format: data/who/actor_book/README.txt).
struct BookEntry {
    std::string name;
    std::vector<std::string> aliases;
    std::string kind, gender, country;
    std::vector<std::string> sectors;
    std::string code, wikidata;
    std::vector<Office> offices;
};

/// What a title or a common noun says of its bearer.
struct Agent {
    std::string kind;
    std::vector<std::string> sectors;
    bool is_body = false; // stands for several or for a body also in the singular
};

/// What is known beforehand of people and bodies that world news is about, and the agent words and titles.
/// The built-in book (`data/who/`) can be extended by user files. Safe to read from several threads.
class ActorBook {
  public:
    /// The built-in book plus the user's files. Throws `Error` naming file and line of a malformed entry, a
    /// duplicate or a malformed date.
    explicit ActorBook(const std::vector<std::filesystem::path>& user_files = {});

    /// The entry of a name in any of its forms; null when there is none.
    [[nodiscard]] const BookEntry* find(std::string_view name) const;
    /// The only person whose last name this is; null when there is none or several.
    [[nodiscard]] const BookEntry* find_last_name(std::string_view last_name) const;
    /// Who held an office of a country on a day (ISO; "" any); null when not known or not one.
    [[nodiscard]] const BookEntry* holder(std::string_view title, std::string_view country,
                                          std::string_view day) const;
    /// What a common noun (lemma) stands for; null when it stands for no actor.
    [[nodiscard]] const Agent* agent(std::string_view lemma) const;
    /// Sectors of a title in lower case; null when it is none.
    [[nodiscard]] const std::vector<std::string>* title(std::string_view lower) const;
    /// `m`, `f`; "" when the first name does not tell.
    [[nodiscard]] std::string_view gender_of(std::string_view first_name_lower) const;
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

  private:
    void read_entries(std::string_view text, const std::string& file);
    void read_words();
    template<typename Value>
    using Index = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

    std::vector<BookEntry> m_entries;
    Index<std::size_t> m_names;
    Index<std::ptrdiff_t> m_last_names; // -1: several
    Index<Agent> m_agents;
    Index<std::vector<std::string>> m_titles;
    Index<char> m_first_names;
};

} // namespace dateline::who

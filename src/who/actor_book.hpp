#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/key_table.hpp"
#include "base/made_once.hpp"
#include "base/mapped_file.hpp"
#include "base/text.hpp"
#include "who/book_entry.hpp"

namespace dateline::who {

/// What is known beforehand of people and bodies that world news is about, and the agent words and titles.
/// The built-in book (`data/who/`) can be extended by user files. Safe to read from several threads. Of an
/// entry only what it is searched by is found out at first; it is read when it is asked for.
class ActorBook {
  public:
    /// The built-in book plus the user's files; a name or noun in a later file takes the place of the same in
    /// earlier ones. Throws `Error` naming file and line of a malformed entry, a malformed date, an unknown
    /// kind, country or sector, or a name that two entries of the built-in book or of one user file claim.
    explicit ActorBook(const std::vector<std::filesystem::path>& user_files = {});

    /// The entry of a name in any of its forms, for a body of the country (ISO alpha-3) that the text says it
    /// is of; "" when it says none. Null when there is none, when bodies of several countries go by the name
    /// and no country is said, and when the government, military or party of the name is another country's.
    [[nodiscard]] const BookEntry* find(std::string_view name, std::string_view country = {}) const;
    /// The person that a last name alone calls on a day (ISO; "" or an unknown one: any): the only one in
    /// office, else the only one lately in office or without offices; null when there is none or several, or
    /// the name is too common to call anybody.
    [[nodiscard]] const BookEntry* find_last_name(std::string_view last_name,
                                                  std::string_view day = {}) const;
    /// Whether somebody of the book has this last name, with or without `al-`, and it is not too common.
    [[nodiscard]] bool is_last_name(std::string_view name) const;
    /// Whether a person holds an office on a day, will within a year or left one within six; true for those
    /// without offices and for an unknown day.
    [[nodiscard]] static bool is_remembered(const BookEntry& person, std::string_view day);
    /// Sectors of an entry on a day (ISO): those of its period, else of the office held; `ELI` for a person
    /// who left the office that its undated sectors are of; else, and without a known day, the undated ones.
    [[nodiscard]] std::vector<std::string> sectors_on(const BookEntry& entry, std::string_view day) const;
    /// Who held an office (title in any case) of a country on a day (ISO; "" any); null when not known or not
    /// one.
    [[nodiscard]] const BookEntry* holder(std::string_view title, std::string_view country,
                                          std::string_view day) const;
    /// What a common noun (lemma) stands for; null when it stands for no actor.
    [[nodiscard]] const Agent* agent(std::string_view lemma) const;
    /// Sectors of a title in lower case; null when it is none.
    [[nodiscard]] const std::vector<std::string>* title(std::string_view lower) const;
    /// `m`, `f`; "" when the first name does not tell.
    [[nodiscard]] std::string_view gender_of(std::string_view first_name_lower) const;
    [[nodiscard]] std::size_t size() const { return m_lines.size(); }
    /// The entry of a number below `size()`. Throws `Error` naming file and line when it is malformed.
    [[nodiscard]] const BookEntry& entry(std::uint32_t index) const;

  private:
    /// An entry as it stands in its file.
    struct Line {
        std::string_view text, name, country;
        bool is_person = false;
        std::uint32_t file = 0; // in m_file_names
        int number = 0;
    };
    /// An office by the hash of its title and country.
    struct OfficeUse {
        std::uint64_t key = 0;
        std::uint32_t entry = 0;
        std::uint32_t office = 0;
    };

    [[nodiscard]] const std::vector<std::string>* sectors_of_office(std::string_view office) const;
    void read_words();
    void read_user_file(const std::filesystem::path& path);
    [[nodiscard]] std::string source_of(const Line& line) const;
    void start_file(std::string name);
    void add(std::string_view text, int number);
    void enter_name(std::string_view name, std::uint32_t entry);
    [[nodiscard]] bool goes_by(std::uint32_t entry, std::string_view name) const;
    void index_last_names();

    template<typename Value>
    using Index = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

    std::vector<MappedFile> m_user_files; // that lines are views into
    std::vector<std::string> m_file_names;
    std::vector<Line> m_lines;        // by number of the entry
    MadeOnce<BookEntry> m_entries;    // the same, read
    std::uint32_t m_layer_start = 0;  // first entry of the file being read, or of the built-in book
    KeyedLists m_names;               // key of a name → the entries that go by it
    KeyedLists m_last_names;          // of people
    std::vector<OfficeUse> m_offices; // by key
    Index<Agent> m_agents;
    Index<std::vector<std::string>> m_titles;
    KeyTable m_first_names; // name → m, f, or ? for either
};

} // namespace dateline::who

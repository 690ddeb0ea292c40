// A CAMEO code is read in groups of three: a country or IGO, NGO, MNC, IMG, then roles; what is neither (a
// party, a people, a body) stays in the code. The dictionaries do not tell people from bodies: an entry with
// a known first name, or that is ever ELI, is taken for a person.

#include "who/cameo_import.hpp"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/phrase_words.hpp"

namespace dateline::who {

/// Keys of the names entered so far.
class CameoImport::Names {
  public:
    bool enter(const std::string& name) { return m_keys.insert(book_key(name)).second; }

  private:
    std::unordered_set<std::string> m_keys;
};

namespace {

struct Role {
    std::string_view group, sector, kind;
};

/// CAMEO's roles (and those of its later versions) in PLOVER's sectors. DEV, ENV, HRI and the like are fields
/// that international and private bodies work in.
constexpr Role roles[] = {
    {"GOV", "GOV", "government"},  {"MIL", "MIL", "military"},    {"REB", "REB", "armed_group"},
    {"INS", "REB", "armed_group"}, {"SEP", "REB", "armed_group"}, {"RAD", "REB", "armed_group"},
    {"PRM", "PRM", "armed_group"}, {"UAF", "UAF", "armed_group"}, {"CRM", "CRM", "armed_group"},
    {"OPP", "OPP", "party"},       {"PTY", "PTY", "party"},       {"COP", "COP", "government"},
    {"JUD", "JUD", "government"},  {"LEG", "LEG", "government"},  {"SPY", "SPY", "government"},
    {"BUS", "BUS", "company"},     {"MED", "JRN", "media"},       {"JRN", "JRN", "media"},
    {"HLH", "MED", "other"},       {"EDU", "EDU", "other"},       {"REL", "REL", "other"},
    {"LAB", "LAB", "other"},       {"AGR", "AGR", "other"},       {"CVL", "CVL", "population"},
    {"REF", "REF", "population"},  {"SET", "CVL", "population"},  {"ELI", "ELI", "person"},
    {"SOC", "SOC", "other"},       {"DEV", "SOC", "other"},       {"ENV", "SOC", "other"},
    {"HRI", "SOC", "other"},       {"UNK", "UNK", "other"},       {"UIS", "UNK", "other"},
};

const Role* role_of(std::string_view group) {
    for (const Role& role : roles)
        if (role.group == group) return &role;
    return nullptr;
}

/// What a code says.
struct CodeFacts {
    std::string country, kind;
    std::vector<std::string> sectors;
};

void add_sector(std::vector<std::string>& sectors, std::string_view sector) {
    if (std::find(sectors.begin(), sectors.end(), sector) == sectors.end()) sectors.emplace_back(sector);
}

std::string country_of_group(std::string_view group) {
    if (group == "KSV") return "XKX";
    if (group == "ROM") return "ROU"; // as ISO had it until 2002
    if (group == "ZAR") return "COD";
    return codes::country(group) != nullptr ? std::string(group) : std::string();
}

CodeFacts facts_of(std::string_view code) {
    CodeFacts facts;
    for (std::size_t i = 0; i + 3 <= code.size(); i += 3) {
        const std::string_view group = code.substr(i, 3);
        if (i == 0 && facts.country.empty()) facts.country = country_of_group(group);
        if (i == 0 && !facts.country.empty()) continue;
        if (group == "IGO" || group == "NGO" || group == "NGM") {
            facts.kind = group == "IGO" ? "igo" : "ngo";
            add_sector(facts.sectors, group == "IGO" ? "IGO" : "NGO");
        } else if (group == "MNC" || group == "IMG") {
            facts.kind = group == "MNC" ? "company" : "armed_group";
            add_sector(facts.sectors, group == "MNC" ? "BUS" : "REB");
        } else if (const Role* role = role_of(group)) {
            if (facts.kind.empty()) facts.kind = role->kind;
            add_sector(facts.sectors, role->sector);
        }
    }
    return facts;
}

bool is_code(std::string_view code) {
    return code.size() >= 3 && code.size() % 3 == 0 && code.size() <= 18 &&
           code.find('~') == std::string_view::npos;
}

/// `KING_HUSSEIN_OF_JORDAN_` as `King Hussein of Jordan`. A single word of up to four letters is taken for an
/// acronym.
std::string readable(std::string_view name) {
    static constexpr std::string_view linking[] = {"of", "the", "and", "for", "in",
                                                   "on", "de",  "al",  "bin", "la"};
    std::string text;
    for (const char c : name) text += c == '_' ? ' ' : c == '=' ? ' ' : c;
    std::string out;
    const std::string trimmed(trim(text));
    const bool acronym = trimmed.find(' ') == std::string::npos && trimmed.size() <= 4;
    for (const std::string_view word : split(trimmed, ' ')) {
        if (word.empty()) continue;
        std::string lower = to_lower(word);
        const bool links = std::find(std::begin(linking), std::end(linking), lower) != std::end(linking);
        if (!out.empty()) out += ' ';
        if (acronym || word.find('.') != std::string_view::npos) {
            out += word;
            continue;
        }
        for (std::size_t i = 0; i < lower.size(); ++i)
            if ((i == 0 && (out.empty() || !links)) || (i > 0 && lower[i - 1] == '-')) {
                if (is_lower(lower[i])) lower[i] = static_cast<char>(lower[i] - 'a' + 'A');
            }
        out += lower;
    }
    return out;
}

} // namespace

CameoImport::CameoImport(const ActorBook& book) : m_book(book), m_names(std::make_unique<Names>()) {}
CameoImport::~CameoImport() = default;

ImportedBook CameoImport::import(std::string_view dictionary_text) {
    ImportedBook out;
    Dictionary dictionary = read_dictionary(dictionary_text);
    out.left_out = std::move(dictionary.problems);
    for (const DictionaryEntry& entry : dictionary.entries)
        if (dictionary.of_agents)
            take_noun(entry, out);
        else if (take_actor(entry, out))
            ++out.actors;
    std::stable_sort(out.left_out.begin(), out.left_out.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    return out;
}

bool CameoImport::take_actor(const DictionaryEntry& entry, ImportedBook& out) {
    BookEntry made;
    set_codes(made, entry, out);
    if (made.code.empty() && made.dated_codes.empty()) return false;
    set_names(made, entry, out);
    if (made.name.empty()) return false;
    set_kind(made, entry);
    out.lines.push_back(entry_line(made));
    return true;
}

void CameoImport::set_names(BookEntry& made, const DictionaryEntry& entry, ImportedBook& out) {
    for (const std::string& written : entry.names) {
        std::string name = readable(written);
        if (name.empty() || name.find_first_of("|;") != std::string::npos) {
            out.left_out.push_back({entry.line, "not a name: " + written});
        } else if (!codes::country_of_name(name).empty() || !codes::country_of_demonym(name).empty()) {
            ++out.known;
        } else if (!m_names->enter(name)) {
            out.left_out.push_back({entry.line, "a name given before: " + written});
        } else if (made.name.empty()) {
            made.name = std::move(name);
        } else {
            made.aliases.push_back(std::move(name));
        }
    }
}

void CameoImport::set_codes(BookEntry& made, const DictionaryEntry& entry, ImportedBook& out) const {
    for (const DictionaryCode& code : entry.codes) {
        const bool role_only = code.code.starts_with('~') && is_code(code.code.substr(1));
        if (!is_code(code.code) && !role_only) {
            out.left_out.push_back({entry.line, fmt::format("not groups of three letters: [{}]", code.code)});
            continue;
        }
        const std::string plain = role_only ? code.code.substr(1) : code.code;
        CodeFacts facts = facts_of(role_only ? "---" + plain : plain);
        if (made.country.empty()) made.country = facts.country;
        if (!code.from.empty() || !code.to.empty()) {
            made.dated_codes.push_back({plain, code.from, code.to});
            made.dated_sectors.push_back({std::move(facts.sectors), code.from, code.to});
        } else if (made.code.empty()) {
            made.code = plain;
            made.sectors = std::move(facts.sectors);
            if (!facts.country.empty()) made.country = facts.country;
        } else {
            out.left_out.push_back({entry.line, fmt::format("a second code for all days: [{}]", code.code)});
        }
    }
}

void CameoImport::set_kind(BookEntry& made, const DictionaryEntry& entry) const {
    const auto words = split(made.name, ' ');
    bool elite = false;
    std::string kind;
    for (const DictionaryCode& code : entry.codes) {
        const CodeFacts facts = facts_of(code.code);
        elite = elite || std::find(facts.sectors.begin(), facts.sectors.end(), "ELI") != facts.sectors.end();
        if (kind.empty()) kind = facts.kind;
    }
    const std::string_view gender = m_book.gender_of(to_lower(words.front()));
    const bool named = words.size() >= 2 && words.size() <= 4 && !gender.empty();
    if (elite || (named && body_words(to_lower(made.name)) == nullptr)) {
        made.kind = "person";
        made.gender = named ? gender : std::string_view{};
        return;
    }
    made.kind = kind.empty() || kind == "person" ? "other" : kind;
}

void CameoImport::take_noun(const DictionaryEntry& entry, ImportedBook& out) {
    std::string code = entry.codes.front().code;
    if (entry.codes.size() > 1)
        out.left_out.push_back({entry.line, "further codes of a noun: only the first is kept"});
    code.erase(std::remove(code.begin(), code.end(), '~'), code.end());
    const CodeFacts facts = is_code(code) ? facts_of("---" + code) : CodeFacts{};
    if (facts.sectors.empty()) {
        out.left_out.push_back(
            {entry.line, fmt::format("no role that has a sector: [{}]", entry.codes.front().code)});
        return;
    }
    for (const std::string& written : entry.names) {
        const std::string noun = to_lower(readable(written));
        if (noun.empty() || noun.find('|') != std::string::npos || !m_names->enter("noun " + noun)) {
            out.left_out.push_back({entry.line, "a noun that is empty or given before: " + written});
            continue;
        }
        const Agent* known = m_book.agent(noun);
        const bool body = known != nullptr ? known->is_body
                                           : facts.kind == "igo" || facts.kind == "ngo" ||
                                                 facts.kind == "company" || facts.kind == "media";
        const std::string kind = known != nullptr ? known->kind : facts.kind.empty() ? "other" : facts.kind;
        out.lines.push_back(agent_line(noun, {kind, facts.sectors, body}));
        ++out.nouns;
    }
}

} // namespace dateline::who

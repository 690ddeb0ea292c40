// A name leads to a chain of entries: bodies of several countries may share one (`Labour Party`), and what
// the text says of the country chooses. Files are layers: a name in a user's file hides the built-in book's
// uses of it.

#include "who/actor_book.hpp"

#include <algorithm>
#include <tuple>

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "who/book_files.hpp"
#include "who/phrase_words.hpp"

namespace dateline::data {
std::string_view who_titles();
std::string_view who_agents();
std::string_view who_first_names();
} // namespace dateline::data

namespace dateline::who {

namespace {

std::string_view last_word(std::string_view name) {
    const std::size_t space = name.rfind(' ');
    return space == std::string_view::npos ? name : name.substr(space + 1);
}

std::uint64_t office_key(std::string_view title, std::string_view country) {
    std::uint64_t hash = 0xcbf29ce484222325ULL; // FNV-1a
    for (const char c : title) hash = (hash ^ static_cast<unsigned char>(to_lower(c))) * 0x100000001b3ULL;
    for (const char c : country) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

/// A ministry, army or party of another country than the text says is another one; a firm, a paper or a
/// militia keeps its home wherever it is.
bool is_national(const BookEntry& entry) {
    return !entry.country.empty() &&
           (entry.kind == "government" || entry.kind == "military" || entry.kind == "party");
}

/// Whether somebody leaves such work with the office; rebels, clergymen, party men stay what they are.
bool of_state(const std::vector<std::string>& sectors) {
    static constexpr std::string_view state[] = {"GOV", "MIL", "SPY", "COP", "IGO"};
    return !sectors.empty() &&
           std::find(std::begin(state), std::end(state), sectors.front()) != std::end(state);
}

/// Whether somebody's last name alone is heard of on a day.
enum class Standing { in_office, known, forgotten };

constexpr int remembered_years = 6; // after the last office

Standing standing_on(const BookEntry& entry, std::string_view day) {
    if (entry.offices.empty() || day.empty() || !is_digit(day.front())) return Standing::known;
    const auto year_of = [](std::string_view text) {
        int year = 0;
        for (const char c : text.substr(0, 4)) year = 10 * year + (c - '0');
        return year;
    };
    Standing standing = Standing::forgotten;
    for (const Office& office : entry.offices) {
        if (covers(office.from, office.to, day)) return Standing::in_office;
        const int year = year_of(day);
        if (office.from > day ? year_of(office.from) - year <= 1
                              : year - year_of(office.to) <= remembered_years)
            standing = Standing::known;
    }
    return standing;
}

/// The last day of somebody's last office; an open end is later than all.
std::string_view last_day(const BookEntry& entry) {
    std::string_view last;
    for (const Office& office : entry.offices) {
        const std::string_view to = office.to.empty() ? std::string_view("9") : std::string_view(office.to);
        last = std::max(last, to);
    }
    return last;
}

} // namespace

ActorBook::ActorBook(const std::vector<std::filesystem::path>& user_files) {
    read_words();
    constexpr std::size_t expected_entries = 4096;
    m_entries.reserve(expected_entries);
    m_uses.reserve(3 * expected_entries);
    m_names.reserve(3 * expected_entries);
    for (const BookFile& file : book_files())
        for_each_data_line(file.text, [&](std::string_view line, int number) {
            const std::string where = std::string(file.name) + ":" + std::to_string(number);
            add(read_entry(line, where), where);
        });
    for (const auto& path : user_files) read_user_file(path);
    index_last_names();
    index_offices();
}

void ActorBook::read_user_file(const std::filesystem::path& path) {
    m_layer_start = static_cast<std::uint32_t>(m_entries.size());
    const MappedFile file(path);
    for_each_data_line(file.text(), [&](std::string_view line, int number) {
        const std::string where = path.string() + ":" + std::to_string(number);
        if (std::count(line.begin(), line.end(), '|') == 3) {
            auto [noun, agent] = read_agent(line, where);
            m_agents[noun] = std::move(agent);
        } else {
            add(read_entry(line, where), where);
        }
    });
}

void ActorBook::add(BookEntry entry, const std::string& where) {
    const auto index = static_cast<std::uint32_t>(m_entries.size());
    m_entries.push_back(std::move(entry));
    enter_name(m_entries[index].name, index, where);
    for (const std::string& alias : m_entries[index].aliases) enter_name(alias, index, where);
}

void ActorBook::enter_name(const std::string& name, std::uint32_t entry, const std::string& where) {
    const BookEntry& now = m_entries[entry];
    const auto use = static_cast<std::uint32_t>(m_uses.size());
    const auto [known, is_new] = m_names.emplace(book_key(name), use);
    if (!is_new && m_uses[known->second].entry < m_layer_start) {
        known->second = use;
        m_uses.push_back({entry, no_use});
        return;
    }
    if (is_new) {
        m_uses.push_back({entry, no_use});
        return;
    }
    std::uint32_t at = known->second;
    for (;; at = m_uses[at].next) {
        const BookEntry& other = m_entries[m_uses[at].entry];
        if (m_uses[at].entry == entry) return; // two spellings of one name
        const bool told_apart = now.kind != "person" && other.kind != "person" && !now.country.empty() &&
                                !other.country.empty() && now.country != other.country;
        const bool several_words = known->first.find(' ') != std::string::npos;
        if (several_words && !told_apart)
            throw error("{}: {} is entered twice, also as {}{}{}", where, name, other.name,
                        other.country.empty() ? "" : " of ", other.country);
        if (m_uses[at].next == no_use) break;
    }
    m_uses[at].next = use;
    m_uses.push_back({entry, no_use});
}

bool ActorBook::goes_by(std::uint32_t entry, std::string_view name) const {
    for (std::uint32_t use = m_names.find(book_key(name))->second; use != no_use; use = m_uses[use].next)
        if (m_uses[use].entry == entry) return true;
    return false;
}

void ActorBook::index_last_names() {
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const BookEntry& entry = m_entries[i];
        if (entry.kind != "person") continue;
        if (!goes_by(static_cast<std::uint32_t>(i), entry.name)) continue; // a user's entry hides it
        std::string_view last = last_word(entry.name);
        m_last_names[book_key(last)].push_back(static_cast<std::uint32_t>(i));
        if (!last.starts_with("al-") && !last.starts_with("el-")) continue;
        last.remove_prefix(3); // also called so
        m_last_names[book_key(last)].push_back(static_cast<std::uint32_t>(i));
    }
}

void ActorBook::index_offices() {
    for (std::uint32_t i = 0; i < m_entries.size(); ++i)
        for (std::uint32_t o = 0; o < m_entries[i].offices.size(); ++o)
            m_offices.push_back({office_key(m_entries[i].offices[o].title, m_entries[i].country), i, o});
    std::sort(m_offices.begin(), m_offices.end(), [](const OfficeUse& a, const OfficeUse& b) {
        return std::tie(a.key, a.entry, a.office) < std::tie(b.key, b.entry, b.office);
    });
}

void ActorBook::read_words() {
    for_each_data_line(data::who_titles(), [&](std::string_view line, int at) {
        const auto fields = split(line, '|');
        if (fields.size() != 2) throw error("data/who/titles.txt:{}: expected a title and its sectors", at);
        auto& sectors = m_titles[std::string(fields[0])];
        for (const std::string_view sector : split(fields[1], ' '))
            if (!sector.empty() && sector != "-") sectors.emplace_back(sector);
    });
    for_each_data_line(data::who_agents(), [&](std::string_view line, int at) {
        auto [noun, agent] = read_agent(line, "data/who/agents.txt:" + std::to_string(at));
        m_agents[noun] = std::move(agent);
    });
    for_each_data_line(data::who_first_names(), [&](std::string_view line, int) {
        const auto names = split(line, ' ');
        for (std::size_t i = 1; i < names.size(); ++i) {
            const auto [known, is_new] = m_first_names.emplace(std::string(names[i]), names[0].front());
            if (!is_new && known->second != names[0].front()) known->second = '?';
        }
    });
}

const BookEntry* ActorBook::find(std::string_view name, std::string_view country) const {
    std::string key = book_key(name);
    auto found = m_names.find(key);
    // `HAMAS` in a headline, `Unicef` for UNICEF; short words would be taken for others.
    constexpr std::size_t shortest = 5;
    if (found == m_names.end() && key.size() >= shortest + 2 && key[key.size() - 2] == '/' &&
        key.back() != 'a') {
        key.back() = key.back() == 'A' ? 'C' : 'A';
        found = m_names.find(key);
    }
    if (found == m_names.end()) return nullptr;
    const BookEntry* only = nullptr;
    bool several = false;
    for (std::uint32_t use = found->second; use != no_use; use = m_uses[use].next) {
        const BookEntry& entry = m_entries[m_uses[use].entry];
        if (!country.empty() && entry.country == country) return &entry;
        if (!country.empty() && is_national(entry)) continue;
        several = several || (only != nullptr && only->country != entry.country);
        if (only == nullptr) only = &entry;
    }
    return several ? nullptr : only;
}

const BookEntry* ActorBook::find_last_name(std::string_view last_name, std::string_view day) const {
    const auto found = m_last_names.find(book_key(last_name));
    if (found == m_last_names.end() || is_phrase_word(to_lower(last_name), PhraseWord::worn)) return nullptr;
    // In office outranks lately in office, that outranks no office; two of the highest rank are nobody.
    const BookEntry* best = nullptr;
    int best_rank = 0;
    bool several = false;
    for (const std::uint32_t i : found->second) {
        const BookEntry& entry = m_entries[i];
        const Standing standing = standing_on(entry, day);
        if (standing == Standing::forgotten) continue;
        const int rank = standing == Standing::in_office ? 3 : entry.offices.empty() ? 1 : 2;
        const bool later = rank == 2 && rank == best_rank && !is_digit(day.empty() ? ' ' : day.front()) &&
                           last_day(entry) != last_day(*best);
        if (rank > best_rank || (later && last_day(entry) > last_day(*best)))
            best = &entry, best_rank = rank, several = false;
        else if (rank == best_rank && !later)
            several = true;
    }
    return several ? nullptr : best;
}

bool ActorBook::is_last_name(std::string_view name) const {
    return m_last_names.contains(book_key(name)) && !is_phrase_word(to_lower(name), PhraseWord::worn);
}

bool ActorBook::is_remembered(const BookEntry& person, std::string_view day) {
    return standing_on(person, day) != Standing::forgotten;
}

std::vector<std::string> ActorBook::sectors_on(const BookEntry& entry, std::string_view day) const {
    const auto& plain = entry.sectors_on(day);
    if (entry.kind != "person" || day.empty() || !is_digit(day.front()) || &plain != &entry.sectors)
        return plain;
    bool left_own_office = false;
    for (const Office& office : entry.offices) {
        const auto* sectors = sectors_of_office(office.title);
        const auto& held = sectors != nullptr ? *sectors : plain;
        if (covers(office.from, office.to, day)) return held;
        const bool own = !held.empty() && !plain.empty() && held.front() == plain.front();
        left_own_office =
            left_own_office || (own && office.from < day && (sectors != nullptr || of_state(held)));
    }
    return left_own_office ? std::vector<std::string>{"ELI"} : plain;
}

/// The whole title, else its end (`Texas Governor`) or beginning (`Mayor of Kyiv`); null for an office that
/// only its body tells about (`Hamas leader`).
const std::vector<std::string>* ActorBook::sectors_of_office(std::string_view office) const {
    const std::string lower = to_lower(office);
    std::string_view rest = lower;
    if (const auto* whole = title(rest)) return whole;
    for (std::size_t space = rest.find(' '); space != std::string_view::npos; space = rest.find(' ')) {
        rest.remove_prefix(space + 1);
        if (rest.find(' ') == std::string_view::npos && is_phrase_word(rest, PhraseWord::employed)) break;
        if (const auto* end = title(rest)) return end;
    }
    const std::size_t of = lower.find(" of ");
    return of == std::string::npos ? nullptr : title(std::string_view(lower).substr(0, of));
}

const BookEntry* ActorBook::holder(std::string_view title, std::string_view country,
                                   std::string_view day) const {
    const std::uint64_t key = office_key(title, country);
    const BookEntry* found = nullptr;
    for (auto use = std::lower_bound(m_offices.begin(), m_offices.end(), key,
                                     [](const OfficeUse&a, std::uint64_t b) { return a.key < b; });
         use != m_offices.end() && use->key == key; ++use) {
        const BookEntry& entry = m_entries[use->entry];
        const Office& office = entry.offices[use->office];
        if (!covers(office.from, office.to, day) || entry.country != country) continue;
        if (found != nullptr && found != &entry) return nullptr;
        found = &entry;
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

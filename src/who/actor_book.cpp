// A name leads to a list of entries: bodies of several countries may share one (`Labour Party`), and what
// the text says of the country chooses. Files are layers: a name in a user's file hides the built-in book's
// uses of it. To read all entries would take longer than to code a report that needs ten of them, so only the
// names and offices are found at the start.

#include "who/actor_book.hpp"

#include <algorithm>
#include <tuple>

#include "base/error.hpp"
#include "where/name_key.hpp"
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

// Of the built-in book, by and large.
constexpr std::size_t expected_entries = 8192;
constexpr std::size_t expected_names = 3 * expected_entries;

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

ActorBook::ActorBook(const std::vector<std::filesystem::path>& user_files)
    : m_names(expected_names), m_last_names(expected_entries), m_first_names(2 * expected_entries) {
    read_words();
    m_lines.reserve(expected_entries);
    for (const BookFile& file : book_files()) {
        start_file(std::string(file.name));
        for_each_data_line(file.text, [&](std::string_view line, int number) { add(line, number); });
    }
    const std::size_t built_in = m_lines.size();
    for (const auto& path : user_files) read_user_file(path);
    index_last_names();
    std::sort(m_offices.begin(), m_offices.end(), [](const OfficeUse& a, const OfficeUse& b) {
        return std::tie(a.key, a.entry, a.office) < std::tie(b.key, b.entry, b.office);
    });
    m_entries = MadeOnce<BookEntry>(m_lines.size());
    // What users wrote is checked at once.
    for (std::size_t i = built_in; i < m_lines.size(); ++i)
        static_cast<void>(entry(static_cast<std::uint32_t>(i)));
}

void ActorBook::start_file(std::string name) {
    m_file_names.push_back(std::move(name));
}

std::string ActorBook::source_of(const Line& line) const {
    return m_file_names[line.file] + ":" + std::to_string(line.number);
}

const BookEntry& ActorBook::entry(std::uint32_t index) const {
    return m_entries.get(index, [&] { return read_entry(m_lines[index].text, source_of(m_lines[index])); });
}

void ActorBook::read_user_file(const std::filesystem::path& path) {
    m_layer_start = static_cast<std::uint32_t>(m_lines.size());
    start_file(path.string());
    m_user_files.emplace_back(path);
    for_each_data_line(m_user_files.back().text(), [&](std::string_view line, int number) {
        if (std::count(line.begin(), line.end(), '|') == 3) {
            auto [noun, agent] = read_agent(line, path.string() + ":" + std::to_string(number));
            m_agents[noun] = std::move(agent);
        } else {
            add(line, number);
        }
    });
}

void ActorBook::add(std::string_view text, int number) {
    const auto index = static_cast<std::uint32_t>(m_lines.size());
    const auto file = static_cast<std::uint32_t>(m_file_names.size() - 1);
    const auto keys = entry_keys(text);
    if (!keys || keys->name.empty())
        read_entry(text, source_of({text, {}, {}, false, file, number})); // throws
    m_lines.push_back({text, keys->name, keys->country, keys->kind == "person", file, number});
    enter_name(keys->name, index);
    for_each_item(keys->aliases, [&](std::string_view alias) { enter_name(alias, index); });
    std::uint32_t office = 0;
    for_each_item(keys->offices, [&](std::string_view item) {
        m_offices.push_back({office_key(office_title(item), keys->country), index, office++});
    });
}

void ActorBook::enter_name(std::string_view name, std::uint32_t entry) {
    const std::string key = book_key(name);
    const std::uint64_t number = where::name_key(key);
    const std::uint32_t first = m_names.first(number);
    if (first != KeyedLists::none && m_names[first] < m_layer_start) return m_names.replace(number, entry);
    const Line& now = m_lines[entry];
    const bool several_words = key.find(' ') != std::string::npos;
    for (std::uint32_t use = first; use != KeyedLists::none; use = m_names.next(use)) {
        if (m_names[use] == entry) return; // two spellings of one name
        const Line& other = m_lines[m_names[use]];
        const bool told_apart = !now.is_person && !other.is_person && !now.country.empty() &&
                                !other.country.empty() && now.country != other.country;
        if (several_words && !told_apart)
            throw error("{}: {} is entered twice, also as {}{}{}", source_of(now), name, other.name,
                        other.country.empty() ? "" : " of ", other.country);
    }
    m_names.add(number, entry);
}

bool ActorBook::goes_by(std::uint32_t entry, std::string_view name) const {
    std::uint32_t use = m_names.first(where::name_key(book_key(name)));
    while (use != KeyedLists::none && m_names[use] != entry) use = m_names.next(use);
    return use != KeyedLists::none;
}

void ActorBook::index_last_names() {
    const auto enter = [&](std::string_view last, std::uint32_t entry) {
        m_last_names.add(where::name_key(book_key(last)), entry);
    };
    for (std::uint32_t i = 0; i < m_lines.size(); ++i) {
        const std::string_view name = m_lines[i].name;
        if (!m_lines[i].is_person) continue;
        if (!m_user_files.empty() && !goes_by(i, name)) continue; // a user's entry hides it
        std::string_view last = last_word(name);
        enter(last, i);
        if (!last.starts_with("al-") && !last.starts_with("el-")) continue;
        last.remove_prefix(3); // also called so
        enter(last, i);
    }
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
        const std::uint32_t gender = static_cast<unsigned char>(line.front());
        for (std::size_t space = line.find(' '); space != std::string_view::npos; space = line.find(' ')) {
            line.remove_prefix(space + 1);
            const std::uint64_t name = where::name_key(line.substr(0, line.find(' ')));
            if (!m_first_names.add(name, gender) && *m_first_names.find(name) != gender)
                *m_first_names.find(name) = '?';
        }
    });
}

const BookEntry* ActorBook::find(std::string_view name, std::string_view country) const {
    std::string key = book_key(name);
    std::uint32_t use = m_names.first(where::name_key(key));
    // `HAMAS` in a headline, `Unicef` for UNICEF; short words would be taken for others.
    constexpr std::size_t shortest = 5;
    if (use == KeyedLists::none && key.size() >= shortest + 2 && key[key.size() - 2] == '/' &&
        key.back() != 'a') {
        key.back() = key.back() == 'A' ? 'C' : 'A';
        use = m_names.first(where::name_key(key));
    }
    const BookEntry* only = nullptr;
    bool several = false;
    for (; use != KeyedLists::none; use = m_names.next(use)) {
        const BookEntry& one = entry(m_names[use]);
        if (!country.empty() && one.country == country) return &one;
        if (!country.empty() && is_national(one)) continue;
        several = several || (only != nullptr && only->country != one.country);
        if (only == nullptr) only = &one;
    }
    return several ? nullptr : only;
}

const BookEntry* ActorBook::find_last_name(std::string_view last_name, std::string_view day) const {
    const std::uint32_t first = m_last_names.first(where::name_key(book_key(last_name)));
    if (first == KeyedLists::none || is_phrase_word(to_lower(last_name), PhraseWord::worn)) return nullptr;
    // In office outranks lately in office, that outranks no office; two of the highest rank are nobody.
    const BookEntry* best = nullptr;
    int best_rank = 0;
    bool several = false;
    for (std::uint32_t use = first; use != KeyedLists::none; use = m_last_names.next(use)) {
        const BookEntry& one = entry(m_last_names[use]);
        const Standing standing = standing_on(one, day);
        if (standing == Standing::forgotten) continue;
        const int rank = standing == Standing::in_office ? 3 : one.offices.empty() ? 1 : 2;
        const bool later = rank == 2 && rank == best_rank && !is_digit(day.empty() ? ' ' : day.front()) &&
                           last_day(one) != last_day(*best);
        if (rank > best_rank || (later && last_day(one) > last_day(*best)))
            best = &one, best_rank = rank, several = false;
        else if (rank == best_rank && !later)
            several = true;
    }
    return several ? nullptr : best;
}

bool ActorBook::is_last_name(std::string_view name) const {
    return m_last_names.first(where::name_key(book_key(name))) != KeyedLists::none &&
           !is_phrase_word(to_lower(name), PhraseWord::worn);
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
        const BookEntry& one = entry(use->entry);
        const Office& office = one.offices[use->office];
        if (!covers(office.from, office.to, day) || one.country != country) continue;
        if (found != nullptr && found != &one) return nullptr;
        found = &one;
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
    const std::uint32_t* gender = m_first_names.find(where::name_key(first_name_lower));
    return gender == nullptr ? "" : *gender == 'm' ? "m" : *gender == 'f' ? "f" : "";
}

} // namespace dateline::who

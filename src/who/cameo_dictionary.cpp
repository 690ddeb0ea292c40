// The dictionaries of the CAMEO coders, all three generations of them:
//
//   entry   = name *( code ) *( EOL ( "+" name / code ) )      codes may stand on the name's line or below it
//   name    = word *( "_" word ) [ "_" ]                         in capitals; other blanks are allowed
//   code    = "[" CODE [ dates ] "]"
//   dates   = "<" day / ">" day / day "-" day                    before, after, from and to
//   set     = "!" NAME "!" "=" word *( "," word )                 in agent dictionaries; `!NAME!` in names
//   plural  = "{" word "}"                                       of an agent; regular when missing
//   comment = ";" text / "#" text / "<!--" text "-->"

#include "who/cameo_dictionary.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"

namespace dateline::who {

namespace {

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = 10 * value + (c - '0');
    return value;
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// The day before or behind an ISO day; months and years are kept, which errs by less than themselves.
std::string moved(const std::string& day, int by) {
    if (day.size() != 10) return day;
    using namespace std::chrono;
    const year_month_day date{
        year{number(std::string_view(day).substr(0, 4))},
        month{static_cast<unsigned>(number(std::string_view(day).substr(5, 2)))},
        std::chrono::day{static_cast<unsigned>(number(std::string_view(day).substr(8, 2)))}};
    const year_month_day other{sys_days{date} + days{by}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(other.year()),
                       static_cast<unsigned>(other.month()), static_cast<unsigned>(other.day()));
}

std::string_view without_comment(std::string_view line) {
    const std::size_t at = line.find_first_of(";#");
    return line.substr(0, at);
}

class Reader {
  public:
    Dictionary read(std::string_view text) {
        int number = 0;
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            read_line(text.substr(0, end), ++number);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        finish();
        m_found.of_agents = m_roles > m_countries;
        return std::move(m_found);
    }

  private:
    void read_line(std::string_view raw, int number) {
        if (m_in_remark || trim(raw).starts_with("<!--")) {
            m_in_remark = raw.find("-->") == std::string_view::npos;
            return;
        }
        const std::string_view line = trim(without_comment(raw));
        m_line = number;
        if (line.empty()) return;
        if (line.front() == '!' && line.find('=') != std::string_view::npos) return read_set(line);
        if (line.front() == '[') return read_codes(line);
        if (line.front() == '+' || line.front() == '&') return read_synonym(line.substr(1));
        finish();
        m_entry.emplace();
        m_entry->line = number;
        read_name_and_codes(line);
    }

    void finish() {
        if (!m_entry) return;
        if (m_entry->codes.empty())
            m_found.problems.push_back({m_entry->line, "an entry without a code: " + m_entry->names.front()});
        else
            m_found.entries.push_back(std::move(*m_entry));
        m_entry.reset();
    }

    void problem(std::string what) { m_found.problems.push_back({m_line, std::move(what)}); }

    void read_synonym(std::string_view line) {
        if (!m_entry) return problem(fmt::format("a synonym of no entry: {}", line));
        read_name_and_codes(trim(line));
    }

    void read_name_and_codes(std::string_view line) {
        const std::size_t code = line.find_first_of("[{");
        add_name(trim(line.substr(0, code)));
        if (code == std::string_view::npos) return;
        std::string_view rest = line.substr(code);
        if (rest.front() == '{') {
            const std::size_t end = rest.find('}');
            if (end == std::string_view::npos)
                return problem(fmt::format("a plural that does not end: {}", line));
            rest = trim(rest.substr(end + 1));
        }
        if (!rest.empty()) read_codes(rest);
    }

    /// A name with a set in it becomes as many names as the set has words.
    void add_name(std::string_view name) {
        const std::size_t open = name.find('!');
        const std::size_t close = open == std::string_view::npos ? open : name.find('!', open + 1);
        if (close == std::string_view::npos) {
            m_entry->names.emplace_back(name);
            return;
        }
        const auto set = m_sets.find(std::string(name.substr(open + 1, close - open - 1)));
        if (set == m_sets.end()) {
            problem(fmt::format("{} is no set of this file", name.substr(open, close - open + 1)));
            m_entry->names.emplace_back(name);
            return;
        }
        for (const std::string& word : set->second)
            add_name(fmt::format("{}{}{}", name.substr(0, open), word, name.substr(close + 1)));
    }

    void read_set(std::string_view line) {
        const std::size_t end = line.find('!', 1);
        const std::size_t equals = line.find('=');
        if (end == std::string_view::npos || end > equals)
            return problem(fmt::format("a set needs `!NAME! = WORD, WORD`: {}", line));
        auto& words = m_sets[std::string(line.substr(1, end - 1))];
        for (const std::string_view word : split(line.substr(equals + 1), ','))
            if (!trim(word).empty()) words.emplace_back(trim(word));
    }

    void read_codes(std::string_view line) {
        if (!m_entry) return problem(fmt::format("a code of no entry: {}", line));
        while (!line.empty()) {
            const std::size_t open = line.find('[');
            if (open == std::string_view::npos) {
                if (!trim(line).empty()) problem(fmt::format("not understood: {}", trim(line)));
                return;
            }
            const std::size_t close = line.find(']', open);
            if (close == std::string_view::npos) return problem(fmt::format("a code without `]`: {}", line));
            read_code(trim(line.substr(open + 1, close - open - 1)));
            line.remove_prefix(close + 1);
        }
    }

    void read_code(std::string_view text) {
        const std::size_t space = text.find_first_of(" \t<>");
        DictionaryCode code{std::string(trim(text.substr(0, space))), "", ""};
        const bool written_well =
            !code.code.empty() && std::all_of(code.code.begin(), code.code.end(),
                                              [](char c) { return is_upper(c) || is_digit(c) || c == '~'; });
        if (!written_well) return problem(fmt::format("not a code: [{}]", text));
        if (space != std::string_view::npos && !read_dates(trim(text.substr(space)), code))
            return problem(fmt::format("dates that are not understood: [{}]", text));
        (code.code.find('~') != std::string::npos ? m_roles : m_countries) += 1;
        m_entry->codes.push_back(std::move(code));
    }

    static bool read_dates(std::string_view text, DictionaryCode& code) {
        if (text.empty()) return true;
        const bool before = text.front() == '<';
        if (before || text.front() == '>') {
            const std::string day = dictionary_day(trim(text.substr(1)));
            (before ? code.to : code.from) = moved(day, before ? -1 : 1);
            return !day.empty();
        }
        for (std::size_t dash = text.find('-'); dash != std::string_view::npos;
             dash = text.find('-', dash + 1)) {
            code.from = dictionary_day(trim(text.substr(0, dash)));
            code.to = dictionary_day(trim(text.substr(dash + 1)));
            if (!code.from.empty() && !code.to.empty()) return code.from <= code.to;
        }
        return false;
    }

    Dictionary m_found;
    std::optional<DictionaryEntry> m_entry;
    std::map<std::string, std::vector<std::string>> m_sets;
    int m_line = 0;
    int m_roles = 0, m_countries = 0;
    bool m_in_remark = false;
};

} // namespace

std::string dictionary_day(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c != '-') digits += c;
    if (!is_digits(digits)) return {};
    const bool apart = digits.size() != text.size();
    if (apart && (text.size() != 10 || text[4] != '-' || text[7] != '-')) return {};
    constexpr int first_of_the_20th = 30;
    if (digits.size() == 6)
        digits = (number(digits.substr(0, 2)) >= first_of_the_20th ? "19" : "20") + digits;
    if (digits.size() == 4) return digits;
    if (digits.size() != 8) return {};
    using namespace std::chrono;
    const int month_of_year = number(digits.substr(4, 2));
    const int day_of_month = number(digits.substr(6, 2));
    const std::string year_and_month = digits.substr(0, 4) + "-" + digits.substr(4, 2);
    if (month_of_year == 0 && day_of_month == 0) return digits.substr(0, 4);
    if (day_of_month == 0 && month_of_year <= 12) return year_and_month;
    const year_month_day date{year{number(digits.substr(0, 4))}, month{static_cast<unsigned>(month_of_year)},
                              day{static_cast<unsigned>(day_of_month)}};
    return date.ok() ? year_and_month + "-" + digits.substr(6, 2) : std::string();
}

Dictionary read_dictionary(std::string_view text) {
    return Reader().read(text);
}

} // namespace dateline::who

#include "read/date_text.hpp"

#include <array>
#include <chrono>

#include <fmt/format.h>

#include "base/calendar_names.hpp"
#include "base/text.hpp"

namespace dateline::read {

namespace {

/// Walks over a text from its start; every `take` moves on only when it matches.
class Cursor {
  public:
    explicit Cursor(std::string_view text) : m_text(text) {}

    [[nodiscard]] std::size_t position() const { return m_at; }
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    std::optional<int> number(std::size_t least, std::size_t most) {
        std::size_t length = 0;
        int value = 0;
        while (m_at + length < m_text.size() && is_digit(m_text[m_at + length]) && length <= most)
            value = value * 10 + (m_text[m_at + length++] - '0');
        if (length < least || length > most) return std::nullopt;
        m_at += length;
        return value;
    }
    std::string_view word() {
        std::size_t end = m_at;
        while (end < m_text.size() && is_letter(m_text[end])) ++end;
        const std::string_view found = m_text.substr(m_at, end - m_at);
        m_at = end;
        return found;
    }
    void skip(std::string_view any_of) {
        while (m_at < m_text.size() && any_of.find(m_text[m_at]) != std::string_view::npos) ++m_at;
    }
    void back_to(std::size_t position) { m_at = position; }

  private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

/// Index of the full or shortened (three letters or more) name; -1 when the word is none.
template<std::size_t N>
int name_index(const std::array<std::string_view, N>& names, std::string_view word) {
    constexpr std::size_t shortest = 3;
    const std::string lower = to_lower(word);
    for (std::size_t i = 0; i < N; ++i)
        if (lower.size() >= shortest && to_lower(names[i]).starts_with(lower)) return static_cast<int>(i);
    return -1;
}

bool is_day(int year, int month, int day) {
    using namespace std::chrono;
    return year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                          std::chrono::day{static_cast<unsigned>(day)}}
        .ok();
}

std::optional<DateMatch> dated(std::optional<int> year, int month, int day, std::size_t length) {
    if (!is_day(year.value_or(2000), month, day)) return std::nullopt;
    if (!year) return DateMatch{fmt::format("XXXX-{:02}-{:02}", month, day), length};
    if (*year < 1000 || *year > 2199) return std::nullopt;
    return DateMatch{fmt::format("{:04}-{:02}-{:02}", *year, month, day), length};
}

/// `2023-11-06`, `2023/11/06`, `25/12/2023`, `12/25/2023`.
std::optional<DateMatch> match_numeric(std::string_view text) {
    Cursor at(text);
    const auto first = at.number(1, 4);
    const char separator = at.peek();
    if (!first || (separator != '-' && separator != '/' && separator != '.')) return std::nullopt;
    at.skip(std::string_view(&separator, 1));
    const auto second = at.number(1, 2);
    if (!second || at.peek() != separator) return std::nullopt;
    at.skip(std::string_view(&separator, 1));
    const auto third = at.number(1, 4);
    if (!third || is_digit(at.peek())) return std::nullopt;
    if (*first > 31) return dated(first, *second, *third, at.position());
    if (*third < 1000) return std::nullopt;
    const bool day_first = is_day(*third, *second, *first);
    const bool month_first = is_day(*third, *first, *second);
    if (day_first == month_first && *first != *second) return std::nullopt;
    return day_first ? dated(third, *second, *first, at.position())
                     : dated(third, *first, *second, at.position());
}

/// A year behind a day and month: `, 2023` or ` 2023`.
std::optional<int> take_year(Cursor& at) {
    const std::size_t before = at.position();
    at.skip(", ");
    const auto year = at.number(4, 4);
    if (year && !is_letter(at.peek())) return year;
    at.back_to(before);
    return std::nullopt;
}

void take_ordinal(Cursor& at) {
    const std::size_t before = at.position();
    const std::string ending = to_lower(at.word());
    if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") at.back_to(before);
}

/// `November 6, 2023`, `Nov. 6`, `6 November 2023`.
std::optional<DateMatch> match_worded(Cursor at) {
    auto day = at.number(1, 2);
    const bool day_first = day.has_value();
    if (day_first) {
        take_ordinal(at);
        at.skip(" ");
    }
    const int month = name_index(month_names, at.word());
    if (month < 0) return std::nullopt;
    if (!day_first) {
        at.skip(". ");
        day = at.number(1, 2);
        if (!day || is_digit(at.peek())) return std::nullopt;
        take_ordinal(at);
    } else {
        const std::size_t before = at.position();
        at.skip(".");
        if (at.peek() != ' ' && at.peek() != ',') at.back_to(before);
    }
    const auto year = take_year(at);
    return dated(year, month + 1, *day, at.position());
}

} // namespace

std::optional<DateMatch> match_date(std::string_view text) {
    if (auto numeric = match_numeric(text)) return numeric;
    Cursor at(text);
    if (name_index(weekday_names, at.word()) >= 0)
        at.skip("., ");
    else
        at.back_to(0);
    return match_worded(at);
}

std::string date_in_path(std::string_view path) {
    for (std::size_t i = 0; i + 8 <= path.size(); ++i) {
        if (!is_digit(path[i]) || (i > 0 && is_digit(path[i - 1]))) continue;
        if (const auto found = match_numeric(path.substr(i));
            found && path[i + 4] != '.' && found->value[0] != 'X')
            return found->value;
        Cursor at(path.substr(i));
        const auto packed = at.number(8, 8);
        if (!packed || is_digit(at.peek())) continue;
        const int year = *packed / 10000;
        if (year < 1980 || year > 2100) continue;
        if (const auto found = dated(year, *packed / 100 % 100, *packed % 100, 8)) return found->value;
    }
    return {};
}

} // namespace dateline::read

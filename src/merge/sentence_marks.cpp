// Captions of two pictures are alike but for the day, and the weekday of two tellings is one; a parse that
// takes a title and the sentence below it for one is corrected by the line that ends between them.

#include "merge/sentence_marks.hpp"

#include <algorithm>
#include <cctype>

#include "base/calendar_names.hpp"
#include "base/text.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

constexpr unsigned days_of_month = 32;

/// The place of a word in a list, from 1; 0 for none.
template<std::size_t Size>
unsigned place_in(const std::array<std::string_view, Size>& names, std::string_view word) {
    const auto found = std::find(names.begin(), names.end(), word);
    return found == names.end() ? 0 : static_cast<unsigned>(found - names.begin()) + 1;
}

/// `June`, and as papers shorten it: `Jun`, `Sept`.
unsigned month_of(std::string_view word) {
    constexpr std::size_t least = 3, most = 4;
    const bool is_short = word.size() >= least && word.size() <= most;
    for (unsigned m = 0; m < month_names.size(); ++m)
        if (word == month_names[m] || (is_short && month_names[m].starts_with(word))) return m + 1;
    return 0;
}

/// The value of a word of digits; 0 for others.
unsigned number_of(std::string_view word) {
    constexpr std::size_t most_digits = 9;
    if (word.empty() || word.size() > most_digits || !std::all_of(word.begin(), word.end(), is_digit))
        return 0;
    unsigned value = 0;
    for (const char c : word) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}

bool is_day(unsigned number) {
    return number > 0 && number < days_of_month;
}

bool is_year(unsigned number) {
    return number >= 1900 && number < 2100;
}

class Reader {
  public:
    void read(std::string_view word) {
        const unsigned number = number_of(word);
        if (m_month > 0 && (is_day(number) || is_year(number)))
            add_date(m_month * days_of_month + (is_day(number) ? number : 0));
        const unsigned month = month_of(word);
        if (month > 0 && is_day(m_before)) add_date(month * days_of_month + m_before);
        if (const unsigned day = place_in(weekday_names, word); day > 0)
            m_marks.weekdays = static_cast<std::uint8_t>(m_marks.weekdays | 1U << (day - 1));
        m_month = month, m_before = number;
    }

    [[nodiscard]] const SentenceMarks& marks() const { return m_marks; }

  private:
    void add_date(unsigned date) {
        const auto free = std::find(m_marks.dates.begin(), m_marks.dates.end(), 0);
        if (free != m_marks.dates.end()) *free = static_cast<std::uint16_t>(date);
    }

    SentenceMarks m_marks;
    unsigned m_month = 0, m_before = 0; // of the word before
};

bool may_be_one(std::uint16_t one, std::uint16_t other) {
    const bool are_days = one % days_of_month > 0 && other % days_of_month > 0;
    return one == other || (!are_days && one / days_of_month == other / days_of_month);
}

} // namespace

SentenceMarks sentence_marks(std::string_view sentence) {
    Reader reader;
    for_each_word(sentence, [&](std::string_view word) {
        reader.read(word);
        return true;
    });
    return reader.marks();
}

bool name_other_dates(const SentenceMarks& one, const SentenceMarks& other) {
    if (one.dates[0] == 0 || other.dates[0] == 0) return false;
    return std::none_of(one.dates.begin(), one.dates.end(), [&](std::uint16_t date) {
        return date != 0 && std::any_of(other.dates.begin(), other.dates.end(), [&](std::uint16_t than) {
                   return than != 0 && may_be_one(date, than);
               });
    });
}

std::uint32_t size_of_headings(std::string_view text) {
    for (std::size_t end = text.rfind('\n'); end != std::string_view::npos && end > 0;
         end = text.rfind('\n', end - 1))
        if (std::isalnum(static_cast<unsigned char>(text[end - 1])) != 0)
            return static_cast<std::uint32_t>(end);
    return 0;
}

} // namespace dateline::merge

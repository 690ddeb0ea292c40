// Histories and news tell time differently: news counts from its day of publication, a history from the day
// it told last. What a text is shows in its own words.

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "when/resolver.hpp"

namespace dateline::when {

namespace {

using Kind = Expression::Kind;

/// Counts from the day the text was written.
bool counts_from_own_day(const Expression& e) {
    if (e.anchor != Expression::Anchor::publication) return false;
    if (e.kind == Kind::date && e.unit == Unit::week && !e.year) return true; // the week of March 6
    return e.kind == Kind::day_offset || e.kind == Kind::weekday || e.kind == Kind::deictic ||
           (e.kind == Kind::distance && e.count < 0);
}

} // namespace

bool is_narrative(const std::vector<Expression>& expressions, std::optional<Day> published) {
    int before = 0, years = 0, own_day = 0;
    for (const Expression& e : expressions) {
        own_day += counts_from_own_day(e) ? 1 : 0;
        if (!e.year) continue;
        ++years;
        constexpr int recent = 1;
        if (!published || *e.year < year_of(*published) - recent) ++before;
    }
    constexpr int least = 6, share = 9, of = 10, to_own_day = 10;
    return before >= least && before * of >= years * share && before >= to_own_day * own_day;
}

void share_years(std::vector<Expression>& expressions, const Words& words) {
    for (std::size_t i = expressions.size(); i-- > 1;) {
        Expression& e = expressions[i - 1];
        const Expression& next = expressions[i];
        const bool open =
            e.kind == Kind::date && !e.year && !e.year_shift && (e.month != 0 || !e.value.empty());
        if (!open || next.kind != Kind::date || !next.year || (next.month == 0 && next.value.empty()))
            continue;
        constexpr WordIndex most_words = 2;
        bool joined = next.first - e.last <= most_words && next.first > e.last;
        for (WordIndex k = e.last; k < next.first; ++k)
            joined = joined && (words.is_hyphen(k) || words.is(k, "to", "and", "or", ",", "through", "until",
                                                               "till", "the", "early", "late"));
        if (!joined) continue;
        const bool later =
            e.month != 0 && next.month != 0 &&
            (e.month > next.month || (e.month == next.month && e.day > next.day && next.day != 0));
        e.year = *next.year - (later ? 1 : 0);
    }
}

std::string duration_value(const Expression& e) {
    constexpr std::array<std::string_view, 10> codes{"S", "M", "H", "D", "W", "M", "Q", "Y", "DE", "CE"};
    const auto unit = static_cast<std::size_t>(e.unit);
    const std::string_view time = e.unit < Unit::day ? "T" : "";
    int count = std::abs(e.count);
    std::string_view code = codes[unit];
    if (e.and_half && !e.vague_count) {
        constexpr int half_year = 6, half_hour = 30, half_day = 12;
        const auto whole = [&](std::string_view designator) {
            return count == 0 ? std::string() : fmt::format("{}{}", count, designator);
        };
        if (e.unit == Unit::year) return fmt::format("P{}{}M", whole("Y"), half_year);
        if (e.unit == Unit::hour) return fmt::format("PT{}{}M", whole("H"), half_hour);
        if (e.unit == Unit::minute) return fmt::format("PT{}{}S", whole("M"), half_hour);
        if (e.unit == Unit::day && count == 0) return fmt::format("PT{}H", half_day);
        if (e.unit == Unit::decade) return fmt::format("P{}Y", count * 10 + 5);
        if (e.unit == Unit::century) return fmt::format("P{}Y", count * 100 + 50);
        return fmt::format("P{}{}.5{}", time, count, code);
    }
    constexpr int decade = 10;
    if (e.unit == Unit::decade && count > 1 && !e.vague_count) count *= decade, code = "Y";
    return fmt::format("P{}{}{}", time, e.vague_count ? "X" : std::to_string(count), code);
}

} // namespace dateline::when

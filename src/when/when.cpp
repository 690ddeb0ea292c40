// Expressions become times: each is resolved against the day of publication or, in a narrative, against the
// last day told. A weekday or a month without its year lies in the past or the future by the tense of the
// verb it hangs on; a weekday that was told shortly before means the same day again. What cannot be known
// stays open (`XXXX`).

#include "when/when.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "when/expression.hpp"

namespace dateline::when {

namespace {

using Kind = Expression::Kind;
using std::chrono::days;

/// The verb a token hangs on, itself included; `no_token` when there is none.
TokenIndex governing_verb(const Parse& parse, TokenIndex token) {
    for (int steps = 0; steps < 12; ++steps) {
        const Pos pos = parse.at(token).pos;
        if (pos == Pos::verb || pos == Pos::aux) return token;
        if (parse.at(token).head == token) return no_token;
        token = parse.at(token).head;
    }
    return no_token;
}

bool is_future_auxiliary(std::string_view lower) {
    return lower == "will" || lower == "'ll" || lower == "shall" || lower == "wo";
}

bool is_plan(std::string_view lemma) {
    constexpr std::array<std::string_view, 11> words{"expect",    "expected", "plan", "schedule",
                                                     "scheduled", "intend",   "due",  "set",
                                                     "slate",     "hope",     "aim"};
    return std::find(words.begin(), words.end(), lemma) != words.end();
}

/// `is expected`, `are due`, `plans`: present words of planning.
bool is_present_plan(const Parse& parse, TokenIndex verb) {
    if (!is_plan(parse.at(verb).lemma) && !is_plan(parse.at(verb).lower)) return false;
    if (parse.at(verb).tag == Tag::vbz || parse.at(verb).tag == Tag::vbp) return true;
    for (const TokenIndex child : parse.children(verb)) {
        const std::string_view word = parse.at(child).lower;
        if (word == "is" || word == "are" || word == "'s" || word == "'re") return true;
    }
    return false;
}

Direction tense_of(const Parse& parse, TokenIndex token) {
    const TokenIndex verb = governing_verb(parse, token);
    if (verb == no_token) return Direction::unknown;
    if (is_present_plan(parse, verb)) return Direction::future;
    for (const TokenIndex child : parse.children(verb)) {
        const Token& t = parse.at(child);
        if (t.dep != Dep::aux && t.dep != Dep::auxpass) continue;
        if (is_future_auxiliary(t.lower)) return Direction::future;
        if (t.lower == "to" && parse.at(verb).head != verb) {
            const Token& above = parse.at(parse.at(verb).head);
            return is_plan(above.lemma) || above.lower == "going"
                       ? Direction::future
                       : tense_of(parse, parse.at(verb).head == verb ? token : parse.at(verb).head);
        }
        if (t.lower == "had" || t.lower == "was" || t.lower == "were" || t.lower == "did" ||
            t.lower == "has" || t.lower == "have")
            return Direction::past;
    }
    const Token& t = parse.at(verb);
    if (t.tag == Tag::vbd || t.tag == Tag::vbn) return Direction::past;
    if (t.dep != Dep::root && (t.tag == Tag::vbg || t.tag == Tag::vb) && t.head != verb)
        return tense_of(parse, t.head);
    if (t.tag == Tag::vbz || t.tag == Tag::vbp || t.tag == Tag::vbg) return Direction::unknown;
    return Direction::unknown;
}

/// News tells of its own day and of those just before: the weekday from which those told lie least far back.
/// 0 when none is told.
int likeliest_weekday(const std::vector<Expression>& expressions) {
    int best = 0, least = 0;
    for (int candidate = 1; candidate <= 7; ++candidate) {
        int distance = 0, told = 0;
        for (const Expression& e : expressions) {
            if (e.kind != Kind::weekday) continue;
            distance += (candidate - e.weekday + 7) % 7;
            ++told;
        }
        if (told > 0 && (best == 0 || distance < least)) best = candidate, least = distance;
    }
    return best;
}

/// The days an open date (`XXXX-11-06`) can be, oldest first, given the weekday that the text suggests; none
/// when it suggests none.
std::vector<Day> possible_days(std::string_view open_date, const std::vector<Expression>& expressions) {
    std::vector<Day> found;
    if (!open_date.starts_with("XXXX-") || open_date.size() < 10) return found;
    const int weekday = likeliest_weekday(expressions);
    constexpr int first_year = 1950, last_year = 2050;
    for (int year = first_year; weekday != 0 && year <= last_year; ++year)
        if (const auto day = day_of(fmt::format("{}{}", year, open_date.substr(4, 6)));
            day && weekday_of(*day) == weekday)
            found.push_back(*day);
    return found;
}

class Resolver {
  public:
    Resolver(const Parse& parse, const Report& report)
        : m_parse(parse), m_published(day_of(report.published.value)), m_open_date(report.published.value) {}

    std::vector<Time> run(const std::vector<Expression>& expressions) {
        if (!m_published) stand_in_for_open_year(expressions);
        m_narrative = is_narrative(expressions);
        if (!m_narrative) m_reference = m_published;
        std::vector<Time> times;
        for (const Expression& e : expressions)
            times.push_back(time(e, static_cast<std::int32_t>(times.size())));
        return times;
    }

  private:
    /// A report published on `XXXX-11-06` is resolved as if in a year in which that day is the weekday its
    /// own weekdays suggest; the year is taken out of the values again.
    void stand_in_for_open_year(const std::vector<Expression>& expressions) {
        const std::vector<Day> possible = possible_days(m_open_date, expressions);
        if (possible.empty()) return;
        m_published = possible.back();
        m_is_year_open = true;
    }

    /// Takes the year that only stood in out of what was resolved with it.
    void open_year(const Expression& e, Time& time) const {
        const bool is_told =
            e.year || (e.kind == Kind::fixed && !e.value.empty() && is_digit(e.value.front()));
        const auto starts_with_year = [](const std::string& text) {
            return text.size() >= 4 && std::all_of(text.begin(), text.begin() + 4, is_digit);
        };
        if (!m_is_year_open || is_told || !starts_with_year(time.value)) return;
        time.value.replace(0, 4, "XXXX");
        time.from.clear();
        time.to.clear();
    }

    /// A text that dates most of what it tells by years, far from its publication or without one.
    [[nodiscard]] bool is_narrative(const std::vector<Expression>& expressions) const {
        int far = 0;
        int all = 0;
        for (const Expression& e : expressions) {
            std::optional<int> year = e.year;
            if (e.kind == Kind::fixed && e.value.size() == 4) year = std::atoi(e.value.c_str());
            if (!year || *year == 0) continue;
            ++all;
            if (!m_published || std::abs(*year - year_of(*m_published)) > 3) ++far;
        }
        return all >= 5 && far * 10 >= all * 7;
    }

    Time time(const Expression& e, std::int32_t index) {
        Time out;
        out.span = m_parse.span_of(e.first, e.last);
        out.type = e.type;
        m_anchor.clear();
        m_anchor_time = -1;
        out.value = value(e);
        std::tie(out.from, out.to) = bounds(out.value);
        out.anchor = m_anchor;
        out.anchor_time = m_anchor_time;
        remember(e, out, index);
        open_year(e, out);
        return out;
    }

    [[nodiscard]] Direction tense(const Expression& e) const {
        return tense_of(m_parse, e.first + (e.last - e.first) / 2 < e.last ? head_of(e) : e.first);
    }

    /// The token of the expression that hangs on something outside it.
    [[nodiscard]] TokenIndex head_of(const Expression& e) const {
        for (TokenIndex i = e.first; i < e.last; ++i)
            if (m_parse.at(i).head < e.first || m_parse.at(i).head >= e.last || m_parse.at(i).head == i)
                return i;
        return e.first;
    }

    /// The day that "two days later" counts from: in a narrative the last day told, in news publication.
    std::optional<Day> base(Expression::Anchor anchor) {
        if (anchor == Expression::Anchor::reference && m_reference && m_reference_index >= 0) {
            m_anchor_time = m_reference_index;
            return m_reference;
        }
        if (m_narrative && m_reference) {
            m_anchor_time = m_reference_index;
            return m_reference;
        }
        if (m_published) m_anchor = "published";
        return m_published;
    }

    std::string value(const Expression& e) {
        switch (e.kind) {
        case Kind::fixed: return fixed(e);
        case Kind::date: return date(e);
        case Kind::weekday: return weekday(e);
        case Kind::deictic: return deictic(e);
        case Kind::distance: return distance(e);
        case Kind::same: return same(e);
        case Kind::duration:
        case Kind::set: return e.value.empty() ? duration(e) : e.value;
        case Kind::clock: return clock(e);
        }
        return {};
    }

    std::string fixed(const Expression& e) {
        if (e.value.starts_with("DAY")) {
            const auto from = base(Expression::Anchor::publication);
            const int offset = e.value[4] - '0';
            const std::string part = e.value.size() > 5 ? e.value.substr(5) : e.part_of_day;
            if (!from) return "XXXX-XX-XX" + part;
            return iso(*from + days{e.value[3] == '-' ? -offset : offset}) + part;
        }
        if (e.value.starts_with("XXXX-"))
            return holiday([&](int year) { return fmt::format("{:04}{}", year, e.value.substr(4)); }, e);
        if (e.value == "THANKSGIVING") return holiday([](int y) { return iso(nth_weekday(y, 11, 4, 4)); }, e);
        if (e.value == "LABOR_DAY") return holiday([](int y) { return iso(nth_weekday(y, 9, 1, 1)); }, e);
        if (e.value == "MEMORIAL_DAY") return holiday([](int y) { return iso(nth_weekday(y, 5, 1, -1)); }, e);
        if (e.value == "EASTER") return holiday([](int y) { return iso(easter(y)); }, e);
        if (e.value == "GOOD_FRIDAY") return holiday([](int y) { return iso(easter(y) - days{2}); }, e);
        return e.value;
    }

    template<typename In>
    std::string holiday(In in, const Expression& e) {
        const auto from = base(Expression::Anchor::publication);
        if (!from) return e.value.starts_with("XXXX") ? e.value : "XXXX-XX-XX";
        return nearest(*from, tense(e), [&](int year) { return in(year); });
    }

    /// The value of the year that lies on the right side of the day: past, future, or nearest.
    template<typename In>
    std::string nearest(Day from, Direction direction, In in) {
        const int year = year_of(from);
        const std::string same_year = in(year);
        const auto [first, last] = bounds(same_year);
        const std::string today = iso(from);
        if (direction == Direction::past) return first <= today ? same_year : in(year - 1);
        if (direction == Direction::future) return last >= today ? same_year : in(year + 1);
        const auto start = day_of(first);
        if (!start) return same_year;
        const auto distance = (*start - from).count();
        return distance > 183 ? in(year - 1) : distance < -183 ? in(year + 1) : same_year;
    }

    /// A story goes on in time: of the years around the last day told, the one that is nearest to it, rather
    /// behind it.
    template<typename In>
    static std::string following(Day told, In in) {
        constexpr int back = 120; // days a story may look back without saying so
        const int year = year_of(told);
        std::string best = in(year);
        const auto start = day_of(bounds(best).first);
        if (!start) return best;
        const auto distance = (*start - told).count();
        if (distance < -back - 31) return in(year + 1);
        return distance > 365 - back ? in(year - 1) : best;
    }

    std::string date(const Expression& e) {
        const auto in_year = [&](int year) {
            if (e.month == 0) return fmt::format("{:04}-{}", year, e.value);
            if (e.day == 0) return fmt::format("{:04}-{:02}", year, e.month);
            return fmt::format("{:04}-{:02}-{:02}", year, e.month, e.day) + e.part_of_day;
        };
        if (e.year) return in_year(*e.year);
        if (m_narrative && m_reference) {
            m_anchor_time = m_reference_index;
            return following(*m_reference, in_year);
        }
        const auto from = base(Expression::Anchor::publication);
        if (!from) {
            const std::string open = in_year(0);
            return "XXXX" + open.substr(4);
        }
        // A day is the nearest one whatever the tense: `was due on Dec. 7` told in October.
        Direction direction = e.day != 0 ? Direction::unknown : tense(e);
        if (e.month == 0) direction = Direction::past; // quarters are reported behind
        return nearest(*from, direction, in_year);
    }

    std::string weekday(const Expression& e) {
        const auto from = base(Expression::Anchor::publication);
        if (!from) return fmt::format("XXXX-WXX-{}", e.weekday) + e.part_of_day;
        const Direction direction = tense(e);
        const auto told = m_weekdays.find(e.weekday);
        if (direction != Direction::future && told != m_weekdays.end())
            return iso(told->second) + e.part_of_day;
        const int back = (weekday_of(*from) - e.weekday + 7) % 7;
        const Day day =
            direction == Direction::future && back > 0 ? *from + days{7 - back} : *from - days{back};
        m_weekdays[e.weekday] = day;
        return iso(day) + e.part_of_day;
    }

    std::string deictic(const Expression& e) {
        const auto from = base(e.anchor);
        if (!from)
            return e.month != 0      ? fmt::format("XXXX-{:02}", e.month)
                   : e.value == "WE" ? "XXXX-WXX-WE"
                                     : "XXXX";
        if (e.weekday != 0) {
            const int back = (weekday_of(*from) - e.weekday + 7) % 7;
            if (e.count < 0) return iso(*from - days{back == 0 ? 7 : back}) + e.part_of_day;
            if (e.count > 0) return iso(*from + days{7 - back}) + e.part_of_day;
            return iso(monday_of(*from) + days{e.weekday - 1}) + e.part_of_day;
        }
        if (e.month != 0) return month_by_count(*from, e);
        if (e.value == "WE") return weekend(*from, e.count);
        if (!e.value.empty() && (e.value[0] == 'Q' || e.value[0] == 'H'))
            return fmt::format("{:04}-{}", year_of(*from) + e.count, e.value);
        if (!e.value.empty()) return season(*from, e);
        // What is told of `the quarter` is told when it is over.
        const int count =
            e.unit == Unit::quarter && e.value.empty() && e.count == 0 && m_parse.at(e.first).lower == "the"
                ? -1
                : e.count;
        return period(shift(*from, count, e.unit), e.unit);
    }

    std::string month_by_count(Day from, const Expression& e) {
        int year = year_of(from);
        if (e.count < 0 && e.month >= month_of(from)) --year;
        if (e.count > 0 && e.month <= month_of(from)) ++year;
        return fmt::format("{:04}-{:02}", year, e.month);
    }

    /// `this weekend` behind Saturday is the one just passing, on other days the coming one; on Monday and
    /// Tuesday news means the last one, unless the verb speaks of the future.
    static std::string weekend(Day from, int count) {
        Day monday = monday_of(from);
        const int today = weekday_of(from);
        if (count < 0 || (count == 0 && today <= 2)) monday -= days{7};
        if (count > 0 && today >= 6) monday += days{7};
        return iso_week(monday) + "-WE";
    }

    std::string season(Day from, const Expression& e) {
        const auto in = [&](int year) { return fmt::format("{:04}-{}", year, e.value); };
        const int year = year_of(from);
        if (e.count == 0) return in(year);
        const auto [first, last] = bounds(in(year));
        if (e.count < 0) return last < iso(from) ? in(year) : in(year - 1);
        return first > iso(from) ? in(year) : in(year + 1);
    }

    std::string distance(const Expression& e) {
        const auto from = base(e.anchor);
        if (e.unit < Unit::day) return duration_of(std::abs(e.count), false, e.unit);
        if (!from) return e.count < 0 ? "PAST_REF" : "FUTURE_REF";
        return period(shift(*from, e.count, e.unit), e.unit);
    }

    std::string same(const Expression& e) {
        const auto from = base(Expression::Anchor::reference);
        if (!from) return "XXXX-XX-XX";
        return period(*from, e.unit) + e.part_of_day;
    }

    std::string clock(const Expression& e) {
        const auto from = m_reference_index >= 0 && m_reference && m_reference_is_day
                              ? m_reference
                              : base(Expression::Anchor::publication);
        return (from ? iso(*from) : std::string("XXXX-XX-XX")) + e.part_of_day;
    }

    static std::string duration(const Expression& e) { return duration_of(e.count, e.vague_count, e.unit); }

    static std::string duration_of(int count, bool vague, Unit unit) {
        constexpr std::array<std::string_view, 10> codes{"S", "M", "H", "D", "W", "M", "Q", "Y", "DE", "CE"};
        const std::string number = vague ? "X" : std::to_string(count);
        return fmt::format("P{}{}{}", unit < Unit::day ? "T" : "", number,
                           codes[static_cast<std::size_t>(unit)]);
    }

    /// What later expressions count from.
    void remember(const Expression& e, const Time& time, std::int32_t index) {
        if (time.from.empty() || time.type == "SET" || time.type == "DURATION") return;
        const auto first = day_of(time.from);
        if (!first) return;
        const bool is_day = time.from == time.to;
        const bool deictic_year = e.kind == Kind::deictic && e.unit == Unit::year;
        if (!m_narrative && deictic_year) return;
        m_reference = first;
        m_reference_index = index;
        m_reference_is_day = is_day;
        constexpr int days_of_news = 7; // an older day is not what a bare weekday means later
        if (is_day && !m_narrative && m_published &&
            std::abs((*first - *m_published).count()) <= days_of_news)
            m_weekdays[weekday_of(*first)] = *first;
    }

    const Parse& m_parse;
    std::optional<Day> m_published;
    std::string m_open_date;     // the day of publication as it is known
    bool m_is_year_open = false; // the year of m_published only stands in
    std::optional<Day> m_reference;
    std::int32_t m_reference_index = -1;
    bool m_reference_is_day = false;
    bool m_narrative = false;
    std::map<int, Day> m_weekdays; // the day each weekday meant last
    std::string m_anchor;
    std::int32_t m_anchor_time = -1;
};

} // namespace

std::vector<Time> find_times(const Parse& parse, const Report& report) {
    return Resolver(parse, report).run(find_expressions(parse));
}

void complete_year(const Parse& parse, const std::vector<Period>& terms, Report& report) {
    Published& published = report.published;
    if (!published.value.starts_with("XXXX-") || terms.empty()) return;
    std::vector<Day> possible = possible_days(published.value, find_expressions(parse));
    std::erase_if(possible, [&](Day day) {
        const std::string text = iso(day);
        return std::any_of(terms.begin(), terms.end(), [&](const Period& term) {
            return (!term.from.empty() && text < term.from) ||
                   (!term.to.empty() && text.substr(0, term.to.size()) > term.to);
        });
    });
    if (possible.size() == 1) published.value = iso(possible.front()) + published.value.substr(10);
}

void set_year(std::string_view published, std::vector<Time>& times) {
    const auto day = day_of(published);
    if (!day) return;
    for (Time& time : times) {
        if (!time.value.starts_with("XXXX-") || time.value.find('X', 4) != std::string::npos ||
            time.type == "SET")
            continue;
        const auto in_year = [&](int year) { return fmt::format("{:04}{}", year, time.value.substr(4)); };
        constexpr int half_a_year = 183;
        std::string value = in_year(year_of(*day));
        if (const auto start = day_of(bounds(value).first)) {
            const auto distance = (*start - *day).count();
            if (distance > half_a_year) value = in_year(year_of(*day) - 1);
            if (distance < -half_a_year) value = in_year(year_of(*day) + 1);
        }
        time.value = value;
        std::tie(time.from, time.to) = bounds(value);
    }
}

} // namespace dateline::when

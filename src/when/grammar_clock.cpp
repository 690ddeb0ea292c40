// The rules for times of day: `8 p.m.`, `8:30`, `1300 GMT`, `noon on Monday`.

#include "base/text.hpp"
#include "when/grammar.hpp"

namespace dateline::when {

namespace {

constexpr int hours = 24, minutes = 60, noon = 12;

/// `8`, `8:30`, `08.30` with its length in `text`.
struct Face {
    int hour = -1, minute = 0;
    bool colon = false;
    std::size_t length = 0;
};

Face face_of(std::string_view text) {
    Face face;
    std::size_t at = 0;
    int hour = 0;
    while (at < text.size() && at < 2 && is_digit(text[at])) hour = hour * 10 + (text[at++] - '0');
    if (at == 0 || (at < text.size() && is_digit(text[at]))) return face;
    if (at + 2 < text.size() && (text[at] == ':' || text[at] == '.') && is_digit(text[at + 1]) &&
        is_digit(text[at + 2]) && (at + 3 == text.size() || !is_digit(text[at + 3]))) {
        face.minute = (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
        face.colon = text[at] == ':';
        at += 3;
    }
    if (hour > hours || face.minute >= minutes) return face;
    face.hour = hour;
    face.length = at;
    return face;
}

enum class Half { none, am, pm };

Half half_of(std::string_view lower) {
    if (lower == "a.m." || lower == "am" || lower == "a.m") return Half::am;
    if (lower == "p.m." || lower == "pm" || lower == "p.m") return Half::pm;
    return Half::none;
}

} // namespace

/// A time of day alone.
std::optional<Expression> Grammar::clock_time(WordIndex i) const {
    Expression e = made(i, i + 1, Kind::clock, "TIME");
    if (m_words.is(i, "noon", "midday", "midnight")) {
        if (is_name_of_thing(i)) return std::nullopt;
        e.hour = m_words.is(i, "midnight") ? hours : noon;
        return e;
    }
    if (const Match part = middle_of_part(i)) return part;
    const std::string_view text = m_words.lower(i);
    if (text.empty() || !is_digit(text.front())) return std::nullopt;
    const int packed = m_words.at(i).number;
    if (text.size() == 4 && packed >= 0 && packed / 100 <= hours && packed % 100 < minutes &&
        (m_words.is(i + 1, "gmt", "utc", "hours", "hrs", "local"))) {
        e.hour = packed / 100;
        e.minute = packed % 100;
        e.last = i + 2;
        return e;
    }
    const Face face = face_of(text);
    if (face.hour < 0) return std::nullopt;
    const std::string_view rest = text.substr(face.length);
    Half half = half_of(rest);
    if (!rest.empty() && half == Half::none && rest != "hrs" && rest != "h" && rest != "gmt")
        return std::nullopt;
    bool marked = !rest.empty();
    if (!marked) {
        half = half_of(m_words.lower(i + 1));
        if (half != Half::none || m_words.is(i + 1, "o'clock", "hrs")) marked = true, ++e.last;
        if (!marked && m_words.is(i + 1, "in") && m_words.is(i + 2, "the") &&
            !m_words.info(i + 3).part.empty() && text.size() <= 2) {
            half = m_words.is(i + 3, "morning") ? Half::am : Half::pm;
            marked = true;
            e.last += 3;
        }
    }
    // `03:42` alone is how long a film runs
    const bool is_time = m_words.is(i - 1, "at", "by", "until", "around", "about", "before", "after") ||
                         (m_words.token(i).name_type == NameType::time && text.front() != '0');
    const bool zoned = m_words.info(e.last).is_zone && !m_words.is(e.last, "local");
    // `a 1:35 clip`, `(1:35)`: that, too
    const bool is_length = m_words.is(e.last, "long", "video", "clip", "film", "track", "footage") ||
                           (m_words.is(i - 1, "(") && m_words.is(e.last, ")"));
    if (!marked && is_length) return std::nullopt;
    if (!marked && !(face.colon && (is_time || zoned))) return std::nullopt;
    e.hour = face.hour;
    e.minute = face.minute;
    if (half == Half::pm && e.hour < noon) e.hour += noon;
    if (half == Half::am && e.hour == noon) e.hour = 0;
    if (zoned) ++e.last;
    if (m_words.is(e.last, "local") && m_words.is(e.last + 1, "time")) e.last += 2;
    return e;
}

/// `mid-afternoon`, `mid morning`.
Grammar::Match Grammar::middle_of_part(WordIndex i) const {
    if (!m_words.is(i, "mid", "midmorning", "midafternoon")) return std::nullopt;
    Expression e = made(i, i + 1, Kind::clock, "TIME");
    e.part_of_day = m_words.is(i, "midmorning") ? "TMO" : "TAF";
    if (!m_words.is(i, "mid")) return e;
    const WordIndex at = m_words.is_hyphen(i + 1) ? i + 2 : i + 1;
    e.part_of_day = m_words.info(at).part;
    e.last = at + 1;
    return e.part_of_day.empty() ? Match() : Match(e);
}

Grammar::Match Grammar::clock(WordIndex i) {
    WordIndex at = i;
    if (m_words.is(i, "about", "around")) ++at;
    const auto time = clock_time(at);
    if (!time) return std::nullopt;
    Expression e = *time;
    if (at > i && m_words.is(at - 1, "around", "about")) e.first = i;
    return clock_with_date(e);
}

/// `8 p.m. Monday`, `8 p.m. on Monday`, `9 a.m. EST, Nov. 6`.
Grammar::Match Grammar::clock_with_date(Expression e) {
    WordIndex next = e.last;
    if (m_words.is(next, ",")) ++next;
    if (m_words.is(next, "on")) ++next;
    Match date = month_date(next);
    if (!date) date = day_month(next);
    if (!date) date = weekday(next);
    if (!date && m_words.is(next, "yesterday", "today", "tomorrow")) date = phrase(next);
    if (!date || date->kind == Kind::set || date->day + date->weekday == 0) {
        if (!date || date->kind != Kind::day_offset) return e;
    }
    date->hour = e.hour;
    date->minute = e.minute;
    if (e.hour < 0) date->part_of_day = e.part_of_day;
    date->type = "TIME";
    date->first = e.first;
    return date;
}

} // namespace dateline::when

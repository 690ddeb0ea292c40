// A hand-written grammar over tokens. At each token the rules are tried in turn; the longest match wins, the
// earlier rule on a tie. Extents follow TimeBank: articles and words of degree in front (`the`, `early`,
// `nearly`) belong to the expression, prepositions do not.

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "when/expression.hpp"

namespace dateline::data {
std::string_view when_words();
}

namespace dateline::when {

namespace {

using Kind = Expression::Kind;

struct Phrase {
    std::vector<std::string_view> words;
    std::string_view type, value;
};

/// The phrases of `data/when/words.txt` by their first word, longest first.
using Phrases = std::unordered_map<std::string_view, std::vector<Phrase>>;

Phrases read_phrases() {
    Phrases phrases;
    for_each_data_line(data::when_words(), [&](std::string_view line, int at) {
        const auto fields = split(line, '|');
        if (fields.size() != 3) throw error("data/when/words.txt:{}: expected phrase, type and value", at);
        Phrase phrase{split(fields[0], ' '), fields[1], fields[2]};
        phrases[phrase.words.front()].push_back(std::move(phrase));
    });
    for (auto& entry : phrases)
        std::stable_sort(entry.second.begin(), entry.second.end(),
                         [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
    return phrases;
}

template<typename Value, std::size_t N>
const Value* find(const std::array<std::pair<std::string_view, Value>, N>& table, std::string_view word) {
    for (const auto& [key, value] : table)
        if (key == word) return &value;
    return nullptr;
}

constexpr std::array<std::pair<std::string_view, int>, 26> months{
    {{"january", 1}, {"february", 2}, {"march", 3},     {"april", 4},    {"may", 5},       {"june", 6},
     {"july", 7},    {"august", 8},   {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12},
     {"jan.", 1},    {"feb.", 2},     {"mar.", 3},      {"apr.", 4},     {"aug.", 8},      {"sept.", 9},
     {"sep.", 9},    {"oct.", 10},    {"nov.", 11},     {"dec.", 12},    {"jan", 1},       {"feb", 2},
     {"nov", 11},    {"dec", 12}}};
constexpr std::array<std::pair<std::string_view, int>, 16> weekdays{{{"monday", 1},
                                                                     {"tuesday", 2},
                                                                     {"wednesday", 3},
                                                                     {"thursday", 4},
                                                                     {"friday", 5},
                                                                     {"saturday", 6},
                                                                     {"sunday", 7},
                                                                     {"mondays", 1},
                                                                     {"tuesdays", 2},
                                                                     {"fridays", 5},
                                                                     {"saturdays", 6},
                                                                     {"sundays", 7},
                                                                     {"mon.", 1},
                                                                     {"tues.", 2},
                                                                     {"thurs.", 4},
                                                                     {"fri.", 5}}};
constexpr std::array<std::pair<std::string_view, Unit>, 26> units{
    {{"second", Unit::second},   {"seconds", Unit::second},    {"minute", Unit::minute},
     {"minutes", Unit::minute},  {"hour", Unit::hour},         {"hours", Unit::hour},
     {"day", Unit::day},         {"days", Unit::day},          {"week", Unit::week},
     {"weeks", Unit::week},      {"month", Unit::month},       {"months", Unit::month},
     {"quarter", Unit::quarter}, {"quarters", Unit::quarter},  {"year", Unit::year},
     {"years", Unit::year},      {"decade", Unit::decade},     {"decades", Unit::decade},
     {"century", Unit::century}, {"centuries", Unit::century}, {"yr", Unit::year},
     {"yrs", Unit::year},        {"fortnight", Unit::week},    {"mins", Unit::minute},
     {"min", Unit::minute},      {"hrs", Unit::hour}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> seasons{
    {{"spring", "SP"}, {"summer", "SU"}, {"autumn", "FA"}, {"fall", "FA"}, {"winter", "WI"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> day_parts{{{"morning", "TMO"},
                                                                                  {"afternoon", "TAF"},
                                                                                  {"evening", "TEV"},
                                                                                  {"night", "TNI"},
                                                                                  {"mornings", "TMO"},
                                                                                  {"nights", "TNI"},
                                                                                  {"noon", "T12:00"},
                                                                                  {"midnight", "T24:00"},
                                                                                  {"midday", "TMI"}}};
constexpr std::array<std::pair<std::string_view, int>, 38> number_words{
    {{"one", 1},          {"two", 2},          {"three", 3},       {"four", 4},
     {"five", 5},         {"six", 6},          {"seven", 7},       {"eight", 8},
     {"nine", 9},         {"ten", 10},         {"eleven", 11},     {"twelve", 12},
     {"thirteen", 13},    {"fourteen", 14},    {"fifteen", 15},    {"sixteen", 16},
     {"seventeen", 17},   {"eighteen", 18},    {"nineteen", 19},   {"twenty", 20},
     {"thirty", 30},      {"forty", 40},       {"fifty", 50},      {"sixty", 60},
     {"seventy", 70},     {"eighty", 80},      {"ninety", 90},     {"hundred", 100},
     {"thousand", 1000},  {"dozen", 12},       {"a", 1},           {"an", 1},
     {"twenty-four", 24}, {"forty-eight", 48}, {"twenty-one", 21}, {"twenty-five", 25},
     {"thirty-five", 35}, {"forty-five", 45}}};
constexpr std::array<std::pair<std::string_view, int>, 24> ordinals{
    {{"first", 1},         {"second", 2},       {"third", 3},       {"fourth", 4},      {"fifth", 5},
     {"sixth", 6},         {"seventh", 7},      {"eighth", 8},      {"ninth", 9},       {"tenth", 10},
     {"eleventh", 11},     {"twelfth", 12},     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15},
     {"sixteenth", 16},    {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
     {"twenty-first", 21}, {"mid-", 0},         {"final", 4},       {"last", 4}}};

std::optional<int> whole_number(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c != ',') digits += c;
    int value = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || digits.size() > 6 || result.ec != std::errc{} ||
        result.ptr != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

/// `1st`, `22nd`, `third`.
std::optional<int> ordinal(std::string_view lower) {
    if (const int* known = find(ordinals, lower);
        known != nullptr && *known > 0 && lower != "final" && lower != "last")
        return *known;
    if (lower.size() >= 3 && is_digit(lower.front()))
        for (const std::string_view ending : {"st", "nd", "rd", "th"})
            if (lower.ends_with(ending)) return whole_number(lower.substr(0, lower.size() - 2));
    return std::nullopt;
}

std::optional<int> year_number(std::string_view text) {
    if (text.size() != 4 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
    const auto value = whole_number(text);
    return value && *value >= 1000 && *value <= 2199 ? value : std::nullopt;
}

class Grammar {
  public:
    explicit Grammar(const Parse& parse) : m_parse(parse) {}

    std::vector<Expression> run() {
        std::vector<Expression> found;
        for (TokenIndex i = 0; i < m_parse.size();) {
            auto match = longest(i);
            if (!match) {
                ++i;
                continue;
            }
            i = match->last;
            found.push_back(std::move(*match));
        }
        return found;
    }

  private:
    using Match = std::optional<Expression>;

    [[nodiscard]] std::string_view lower(TokenIndex i) const {
        return i >= 0 && i < m_parse.size() ? m_parse.at(i).lower : std::string_view{};
    }
    [[nodiscard]] std::string_view text(TokenIndex i) const {
        return i >= 0 && i < m_parse.size() ? m_parse.at(i).text : std::string_view{};
    }
    [[nodiscard]] bool is_hyphen(TokenIndex i) const { return lower(i) == "-"; }
    [[nodiscard]] const Unit* unit(TokenIndex i) const { return find(units, lower(i)); }

    Match longest(TokenIndex i) {
        Match best;
        const auto offer = [&](Match match) {
            if (match && (!best || match->last > best->last)) best = std::move(match);
        };
        offer(iso_date(i));
        offer(phrase(i));
        offer(month_date(i));
        offer(day_month(i));
        offer(year(i));
        offer(weekday(i));
        offer(deictic(i));
        offer(quarter(i));
        offer(season(i));
        offer(decade_or_century(i));
        offer(amount(i));
        offer(bare_units(i));
        offer(same(i));
        offer(set(i));
        offer(clock(i));
        if (best) {
            with_part_of_day(*best);
            return best;
        }
        return modified(i);
    }

    static Expression made(TokenIndex first, TokenIndex last, Kind kind, std::string type,
                           std::string value = {}) {
        Expression e;
        e.first = first;
        e.last = last;
        e.kind = kind;
        e.type = std::move(type);
        e.value = std::move(value);
        return e;
    }

    /// `early`, `late`, `the end of`, `mid-` in front of a date take part in its extent.
    Match modified(TokenIndex i) {
        TokenIndex at = i;
        if (lower(at) == "the" || lower(at) == "this") ++at;
        const std::string_view word = lower(at);
        if (word == "mid" && is_hyphen(at + 1)) return behind(i, at + 2);
        if (word == "early" || word == "late" || word == "earlier" || word == "later" || word == "mid") {
            TokenIndex next = at + 1;
            if (lower(next) == "in" || lower(next) == "on") ++next;
            if (next != at + 1 && (word == "early" || word == "late")) return std::nullopt;
            return behind(i, next);
        }
        const bool edge =
            word == "end" || word == "beginning" || word == "start" || word == "middle" || word == "eve";
        if (edge && lower(at + 1) == "of") return behind(i, at + 2);
        if ((word == "early" || word == "wee") && lower(at + 1) == "hours" && lower(at + 2) == "of")
            return behind(i, at + 3);
        return std::nullopt;
    }

    /// The date at `at` with an extent that starts at `first`.
    Match behind(TokenIndex first, TokenIndex at) {
        if (at - first > 4) return std::nullopt;
        auto match = longest(at);
        if (!match || match->kind == Kind::duration || match->kind == Kind::set ||
            match->value.ends_with("_REF"))
            return std::nullopt;
        match->first = first;
        return match;
    }

    Match iso_date(TokenIndex i) {
        const std::string_view word = text(i);
        if (const auto date = day_of(word); date && word.size() == 10)
            return made(i, i + 1, Kind::fixed, "DATE", std::string(word));
        const auto slashes = split(word, '/');
        if (slashes.size() != 3) return std::nullopt;
        const auto a = whole_number(slashes[0]);
        const auto b = whole_number(slashes[1]);
        auto y = whole_number(slashes[2]);
        if (!a || !b || !y || *a < 1 || *a > 12 || *b < 1 || *b > 31) return std::nullopt;
        if (slashes[2].size() == 2) y = *y + (*y > 40 ? 1900 : 2000);
        return made(i, i + 1, Kind::fixed, "DATE", fmt::format("{:04}-{:02}-{:02}", *y, *a, *b));
    }

    Match phrase(TokenIndex i) {
        static const Phrases phrases = read_phrases();
        const auto candidates = phrases.find(lower(i));
        if (candidates == phrases.end()) return std::nullopt;
        for (const Phrase& phrase : candidates->second) {
            TokenIndex at = i;
            for (const std::string_view word : phrase.words) {
                if (lower(at) != word) {
                    at = no_token;
                    break;
                }
                ++at;
            }
            if (at == no_token) continue;
            Expression e = made(i, at, Kind::fixed, std::string(phrase.type), std::string(phrase.value));
            if (e.last == i + 1 && (e.value == "FUTURE_REF" || e.value == "PAST_REF") &&
                lower(i) == "future" && m_parse.at(i).dep == Dep::compound)
                return std::nullopt;
            return e;
        }
        return std::nullopt;
    }

    [[nodiscard]] const int* month(TokenIndex i) const {
        const std::string_view word = text(i);
        if (word.empty() || !is_upper(word.front())) return nullptr;
        const int* found = find(months, lower(i));
        if (found == nullptr) return nullptr;
        const bool ambiguous = lower(i) == "may" || lower(i) == "march";
        return ambiguous && m_parse.at(i).pos != Pos::propn && !whole_number(text(i + 1)) ? nullptr : found;
    }

    /// Takes `, 1998` or ` 1998` behind a month or day.
    void take_year(Expression& e) const {
        TokenIndex at = e.last;
        if (lower(at) == "," || lower(at) == "of") ++at;
        const auto found = year_number(text(at));
        if (!found || (lower(e.last) == "," && m_parse.at(at).sentence != m_parse.at(e.first).sentence))
            return;
        e.year = found;
        e.last = at + 1;
    }

    Match month_date(TokenIndex i) {
        TokenIndex at = i;
        if (find(weekdays, lower(i)) != nullptr && (lower(i + 1) == "," || month(i + 1) != nullptr))
            at = lower(i + 1) == "," ? i + 2 : i + 1;
        const int* m = month(at);
        if (m == nullptr) return std::nullopt;
        Expression e = made(i, at + 1, Kind::date, "DATE");
        e.month = *m;
        TokenIndex next = at + 1;
        if (lower(next) == "the") ++next;
        auto d = whole_number(text(next));
        if (!d) d = ordinal(lower(next));
        if (d && *d >= 1 && *d <= 31 && (is_digit(text(next).front()) || lower(at + 1) == "the")) {
            e.day = *d;
            e.last = next + 1;
        }
        take_year(e);
        if (at != i && e.day == 0) return std::nullopt;
        return e;
    }

    /// `6 November 2023`, `the 28th of March`, `Monday 6 November`.
    Match day_month(TokenIndex i) {
        TokenIndex at = i;
        if (find(weekdays, lower(at)) != nullptr) ++at;
        if (lower(at) == ",") ++at;
        if (lower(at) == "the") ++at;
        auto d = whole_number(text(at));
        if (!d || text(at).size() > 2) d = ordinal(lower(at));
        if (!d || *d < 1 || *d > 31) return std::nullopt;
        TokenIndex next = at + 1;
        if (lower(next) == "of") ++next;
        const int* m = month(next);
        if (m == nullptr) return std::nullopt;
        Expression e = made(i, next + 1, Kind::date, "DATE");
        e.month = *m;
        e.day = *d;
        take_year(e);
        return e;
    }

    /// A bare year: four digits that are no amount, `the year 2000`, `490 BC`.
    Match year(TokenIndex i) {
        TokenIndex at = i;
        if (lower(at) == "the") ++at;
        if (lower(at) == "year" || lower(at) == "fiscal") ++at;
        const bool announced = at > i && lower(at - 1) != "the";
        if (at > i && !announced) return std::nullopt;
        const std::string_view behind = lower(at + 1);
        if (behind == "bc" || behind == "b.c." || behind == "bce") {
            const auto value = whole_number(text(at));
            if (value && *value < 10000)
                return made(i, at + 2, Kind::fixed, "DATE", fmt::format("BC{:04}", *value));
        }
        const auto found = year_number(text(at));
        if (!found) return std::nullopt;
        if (!announced && !is_year_in_context(at)) return std::nullopt;
        return made(i, at + 1, Kind::fixed, "DATE", fmt::format("{:04}", *found));
    }

    [[nodiscard]] bool is_year_in_context(TokenIndex i) const {
        const Token& token = m_parse.at(i);
        if (*whole_number(token.text) < 1500 && token.name_type != NameType::date) return false;
        const std::string_view before = lower(i - 1);
        if (before == "$" || before == "#" || lower(i + 1) == "%" || unit(i + 1) != nullptr) return false;
        const bool counts = token.dep == Dep::nummod && token.head != i &&
                            m_parse.at(token.head).tag == Tag::nns && token.name_type != NameType::date;
        return !counts;
    }

    Match weekday(TokenIndex i) {
        TokenIndex at = i;
        const int* w = find(weekdays, lower(at));
        if (w == nullptr || !is_upper(text(at).front())) return std::nullopt;
        Expression e = made(i, at + 1, Kind::weekday, "DATE");
        e.weekday = *w;
        if (lower(at).ends_with("days")) { // every Monday
            e.kind = Kind::set;
            e.type = "SET";
            e.value = fmt::format("XXXX-WXX-{}", *w);
        }
        return e;
    }

    /// `this`, `last`, `next`, `the past`, `the coming` with a unit, season, month, weekday or weekend.
    Match deictic(TokenIndex i) {
        TokenIndex at = i;
        const bool article = lower(at) == "the" || lower(at) == "this" || lower(at) == "that";
        if (lower(at) == "the") ++at;
        int count = 0;
        Expression::Anchor anchor = Expression::Anchor::publication;
        const std::string_view word = lower(at);
        if (word == "this" || word == "current")
            count = 0;
        else if (word == "last" || word == "past")
            count = -1;
        else if (word == "next" || word == "coming")
            count = 1;
        else if (word == "previous" || word == "preceding" || word == "prior")
            count = -1, anchor = Expression::Anchor::reference;
        else if (word == "following" || word == "subsequent")
            count = 1, anchor = Expression::Anchor::reference;
        else if (word == "latest" || word == "weekend" || word == "quarter" || word == "year" ||
                 word == "week" || word == "month")
            count = 0;
        else
            return std::nullopt;
        const bool bare =
            word == "weekend" || word == "quarter" || word == "year" || word == "week" || word == "month";
        if (bare && !article) return std::nullopt;
        if (!bare) ++at;
        if (word == "next" && article && lower(i) == "the")
            anchor = Expression::Anchor::reference; // the next day
        if (lower(at) == "fiscal") ++at;
        Expression e = made(i, at + 1, Kind::deictic, "DATE");
        e.count = count;
        e.anchor = anchor;
        if (const Unit* u = unit(at); u != nullptr && !lower(at).ends_with('s') && *u >= Unit::day) {
            if (word == "past" && lower(i) == "the") { // the past year is a stretch
                e.kind = Kind::duration;
                e.type = "DURATION";
                e.count = 1;
            }
            e.unit = *u;
            if (bare && *u != Unit::quarter && *u != Unit::week)
                return std::nullopt; // the year: too vague to tell
            return e;
        }
        if (lower(at) == "period" && word == "latest") {
            e.unit = Unit::quarter;
            return e;
        }
        if (lower(at) == "weekend")
            e.value = "WE";
        else if (const auto* s = find(seasons, lower(at)))
            e.value = *s;
        else if (const int* m = month(at))
            e.month = *m;
        else if (const int* w = find(weekdays, lower(at)))
            e.weekday = *w;
        else
            return std::nullopt;
        return e;
    }

    /// `third-quarter`, `the third quarter of 1990`, `this year's third quarter`, `first half`.
    Match quarter(TokenIndex i) {
        TokenIndex at = i;
        int shift_years = 0;
        bool owner = false;
        if ((lower(at) == "this" || lower(at) == "last" || lower(at) == "next") && lower(at + 1) == "year" &&
            m_parse.at(std::min(at + 2, m_parse.size() - 1)).tag == Tag::pos) {
            shift_years = lower(at) == "last" ? -1 : lower(at) == "next" ? 1 : 0;
            owner = true;
            at += 3;
        }
        if (lower(at) == "the") ++at;
        if (lower(at) == "fiscal") ++at;
        const int* n = find(ordinals, lower(at));
        if (n == nullptr || *n < 1 || *n > 4) return std::nullopt;
        ++at;
        if (is_hyphen(at)) ++at;
        if (lower(at) == "fiscal") ++at;
        const bool half = lower(at) == "half";
        if (lower(at) != "quarter" && !half) return std::nullopt;
        if (half && *n > 2 && lower(at - 1) != "last") return std::nullopt;
        const bool modifier = is_hyphen(at - 1) && lower(i) == "the" && !owner; // the third-quarter loss
        Expression e = made(modifier ? i + 1 : i, at + 1, Kind::date, "DATE",
                            half ? fmt::format("H{}", *n > 2 ? 2 : *n) : fmt::format("Q{}", *n));
        if (half && lower(at + 1) != "of" && !owner) return std::nullopt;
        take_year(e);
        if (half && !e.year && !owner) return std::nullopt;
        if (owner) {
            e.kind = Kind::deictic;
            e.count = shift_years;
            e.unit = Unit::year;
        }
        return e;
    }

    Match season(TokenIndex i) {
        TokenIndex at = i;
        if (lower(at) == "the") ++at;
        const auto* s = find(seasons, lower(at));
        if (s == nullptr) return std::nullopt;
        Expression e = made(i, at + 1, Kind::date, "DATE", std::string(*s));
        take_year(e);
        if (e.year) return e;
        const Token& token = m_parse.at(at);
        const bool noun = token.pos == Pos::noun || token.pos == Pos::propn;
        const bool alone = token.dep == Dep::pobj || token.dep == Dep::npadvmod;
        return noun && alone && lower(at + 1) != "of" && !(lower(at) == "fall" && lower(at - 1) == "the")
                   ? Match(e)
                   : std::nullopt;
    }

    /// `the 1990s`, `the '80s`, `the 20th century`, `the nineteenth century`.
    Match decade_or_century(TokenIndex i) {
        TokenIndex at = i;
        if (lower(at) == "the") ++at;
        if (lower(at) == "early" || lower(at) == "late" || lower(at) == "mid") {
            ++at;
            if (is_hyphen(at)) ++at;
        }
        std::string_view word = lower(at);
        if (word.starts_with("mid-")) word.remove_prefix(4);
        if (word.size() == 5 && word.ends_with("0s") && year_number(word.substr(0, 4)))
            return made(i, at + 1, Kind::fixed, "DATE", std::string(word.substr(0, 3)));
        if ((word.size() == 4 && word.front() == '\'' && word.ends_with("0s")) ||
            (lower(at) == "'" && lower(at + 1).ends_with("0s") && lower(at + 1).size() == 3)) {
            const bool split_mark = lower(at) == "'";
            const char tens = split_mark ? lower(at + 1).front() : word[1];
            if (is_digit(tens))
                return made(i, at + (split_mark ? 2 : 1), Kind::fixed, "DATE", fmt::format("19{}", tens));
        }
        const auto n = ordinal(word);
        TokenIndex next = at + 1;
        if (is_hyphen(next)) ++next;
        if (n && *n >= 1 && *n <= 30 && lower(next) == "century")
            return made(i, next + 1, Kind::fixed, "DATE", fmt::format("{:02}", *n - 1));
        return std::nullopt;
    }

    struct Amount {
        TokenIndex next = 0;
        int value = 0;
        bool vague = false;
    };

    /// `two`, `20`, `twenty five`, `a hundred`, `several`, `a few`, `a couple of`.
    [[nodiscard]] std::optional<Amount> number(TokenIndex i) const {
        const std::string_view word = lower(i);
        if (word == "several" || word == "some" || word == "many" || word == "few")
            return Amount{i + 1, 0, true};
        if (word == "a" && (lower(i + 1) == "few" || lower(i + 1) == "number"))
            return Amount{lower(i + 2) == "of" ? i + 3 : i + 2, 0, true};
        if (word == "a" && lower(i + 1) == "couple")
            return Amount{lower(i + 2) == "of" ? i + 3 : i + 2, 2, false};
        if (word == "half")
            return Amount{lower(i + 1) == "a" || lower(i + 1) == "an" ? i + 2 : i + 1, 0, true};
        if (const auto digits = whole_number(text(i))) return Amount{i + 1, *digits, false};
        int total = 0;
        int current = 0;
        TokenIndex at = i;
        for (; at < i + 5; ++at) {
            const int* value = find(number_words, lower(at));
            if (value == nullptr) {
                if (is_hyphen(at) && at > i && find(number_words, lower(at + 1)) != nullptr && current >= 20)
                    continue;
                break;
            }
            if ((lower(at) == "a" || lower(at) == "an") && at > i) break;
            if (*value >= 100)
                current = std::max(current, 1) * *value;
            else
                current += *value;
            if (*value == 1000) total += current, current = 0;
        }
        return at == i ? std::nullopt : std::optional(Amount{at, total + current, false});
    }

    /// A number of units: a duration, or a distance when `ago`, `later`, `earlier` and the like follow.
    Match amount(TokenIndex i) {
        TokenIndex at = i;
        bool stretch = false; // the last two days
        if (lower(at) == "the") ++at;
        const bool article = at > i;
        for (const std::string_view word :
             {"past", "last", "next", "first", "coming", "previous", "following", "final"})
            if (lower(at) == word) {
                ++at;
                stretch = true;
                break;
            }
        TokenIndex degree = at;
        for (const std::string_view word : {"about", "nearly", "almost", "around", "roughly", "approximately",
                                            "some", "only", "over", "exactly"})
            if (lower(degree) == word && number(degree + 1)) {
                ++degree;
                break;
            }
        const auto amount = number(degree);
        if (!amount) return std::nullopt;
        TokenIndex next = amount->next;
        const bool hyphen = is_hyphen(next);
        if (hyphen) ++next;
        for (const std::string_view word :
             {"full", "straight", "consecutive", "more", "long", "short", "whole", "calendar", "business"})
            if (lower(next) == word) ++next;
        const Unit* u = unit(next);
        if (u == nullptr) return std::nullopt;
        if (lower(next) == "second" && !hyphen) return std::nullopt;
        if (article && !stretch && (lower(degree) == "a" || lower(degree) == "an")) return std::nullopt;
        const bool singular_article = lower(degree) == "a" || lower(degree) == "an";
        if (stretch && singular_article) return std::nullopt;
        Expression e = made(i, next + 1, Kind::duration, "DURATION");
        if (degree != at && lower(at) == "some") e.first = degree;
        if (hyphen && lower(e.first) == "the") ++e.first; // the article is the noun's: the two-year plan
        if (hyphen && singular_article) return std::nullopt;
        e.count = amount->value;
        e.vague_count = amount->vague;
        e.unit = *u;
        if (lower(next) == "fortnight") e.count *= 2;
        if (!stretch && !article) take_distance(e);
        if (e.kind == Kind::duration && is_hyphen(e.last) && lower(e.last + 1) == "old") return std::nullopt;
        if (e.kind == Kind::duration && lower(e.last) == "old" && m_parse.at(e.last).pos == Pos::adj)
            return std::nullopt;
        if (e.kind == Kind::duration && (lower(e.last) == "a" || lower(e.last) == "per") &&
            unit(e.last + 1) != nullptr)
            return std::nullopt;
        return e;
    }

    void take_distance(Expression& e) const {
        const std::string_view word = lower(e.last);
        int sign = 0;
        if (word == "ago")
            sign = -1;
        else if (word == "earlier" || word == "before" || word == "previously")
            sign = -1, e.anchor = Expression::Anchor::reference;
        else if (word == "later" || word == "afterward" || word == "afterwards" || word == "after")
            sign = 1, e.anchor = Expression::Anchor::reference;
        else if (word == "from" && lower(e.last + 1) == "now")
            sign = 1, ++e.last;
        else if (word == "hence")
            sign = 1;
        else
            return;
        if ((word == "before" || word == "after") && e.last + 1 < m_parse.size() &&
            m_parse.at(e.last).dep != Dep::advmod &&
            !m_parse.children(e.last).begin().operator!=(m_parse.children(e.last).end()))
            return;
        if (word == "before" || word == "after") {
            if (m_parse.has_child(e.last, Dep::pobj) || m_parse.has_child(e.last, Dep::pcomp) ||
                m_parse.at(e.last).dep == Dep::mark)
                return;
        }
        ++e.last;
        e.kind = Kind::distance;
        e.type = e.unit < Unit::day ? "TIME" : "DATE";
        e.count *= sign;
        if (e.vague_count) {
            e.kind = Kind::fixed;
            e.value = sign < 0 ? "PAST_REF" : "FUTURE_REF";
        }
    }

    /// `years`, `decades` with nothing before them that counts them; `year-earlier`, `year-ago`.
    Match bare_units(TokenIndex i) {
        const Unit* u = unit(i);
        TokenIndex at = i;
        if (lower(at) == "the" && unit(at + 1) != nullptr) {
            u = unit(at + 1);
            ++at;
        }
        if (u == nullptr) return std::nullopt;
        TokenIndex next = at + 1;
        if (is_hyphen(next)) ++next;
        if ((lower(next) == "earlier" || lower(next) == "ago") && !lower(at).ends_with('s')) {
            Expression e = made(i, next + 1, Kind::distance, "DATE");
            if (lower(next + 1) == "quarter" || lower(next + 1) == "period")
                e.last = at > i ? next + 2 : next + 1;
            e.count = -1;
            e.unit = *u;
            return e;
        }
        if (at > i || !lower(i).ends_with('s') || *u == Unit::second || *u == Unit::quarter)
            return std::nullopt;
        if (lower(i - 1) == "of" || lower(i - 1) == "for" || lower(i - 1) == "in" || lower(i + 1) == "ago" ||
            lower(i - 1) == "within" || lower(i + 1) == "of" || lower(i + 1) == "later") {
            Expression e = made(i, i + 1, Kind::duration, "DURATION");
            e.vague_count = true;
            e.unit = *u;
            take_distance(e);
            return e;
        }
        return std::nullopt;
    }

    /// `that day`, `the same day`, `the day before`.
    Match same(TokenIndex i) {
        TokenIndex at = i;
        if (lower(at) == "that" || lower(at) == "the") ++at;
        if (lower(at) == "same" || (lower(at) == "very" && lower(i) == "that")) ++at;
        const bool told = lower(i) == "that" || lower(at - 1) == "same";
        const Unit* u = unit(at);
        if (u == nullptr || at == i || *u < Unit::day || lower(at).ends_with('s')) return std::nullopt;
        Expression e = made(i, at + 1, Kind::same, "DATE");
        e.unit = *u;
        if (told) return e;
        if (lower(at + 1) == "before" || lower(at + 1) == "after") {
            if (m_parse.has_child(at + 1, Dep::pobj) || m_parse.at(at + 1).dep == Dep::mark)
                return std::nullopt;
            e.kind = Kind::distance;
            e.count = lower(at + 1) == "before" ? -1 : 1;
            e.anchor = Expression::Anchor::reference;
            e.last = at + 2;
            return e;
        }
        return std::nullopt;
    }

    /// `every day`, `each year`, `twice a week`, `every two years`.
    Match set(TokenIndex i) {
        const std::string_view word = lower(i);
        TokenIndex at = i + 1;
        if (word == "once" || word == "twice") {
            if (lower(at) != "a" && lower(at) != "every") return std::nullopt;
            ++at;
        } else if (word != "every" && word != "each" && word != "per") {
            return std::nullopt;
        }
        if (word == "per") return std::nullopt;
        int count = 1;
        if (const auto amount = number(at);
            amount && !amount->vague && unit(amount->next) != nullptr && lower(at) != "a") {
            count = amount->value;
            at = amount->next;
        }
        if (lower(at) == "other") count = 2, ++at;
        if (const Unit* u = unit(at)) {
            Expression e = made(i, at + 1, Kind::set, "SET");
            e.count = count;
            e.unit = *u;
            return e;
        }
        if (const int* w = find(weekdays, lower(at)))
            return made(i, at + 1, Kind::set, "SET", fmt::format("XXXX-WXX-{}", *w));
        if (const auto* part = find(day_parts, lower(at)))
            return made(i, at + 1, Kind::set, "SET", fmt::format("XXXX-XX-XX{}", *part));
        return std::nullopt;
    }

    /// `8 p.m.`, `8:30`, `1300 GMT`, `noon`.
    Match clock(TokenIndex i) {
        TokenIndex at = i;
        std::string_view word = lower(i);
        if (word == "noon" || word == "midnight") return clocked(i, i + 1, word == "noon" ? 12 : 24, 0);
        int hour = -1;
        int minute = 0;
        bool glued_pm = false;
        bool marked = false;
        for (const std::string_view ending : {"am", "pm", "a.m.", "p.m."})
            if (word.size() > ending.size() && word.ends_with(ending) && is_digit(word.front())) {
                glued_pm = ending.front() == 'p';
                marked = true;
                word.remove_suffix(ending.size());
                break;
            }
        const std::size_t colon = word.find_first_of(":.");
        if (const auto whole = whole_number(word); whole && *whole <= 24 && colon == std::string_view::npos)
            hour = *whole;
        else if (colon != std::string_view::npos && colon > 0) {
            const auto h = whole_number(word.substr(0, colon));
            const auto m = whole_number(word.substr(colon + 1));
            if (!h || !m || *h > 24 || *m > 59 || word.size() - colon != 3) return std::nullopt;
            hour = *h;
            minute = *m;
        } else {
            const auto packed = word.size() == 4 ? whole_number(word) : std::nullopt;
            const std::string_view zone = lower(i + 1);
            if (packed && *packed / 100 <= 24 && *packed % 100 < 60 && (zone == "gmt" || zone == "utc"))
                return clocked(i, i + 2, *packed / 100, *packed % 100);
            return std::nullopt;
        }
        ++at;
        const std::string_view half = lower(at);
        bool pm = glued_pm;
        if (!marked && (half == "p.m." || half == "pm" || half == "a.m." || half == "am" || half == "p.m" ||
                        half == "a.m")) {
            pm = half.front() == 'p';
            marked = true;
            ++at;
        }
        if (!marked && half == "o'clock") marked = true, ++at;
        if (!marked && (colon == std::string_view::npos || word.find(':') == std::string_view::npos))
            return std::nullopt;
        if (!marked && m_parse.at(i).name_type != NameType::time && lower(i - 1) != "at") return std::nullopt;
        if (marked && pm && hour < 12) hour += 12;
        if (marked && !pm && hour == 12 && half.front() == 'a') hour = 0;
        for (const std::string_view zone : {"gmt", "utc", "est", "edt", "et", "pst", "pdt", "cet", "bst"})
            if (lower(at) == zone) {
                ++at;
                break;
            }
        return clocked(i, at, hour, minute);
    }

    static Match clocked(TokenIndex first, TokenIndex last, int hour, int minute) {
        Expression e = made(first, last, Kind::clock, "TIME");
        e.part_of_day = fmt::format("T{:02}:{:02}", hour, minute);
        return e;
    }

    /// `Monday night`, `Nov. 6 morning`, `8 p.m. Monday`, `8 p.m. on Monday`.
    void with_part_of_day(Expression& e) {
        if (e.kind == Kind::weekday || e.kind == Kind::date ||
            (e.kind == Kind::fixed && (lower(e.first) == "yesterday" || lower(e.first) == "tomorrow")) ||
            (e.kind == Kind::deictic && e.weekday != 0) || (e.kind == Kind::same && e.unit == Unit::day)) {
            if (const auto* part = find(day_parts, lower(e.last));
                part != nullptr && (e.kind != Kind::date || e.day != 0)) {
                e.part_of_day = *part;
                e.type = "TIME";
                ++e.last;
            }
            return;
        }
        if (e.kind != Kind::clock) return;
        TokenIndex next = e.last;
        if (lower(next) == ",") ++next;
        if (lower(next) == "on") ++next;
        auto date = weekday(next);
        if (!date) date = month_date(next);
        if (!date && (lower(next) == "yesterday" || lower(next) == "today" || lower(next) == "tomorrow"))
            date = phrase(next);
        if (!date || date->kind == Kind::set) return;
        date->part_of_day = e.part_of_day;
        date->type = "TIME";
        date->first = e.first;
        e = *date;
    }

    const Parse& m_parse;
};

} // namespace

std::vector<Expression> find_expressions(const Parse& parse) {
    return Grammar(parse).run();
}

} // namespace dateline::when

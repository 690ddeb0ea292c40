// Figures: how many were killed, hurt, held, driven out, on the street; how much money. A count is the
// numeral that modifies the head noun of whoever the event counts, widened by `at least`, `up to`, `between …
// and`.

#include "what/counts.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "what/count_parts.hpp"

namespace dateline::what {

namespace {

struct NumberWord {
    std::string_view word;
    double value;
};

constexpr std::array<NumberWord, 35> number_words{
    {{"a", 1},           {"an", 1},        {"one", 1},       {"two", 2},         {"three", 3},
     {"four", 4},        {"five", 5},      {"six", 6},       {"seven", 7},       {"eight", 8},
     {"nine", 9},        {"ten", 10},      {"eleven", 11},   {"twelve", 12},     {"thirteen", 13},
     {"fourteen", 14},   {"fifteen", 15},  {"sixteen", 16},  {"seventeen", 17},  {"eighteen", 18},
     {"nineteen", 19},   {"twenty", 20},   {"thirty", 30},   {"forty", 40},      {"fifty", 50},
     {"sixty", 60},      {"seventy", 70},  {"eighty", 80},   {"ninety", 90},     {"hundred", 100},
     {"thousand", 1000}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}, {"dozen", 12}}};

struct Crowd {
    std::string_view word;
    double low, high;
};

constexpr std::array<Crowd, 6> crowds{{{"dozens", 24, 99},
                                       {"scores", 40, 99},
                                       {"hundreds", 200, 999},
                                       {"thousands", 2000, 9999},
                                       {"tens", 20, 99},
                                       {"millions", 2e6, 9e6}}};

/// The numbers `from … last` spell together: `twenty-three thousand`; empty when some word is none.
std::optional<double> spelled(const ReportWords& words, TokenIndex first, TokenIndex last) {
    double total = 0, group = 0;
    bool any = false;
    for (TokenIndex t = first; t <= last; ++t) {
        if (words.at(t).pos == Pos::punct || words.at(t).tag == Tag::currency || words.at(t).lower == "and")
            continue;
        const std::optional<double> value = number_of(words.at(t).lower);
        if (!value) continue;
        any = true;
        if (*value >= 1000 && !is_digit(words.at(t).text.front())) {
            total += (group == 0 ? 1 : group) * *value;
            group = 0;
        } else if (*value == 100 && !is_digit(words.at(t).text.front())) {
            group = (group == 0 ? 1 : group) * 100;
        } else if (words.at(t).lower == "dozen") {
            group = (group == 0 ? 1 : group) * 12;
        } else {
            group += *value;
        }
    }
    return any ? std::optional(total + group) : std::nullopt;
}

TokenIndex numeral_of(const ReportWords& words, TokenIndex noun) {
    for (const TokenIndex c : words.parse().children(noun))
        if (words.at(c).dep == Dep::nummod ||
            (words.at(c).pos == Pos::num && words.at(c).dep == Dep::compound))
            return c;
    return words.at(noun).pos == Pos::num ? noun : no_token;
}

std::optional<Quantity> crowd_of(const ReportWords& words, TokenIndex noun) {
    // `dozens of people`: the noun hangs below the figure
    const Token& token = words.at(noun);
    TokenIndex head = noun;
    if (token.dep == Dep::pobj && words.at(token.head).lower == "of") head = words.at(token.head).head;
    for (const Crowd& crowd : crowds)
        if (words.at(head).lower == crowd.word) return Quantity{crowd.low, crowd.high, words.at(head).span};
    return std::nullopt;
}

/// Where a range is divided: `30 to 40`, `four or five`, `between 30 and 40`.
TokenIndex divider_of(const ReportWords& words, TokenIndex first, TokenIndex last) {
    bool between = false;
    for (TokenIndex t = first; t <= last; ++t) {
        between |= words.at(t).lower == "between";
        const std::string_view word = words.at(t).lower;
        const bool divides =
            word == "to" || word == "or" || (between && word == "and") ||
            (word == "-" && t > first && t < last && is_digit(words.at(t - 1).text.front()) &&
             is_digit(words.at(t + 1).text.front()));
        if (divides && t > first && t < last) return t;
    }
    return no_token;
}

std::optional<Quantity> quantity_in(const ReportWords& words, TokenIndex first, TokenIndex last) {
    const Span span = words.parse().span_of(first, last + 1);
    const TokenIndex divider = divider_of(words, first, last);
    if (divider != no_token) {
        const std::optional<double> low = spelled(words, first, divider - 1),
                                    high = spelled(words, divider + 1, last);
        if (low && high && *low <= *high) return Quantity{*low, *high, span};
    }
    const std::optional<double> value = spelled(words, first, last);
    return value ? std::optional(Quantity{*value, *value, span}) : std::nullopt;
}

bool is_year(std::string_view text) {
    return text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
}

} // namespace

std::optional<double> number_of(std::string_view word) {
    if (word.empty()) return std::nullopt;
    if (is_digit(word.front())) {
        std::string digits;
        for (const char c : word.substr(0, 24))
            if (c != ',') digits += c;
        double value = 0;
        const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return failed == std::errc{} ? std::optional(value) : std::nullopt;
    }
    const auto found = std::find_if(number_words.begin(), number_words.end(),
                                    [&](const NumberWord& known) { return known.word == word; });
    return found == number_words.end() ? std::nullopt : std::optional(found->value);
}

std::optional<Quantity> quantity_of(const ReportWords& words, TokenIndex noun) {
    const TokenIndex numeral = numeral_of(words, noun);
    if (numeral == no_token) return crowd_of(words, noun);
    if (words.at(numeral).name_type == NameType::date || is_year(words.at(numeral).text)) return std::nullopt;
    TokenIndex first = numeral, last = numeral;
    for (const TokenIndex c : words.parse().children(numeral)) {
        const Token& token = words.at(c);
        if (token.dep != Dep::quantmod && token.dep != Dep::compound && token.dep != Dep::advmod &&
            token.dep != Dep::punct)
            continue;
        first = std::min(first, token.left_edge);
        if (c > numeral && token.pos == Pos::num) last = std::max(last, c);
    }
    return quantity_in(words, first, last);
}

std::optional<Count> money_of(const ReportWords& words, const Arguments& arguments) {
    std::vector<TokenIndex> places{arguments.object};
    for (const Oblique& oblique : arguments.obliques)
        if (oblique.word == "of" || oblique.word == "with" || oblique.word == "in" || oblique.word == "worth")
            places.push_back(oblique.object);
    for (const TokenIndex place : places) {
        if (place == no_token || words.at(place).name_type != NameType::money) continue;
        const Name& name = words.parse().names[static_cast<std::size_t>(words.at(place).name)];
        const std::optional<Quantity> quantity = quantity_in(words, name.first, name.last - 1);
        if (!quantity) continue;
        std::string currency;
        for (TokenIndex t = name.first; t < name.last; ++t)
            if (words.at(t).tag == Tag::currency || words.at(t).tag == Tag::nns) currency = words.at(t).lower;
        return Count{"money", quantity->low, quantity->high, currency, name.span};
    }
    return std::nullopt;
}

std::optional<Count> weapons_of(const ReportWords& words, const Arguments& arguments) {
    const TokenIndex object = arguments.object;
    if (object == no_token) return std::nullopt;
    const WordClasses& classes = words.lexicon().classes();
    if ((classes.of(words.at(object).lemma) & classes.bit_of("weapons")) == 0) return std::nullopt;
    const std::optional<Quantity> quantity = quantity_of(words, object);
    if (!quantity) return std::nullopt;
    return Count{"weapons", quantity->low, quantity->high, std::string(words.at(object).lower),
                 quantity->span};
}

std::string_view counted_by(std::string_view lemma, std::string_view type, std::string_view mode) {
    if (lemma == "kill" || lemma == "murder" || lemma == "massacre" || lemma == "die" || lemma == "execute" ||
        lemma == "slaughter" || lemma == "behead" || lemma == "assassinate" || lemma == "drown" ||
        lemma == "perish" || lemma == "killing" || lemma == "death" || lemma == "dead")
        return "killed";
    if (lemma == "wound" || lemma == "injure" || lemma == "hurt") return "injured";
    if (lemma == "displace" || lemma == "flee") return "displaced";
    if (type == "COERCE" && mode == "arrest") return "arrested";
    if (type == "ASSAULT" && mode == "abduct") return "abducted";
    if (type == "PROTEST") return "protesters";
    return "";
}

std::vector<Count> find_counts(const ReportWords& words, std::string_view what,
                               const std::vector<TokenIndex>& counted) {
    std::vector<Count> counts;
    for (const TokenIndex head : counted) {
        const std::optional<Quantity> quantity = quantity_of(words, head);
        if (!quantity) continue;
        const bool bare = words.at(head).pos == Pos::num;
        counts.push_back({std::string(what), quantity->low, quantity->high,
                          bare ? "" : std::string(words.at(head).lower), quantity->span,
                          parts_of(words, head, quantity->high)});
    }
    return counts;
}

} // namespace dateline::what

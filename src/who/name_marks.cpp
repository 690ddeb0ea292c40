// What a token looks like: capitals, line ends, tickers, titles; and whether a writer leaves capitals out.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "who/name_spans.hpp"
#include "who/name_words.hpp"

namespace dateline::who {

namespace {

/// `last` where the name is told once.
TokenIndex end_of_first_telling(const Parse& parse, TokenIndex first, TokenIndex last) {
    constexpr TokenIndex farthest = 5; // words from one name to the other
    const std::string_view opening = parse.at(first).text;
    const TokenIndex end = std::min({last + 1, first + farthest + 1, parse.sentence_of(first).last});
    for (TokenIndex i = first + 2; i < end; ++i) {
        const std::string_view word = parse.at(i).text;
        if (word == opening && i + 1 < last) return i;
        const bool is_glued = word.size() > opening.size() && word.starts_with(opening) &&
                              (is_upper(word[opening.size()]) || is_digit(word[opening.size()]));
        if (is_glued) return first + 1;
    }
    return last;
}

} // namespace

void cut_second_tellings(const Parse& parse, std::vector<FoundName>& names) {
    for (FoundName& name : names) {
        if (name.type != NameType::person) continue;
        const TokenIndex end = end_of_first_telling(parse, name.first, name.last);
        if (end == name.last) continue;
        name.last = end;
        name.span.end = parse.at(end - 1).span.end;
    }
}

bool is_careless(const Parse& parse) {
    constexpr int one_in = 3;
    int small = 0;
    for (const Sentence& sentence : parse.sentences) {
        TokenIndex i = sentence.first;
        while (i + 1 < sentence.last && parse.at(i).pos == Pos::space) ++i;
        if (is_lower(parse.at(i).text.front())) ++small;
    }
    return small * one_in >= static_cast<int>(parse.sentences.size());
}

bool is_ticker(std::string_view text) {
    const std::size_t point = text.rfind('.');
    return point != std::string_view::npos && point >= 2 && point + 1 < text.size() &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return is_upper(c) || is_digit(c) || c == '.'; });
}

bool is_break(const Token& token) {
    return token.text.find('\n') != std::string_view::npos;
}

bool is_capitalised(const Token& token) {
    const char c = token.text.empty() ? '\0' : token.text.front();
    // Letters of other scripts count; what UTF-8 opens with E2 are quotation marks, dashes and signs.
    return is_upper(c) || ((static_cast<unsigned char>(c) & 0x80U) != 0 && c != '\xE2');
}

bool is_corrigible(NameType type) {
    return type == NameType::person || type == NameType::org || type == NameType::gpe ||
           type == NameType::norp || type == NameType::loc || type == NameType::fac ||
           type == NameType::product || type == NameType::work_of_art;
}

bool opens_title(const Parse& parse, const ActorBook& book, TokenIndex i) {
    // Bodies that have officers of their own: `House Speaker`.
    constexpr std::array<std::string_view, 8> bodies{"house", "senate",   "treasury",   "army",
                                                     "navy",  "congress", "parliament", "state"};
    if (i + 1 >= parse.size() || !is_capitalised(parse.at(i + 1))) return false;
    if (std::find(bodies.begin(), bodies.end(), parse.at(i).lower) != bodies.end()) return false;
    return book.title(to_lower(words(parse.text, parse.span_of(i, i + 2)))) != nullptr;
}

bool is_plain_title(const ActorBook& book, std::string_view lower) {
    if (is_name_word(lower, NameWord::title)) return true;
    return !is_name_word(lower, NameWord::no_title) && book.title(lower) != nullptr;
}

std::uint32_t footnote_size(std::string_view text) {
    std::size_t keep = text.find('[');
    if (keep == std::string_view::npos || keep == 0) return 0;
    while (keep > 1 && (text[keep - 1] == '.' || text[keep - 1] == ',' || text[keep - 1] == ')')) --keep;
    return static_cast<std::uint32_t>(text.size() - keep);
}

Span name_span(const Parse& parse, TokenIndex first, TokenIndex last) {
    Span span = parse.span_of(first, last);
    const std::string_view text = parse.at(last - 1).text;
    std::string_view rest = text.substr(0, text.size() - footnote_size(text));
    while (rest.size() > 2 && (rest.back() == '/' || rest.back() == '-' || rest.back() == '\''))
        rest.remove_suffix(1);                                                    // `Stringer/`, `Upton--`
    if (rest.size() > 4 && rest.ends_with("\xE2\x80\x99")) rest.remove_suffix(3); // `Republicans’`
    span.end -= static_cast<std::uint32_t>(text.size() - rest.size());
    const std::string_view opening = parse.at(first).text;
    if (opening.size() > 2 && opening.front() == '-' && is_upper(opening[1])) ++span.start; // `-Upton`
    return span;
}

bool is_file(std::string_view text) {
    for (const std::string_view ending : {".doc", ".jpg", ".pdf", ".xls", ".gif", ".png", ".txt"})
        if (text.find(ending) != std::string_view::npos) return true;
    return false;
}

bool is_stretched(std::string_view text) {
    for (std::size_t i = 2; i < text.size(); ++i)
        if (is_lower(text[i]) && text[i] == text[i - 1] && text[i] == text[i - 2] && text[i] != 'w')
            return true;
    return false;
}

bool is_rank(const Parse& parse, TokenIndex first, TokenIndex last) {
    for (TokenIndex i = first; i < last; ++i) {
        std::string_view word = parse.at(i).lower;
        if (word.ends_with('.')) word.remove_suffix(1);
        if (!is_name_word(word, NameWord::rank)) return false;
    }
    return true;
}

bool ends_in_office(const Parse& parse, const ActorBook& book, TokenIndex first, TokenIndex last) {
    if (last - first < 3 || !is_name_word(parse.at(last - 2).lower, NameWord::org)) return false;
    const Agent* agent = book.agent(parse.at(last - 1).lower);
    if (agent == nullptr || agent->kind != "person" || agent->is_body) return false;
    const std::string_view whole = words(parse.text, parse.span_of(first, last));
    return !is_name_word(parse.at(last - 1).lower, NameWord::org) && book.find(whole) == nullptr;
}

bool opens_with_office(const Parse& parse, const ActorBook& book, TokenIndex first, TokenIndex last) {
    if (last - first < 3 || !book.gender_of(parse.at(first).lower).empty()) return false;
    const Agent* agent = book.agent(parse.at(first).lower);
    return agent != nullptr && agent->kind == "person" && !book.gender_of(parse.at(first + 1).lower).empty();
}

std::size_t prefix_size(std::string_view text) {
    const std::size_t hyphen = text.find('-');
    if (hyphen == std::string_view::npos || hyphen + 1 == text.size()) return 0;
    return is_name_word(to_lower(text.substr(0, hyphen)), NameWord::prefix) ? hyphen + 1 : 0;
}

bool has_capital(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return is_upper(c); });
}

bool has_inner_capital(std::string_view text) {
    return std::any_of(text.begin() + 1, text.end(), [](char c) { return is_upper(c) || is_digit(c); });
}

bool is_small_word(Pos pos) {
    return pos == Pos::verb || pos == Pos::aux || pos == Pos::adp || pos == Pos::adv || pos == Pos::det ||
           pos == Pos::cconj || pos == Pos::sconj || pos == Pos::pron;
}

bool is_date(const Parse& parse, TokenIndex first, TokenIndex last) {
    for (TokenIndex i = first; i < last; ++i)
        if (!is_digit(parse.at(i).text.front()) && !is_name_word(parse.at(i).lower, NameWord::none))
            return false;
    return is_digit(parse.at(last - 1).text.front());
}

bool is_party_tag(const Parse& parse, TokenIndex i) {
    const std::string_view text = parse.at(i).text;
    if (i == 0 || i + 1 >= parse.size() || (text != "D" && text != "R" && text != "I")) return false;
    const std::string_view before = parse.at(i - 1).text, behind = parse.at(i + 1).text;
    return (behind == "-" || behind == "\xE2\x80\x93") && (before == "," || before == "(" || before == "[");
}

} // namespace dateline::who

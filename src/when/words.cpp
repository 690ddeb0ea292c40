#include "when/words.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace dateline::when {

namespace {

constexpr int no_number = -1;

/// The number that digits write; six digits at most.
std::int32_t digits_value(std::string_view text) {
    std::int32_t value = 0;
    int digits = 0;
    for (const char c : text) {
        if (c == ',' && digits > 0) continue;
        if (!is_digit(c) || ++digits > 6) return no_number;
        value = value * 10 + (c - '0');
    }
    return digits == 0 ? no_number : value;
}

std::int16_t ordinal_value(std::string_view lower, const WordInfo& info) {
    if (info.ordinal != 0) return info.ordinal;
    if (lower.size() >= 3 && lower.size() <= 5 && is_digit(lower.front()))
        for (const std::string_view ending : {"st", "nd", "rd", "th"})
            if (lower.ends_with(ending)) {
                const std::int32_t value = digits_value(lower.substr(0, lower.size() - 2));
                return value < 0 ? std::int16_t{0} : static_cast<std::int16_t>(value);
            }
    return 0;
}

/// True for a token with a hyphen between letters and digits, which the tokenizer leaves whole.
bool is_joined(std::string_view text) {
    const std::size_t hyphen = text.find('-');
    return hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < text.size() &&
           std::any_of(text.begin(), text.end(), is_digit) &&
           std::any_of(text.begin(), text.end(), is_letter);
}

} // namespace

Words::Words(const Parse& parse) : m_parse(&parse) {
    m_none.info = &lexicon().find({});
    m_words.reserve(parse.tokens.size() + 16);
    for (TokenIndex i = 0; i < parse.size(); ++i) {
        const Token& token = parse.at(i);
        if (token.text.size() != token.lower.size() || !is_joined(token.text)) {
            add(token.text, token.lower, token.span, i);
            continue;
        }
        for (std::size_t from = 0; from < token.text.size();) {
            const bool hyphen = token.text[from] == '-';
            const std::size_t end =
                hyphen ? from + 1 : std::min(token.text.find('-', from), token.text.size());
            const auto start = token.span.start + static_cast<std::uint32_t>(from);
            const auto length = static_cast<std::uint32_t>(end - from);
            add(token.text.substr(from, end - from), token.lower.substr(from, end - from),
                {start, start + length}, i);
            from = end;
        }
    }
}

void Words::add(std::string_view text, std::string_view lower, Span span, TokenIndex token) {
    Word word{text, lower, span, token, &lexicon().find(lower)};
    word.number = digits_value(text);
    word.ordinal = ordinal_value(lower, *word.info);
    m_words.push_back(word);
}

bool Words::is_hyphen(WordIndex i) const {
    return is(i, "-", "\xE2\x80\x93", "\xE2\x80\x94", "--");
}

std::optional<int> Words::year(WordIndex i) const {
    const Word& word = at(i);
    constexpr int first = 1000, last = 2199;
    if (word.text.size() != 4 || word.number < first || word.number > last) return std::nullopt;
    return word.number;
}

bool Words::is_capital(WordIndex i) const {
    const std::string_view text = at(i).text;
    return !text.empty() && is_upper(text.front());
}

} // namespace dateline::when

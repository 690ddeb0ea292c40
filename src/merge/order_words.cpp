// A few words are read, so each is looked up where it stands. What stands before a trigger belongs to it only
// as far back as the last mark or common word: `with two others in a third raid`.

#include "merge/order_words.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"
#include "merge/stems.hpp"
#include "merge/words.hpp"

namespace dateline::data {
std::string_view merge_order_words();
}

namespace dateline::merge {

namespace {

constexpr int reach = 3; // words at the start of a phrase or before a trigger

using Bits = std::unordered_map<std::string_view, std::uint8_t>;

Bits read_bits() {
    constexpr unsigned most_lines = 8; // bits of a byte
    Bits bits;
    unsigned line_number = 0;
    for_each_data_line(data::merge_order_words(), [&](std::string_view line, int number) {
        if (line_number == most_lines) throw error("order words, line {}: one too many", number);
        const auto bit = static_cast<std::uint8_t>(1U << line_number++);
        for (const std::string_view word : split(line, ' ')) bits.emplace(word, bit);
    });
    return bits;
}

std::uint8_t order_bit(std::string_view word) {
    static const Bits bits = read_bits();
    const auto found = bits.find(to_lower(word));
    return found == bits.end() ? 0 : found->second;
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// The word that starts behind a blank; "" when another mark stands there.
std::string_view next_word(std::string_view text, std::uint32_t at) {
    if (at + 1 >= text.size() || text[at] != ' ' || !is_word_byte(text[at + 1])) return {};
    std::size_t end = at + 1;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    return text.substr(at + 1, end - at - 1);
}

bool is_of_time(const CodedReport& coded, std::uint32_t at) {
    return std::any_of(coded.times.begin(), coded.times.end(),
                       [&](const Time& time) { return time.span.start <= at && at < time.span.end; });
}

/// The word's bit, unless it is part of a time, a name or a comparison.
std::uint8_t bit_at(const CodedReport& coded, Span word) {
    const std::string_view text = coded.report.text;
    const std::uint8_t bit = order_bit(words(text, word));
    if (bit == 0) return 0;
    const std::string_view next = next_word(text, word.end);
    if (next == "than") return 0;
    if (is_capital(text[word.start]) && !next.empty() && is_capital(next.front())) return 0;
    return is_of_time(coded, word.start) ? std::uint8_t{0} : bit;
}

} // namespace

std::uint8_t order_of_phrase(const CodedReport& coded, Span phrase) {
    int left = reach;
    std::uint8_t out = 0;
    for_each_word(words(coded.report.text, phrase), [&](std::string_view word) {
        const auto start = static_cast<std::uint32_t>(word.data() - coded.report.text.data());
        out = static_cast<std::uint8_t>(
            out | bit_at(coded, {start, static_cast<std::uint32_t>(start + word.size())}));
        return --left > 0;
    });
    return out;
}

std::uint8_t order_before(const CodedReport& coded, Span before) {
    const std::string_view text = coded.report.text;
    std::uint8_t out = 0;
    std::uint32_t end = std::min(before.end, static_cast<std::uint32_t>(text.size()));
    for (int left = reach; left > 0; --left) {
        if (end <= before.start || text[end - 1] != ' ') break; // another mark
        std::uint32_t start = --end;
        while (start > before.start && is_word_byte(text[start - 1])) --start;
        if (start == end) break;
        const std::uint8_t bit = bit_at(coded, {start, end});
        if (bit == 0 && is_common_word(words(text, {start, end}))) break;
        out = static_cast<std::uint8_t>(out | bit);
        end = start;
    }
    return out;
}

std::uint8_t another_bit() {
    static const std::uint8_t bit = order_bit("another");
    return bit;
}

} // namespace dateline::merge

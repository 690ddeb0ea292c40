#include "merge/order_words.hpp"

#include <string>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view merge_order_words();
}

namespace dateline::merge {

namespace {

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

} // namespace

std::uint8_t order_bit(std::string_view word) {
    static const Bits bits = read_bits();
    const auto found = bits.find(to_lower(word));
    return found == bits.end() ? 0 : found->second;
}

std::uint8_t another_bit() {
    static const std::uint8_t bit = order_bit("another");
    return bit;
}

} // namespace dateline::merge

#include "language/unicode.hpp"

#include <algorithm>

#include <utf8proc.h>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace dateline::language {

namespace {

utf8proc_category_t category(char32_t c) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

template<typename Is>
bool all(std::string_view text, Is is) {
    for (std::size_t at = 0; at < text.size();)
        if (!is(next_code_point(text, at))) return false;
    return !text.empty();
}

/// A capital sigma behind a letter and in front of none becomes the final form.
bool is_final_sigma(std::string_view text, std::size_t behind, bool after_letter) {
    if (!after_letter) return false;
    return behind >= text.size() || !is_py_alpha(next_code_point(text, behind));
}

} // namespace

bool is_py_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

bool is_py_alpha(char32_t c) {
    if (c < 0x80) return is_letter(static_cast<char>(c));
    const auto found = category(c);
    return found >= UTF8PROC_CATEGORY_LU && found <= UTF8PROC_CATEGORY_LO;
}

bool is_py_upper(char32_t c) {
    if (c < 0x80) return is_upper(static_cast<char>(c));
    return category(c) == UTF8PROC_CATEGORY_LU;
}

bool is_py_digit(char32_t c) {
    if (c < 0x80) return is_digit(static_cast<char>(c));
    const bool superscript = c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 ||
                             (c >= 0x2074 && c <= 0x2079) || (c >= 0x2080 && c <= 0x2089);
    const bool enclosed = (c >= 0x2460 && c <= 0x2468) || (c >= 0x2474 && c <= 0x247C) ||
                          (c >= 0x2488 && c <= 0x2490) || c == 0x24EA || (c >= 0x24F5 && c <= 0x24FD) ||
                          (c >= 0x2776 && c <= 0x277E) || (c >= 0x2780 && c <= 0x2788) ||
                          (c >= 0x278A && c <= 0x2792);
    return category(c) == UTF8PROC_CATEGORY_ND || superscript || enclosed;
}

std::string py_lower(std::string_view text) {
    if (is_ascii(text)) return to_lower(text);
    std::string out;
    bool after_letter = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c == 0x0130) {
            out += "i\xCC\x87"; // the only character whose lower form is two
        } else if (c == 0x03A3) {
            append_utf8(out, is_final_sigma(text, at, after_letter) ? 0x03C2 : 0x03C3);
        } else {
            append_utf8(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
        }
        after_letter = is_py_alpha(c);
    }
    return out;
}

bool is_py_alpha(std::string_view text) {
    return all(text, [](char32_t c) { return is_py_alpha(c); });
}
bool is_py_space(std::string_view text) {
    return all(text, [](char32_t c) { return is_py_space(c); });
}

std::string word_shape(std::string_view text) {
    constexpr std::uint32_t long_from = 100;
    constexpr int longest_run = 4;
    if (text.size() >= long_from && CodePoints(text).size() >= long_from) return "LONG";
    std::string shape;
    char32_t last = 0;
    int run = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const char32_t shaped = is_py_alpha(c) ? (is_py_upper(c) ? U'X' : U'x') : is_py_digit(c) ? U'd' : c;
        run = shaped == last ? run + 1 : 0;
        last = shaped;
        if (run < longest_run) append_utf8(shape, shaped);
    }
    return shape;
}

std::string_view first_character(std::string_view text) {
    std::size_t at = 0;
    if (!text.empty()) next_code_point(text, at);
    return text.substr(0, at);
}

std::string_view last_three_characters(std::string_view text) {
    std::size_t start = text.size();
    for (int characters = 0; start > 0 && characters < 3; ++characters) {
        --start;
        while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
    }
    return text.substr(start);
}

} // namespace dateline::language

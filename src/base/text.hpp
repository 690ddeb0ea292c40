#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// ASCII white space of a line or page.
constexpr bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
constexpr bool is_letter(char c) {
    return is_upper(c) || is_lower(c);
}
constexpr char to_lower(char c) {
    return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// ASCII letters lowered, all other bytes kept.
std::string to_lower(std::string_view text);

/// Without ASCII white space at both ends.
std::string_view trim(std::string_view text);

/// The pieces between the separators; empty pieces are kept, so `n` separators give `n + 1` pieces.
std::vector<std::string_view> split(std::string_view text, char separator);

/// Calls `visit(line, number)` for each line without its line end; numbers start at 1. Comment lines (`#`
/// first) and blank lines are passed over: this is how every file under `data/` is read.
template<typename Visit>
void for_each_data_line(std::string_view text, Visit visit) {
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        ++number;
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty() || line.front() == '#' || trim(line).empty()) continue;
        visit(line, number);
    }
}

/// Hash and equality for looking up `std::string` keys by `std::string_view` without a copy.
struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

} // namespace dateline

#include "where/name_key.hpp"

#include <cstdlib>
#include <memory>

#include <utf8proc.h>

#include "base/text.hpp"

namespace dateline::where {

namespace {

struct Free {
    void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

/// Letters without their marks, in lower case.
std::string folded(std::string_view name) {
    bool ascii = true;
    for (const char c : name) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    if (ascii) return to_lower(name);
    utf8proc_uint8_t* bytes = nullptr;
    const auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
                                   static_cast<utf8proc_ssize_t>(name.size()), &bytes, options);
    const std::unique_ptr<utf8proc_uint8_t, Free> owner(bytes);
    return size < 0 ? to_lower(name)
                    : std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

} // namespace

std::string normalized(std::string_view name) {
    std::string out;
    const std::string letters = folded(name);
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char c = letters[i];
        if (c == '.' || c == '\'' || c == '`') continue;
        if (letters.compare(i, 3, "\xE2\x80\x99") == 0 || letters.compare(i, 3, "\xE2\x80\x98") == 0) {
            i += 2;
            continue;
        }
        const char put = c == '-' || is_space(c) ? ' ' : c;
        if (put == ' ' && (out.empty() || out.back() == ' ')) continue;
        out += put;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    const auto shorten = [&](std::string_view word, std::string_view by) {
        if (out.starts_with(word)) out.replace(0, word.size(), by);
    };
    shorten("the ", "");
    shorten("saint ", "st ");
    shorten("mount ", "mt ");
    shorten("fort ", "ft ");
    return out;
}

std::uint64_t name_key(std::string_view normalized_name) {
    std::uint64_t hash = 0xcbf29ce484222325ULL; // FNV-1a with a final mix
    for (const char c : normalized_name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    hash ^= hash >> 32U;
    return hash * 0x9E3779B97F4A7C15ULL;
}

} // namespace dateline::where

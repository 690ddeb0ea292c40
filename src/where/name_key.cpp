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
    utf8proc_uint8_t* bytes = nullptr;
    const auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
                                   static_cast<utf8proc_ssize_t>(name.size()), &bytes, options);
    const std::unique_ptr<utf8proc_uint8_t, Free> owner(bytes);
    return size < 0 ? to_lower(name)
                    : std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool is_ascii(std::string_view name) {
    for (const char c : name)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

/// Letters and digits in lower case, one blank for each stretch of blanks and hyphens.
void squeeze(std::string_view letters, std::string& out) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char c = letters[i];
        if (c == '.' || c == '\'' || c == '`') continue;
        if (letters.compare(i, 3, "\xE2\x80\x99") == 0 || letters.compare(i, 3, "\xE2\x80\x98") == 0) {
            i += 2;
            continue;
        }
        const char put = c == '-' || is_space(c) ? ' ' : to_lower(c);
        if (put == ' ' && (out.empty() || out.back() == ' ')) continue;
        out += put;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
}

} // namespace

void normalize(std::string_view name, std::string& out) {
    out.clear();
    if (is_ascii(name))
        squeeze(name, out);
    else
        squeeze(folded(name), out);
    const auto front = [&](std::string_view word, std::string_view by) {
        if (out.starts_with(word)) out.replace(0, word.size(), by);
    };
    const auto back = [&](std::string_view word, std::string_view by) {
        if (out.ends_with(word)) out.replace(out.size() - word.size(), word.size(), by);
    };
    front("the ", "");
    front("saint ", "st ");
    front("mount ", "mt ");
    front("fort ", "ft ");
    front("co ", "county ");
    back(" co", " county");
    back(" twp", " township");
}

std::string normalized(std::string_view name) {
    std::string out;
    normalize(name, out);
    return out;
}

std::uint64_t name_key(std::string_view normalized_name) {
    std::uint64_t hash = 0xcbf29ce484222325ULL; // FNV-1a with a final mix
    for (const char c : normalized_name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    hash ^= hash >> 32U;
    return hash * 0x9E3779B97F4A7C15ULL;
}

} // namespace dateline::where

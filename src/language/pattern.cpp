#define PCRE2_CODE_UNIT_WIDTH 8
#include "language/pattern.hpp"

#include <pcre2.h>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::language {

namespace {

bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Python's `\uXXXX` and `\UXXXXXXXX` become `\x{…}`; `(?u)` is what we compile with anyway.
std::string to_pcre(std::string_view python) {
    std::string out;
    if (python.starts_with("(?u)")) python.remove_prefix(4);
    for (std::size_t i = 0; i < python.size(); ++i) {
        if (python[i] != '\\' || i + 1 >= python.size()) {
            out += python[i];
            continue;
        }
        const char kind = python[i + 1];
        const std::size_t digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        std::size_t found = 0;
        while (found < digits && i + 2 + found < python.size() && is_hex(python[i + 2 + found])) ++found;
        if (digits > 0 && found == digits) {
            out += "\\x{" + std::string(python.substr(i + 2, digits)) + "}";
            i += 1 + digits;
        } else {
            out += python.substr(i, 2);
            ++i;
        }
    }
    return out;
}

/// Room for the borders of one match, kept by each thread.
pcre2_match_data* match_room() {
    struct Free {
        void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
    };
    static thread_local const std::unique_ptr<pcre2_match_data, Free> room(
        pcre2_match_data_create(1, nullptr));
    return room.get();
}

} // namespace

void Pattern::Free::operator()(pcre2_real_code_8* code) const {
    pcre2_code_free(code);
}

Pattern::Pattern(std::string_view python_pattern, const std::string& name) {
    const std::string pattern = to_pcre(python_pattern);
    int code = 0;
    PCRE2_SIZE at = 0;
    m_code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                               PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK, &code, &at, nullptr));
    if (!m_code) {
        char message[256] = "";
        pcre2_get_error_message(code, reinterpret_cast<PCRE2_UCHAR*>(message), sizeof message);
        throw error("{}: pattern, byte {}: {}", name, at, message);
    }
    pcre2_jit_compile(m_code.get(),
                      PCRE2_JIT_COMPLETE); // without a JIT the interpreter does the same, slower
}

Pattern::Pattern(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

std::optional<Span> Pattern::search(std::string_view text, std::size_t start) const {
    const int found = pcre2_match(m_code.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), start,
                                  PCRE2_NO_UTF_CHECK, match_room(), nullptr);
    if (found < 0) return std::nullopt;
    const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(match_room());
    return Span{static_cast<std::uint32_t>(ends[0]), static_cast<std::uint32_t>(ends[1])};
}

std::vector<Span> Pattern::find_all(std::string_view text) const {
    std::vector<Span> found;
    for (std::size_t at = 0; at <= text.size();) {
        const auto match = search(text, at);
        if (!match) break;
        found.push_back(*match);
        at = match->end > match->start ? match->end : match->end + 1;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    }
    return found;
}

} // namespace dateline::language

// Pages often say wrongly how they are encoded, or not at all. As browsers do, what calls itself Latin-1,
// ASCII or nothing is read as Windows-1252, whose dashes and quotation marks Latin-1 lacks. So are the stray
// bytes of a page in UTF-8, whose other characters stay what they are.

#include "read/page_encoding.hpp"

#include <algorithm>
#include <array>

#include <libxml/encoding.h>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace dateline::read {

namespace {

/// What Windows-1252 has at 0x80 to 0x9F (Unicode's `CP1252.TXT`); the five places without a character are
/// U+FFFD.
constexpr std::array<char32_t, 32> windows_1252{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

/// The name behind the first `charset=` (or XML's `encoding=`) of a page, in lower case; "" without one.
std::string named_encoding(std::string_view bytes) {
    constexpr std::size_t far = 8192;
    const std::string head = to_lower(bytes.substr(0, far));
    for (const std::string_view key : {"charset=", "encoding="}) {
        std::size_t at = head.find(key);
        if (at == std::string::npos) continue;
        at += key.size();
        if (at < head.size() && (head[at] == '"' || head[at] == '\'')) ++at;
        const auto start = head.begin() + static_cast<std::ptrdiff_t>(at);
        return {start, std::find_if_not(start, head.end(), [](char c) {
                    return is_letter(c) || is_digit(c) || c == '-' || c == '_';
                })};
    }
    return {};
}

bool is_western(const std::string& name) {
    for (const std::string_view known : {"", "utf-8", "utf8", "iso-8859-1", "iso8859-1", "latin1", "latin-1",
                                         "us-ascii", "ascii", "windows-1252", "cp1252"})
        if (name == known) return true;
    xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler(name.c_str());
    if (handler == nullptr) return true; // nobody knows it
    xmlCharEncCloseFunc(handler);
    return false;
}

/// How long the UTF-8 sequence must be that starts with the byte; 1 when none does.
std::size_t length_of(unsigned char lead) {
    if (lead >= 0xF0) return 4;
    if (lead >= 0xE0) return 3;
    return lead >= 0xC0 ? 2 : 1;
}

} // namespace

std::optional<std::string> western_page(std::string_view bytes) {
    if (!is_western(named_encoding(bytes))) return std::nullopt;
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t at = 0; at < bytes.size();) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        const std::string_view sequence = bytes.substr(at, length_of(byte));
        if (byte < 0x80 || is_valid_utf8(sequence)) {
            out += sequence;
            at += sequence.size();
            continue;
        }
        append_utf8(out, byte < 0xA0 ? windows_1252[byte - 0x80] : byte);
        ++at;
    }
    return out;
}

} // namespace dateline::read

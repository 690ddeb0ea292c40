#include "base/utf8.hpp"

#include <algorithm>

namespace dateline {

namespace {

constexpr std::uint32_t block_size = 64;

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Length of the well-formed sequence that starts at `position`, 0 when there is none.
std::size_t sequence_length(std::string_view bytes, std::size_t position) {
    const auto at = [&](std::size_t i) -> unsigned {
        return position + i < bytes.size() ? static_cast<unsigned char>(bytes[position + i]) : 0U;
    };
    const unsigned first = at(0);
    if (first < 0x80) return 1;
    const auto continues = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
    if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && at(1) < 0xA0;
        const bool surrogate = first == 0xED && at(1) >= 0xA0;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && at(1) < 0x90;
        const bool beyond = first == 0xF4 && at(1) >= 0x90;
        return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

} // namespace

bool is_valid_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = sequence_length(bytes, i);
        if (length == 0) return false;
        i += length;
    }
    return true;
}

std::string to_valid_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = sequence_length(bytes, i);
        if (length == 0) {
            out += "\xEF\xBF\xBD";
            ++i;
            while (i < bytes.size() && is_continuation(bytes[i])) ++i;
        } else {
            out.append(bytes.substr(i, length));
            i += length;
        }
    }
    return out;
}

void append_utf8(std::string& out, char32_t code_point) {
    const auto put = [&](unsigned byte) { out += static_cast<char>(byte); };
    const auto c = static_cast<unsigned>(code_point);
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

char32_t next_code_point(std::string_view text, std::size_t& position) {
    const auto first = static_cast<unsigned char>(text[position]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t code_point = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length && position + i < text.size(); ++i)
        code_point = (code_point << 6U) | (static_cast<unsigned char>(text[position + i]) & 0x3FU);
    position = std::min(position + length, text.size());
    return code_point;
}

CodePoints::CodePoints(std::string_view text) : m_text(text) {
    const auto starts_character = [](char byte) { return !is_continuation(byte); };
    m_size = static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), starts_character));
    if (m_size == text.size()) return;
    m_before_block.reserve(text.size() / block_size + 1);
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % block_size == 0) m_before_block.push_back(before);
        before += starts_character(text[i]) ? 1U : 0U;
    }
}

std::uint32_t CodePoints::from_byte(std::uint32_t byte) const {
    if (m_before_block.empty()) return byte;
    const auto block = std::min<std::size_t>(byte / block_size, m_before_block.size() - 1);
    std::uint32_t count = m_before_block[block];
    for (std::size_t i = block * block_size; i < byte; ++i) count += is_continuation(m_text[i]) ? 0U : 1U;
    return count;
}

std::uint32_t CodePoints::to_byte(std::uint32_t code_point) const {
    if (code_point >= m_size) return static_cast<std::uint32_t>(m_text.size());
    if (m_before_block.empty()) return code_point;
    const auto behind = std::upper_bound(m_before_block.begin(), m_before_block.end(), code_point);
    const auto block = static_cast<std::size_t>(behind - m_before_block.begin() - 1);
    std::uint32_t count = m_before_block[block];
    std::size_t byte = block * block_size;
    while (byte < m_text.size() && is_continuation(m_text[byte])) ++byte; // belongs to the block before
    while (count < code_point) {
        ++byte;
        while (byte < m_text.size() && is_continuation(m_text[byte])) ++byte;
        ++count;
    }
    return static_cast<std::uint32_t>(byte);
}

} // namespace dateline

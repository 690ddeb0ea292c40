// MessagePack (github.com/msgpack/msgpack/blob/master/spec.md): a first byte tells the kind and, for short
// values, the length; longer ones carry a big-endian length of 1, 2, 4 or 8 bytes.

#include "language/msgpack.hpp"

#include <bit>

#include "base/error.hpp"

namespace dateline::language {

namespace {

constexpr int max_depth = 64;

} // namespace

void MsgpackReader::fail(std::string_view what) const {
    throw error("{}: byte {}: {}; the model file is damaged or of another kind", m_name, m_at, what);
}

unsigned MsgpackReader::byte(std::size_t at) const {
    if (at >= m_bytes.size()) fail("ends too early");
    return static_cast<unsigned char>(m_bytes[at]);
}

std::uint64_t MsgpackReader::number(std::size_t at, std::size_t width) const {
    if (at > m_bytes.size() || width > m_bytes.size() - at) fail("ends too early");
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width; ++i) value = value << 8U | static_cast<unsigned char>(m_bytes[at + i]);
    return value;
}

std::string_view MsgpackReader::take(std::size_t header, std::uint64_t length) {
    if (header > m_bytes.size() - m_at || length > m_bytes.size() - m_at - header)
        fail("a length beyond the end");
    const std::string_view found = m_bytes.substr(m_at + header, length);
    m_at += header + length;
    return found;
}

MsgpackReader::Kind MsgpackReader::peek() const {
    const unsigned first = byte(m_at);
    if (first <= 0x7F || first >= 0xE0 || (first >= 0xCC && first <= 0xD3)) return Kind::integer;
    if (first <= 0x8F || first == 0xDE || first == 0xDF) return Kind::map;
    if (first <= 0x9F || first == 0xDC || first == 0xDD) return Kind::array;
    if (first <= 0xBF || (first >= 0xD9 && first <= 0xDB)) return Kind::text;
    if (first == 0xC0) return Kind::nil;
    if (first == 0xC2 || first == 0xC3) return Kind::boolean;
    if (first >= 0xC4 && first <= 0xC6) return Kind::binary;
    if (first == 0xCA || first == 0xCB) return Kind::real;
    return Kind::extension;
}

std::size_t MsgpackReader::map() {
    if (peek() != Kind::map) fail("expected a map");
    const unsigned first = byte(m_at);
    const std::size_t width = first == 0xDE ? 2 : first == 0xDF ? 4 : 0;
    const std::uint64_t size = width == 0 ? first & 0x0FU : number(m_at + 1, width);
    m_at += 1 + width;
    if (size > m_bytes.size() - m_at) fail("a map larger than the file"); // a pair takes two bytes at least
    return size;
}

std::size_t MsgpackReader::array() {
    if (peek() != Kind::array) fail("expected a list");
    const unsigned first = byte(m_at);
    const std::size_t width = first == 0xDC ? 2 : first == 0xDD ? 4 : 0;
    const std::uint64_t size = width == 0 ? first & 0x0FU : number(m_at + 1, width);
    m_at += 1 + width;
    if (size > m_bytes.size() - m_at) fail("a list larger than the file");
    return size;
}

std::string_view MsgpackReader::text() {
    const unsigned first = byte(m_at);
    if (peek() == Kind::text) {
        const std::size_t width = first == 0xD9 ? 1 : first == 0xDA ? 2 : first == 0xDB ? 4 : 0;
        return take(1 + width, width == 0 ? first & 0x1FU : number(m_at + 1, width));
    }
    if (peek() != Kind::binary) fail("expected text");
    const std::size_t width = std::size_t{1} << (first - 0xC4U);
    return take(1 + width, number(m_at + 1, width));
}

std::uint64_t MsgpackReader::any_integer() {
    if (peek() != Kind::integer) fail("expected an integer");
    const unsigned first = byte(m_at);
    if (first <= 0x7F || first >= 0xE0) {
        ++m_at;
        return first <= 0x7F ? first : static_cast<std::uint64_t>(static_cast<std::int64_t>(first) - 0x100);
    }
    const bool is_signed = first >= 0xD0;
    const std::size_t width = std::size_t{1} << (first - (is_signed ? 0xD0U : 0xCCU));
    std::uint64_t value = number(m_at + 1, width);
    if (is_signed && width < 8 && (value >> (8 * width - 1)) != 0) value |= ~std::uint64_t{0} << (8 * width);
    m_at += 1 + width;
    return value;
}

double MsgpackReader::real() {
    if (peek() == Kind::integer) return static_cast<double>(static_cast<std::int64_t>(integer()));
    if (peek() != Kind::real) fail("expected a number");
    const bool single = byte(m_at) == 0xCA;
    const double value =
        single ? static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(number(m_at + 1, 4))))
               : std::bit_cast<double>(number(m_at + 1, 8));
    m_at += single ? 5 : 9;
    return value;
}

bool MsgpackReader::boolean() {
    if (peek() != Kind::boolean) fail("expected true or false");
    return byte(m_at++) == 0xC3;
}

void MsgpackReader::skip_value(int depth) {
    if (depth > max_depth) fail("nested too deeply");
    switch (peek()) {
    case Kind::nil: ++m_at; return;
    case Kind::boolean: boolean(); return;
    case Kind::integer: integer(); return;
    case Kind::real: real(); return;
    case Kind::text:
    case Kind::binary: text(); return;
    case Kind::array:
        for (std::size_t left = array(); left > 0; --left) skip_value(depth + 1);
        return;
    case Kind::map:
        for (std::size_t left = 2 * map(); left > 0; --left) skip_value(depth + 1);
        return;
    case Kind::extension: fail("a value of a kind that models do not have");
    }
}

void MsgpackReader::skip() {
    skip_value(0);
}

std::string_view MsgpackReader::value_bytes() {
    const std::size_t start = m_at;
    skip();
    return m_bytes.substr(start, m_at - start);
}

} // namespace dateline::language

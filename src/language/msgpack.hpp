#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace dateline::language {

/// Reads MessagePack values one after the other from untrusted bytes: every length is checked against what is
/// left, nesting is bounded, and anything malformed throws `Error` naming the file and the byte. Views point
/// into the bytes.
class MsgpackReader {
  public:
    MsgpackReader(std::string_view bytes, std::string name) : m_bytes(bytes), m_name(std::move(name)) {}

    enum class Kind { nil, boolean, integer, real, text, binary, array, map, extension };
    [[nodiscard]] Kind peek() const;
    [[nodiscard]] bool at_end() const { return m_at >= m_bytes.size(); }

    /// Number of pairs that follow.
    std::size_t map();
    /// Number of values that follow.
    std::size_t array();
    /// A text or binary value.
    std::string_view text();
    /// An integer of any width; a negative one comes as its two's complement.
    std::uint64_t integer() {
        // The index of the vectors is a million of these: a number without a sign, not at the end of the
        // file.
        const unsigned first = m_at + 9 <= m_bytes.size() ? static_cast<unsigned char>(m_bytes[m_at]) : 0U;
        if (first < 0xCC || first > 0xCF) return any_integer();
        const unsigned width = 1U << (first - 0xCC);
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, m_bytes.data() + m_at + 1, sizeof bytes);
        if constexpr (std::endian::native == std::endian::little) bytes = std::byteswap(bytes);
        m_at += 1 + width;
        return bytes >> (64 - 8 * width);
    }
    double real();
    bool boolean();
    void skip();
    /// Bytes of the next value, which is passed over.
    std::string_view value_bytes();

    [[noreturn]] void fail(std::string_view what) const;
    [[nodiscard]] const std::string& name() const { return m_name; }

  private:
    std::uint64_t any_integer();
    unsigned byte(std::size_t at) const;
    std::uint64_t number(std::size_t at, std::size_t width) const;
    std::string_view take(std::size_t header, std::uint64_t length);
    void skip_value(int depth);

    std::string_view m_bytes;
    std::string m_name;
    std::size_t m_at = 0;
};

} // namespace dateline::language

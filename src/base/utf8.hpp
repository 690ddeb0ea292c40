#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// True when the bytes are well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
bool is_valid_utf8(std::string_view bytes);

/// The bytes with every ill-formed sequence replaced by U+FFFD.
std::string to_valid_utf8(std::string_view bytes);

/// Appends the UTF-8 form of a code point. `code_point` must be a scalar value.
void append_utf8(std::string& out, char32_t code_point);

/// Decodes the code point at `position` of valid UTF-8 and moves `position` behind it.
char32_t next_code_point(std::string_view text, std::size_t& position);

/// Maps between byte offsets and code-point offsets of one text. Costs one pass over the text at construction
/// and four bytes a text of 64 bytes; ASCII texts cost nothing per lookup.
class CodePoints {
  public:
    explicit CodePoints(std::string_view text);

    /// Code points before the byte offset. `byte` must be a character border and at most the text's size.
    [[nodiscard]] std::uint32_t from_byte(std::uint32_t byte) const;
    /// Byte offset of the code point; the text's size when `code_point` is at or behind the end.
    [[nodiscard]] std::uint32_t to_byte(std::uint32_t code_point) const;
    /// Number of code points in the text.
    [[nodiscard]] std::uint32_t size() const { return m_size; }

  private:
    std::string_view m_text;
    std::vector<std::uint32_t> m_before_block; // code points before each block of 64 bytes; empty for ASCII
    std::uint32_t m_size = 0;
};

} // namespace dateline

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "record/parse.hpp"

namespace dateline::said {

/// Tokens [first, last).
struct Stretch {
    TokenIndex first = 0;
    TokenIndex last = 0;
};

/// The paragraphs of a report. Finding the one of a byte or a token costs the logarithm of their number.
class Paragraphs {
  public:
    Paragraphs(const Parse& parse, std::uint32_t body_start);

    /// Where paragraphs start, in text order. A line break inside a sentence (wrapped text) starts none.
    [[nodiscard]] const std::vector<std::uint32_t>& starts() const { return m_starts; }
    /// The number of the paragraph that holds a byte, from 1; 0 before the body.
    [[nodiscard]] std::size_t of(std::uint32_t byte) const;
    /// The part of a token's sentence that lies in the token's paragraph: the parser runs some sentences on
    /// over the border.
    [[nodiscard]] Stretch sentence_part(TokenIndex token) const;

  private:
    const Parse& m_parse;
    std::vector<std::uint32_t> m_starts;
    std::vector<TokenIndex> m_tokens; // the first token of each
};

} // namespace dateline::said

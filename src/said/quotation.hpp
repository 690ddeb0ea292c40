#pragma once

#include <string_view>
#include <vector>

#include "record/parse.hpp"

namespace dateline::said {

/// Words between quotation marks. A quotation over several paragraphs, each with an opening mark of its own,
/// is one.
struct Quotation {
    Span span;            // with its marks
    TokenIndex first = 0; // tokens [first, last) that lie in it
    TokenIndex last = 0;
    bool whole = false; // a sentence or clause of its own, not some words of the reporter's sentence
    bool opens_paragraph = false;
    bool ends_sentence = false; // the last mark inside is a full stop, question or exclamation mark
};

/// Where paragraphs start, in text order. A line break inside a sentence (wrapped text) starts none.
std::vector<std::uint32_t> paragraph_starts(std::string_view text, std::uint32_t body_start);

/// All quotations of the paragraphs, in text order. Straight, typographic and doubled marks (“ ” " `` '' «
/// »).
std::vector<Quotation> find_quotations(const Parse& parse, const std::vector<std::uint32_t>& paragraphs);

} // namespace dateline::said

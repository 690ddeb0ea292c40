#pragma once

#include <string_view>
#include <vector>

#include "record/parse.hpp"
#include "said/paragraphs.hpp"

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

/// All quotations of the paragraphs, in text order. Straight, typographic and doubled marks (“ ” " `` '' «
/// »).
std::vector<Quotation> find_quotations(const Parse& parse, const Paragraphs& paragraphs);

/// Whether a text starts with a mark of quotation, be it the wrong one of a pair.
bool opens_with_mark(std::string_view text);

} // namespace dateline::said

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "record/parse.hpp"
#include "when/lexicon.hpp"

namespace dateline::when {

/// A piece of text that the grammar sees as one: a token, or a part of one that a hyphen joins (`mid-1996`,
/// `May-1`), the hyphen a word of its own.
struct Word {
    std::string_view text, lower;
    Span span;
    TokenIndex token = no_token;
    const WordInfo* info = nullptr; // never null once made
    std::int32_t number = -1;       // of digits, thousands' commas allowed; -1 else
    std::int16_t ordinal = 0;       // `third`, `22nd`; 0 else
};

/// Index of a word; like `TokenIndex` it may run past the ends, where words are empty.
using WordIndex = std::int32_t;

/// The words of a text.
class Words {
  public:
    explicit Words(const Parse& parse);

    [[nodiscard]] WordIndex size() const { return static_cast<WordIndex>(m_words.size()); }
    [[nodiscard]] const Word& at(WordIndex i) const {
        return i >= 0 && i < size() ? m_words[static_cast<std::size_t>(i)] : m_none;
    }
    [[nodiscard]] std::string_view lower(WordIndex i) const { return at(i).lower; }
    [[nodiscard]] const WordInfo& info(WordIndex i) const { return *at(i).info; }
    /// The word's token; the word must exist.
    [[nodiscard]] const Token& token(WordIndex i) const { return m_parse->at(at(i).token); }
    [[nodiscard]] const Parse& parse() const { return *m_parse; }
    /// A hyphen or dash.
    [[nodiscard]] bool is_hyphen(WordIndex i) const;
    /// Four digits between 1000 and 2199.
    [[nodiscard]] std::optional<int> year(WordIndex i) const;
    [[nodiscard]] bool is_plural(WordIndex i) const { return lower(i).ends_with('s'); }
    [[nodiscard]] bool is_capital(WordIndex i) const;
    /// Nothing stands between the word and the one before.
    [[nodiscard]] bool is_glued(WordIndex i) const {
        return i > 0 && i < size() && at(i).span.start == at(i - 1).span.end;
    }
    template<typename... Texts>
    [[nodiscard]] bool is(WordIndex i, Texts... texts) const {
        const std::string_view word = lower(i);
        return ((word == texts) || ...);
    }

  private:
    void add(std::string_view text, std::string_view lower, Span span, TokenIndex token);

    const Parse* m_parse;
    std::vector<Word> m_words;
    Word m_none;
};

} // namespace dateline::when

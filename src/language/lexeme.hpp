#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/text.hpp"
#include "language/vectors.hpp"
#include "record/parse.hpp"

namespace dateline::language {

/// What depends on nothing but a token's spelling (and on the norm a tokenizer exception gives it): the ids
/// of its lexical attributes in spaCy's StringStore, its vector's row.
struct Lexeme {
    std::string_view text;
    std::string_view lower;
    std::string_view
        plain; // the same with straight apostrophes: our rules know them, the model is not shown them
    std::uint64_t orth = 0, lower_id = 0, norm = 0, prefix = 0, suffix = 0, shape = 0;
    std::int32_t row = -1;   // of the static vectors; -1 none
    std::uint32_t index = 0; // dense, for caches
    bool is_space = false;
};

/// What a pipeline knows of words: norms and vectors. Immutable.
class Vocabulary {
  public:
    /// Reads the `vocab` folder of a pipeline.
    explicit Vocabulary(const std::filesystem::path& folder);

    /// All attributes of a spelling. The views are copies in `arena`.
    [[nodiscard]] Lexeme describe(std::string_view text, std::string_view norm, TextArena& arena) const;
    [[nodiscard]] const std::optional<Vectors>& vectors() const { return m_vectors; }

  private:
    [[nodiscard]] std::uint64_t norm_of(std::string_view text, std::string_view lower,
                                        std::uint64_t orth) const;

    std::unordered_map<std::uint64_t, std::string> m_norms; // `lexeme_norm`, by id of the spelling
    std::optional<Vectors> m_vectors;
};

/// The lexemes one thread has met. Grows up to a bound; see `is_full`.
class LexemeCache {
  public:
    explicit LexemeCache(const Vocabulary& vocabulary) : m_vocabulary(vocabulary) {}

    /// The lexeme of a spelling; `norm` empty for the vocabulary's own. The pointer lasts until `clear`.
    const Lexeme* get(std::string_view text, std::string_view norm = {});
    [[nodiscard]] std::size_t size() const { return m_lexemes.size(); }
    /// True when the caches that depend on lexemes should be emptied before the next text.
    [[nodiscard]] bool is_full() const { return m_lexemes.size() >= bound; }
    void clear();

  private:
    static constexpr std::size_t bound = 30'000;
    const Vocabulary& m_vocabulary;
    std::unordered_map<std::string, const Lexeme*, StringHash, std::equal_to<>>
        m_by_key; // text, or text NUL norm
    std::deque<Lexeme> m_lexemes;
    TextArena m_arena;
};

} // namespace dateline::language

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"
#include "language/lexeme.hpp"
#include "language/pattern.hpp"

namespace dateline::language {

class MsgpackReader;

/// A token as the tokenizer leaves it.
struct RawToken {
    std::uint32_t start = 0; // byte in the text
    const Lexeme* lexeme = nullptr;
    bool space_after = false; // a single blank follows
};

/// The rules of spaCy's rule-based tokenizer (`spacy.Tokenizer.v1`), read from a pipeline's `tokenizer` file.
/// Immutable.
class Tokenizer {
  public:
    explicit Tokenizer(const std::filesystem::path& path);

    /// A piece of a chunk: its bytes and the norm an exception gives it.
    struct Piece {
        std::string_view text;
        std::string_view norm;
    };
    /// The tokens of a chunk without white space.
    [[nodiscard]] std::vector<Piece> split(std::string_view chunk) const;

  private:
    enum class Specials : bool { ignore, use };
    using Pieces = std::vector<Piece>;
    struct Exception {
        std::vector<std::pair<std::string, std::string>> parts; // text, norm
    };

    void read_exceptions(MsgpackReader& reader);
    void find_special_sequences();
    [[nodiscard]] const Exception* exception(std::string_view text, Specials use) const;
    [[nodiscard]] std::size_t prefix_length(std::string_view text) const;
    [[nodiscard]] std::size_t suffix_length(std::string_view text) const;
    void split_affixes(std::string_view chunk, Specials use, Pieces& out) const;
    void split_middle(std::string_view middle, Specials use, Pieces& out) const;
    void apply_special_sequences(std::string_view chunk, Pieces& pieces) const;

    std::optional<Pattern> m_prefix, m_suffix, m_infix, m_token_match, m_url_match;
    std::unordered_map<std::string, Exception, StringHash, std::equal_to<>> m_exceptions;
    /// Exceptions that the affix rules cut: first piece → exception texts that start with it.
    std::unordered_map<std::string, std::vector<std::string_view>, StringHash, std::equal_to<>> m_sequences;
};

/// Tokenizes texts on one thread, keeping the tokens of chunks it has met.
class TokenizerCache {
  public:
    TokenizerCache(const Tokenizer& tokenizer, LexemeCache& lexemes)
        : m_tokenizer(tokenizer), m_lexemes(lexemes) {}

    /// Appends the tokens of the text to `out`.
    void tokenize(std::string_view text, std::vector<RawToken>& out);
    /// Must be called when the lexemes are cleared.
    void clear() { m_chunks.clear(); }

  private:
    struct Chunk {
        std::vector<std::pair<const Lexeme*, std::uint32_t>> tokens; // with the offset in the chunk
    };
    void add_chunk(std::string_view chunk, std::size_t start, std::vector<RawToken>& out);

    const Tokenizer& m_tokenizer;
    LexemeCache& m_lexemes;
    std::unordered_map<std::string, Chunk, StringHash, std::equal_to<>> m_chunks;
};

} // namespace dateline::language

#pragma once

#include <cstdint>
#include <vector>

#include "language/lexeme.hpp"
#include "language/neural/kernels.hpp"
#include "language/neural/model_file.hpp"
#include "language/tokenizer.hpp"

namespace dateline::language {

/// spaCy's tok2vec (`MultiHashEmbed` + `MaxoutWindowEncoder`): for each token a vector of `width` numbers
/// that depends on the token and four neighbours on either side. Immutable.
class Encoder {
  public:
    /// Reads the layers from the model file; throws `Error` when they are not of this architecture.
    Encoder(const ModelFile& file, const Vocabulary& vocabulary);

    [[nodiscard]] std::size_t width() const { return m_width; }
    [[nodiscard]] std::size_t depth() const { return m_layers.size(); }

    /// One embedding table: which attribute it looks at, its hash seed, its rows.
    struct Table {
        enum class Attribute { norm, prefix, suffix, shape, lower, orth, space_after, is_space } attribute;
        std::uint32_t seed = 0;
        Array rows;
    };
    struct Layer {
        PackedMatrix maxout;
        std::vector<float> gain, bias;
    };

  private:
    friend class EncoderCache;
    void read_tables(const ModelFile& file);
    [[nodiscard]] Layer read_layer(const ModelFile& file, const ModelNode& maxout, const ModelNode& norm,
                                   std::size_t inner) const;
    void embed_tables(const Lexeme& lexeme, bool space_after, float* out) const;

    const Vocabulary& m_vocabulary;
    std::size_t m_width = 0;
    std::vector<Table> m_tables;
    bool m_uses_space_after = false;
    PackedMatrix m_vectors; // static vectors → width; no panels without vectors
    Layer m_mixer;
    std::vector<Layer> m_layers;
};

/// Runs an encoder on one thread. Keeps the embedding of each lexeme it has met.
class EncoderCache {
  public:
    explicit EncoderCache(const Encoder& encoder) : m_encoder(encoder) {}

    /// The vectors of the tokens, row by row; valid until the next call.
    const float* encode(const std::vector<RawToken>& tokens);
    /// Must be called when the lexemes are cleared.
    void clear();

  private:
    void embed_new(const std::vector<RawToken>& tokens);
    [[nodiscard]] std::size_t slot(const RawToken& token) const;

    const Encoder& m_encoder;
    std::vector<float> m_embeddings; // slot × width
    std::vector<bool> m_known;
    std::vector<float> m_rows;   // padded token rows
    std::vector<float> m_hidden; // one layer's output
    std::vector<float> m_concatenated, m_gathered, m_projected;
};

} // namespace dateline::language

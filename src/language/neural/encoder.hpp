#pragma once

#include <cstdint>
#include <vector>

#include "language/neural/embedding.hpp"

namespace dateline::language {

/// Tokens a window layer looks at, and pieces of its maxout.
inline constexpr std::size_t window = 3, pieces = 3;

/// spaCy's tok2vec (`MultiHashEmbed` + `MaxoutWindowEncoder`): for each token a vector of `width` numbers
/// that depends on the token and four neighbours on either side. Immutable.
class Encoder {
  public:
    /// Reads the layers from the model file; throws `Error` when they are not of this architecture.
    Encoder(const ModelFile& file, const Vocabulary& vocabulary);

    [[nodiscard]] std::size_t width() const { return m_width; }
    [[nodiscard]] std::size_t depth() const { return m_layers.size(); }

  private:
    friend class EncoderCache;
    struct Layer {
        PackedMatrix maxout;
        Norm norm;
    };
    void read_first_layer(const ModelFile& file, const ModelNode& maxout);

    Embedding m_embedding;
    std::size_t m_width = 0;
    PackedMatrix m_first; // first window layer: embedding → its share as left, middle and right neighbour
    std::vector<float> m_first_bias;
    std::vector<Layer> m_layers; // the first one's weights are in m_first instead
};

/// What the lexemes met first add to the first window layer, in bounded room; the commonest words are met
/// first.
class ShareCache {
  public:
    /// Shares of `width` numbers.
    explicit ShareCache(std::size_t width) : m_shares(width) {}

    /// The share of a slot; null when it is not kept. Valid until `clear`.
    [[nodiscard]] const float* find(std::size_t slot) const {
        const bool known = slot < m_places.size() && m_places[slot] != 0;
        return known ? m_shares[m_places[slot] - 1] : nullptr;
    }
    /// Room for a slot's share; null when all is taken.
    float* keep(std::size_t slot);
    void clear();

  private:
    static constexpr std::size_t most = 4096;
    std::size_t m_kept = 0;
    std::vector<std::uint32_t> m_places; // slot → place + 1; 0: not kept
    RowPages m_shares;
};

/// Memory for one text, which encoders that work one after the other share.
struct EncoderMemory {
    std::vector<float> hidden;  // one layer's output
    std::vector<float> scratch; // of the window kernel
    std::vector<float> gathered;
    std::vector<float> rare_shares;         // of this text's lexemes that are not kept
    std::vector<const float*> token_shares; // padded by one row of zeros on either side
};

/// Runs an encoder on one thread. Keeps what depends on a lexeme alone.
class EncoderCache {
  public:
    /// The memory must last as long as this object.
    EncoderCache(const Encoder& encoder, EncoderMemory& memory)
        : m_encoder(encoder), m_memory(memory), m_embeddings(encoder.m_embedding),
          m_shares(window * pieces * encoder.m_width) {}

    /// The vectors of the tokens, row by row; valid until the next call.
    const float* encode(const std::vector<RawToken>& tokens);
    /// Must be called when the lexemes are cleared.
    void clear();

  private:
    void find_shares(const std::vector<RawToken>& tokens);
    void first_layer(const std::vector<RawToken>& tokens);

    const Encoder& m_encoder;
    EncoderMemory& m_memory;
    EmbeddingCache m_embeddings;
    std::vector<float> m_rows; // padded token rows
    ShareCache m_shares;
    std::vector<float> m_zeros;
};

} // namespace dateline::language

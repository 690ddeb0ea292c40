#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "language/lexeme.hpp"
#include "language/neural/kernels.hpp"
#include "language/neural/model_file.hpp"
#include "language/neural/row_pages.hpp"
#include "language/tokenizer.hpp"

namespace dateline::language {

/// Gain and bias of a layer norm.
struct Norm {
    std::vector<float> gain, bias;
};
/// Reads a layer norm of `width` values.
Norm read_norm(const ModelFile& file, const ModelNode& norm, std::size_t width);

/// spaCy's `MultiHashEmbed`: for each token a vector that depends on its attributes alone. Immutable.
class Embedding {
  public:
    /// Reads the tables, the layer behind the static vectors and the first maxout layer of a model file;
    /// throws `Error` when they are not of this architecture.
    Embedding(const ModelFile& file, const Vocabulary& vocabulary);

    [[nodiscard]] std::size_t width() const { return m_width; }
    /// True when a blank behind the token makes a difference.
    [[nodiscard]] bool uses_space_after() const { return m_uses_space_after; }

  private:
    friend class EmbeddingCache;
    /// An attribute's table: its hash seed, its rows, and the part of the mixer's weights that takes them.
    struct Table {
        enum class Attribute { norm, prefix, suffix, shape, lower, orth, space_after, is_space } attribute;
        std::uint32_t seed = 0;
        std::shared_ptr<const Array> rows;
        PackedMatrix mixer; // width → 3 pieces × width, pieces apart
    };
    static Table::Attribute attribute_of(const std::string& name);
    static std::uint64_t value_of(Table::Attribute attribute, const RawToken& token);
    void read_tables(const ModelFile& file);
    void read_vectors(const ModelFile& file);
    void read_mixer(const ModelFile& file);
    void add_rows(const Table& table, std::uint64_t value, float* out) const;

    const Vocabulary& m_vocabulary;
    std::size_t m_width = 0;
    std::vector<Table> m_tables;
    bool m_uses_space_after = false;
    PackedMatrix m_vectors;      // static vectors → width; no panels without vectors
    PackedMatrix m_vector_mixer; // as a table's
    std::vector<float> m_mixer_bias;
    Norm m_norm;
};

/// The embeddings of the lexemes that one thread has met.
class EmbeddingCache {
  public:
    explicit EmbeddingCache(const Embedding& embedding);

    /// Makes sure that the embeddings of these tokens are known.
    void embed(const std::vector<RawToken>& tokens);
    /// Where a token's embedding is kept; dense.
    [[nodiscard]] std::size_t slot(const RawToken& token) const {
        const std::size_t index = token.lexeme->index;
        return m_embedding.m_uses_space_after ? 2 * index + (token.space_after ? 1 : 0) : index;
    }
    /// The embedding in a slot; valid until `clear`.
    [[nodiscard]] const float* operator[](std::size_t slot) const { return m_embeddings[m_kept[slot] - 1]; }
    /// Must be called when the lexemes are cleared.
    void clear();

  private:
    /// What values of one attribute add to the mixer. Emptied when there are too many of them.
    struct Shares {
        std::unordered_map<std::uint64_t, std::size_t> places;
        std::vector<float> rows;
        std::vector<std::uint64_t> fresh; // values that have a place but no row yet
        std::size_t find(std::uint64_t value);
    };
    void share_values(std::span<const RawToken* const> fresh);
    void compute_shares();
    void compute_vectors(Shares& shares);
    void mix(std::size_t count);
    static void multiply(const float* a, std::size_t rows, const PackedMatrix& w, float* out,
                         std::size_t columns);

    const Embedding& m_embedding;
    RowPages m_embeddings;             // in the order they were met
    std::vector<std::uint32_t> m_kept; // slot → row + 1; 0: not known
    std::uint32_t m_count = 0;
    std::vector<Shares> m_shares;      // of each table, and of the static vectors by row
    std::vector<std::size_t> m_places; // fresh token × shares
    std::vector<float> m_gathered, m_projected, m_hidden;
};

} // namespace dateline::language

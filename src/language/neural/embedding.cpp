// The embedding of a token is the sum of four rows of a hash table for each of its attributes (Miranda et al.
// 2022, Multi hash embeddings in spaCy), beside its static vector brought to the same width, mixed by a
// maxout layer. It depends on nothing but the lexeme (and whether a blank follows), so it is computed once
// for each. Many lexemes have a prefix, suffix or shape in common: what a value of an attribute adds to the
// maxout layer is kept, too.

#include "language/neural/embedding.hpp"

#include <algorithm>
#include <cstring>

#include "base/error.hpp"

namespace dateline::language {

namespace {

constexpr std::size_t pieces = 3;
constexpr std::size_t most_values = 512; // kept of an attribute between blocks
constexpr std::size_t block = 512;       // tokens embedded at once, which bounds what a long text needs

/// MurmurHash3's 128-bit finaliser over one 64-bit key, as thinc's hash embeddings use it: four row numbers.
void hash_rows(std::uint64_t key, std::uint32_t seed, std::uint32_t (&rows)[4]) {
    const auto mixed = [](std::uint64_t h) {
        h ^= h >> 33U;
        h *= 0xff51afd7ed558ccdULL;
        h ^= h >> 33U;
        h *= 0xc4ceb9fe1a85ec53ULL;
        return h ^ (h >> 33U);
    };
    std::uint64_t first = key * 0x87c37b91114253d5ULL;
    first = (first << 31U) | (first >> 33U);
    first *= 0x4cf5ad432745937fULL;
    first ^= seed ^ 8ULL;
    std::uint64_t second = seed ^ 8ULL;
    first += second;
    second += first;
    first = mixed(first);
    second = mixed(second);
    first += second;
    second += first;
    rows[0] = static_cast<std::uint32_t>(first);
    rows[1] = static_cast<std::uint32_t>(first >> 32U);
    rows[2] = static_cast<std::uint32_t>(second);
    rows[3] = static_cast<std::uint32_t>(second >> 32U);
}

} // namespace

Norm read_norm(const ModelFile& file, const ModelNode& norm, std::size_t width) {
    const auto gain = file.param(norm, "G", {width}).values;
    const auto bias = file.param(norm, "b", {width}).values;
    return {{gain.begin(), gain.end()}, {bias.begin(), bias.end()}};
}

Embedding::Table::Attribute Embedding::attribute_of(const std::string& name) {
    using Attribute = Table::Attribute;
    if (name == "NORM") return Attribute::norm;
    if (name == "PREFIX") return Attribute::prefix;
    if (name == "SUFFIX") return Attribute::suffix;
    if (name == "SHAPE") return Attribute::shape;
    if (name == "LOWER") return Attribute::lower;
    if (name == "ORTH") return Attribute::orth;
    if (name == "SPACY") return Attribute::space_after;
    if (name == "IS_SPACE") return Attribute::is_space;
    throw error("the pipeline embeds {}, which is not supported", name);
}

std::uint64_t Embedding::value_of(Table::Attribute attribute, const RawToken& token) {
    using Attribute = Table::Attribute;
    switch (attribute) {
    case Attribute::norm: return token.lexeme->norm;
    case Attribute::prefix: return token.lexeme->prefix;
    case Attribute::suffix: return token.lexeme->suffix;
    case Attribute::shape: return token.lexeme->shape;
    case Attribute::lower: return token.lexeme->lower_id;
    case Attribute::orth: return token.lexeme->orth;
    case Attribute::space_after: return token.space_after ? 1 : 0;
    case Attribute::is_space: return token.lexeme->is_space ? 1 : 0;
    }
    return 0;
}

Embedding::Embedding(const ModelFile& file, const Vocabulary& vocabulary) : m_vocabulary(vocabulary) {
    read_tables(file);
    read_vectors(file);
    read_mixer(file);
}

void Embedding::read_tables(const ModelFile& file) {
    const auto& columns = file.node("extract_features").columns;
    const auto tables = file.nodes("hashembed");
    if (tables.empty() || tables.size() != columns.size())
        throw error("the pipeline's embedding tables do not fit its features");
    for (std::size_t i = 0; i < tables.size(); ++i) {
        auto rows = file.shared_param(*tables[i], "E", {0, m_width});
        m_width = rows->shape[1];
        const auto seed = tables[i]->numbers.find("seed");
        if (rows->shape[0] == 0 || seed == tables[i]->numbers.end())
            throw error("an embedding table without rows or seed");
        m_tables.push_back(
            {attribute_of(columns[i]), static_cast<std::uint32_t>(seed->second), std::move(rows), {}});
        m_uses_space_after = m_uses_space_after || m_tables.back().attribute == Table::Attribute::space_after;
    }
    if (m_width == 0 || m_width % 16 != 0 || m_width > 1024)
        throw error("an embedding width of {} is not supported", m_width);
}

void Embedding::read_vectors(const ModelFile& file) {
    if (file.nodes("static_vectors").empty()) return;
    if (!m_vocabulary.vectors()) throw error("the pipeline uses word vectors, but its vocab folder has none");
    const std::size_t inner = m_vocabulary.vectors()->width();
    const Array& w = file.param(file.node("static_vectors"), "W", {m_width, inner});
    m_vectors = pack_affine(kernels(), w.values.data(), nullptr, m_width, inner);
}

/// (output, piece, part, input) becomes for each part (piece, output) rows over its input.
void Embedding::read_mixer(const ModelFile& file) {
    const auto maxouts = file.nodes("maxout");
    const auto norms = file.nodes("layernorm");
    if (maxouts.empty() || norms.empty())
        throw error("the pipeline's encoder is not maxout layers with layer norms");
    const std::size_t parts = m_tables.size() + (m_vectors.panels > 0 ? 1 : 0);
    const Array& w = file.param(*maxouts[0], "W", {m_width, pieces, parts * m_width});
    const Array& b = file.param(*maxouts[0], "b", {m_width, pieces});
    m_norm = read_norm(file, *norms[0], m_width);
    m_mixer_bias.resize(pieces * m_width);
    for (std::size_t o = 0; o < m_width; ++o)
        for (std::size_t p = 0; p < pieces; ++p) m_mixer_bias[p * m_width + o] = b.values[o * pieces + p];
    std::vector<float> apart(pieces * m_width * m_width);
    for (std::size_t part = 0; part < parts; ++part) {
        for (std::size_t o = 0; o < m_width; ++o)
            for (std::size_t p = 0; p < pieces; ++p)
                std::copy_n(w.values.data() + ((o * pieces + p) * parts + part) * m_width, m_width,
                            apart.data() + (p * m_width + o) * m_width);
        PackedMatrix& mixer = part < m_tables.size() ? m_tables[part].mixer : m_vector_mixer;
        mixer = pack_affine(kernels(), apart.data(), nullptr, pieces * m_width, m_width);
    }
}

/// The sum of a value's four rows.
void Embedding::add_rows(const Table& table, std::uint64_t value, float* out) const {
    std::uint32_t rows[4];
    hash_rows(value, table.seed, rows);
    const auto count = static_cast<std::uint32_t>(table.rows->shape[0]);
    std::fill_n(out, m_width, 0.0F);
    for (const std::uint32_t row : rows) {
        const float* from = table.rows->values.data() + static_cast<std::size_t>(row % count) * m_width;
        for (std::size_t i = 0; i < m_width; ++i) out[i] += from[i];
    }
}

EmbeddingCache::EmbeddingCache(const Embedding& embedding)
    : m_embedding(embedding), m_embeddings(embedding.m_width),
      m_shares(embedding.m_tables.size() + (embedding.m_vectors.panels > 0 ? 1 : 0)) {}

/// The place of a value's row; a new one is noted to be computed.
std::size_t EmbeddingCache::Shares::find(std::uint64_t value) {
    const auto [found, is_new] = places.try_emplace(value, places.size());
    if (is_new) fresh.push_back(value);
    return found->second;
}

void EmbeddingCache::embed(const std::vector<RawToken>& tokens) {
    const std::size_t width = m_embedding.m_width;
    std::vector<const RawToken*> fresh; // whose embedding is not known yet
    for (const RawToken& token : tokens) {
        const std::size_t at = slot(token);
        if (at >= m_kept.size()) m_kept.resize(std::max<std::size_t>(2 * m_kept.size(), at + 1024), 0);
        if (m_kept[at] != 0) continue;
        m_kept[at] = ++m_count;
        fresh.push_back(&token);
    }
    m_embeddings.reserve(m_count);
    const std::size_t known = m_count - fresh.size();
    for (std::size_t first = 0; first < fresh.size(); first += block) {
        const std::span some = std::span(fresh).subspan(first, std::min(block, fresh.size() - first));
        share_values(some);
        compute_shares();
        mix(some.size());
        for (std::size_t f = 0; f < some.size(); ++f)
            std::memcpy(m_embeddings[known + first + f], m_projected.data() + f * width,
                        width * sizeof(float));
    }
}

/// Finds the places of all values of the fresh tokens.
void EmbeddingCache::share_values(std::span<const RawToken* const> fresh) {
    const auto& tables = m_embedding.m_tables;
    for (Shares& shares : m_shares) {
        if (shares.places.size() > most_values) shares.places.clear();
        shares.fresh.clear();
    }
    m_places.clear();
    for (const RawToken* token : fresh) {
        for (std::size_t t = 0; t < tables.size(); ++t)
            m_places.push_back(m_shares[t].find(Embedding::value_of(tables[t].attribute, *token)));
        if (m_shares.size() > tables.size())
            m_places.push_back(m_shares.back().find(static_cast<std::uint64_t>(token->lexeme->row)));
    }
}

void EmbeddingCache::multiply(const float* a, std::size_t rows, const PackedMatrix& w, float* out,
                              std::size_t columns) {
    kernels().affine(a, w.inner, rows, w.values.get(), w.bias.data(), w.inner, columns, out, columns);
}

/// Computes the rows of the values met for the first time.
void EmbeddingCache::compute_shares() {
    const std::size_t width = m_embedding.m_width;
    const std::size_t share = pieces * width;
    for (std::size_t t = 0; t < m_shares.size(); ++t) {
        Shares& shares = m_shares[t];
        const std::size_t size = shares.fresh.size();
        if (size == 0) continue;
        const bool is_table = t < m_embedding.m_tables.size();
        m_projected.resize(std::max(m_projected.size(), size * width));
        if (!is_table) compute_vectors(shares);
        for (std::size_t i = 0; is_table && i < size; ++i)
            m_embedding.add_rows(m_embedding.m_tables[t], shares.fresh[i], m_projected.data() + i * width);
        const std::size_t first = shares.places.size() - size;
        shares.rows.resize(std::max(shares.rows.size(), shares.places.size() * share));
        multiply(m_projected.data(), size,
                 is_table ? m_embedding.m_tables[t].mixer : m_embedding.m_vector_mixer,
                 shares.rows.data() + first * share, share);
    }
}

/// Brings the static vectors of new rows to the width of the tables' rows; a word without one has a vector of
/// zeros.
void EmbeddingCache::compute_vectors(Shares& shares) {
    const Vectors& vectors = *m_embedding.m_vocabulary.vectors();
    m_gathered.assign(shares.fresh.size() * vectors.width(), 0.0F);
    for (std::size_t i = 0; i < shares.fresh.size(); ++i)
        if (const auto row = static_cast<std::int32_t>(shares.fresh[i]); row >= 0)
            std::memcpy(m_gathered.data() + i * vectors.width(), vectors.vector(row),
                        vectors.width() * sizeof(float));
    multiply(m_gathered.data(), shares.fresh.size(), m_embedding.m_vectors, m_projected.data(),
             m_embedding.m_width);
}

/// Maxout and layer norm of the sums of `count` fresh tokens' shares.
void EmbeddingCache::mix(std::size_t count) {
    const std::size_t width = m_embedding.m_width;
    m_hidden.resize(std::max(m_hidden.size(), count * width));
    m_projected.resize(std::max(m_projected.size(), count * width));
    std::vector<const float*> parts(m_shares.size());
    for (std::size_t f = 0; f < count; ++f) {
        for (std::size_t t = 0; t < parts.size(); ++t)
            parts[t] = m_shares[t].rows.data() + m_places[f * parts.size() + t] * pieces * width;
        kernels().sum_maxout3(parts.data(), parts.size(), m_embedding.m_mixer_bias.data(), width,
                              m_hidden.data() + f * width);
    }
    kernels().layer_norm(m_hidden.data(), count, width, m_embedding.m_norm.gain.data(),
                         m_embedding.m_norm.bias.data(), false, m_projected.data());
}

void EmbeddingCache::clear() {
    m_kept.assign(m_kept.size(), 0);
    m_count = 0;
}

} // namespace dateline::language

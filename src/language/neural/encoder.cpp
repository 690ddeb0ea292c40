// The embedding of a token is the sum of four rows of a hash table for each of its attributes (Miranda et al.
// 2022, Multi hash embeddings in spaCy), beside its static vector brought to the same width, mixed by a
// maxout layer. As it depends on nothing but the lexeme (and whether a blank follows), it is computed once
// for each. The window encoder then runs `depth` residual layers over windows of three tokens; a window is
// three consecutive rows of the matrix, so it needs no copy. The first of these layers sees embeddings, which
// depend on the lexeme alone: what an embedding adds as left, middle and right neighbour is computed once,
// too. spaCy pads a document with `depth` rows of zeros on either side, which take part in the layers.

#include "language/neural/encoder.hpp"

#include <algorithm>
#include <cstring>

#include "base/error.hpp"

namespace dateline::language {

namespace {

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

Encoder::Table::Attribute attribute_of(const std::string& name) {
    using Attribute = Encoder::Table::Attribute;
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

std::uint64_t value_of(Encoder::Table::Attribute attribute, const Lexeme& lexeme, bool space_after) {
    using Attribute = Encoder::Table::Attribute;
    switch (attribute) {
    case Attribute::norm: return lexeme.norm;
    case Attribute::prefix: return lexeme.prefix;
    case Attribute::suffix: return lexeme.suffix;
    case Attribute::shape: return lexeme.shape;
    case Attribute::lower: return lexeme.lower_id;
    case Attribute::orth: return lexeme.orth;
    case Attribute::space_after: return space_after ? 1 : 0;
    case Attribute::is_space: return lexeme.is_space ? 1 : 0;
    }
    return 0;
}

} // namespace

Encoder::Encoder(const ModelFile& file, const Vocabulary& vocabulary) : m_vocabulary(vocabulary) {
    read_tables(file);
    std::size_t inner = m_tables.size() * m_width;
    if (!file.nodes("static_vectors").empty()) {
        if (!vocabulary.vectors())
            throw error("the pipeline uses word vectors, but its vocab folder has none");
        const std::size_t vector_width = vocabulary.vectors()->width();
        const Array& w = file.param(file.node("static_vectors"), "W", {m_width, vector_width});
        m_vectors = pack_affine(kernels(), w.values.data(), nullptr, m_width, vector_width);
        inner += m_width;
    }
    const auto maxouts = file.nodes("maxout");
    const auto norms = file.nodes("layernorm");
    if (maxouts.size() != norms.size() || maxouts.size() < 2)
        throw error("the pipeline's encoder is not maxout layers with layer norms");
    m_mixer = {
        pack_maxout3(kernels(), weights(file, *maxouts[0], inner), biases(file, *maxouts[0]), m_width, inner),
        read_norm(file, *norms[0])};
    for (std::size_t i = 1; i < maxouts.size(); ++i) {
        m_layers.push_back({PackedMatrix{}, read_norm(file, *norms[i])});
        if (i > 1)
            m_layers.back().maxout = pack_windows3(kernels(), weights(file, *maxouts[i], window * m_width),
                                                   biases(file, *maxouts[i]), m_width);
    }
    read_first_layer(file, *maxouts[1]);
}

/// (output, piece, neighbour, input) becomes (neighbour, piece, output) rows over the input.
void Encoder::read_first_layer(const ModelFile& file, const ModelNode& maxout) {
    const float* w = weights(file, maxout, window * m_width);
    const float* b = biases(file, maxout);
    std::vector<float> apart(window * pieces * m_width * m_width);
    m_first_bias.resize(pieces * m_width);
    for (std::size_t o = 0; o < m_width; ++o)
        for (std::size_t p = 0; p < pieces; ++p) {
            m_first_bias[p * m_width + o] = b[o * pieces + p];
            for (std::size_t n = 0; n < window; ++n)
                std::copy_n(w + ((o * pieces + p) * window + n) * m_width, m_width,
                            apart.data() + ((n * pieces + p) * m_width + o) * m_width);
        }
    m_first = pack_affine(kernels(), apart.data(), nullptr, window * pieces * m_width, m_width);
}

void Encoder::read_tables(const ModelFile& file) {
    const auto& columns = file.node("extract_features").columns;
    const auto tables = file.nodes("hashembed");
    if (tables.empty() || tables.size() != columns.size())
        throw error("the pipeline's embedding tables do not fit its features");
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const Array& rows = file.param(*tables[i], "E", {0, m_width});
        m_width = rows.shape[1];
        const auto seed = tables[i]->numbers.find("seed");
        if (rows.shape[0] == 0 || seed == tables[i]->numbers.end())
            throw error("an embedding table without rows or seed");
        m_tables.push_back({attribute_of(columns[i]), static_cast<std::uint32_t>(seed->second), rows});
        m_uses_space_after = m_uses_space_after || m_tables.back().attribute == Table::Attribute::space_after;
    }
    if (m_width == 0 || m_width % 16 != 0 || m_width > 1024)
        throw error("an embedding width of {} is not supported", m_width);
}

const float* Encoder::weights(const ModelFile& file, const ModelNode& maxout, std::size_t inner) const {
    return file.param(maxout, "W", {m_width, pieces, inner}).values.data();
}

const float* Encoder::biases(const ModelFile& file, const ModelNode& maxout) const {
    return file.param(maxout, "b", {m_width, pieces}).values.data();
}

Encoder::Norm Encoder::read_norm(const ModelFile& file, const ModelNode& norm) const {
    return {file.param(norm, "G", {m_width}).values, file.param(norm, "b", {m_width}).values};
}

void Encoder::embed_tables(const Lexeme& lexeme, bool space_after, float* out) const {
    for (const Table& table : m_tables) {
        std::uint32_t rows[4];
        hash_rows(value_of(table.attribute, lexeme, space_after), table.seed, rows);
        const auto count = static_cast<std::uint32_t>(table.rows.shape[0]);
        std::fill_n(out, m_width, 0.0F);
        for (const std::uint32_t row : rows) {
            const float* from = table.rows.values.data() + static_cast<std::size_t>(row % count) * m_width;
            for (std::size_t i = 0; i < m_width; ++i) out[i] += from[i];
        }
        out += m_width;
    }
}

std::size_t EncoderCache::slot(const RawToken& token) const {
    const std::size_t index = token.lexeme->index;
    return m_encoder.m_uses_space_after ? 2 * index + (token.space_after ? 1 : 0) : index;
}

void EncoderCache::embed_new(const std::vector<RawToken>& tokens) {
    const std::size_t width = m_encoder.m_width;
    std::vector<std::size_t> fresh; // tokens whose embedding is not known yet
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::size_t at = slot(tokens[i]);
        if (at >= m_known.size()) {
            const std::size_t room = std::max<std::size_t>(2 * m_known.size(), at + 1024);
            m_known.resize(room, false);
            m_embeddings.resize(room * width);
        }
        if (m_known[at]) continue;
        m_known[at] = true;
        fresh.push_back(i);
    }
    if (fresh.empty()) return;
    const KernelSet& set = kernels();
    const bool with_vectors = m_encoder.m_vectors.panels > 0;
    const std::size_t tables = m_encoder.m_tables.size();
    const std::size_t inner = (tables + (with_vectors ? 1 : 0)) * width;
    m_concatenated.resize(fresh.size() * inner);
    for (std::size_t f = 0; f < fresh.size(); ++f) {
        const RawToken& token = tokens[fresh[f]];
        m_encoder.embed_tables(*token.lexeme, token.space_after, m_concatenated.data() + f * inner);
    }
    if (with_vectors) {
        const Vectors& vectors = *m_encoder.m_vocabulary.vectors();
        m_gathered.assign(fresh.size() * vectors.width(), 0.0F);
        for (std::size_t f = 0; f < fresh.size(); ++f)
            if (const std::int32_t row = tokens[fresh[f]].lexeme->row; row >= 0)
                std::memcpy(m_gathered.data() + f * vectors.width(), vectors.vector(row),
                            vectors.width() * sizeof(float));
        const PackedMatrix& w = m_encoder.m_vectors;
        set.affine(m_gathered.data(), vectors.width(), fresh.size(), w.values.get(), w.bias.data(), w.inner,
                   width, m_concatenated.data() + tables * width, inner);
    }
    m_hidden.resize(std::max(m_hidden.size(), fresh.size() * width));
    m_projected.resize(fresh.size() * width);
    const Encoder::Layer& mixer = m_encoder.m_mixer;
    set.maxout3(m_concatenated.data(), inner, fresh.size(), mixer.maxout.values.get(),
                mixer.maxout.bias.data(), inner, width, m_hidden.data(), width);
    set.layer_norm(m_hidden.data(), fresh.size(), width, mixer.norm.gain.data(), mixer.norm.bias.data(),
                   false, m_projected.data());
    for (std::size_t f = 0; f < fresh.size(); ++f)
        std::memcpy(m_embeddings.data() + slot(tokens[fresh[f]]) * width, m_projected.data() + f * width,
                    width * sizeof(float));
}

float* ShareCache::keep(std::size_t slot) {
    if (m_kept == most) return nullptr;
    if (slot >= m_places.size()) m_places.resize(std::max(2 * m_places.size(), slot + 1024), 0);
    if (++m_kept * m_width > m_shares.size()) m_shares.resize(std::min(most, 2 * m_kept) * m_width);
    m_places[slot] = static_cast<std::uint32_t>(m_kept);
    return m_shares.data() + (m_kept - 1) * m_width;
}

void ShareCache::clear() {
    m_places.assign(m_places.size(), 0);
    m_kept = 0;
}

/// Points each token to what its lexeme adds to the first window layer, computing what is not kept.
void EncoderCache::find_shares(const std::vector<RawToken>& tokens) {
    const std::size_t width = m_encoder.m_width;
    const std::size_t share = window * pieces * width;
    std::vector<std::pair<std::size_t, std::size_t>> unknown; // slot, token
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (const std::size_t at = slot(tokens[i]); m_shares.find(at) == nullptr) unknown.emplace_back(at, i);
    std::sort(unknown.begin(), unknown.end());
    std::vector<std::size_t> fresh; // slots
    for (const auto& [at, token] : unknown)
        if (fresh.empty() || fresh.back() != at) fresh.push_back(at);
    m_gathered.resize(fresh.size() * width);
    for (std::size_t f = 0; f < fresh.size(); ++f)
        std::copy_n(m_embeddings.data() + fresh[f] * width, width, m_gathered.data() + f * width);
    m_rare_shares.resize(fresh.size() * share);
    const PackedMatrix& w = m_encoder.m_first;
    kernels().affine(m_gathered.data(), width, fresh.size(), w.values.get(), w.bias.data(), width, share,
                     m_rare_shares.data(), share);
    for (std::size_t f = 0; f < fresh.size(); ++f)
        if (float* kept = m_shares.keep(fresh[f]); kept != nullptr)
            std::copy_n(m_rare_shares.data() + f * share, share, kept);
    m_zeros.resize(share, 0.0F);
    m_token_shares.assign(tokens.size() + 2, m_zeros.data());
    for (std::size_t i = 0; i < tokens.size(); ++i) m_token_shares[i + 1] = m_shares.find(slot(tokens[i]));
    std::size_t f = 0;
    for (const auto& [at, token] : unknown) {
        while (fresh[f] != at) ++f;
        m_token_shares[token + 1] = m_rare_shares.data() + f * share;
    }
}

/// The maxout of the first window layer, from the shares of each token and its neighbours.
void EncoderCache::first_layer(const std::vector<RawToken>& tokens) {
    const std::size_t width = m_encoder.m_width;
    const std::size_t depth = m_encoder.m_layers.size();
    find_shares(tokens);
    // Row r of the hidden layer is that of the padded row r + 1; tokens begin at the padded row `depth`.
    for (std::size_t r = 0; r < tokens.size() + 2 * depth - 2; ++r) {
        const float* parts[window];
        for (std::size_t n = 0; n < window; ++n) {
            const std::size_t row = r + n; // padded
            const bool inside = row + 1 >= depth && row + 1 < depth + m_token_shares.size();
            parts[n] = (inside ? m_token_shares[row + 1 - depth] : m_zeros.data()) + n * pieces * width;
        }
        kernels().sum_maxout3(parts, window, m_encoder.m_first_bias.data(), width,
                              m_hidden.data() + r * width);
    }
}

const float* EncoderCache::encode(const std::vector<RawToken>& tokens) {
    embed_new(tokens);
    const std::size_t width = m_encoder.m_width;
    const std::size_t depth = m_encoder.m_layers.size();
    const std::size_t rows = tokens.size() + 2 * depth;
    m_rows.assign(rows * width, 0.0F);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        std::memcpy(m_rows.data() + (i + depth) * width, m_embeddings.data() + slot(tokens[i]) * width,
                    width * sizeof(float));
    m_hidden.resize(std::max(m_hidden.size(), rows * width));
    const KernelSet& set = kernels();
    m_scratch.resize(set.window_scratch * (width + set.columns));
    for (std::size_t d = 0; d < depth; ++d) {
        // A row that no token's result depends on any more need not be computed: one less on either side a
        // layer.
        const Encoder::Layer& layer = m_encoder.m_layers[d];
        const std::size_t first = d + 1;
        const std::size_t count = rows - 2 * first;
        if (d == 0)
            first_layer(tokens);
        else
            set.window_maxout3(m_rows.data() + (first - 1) * width, count, layer.maxout.values.get(),
                               layer.maxout.bias.data(), width, m_scratch.data(), m_hidden.data());
        set.layer_norm(m_hidden.data(), count, width, layer.norm.gain.data(), layer.norm.bias.data(), true,
                       m_rows.data() + first * width);
    }
    return m_rows.data() + depth * width;
}

void EncoderCache::clear() {
    m_known.assign(m_known.size(), false);
    m_shares.clear();
}

} // namespace dateline::language

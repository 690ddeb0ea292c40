// The window encoder runs `depth` residual layers over windows of three tokens; a window is three consecutive
// rows of the matrix, so it needs no copy. The first of these layers sees embeddings, which depend on the
// lexeme alone: what an embedding adds as left, middle and right neighbour is computed once for each lexeme.
// spaCy pads a document with `depth` rows of zeros on either side, which take part in the layers.

#include "language/neural/encoder.hpp"

#include <algorithm>
#include <cstring>

#include "base/error.hpp"

namespace dateline::language {

Encoder::Encoder(const ModelFile& file, const Vocabulary& vocabulary)
    : m_embedding(file, vocabulary), m_width(m_embedding.width()) {
    const auto maxouts = file.nodes("maxout");
    const auto norms = file.nodes("layernorm");
    if (maxouts.size() != norms.size() || maxouts.size() < 2)
        throw error("the pipeline's encoder is not maxout layers with layer norms");
    read_first_layer(file, *maxouts[1]);
    for (std::size_t i = 1; i < maxouts.size(); ++i) {
        m_layers.push_back({PackedMatrix{}, read_norm(file, *norms[i], m_width)});
        const Array& w = file.param(*maxouts[i], "W", {m_width, pieces, window * m_width});
        const Array& b = file.param(*maxouts[i], "b", {m_width, pieces});
        if (i > 1)
            m_layers.back().maxout = pack_windows3(kernels(), w.values.data(), b.values.data(), m_width);
    }
}

/// (output, piece, neighbour, input) becomes (neighbour, piece, output) rows over the input.
void Encoder::read_first_layer(const ModelFile& file, const ModelNode& maxout) {
    const Array& w = file.param(maxout, "W", {m_width, pieces, window * m_width});
    const Array& b = file.param(maxout, "b", {m_width, pieces});
    std::vector<float> apart(w.values.size());
    m_first_bias.resize(pieces * m_width);
    for (std::size_t o = 0; o < m_width; ++o)
        for (std::size_t p = 0; p < pieces; ++p) {
            m_first_bias[p * m_width + o] = b.values[o * pieces + p];
            for (std::size_t n = 0; n < window; ++n)
                std::copy_n(w.values.data() + ((o * pieces + p) * window + n) * m_width, m_width,
                            apart.data() + ((n * pieces + p) * m_width + o) * m_width);
        }
    m_first = pack_affine(kernels(), apart.data(), nullptr, window * pieces * m_width, m_width);
}

float* ShareCache::keep(std::size_t slot) {
    if (m_kept == most) return nullptr;
    if (slot >= m_places.size()) m_places.resize(std::max(2 * m_places.size(), slot + 1024), 0);
    m_shares.reserve(++m_kept);
    m_places[slot] = static_cast<std::uint32_t>(m_kept);
    return m_shares[m_kept - 1];
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
        if (const std::size_t at = m_embeddings.slot(tokens[i]); m_shares.find(at) == nullptr)
            unknown.emplace_back(at, i);
    std::sort(unknown.begin(), unknown.end());
    std::vector<std::size_t> fresh; // slots
    for (const auto& [at, token] : unknown)
        if (fresh.empty() || fresh.back() != at) fresh.push_back(at);
    m_memory.gathered.resize(std::max(m_memory.gathered.size(), fresh.size() * width));
    for (std::size_t f = 0; f < fresh.size(); ++f)
        std::copy_n(m_embeddings[fresh[f]], width, m_memory.gathered.data() + f * width);
    m_memory.rare_shares.resize(std::max(m_memory.rare_shares.size(), fresh.size() * share));
    const PackedMatrix& w = m_encoder.m_first;
    kernels().affine(m_memory.gathered.data(), width, fresh.size(), w.values.get(), w.bias.data(), width,
                     share, m_memory.rare_shares.data(), share);
    for (std::size_t f = 0; f < fresh.size(); ++f)
        if (float* kept = m_shares.keep(fresh[f]); kept != nullptr)
            std::copy_n(m_memory.rare_shares.data() + f * share, share, kept);
    m_zeros.resize(share, 0.0F);
    m_memory.token_shares.assign(tokens.size() + 2, m_zeros.data());
    for (std::size_t i = 0; i < tokens.size(); ++i)
        m_memory.token_shares[i + 1] = m_shares.find(m_embeddings.slot(tokens[i]));
    std::size_t f = 0;
    for (const auto& [at, token] : unknown) {
        while (fresh[f] != at) ++f;
        m_memory.token_shares[token + 1] = m_memory.rare_shares.data() + f * share;
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
            const bool inside = row + 1 >= depth && row + 1 < depth + m_memory.token_shares.size();
            parts[n] =
                (inside ? m_memory.token_shares[row + 1 - depth] : m_zeros.data()) + n * pieces * width;
        }
        kernels().sum_maxout3(parts, window, m_encoder.m_first_bias.data(), width,
                              m_memory.hidden.data() + r * width);
    }
}

const float* EncoderCache::encode(const std::vector<RawToken>& tokens) {
    m_embeddings.embed(tokens);
    const std::size_t width = m_encoder.m_width;
    const std::size_t depth = m_encoder.m_layers.size();
    const std::size_t rows = tokens.size() + 2 * depth;
    m_rows.resize(std::max(m_rows.size(), rows * width));
    std::fill_n(m_rows.data(), depth * width, 0.0F);
    std::fill_n(m_rows.data() + (rows - depth) * width, depth * width, 0.0F);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        std::memcpy(m_rows.data() + (i + depth) * width, m_embeddings[m_embeddings.slot(tokens[i])],
                    width * sizeof(float));
    m_memory.hidden.resize(std::max(m_memory.hidden.size(), rows * width));
    const KernelSet& set = kernels();
    m_memory.scratch.resize(set.window_scratch * (width + set.columns));
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
                               layer.maxout.bias.data(), width, m_memory.scratch.data(),
                               m_memory.hidden.data());
        set.layer_norm(m_memory.hidden.data(), count, width, layer.norm.gain.data(), layer.norm.bias.data(),
                       true, m_rows.data() + first * width);
    }
    return m_rows.data() + depth * width;
}

void EncoderCache::clear() {
    m_embeddings.clear();
    m_shares.clear();
}

} // namespace dateline::language

#include "language/neural/transition_scorer.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "language/msgpack.hpp"
#include "record/json_reader.hpp"

namespace dateline::language {

namespace {

constexpr std::size_t pieces = 2;
constexpr std::size_t most_features = 16;
constexpr std::size_t block = 64; // tokens whose common features are computed at once and stay in the cache

} // namespace

TransitionScorer::TransitionScorer(const ModelFile& file, std::size_t encoder_width, std::size_t common) {
    read_lower(file, common);
    const auto linears = file.nodes("linear");
    if (linears.size() != 2)
        throw error("a parser model with {} linear layers is not supported; expected 2 (use_upper = true)",
                    linears.size());
    // The upper layer is described before the one behind the encoder, which lies deeper.
    const Array& upper = file.param(*linears[0], "W", {0, m_hidden});
    m_upper =
        pack_row(kernels(), upper.values.data(), file.param(*linears[0], "b", {upper.shape[0]}).values.data(),
                 upper.shape[0], m_hidden);
    const Array& reduce = file.param(*linears[1], "W", {m_hidden, encoder_width});
    m_reduce = pack_affine(kernels(), reduce.values.data(),
                           file.param(*linears[1], "b", {m_hidden}).values.data(), m_hidden, encoder_width);
}

/// (feature, output, piece) becomes (feature, piece, output), so that the larger piece is found without
/// shuffling.
void TransitionScorer::read_lower(const ModelFile& file, std::size_t common) {
    const ModelNode& lower = file.node("precomputable_affine");
    const Array& w = file.param(lower, "W", {0, 0, pieces, 0});
    m_features = w.shape[0];
    m_hidden = w.shape[1];
    m_common = std::min(common, m_features);
    if (w.shape[3] != m_hidden || m_hidden % 16 != 0 || m_hidden == 0 || m_features == 0 ||
        m_features > most_features)
        throw error("a hidden layer of {} and {} features is not supported", m_hidden, m_features);
    const Array& pad = file.param(lower, "pad", {1, m_features, m_hidden, pieces});
    const Array& b = file.param(lower, "b", {m_hidden, pieces});

    const std::size_t inner = m_hidden;
    const std::size_t of_feature = pieces * m_hidden;
    std::vector<float> pieces_apart(w.values.size());
    m_padding.resize(m_features * of_feature);
    m_bias.resize(of_feature);
    for (std::size_t p = 0; p < pieces; ++p)
        for (std::size_t o = 0; o < m_hidden; ++o) {
            m_bias[p * m_hidden + o] = b.values[o * pieces + p];
            for (std::size_t f = 0; f < m_features; ++f) {
                const std::size_t from = (f * m_hidden + o) * pieces + p;
                const std::size_t to = (f * pieces + p) * m_hidden + o;
                m_padding[to] = pad.values[from];
                std::copy_n(w.values.data() + from * inner, inner, pieces_apart.data() + to * inner);
            }
        }
    m_lower = pack_affine(kernels(), pieces_apart.data(), nullptr, m_common * of_feature, inner);
    for (std::size_t f = m_common; f < m_features; ++f)
        m_rare.push_back(
            pack_row(kernels(), pieces_apart.data() + f * of_feature * inner, nullptr, of_feature, inner));
}

TransitionScores::TransitionScores(const TransitionScorer& scorer, TransitionMemory& memory)
    : m_scorer(scorer), m_memory(memory), m_rare(pieces * scorer.m_hidden) {}

void TransitionScores::prepare(const float* rows, std::size_t count) {
    const auto& s = m_scorer;
    m_rows = rows;
    m_count = count;
    m_ready = 0;
    m_rare_count = 0;
    m_memory.rare_places.assign(count * s.m_rare.size(), 0);
    m_memory.reduced.resize(std::max(m_memory.reduced.size(), count * s.m_hidden));
    m_memory.common.resize(std::max(m_memory.common.size(), count * s.m_common * pieces * s.m_hidden));
    m_hidden.resize(s.m_hidden);
    m_scores.resize(s.m_upper.bias.size());
}

/// The common features of the next tokens.
void TransitionScores::prepare_block() {
    const auto& s = m_scorer;
    const std::size_t width = s.m_common * pieces * s.m_hidden;
    const std::size_t size = std::min(block, m_count - m_ready);
    float* reduced = m_memory.reduced.data() + m_ready * s.m_hidden;
    kernels().affine(m_rows + m_ready * s.m_reduce.inner, s.m_reduce.inner, size, s.m_reduce.values.get(),
                     s.m_reduce.bias.data(), s.m_reduce.inner, s.m_hidden, reduced, s.m_hidden);
    kernels().affine(reduced, s.m_hidden, size, s.m_lower.values.get(), s.m_lower.bias.data(), s.m_hidden,
                     width, m_memory.common.data() + m_ready * width, width);
    m_ready += size;
}

/// What a token adds as one of the rare features.
const float* TransitionScores::rare(std::size_t token, std::size_t f) {
    const auto& s = m_scorer;
    const std::size_t width = pieces * s.m_hidden;
    std::uint32_t& place = m_memory.rare_places[token * s.m_rare.size() + f];
    if (place != 0) return m_rare[place - 1];
    place = static_cast<std::uint32_t>(++m_rare_count);
    m_rare.reserve(m_rare_count);
    kernels().affine_row(m_memory.reduced.data() + token * s.m_hidden, s.m_rare[f].values.get(),
                         s.m_rare[f].bias.data(), s.m_hidden, width, m_rare[place - 1]);
    return m_rare[place - 1];
}

const float* TransitionScores::feature(std::size_t token, std::size_t f) {
    const auto& s = m_scorer;
    while (token >= m_ready) prepare_block();
    if (f >= s.m_common) return rare(token, f - s.m_common);
    return m_memory.common.data() + (token * s.m_common + f) * pieces * s.m_hidden;
}

const float* TransitionScores::score(const int* tokens) {
    const KernelSet& set = kernels();
    const auto& s = m_scorer;
    const float* features[most_features];
    for (std::size_t f = 0; f < s.m_features; ++f)
        features[f] = tokens[f] < 0 ? s.m_padding.data() + f * pieces * s.m_hidden
                                    : feature(static_cast<std::size_t>(tokens[f]), f);
    set.sum_maxout2(features, s.m_features, s.m_bias.data(), s.m_hidden, m_hidden.data());
    set.affine_row(m_hidden.data(), s.m_upper.values.get(), s.m_upper.bias.data(), s.m_hidden,
                   m_scores.size(), m_scores.data());
    return m_scores.data();
}

std::vector<Action> read_actions(const std::filesystem::path& path, int most_moves, int skipped_move) {
    const MappedFile file(path);
    MsgpackReader reader(file.text(), path.string());
    std::string json;
    for (std::size_t fields = reader.map(); fields > 0; --fields) {
        if (reader.text() == "moves")
            json = reader.text();
        else
            reader.skip();
    }
    const rapidjson::Document moves = parse_json(json);
    std::vector<Action> actions;
    for (int move = 0; move < most_moves; ++move) {
        const auto* labels = JsonObject(moves).find(std::to_string(move).c_str());
        if (labels == nullptr || !labels->IsObject() || move == skipped_move) continue;
        std::vector<std::pair<std::int64_t, std::string>>
            sorted; // spaCy's order of classes: most frequent first
        for (const auto& label : labels->GetObject()) {
            if (!label.value.IsInt64() || label.value.GetInt64() < 0)
                throw error("{}: labels added behind training are not supported", path.string());
            sorted.emplace_back(label.value.GetInt64(), label.name.GetString());
        }
        std::sort(sorted.rbegin(), sorted.rend());
        for (auto& [frequency, label] : sorted) actions.push_back({move, std::move(label)});
    }
    return actions;
}

} // namespace dateline::language

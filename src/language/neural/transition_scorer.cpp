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

} // namespace

TransitionScorer::TransitionScorer(const ModelFile& file, std::size_t encoder_width) {
    const ModelNode& lower = file.node("precomputable_affine");
    const Array& w = file.param(lower, "W", {0, 0, pieces, 0});
    m_features = w.shape[0];
    m_hidden = w.shape[1];
    if (w.shape[3] != m_hidden || m_hidden % 16 != 0 || m_hidden == 0 || m_features == 0 ||
        m_features > most_features)
        throw error("a hidden layer of {} and {} features is not supported", m_hidden, m_features);
    const Array& pad = file.param(lower, "pad", {1, m_features, m_hidden, pieces});
    const Array& b = file.param(lower, "b", {m_hidden, pieces});

    // (feature, output, piece) becomes (feature, piece, output), so that the larger piece is found without
    // shuffling.
    const std::size_t inner = m_hidden;
    std::vector<float> pieces_apart(w.values.size());
    m_padding.resize(m_features * pieces * m_hidden);
    m_bias.resize(pieces * m_hidden);
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
    m_lower = pack_affine(kernels(), pieces_apart.data(), nullptr, m_features * pieces * m_hidden, inner);

    const auto linears = file.nodes("linear");
    if (linears.size() != 2)
        throw error("a parser model with {} linear layers is not supported; expected 2 (use_upper = true)",
                    linears.size());
    // The upper layer is described before the one behind the encoder, which lies deeper.
    const Array& upper = file.param(*linears[0], "W", {0, m_hidden});
    m_upper =
        pack_affine(kernels(), upper.values.data(),
                    file.param(*linears[0], "b", {upper.shape[0]}).values.data(), upper.shape[0], m_hidden);
    const Array& reduce = file.param(*linears[1], "W", {m_hidden, encoder_width});
    m_reduce = pack_affine(kernels(), reduce.values.data(),
                           file.param(*linears[1], "b", {m_hidden}).values.data(), m_hidden, encoder_width);
}

void TransitionScores::prepare(const float* rows, std::size_t count) {
    const KernelSet& set = kernels();
    const auto& s = m_scorer;
    const std::size_t width = s.m_features * pieces * s.m_hidden;
    m_reduced.resize(std::max(m_reduced.size(), count * s.m_hidden));
    m_token_features.resize(std::max(m_token_features.size(), count * width));
    set.affine(rows, s.m_reduce.inner, count, s.m_reduce.values.get(), s.m_reduce.bias.data(),
               s.m_reduce.inner, s.m_hidden, m_reduced.data(), s.m_hidden);
    set.affine(m_reduced.data(), s.m_hidden, count, s.m_lower.values.get(), s.m_lower.bias.data(), s.m_hidden,
               width, m_token_features.data(), width);
    m_hidden.resize(s.m_hidden);
    m_scores.resize(s.m_upper.columns);
}

const float* TransitionScores::score(const int* tokens) {
    const KernelSet& set = kernels();
    const auto& s = m_scorer;
    const std::size_t of_feature = pieces * s.m_hidden;
    const float* features[most_features];
    for (std::size_t f = 0; f < s.m_features; ++f)
        features[f] = tokens[f] < 0
                          ? s.m_padding.data() + f * of_feature
                          : m_token_features.data() +
                                (static_cast<std::size_t>(tokens[f]) * s.m_features + f) * of_feature;
    set.sum_maxout2(features, s.m_features, s.m_bias.data(), s.m_hidden, m_hidden.data());
    set.affine(m_hidden.data(), s.m_hidden, 1, s.m_upper.values.get(), s.m_upper.bias.data(), s.m_hidden,
               s.m_upper.columns, m_scores.data(), s.m_upper.columns);
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

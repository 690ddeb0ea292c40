#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "language/neural/kernels.hpp"
#include "language/neural/model_file.hpp"

namespace dateline::language {

/// spaCy's `TransitionBasedParser` without its tok2vec: scores every action of a state from the vectors of a
/// few tokens. Immutable.
class TransitionScorer {
  public:
    /// Reads the layers behind the encoder, whose rows are `encoder_width` long.
    TransitionScorer(const ModelFile& file, std::size_t encoder_width);

    [[nodiscard]] std::size_t features() const { return m_features; }
    [[nodiscard]] std::size_t actions() const { return m_upper.columns; }

  private:
    friend class TransitionScores;
    std::size_t m_hidden = 0;     // width of the hidden layer
    std::size_t m_features = 0;   // tokens a state is described by
    PackedMatrix m_reduce;        // encoder width → hidden width
    PackedMatrix m_lower;         // hidden width → features × 2 × hidden, pieces apart
    std::vector<float> m_padding; // the same for a missing token
    std::vector<float> m_bias;    // 2 × hidden, pieces apart
    PackedMatrix m_upper;         // hidden → actions
};

/// Scores the states of one document on one thread: what each token adds in each place is computed beforehand
/// for all tokens at once, so a state costs a few sums and one small product.
class TransitionScores {
  public:
    explicit TransitionScores(const TransitionScorer& scorer) : m_scorer(scorer) {}

    /// Prepares a document: `count` rows of the encoder.
    void prepare(const float* rows, std::size_t count);
    /// The scores of all actions for a state described by tokens (-1: none); valid until the next call.
    const float* score(const int* tokens);

  private:
    const TransitionScorer& m_scorer;
    std::vector<float> m_reduced, m_token_features, m_hidden, m_scores;
};

/// An action of a transition system.
struct Action {
    int move = 0;
    std::string label;
};

/// The actions of a component's `moves` file in the order of its classes; `most_moves` is the number of
/// kinds. Actions `skipped_move` are left out. Throws `Error` when the file is damaged.
std::vector<Action> read_actions(const std::filesystem::path& path, int most_moves, int skipped_move);

} // namespace dateline::language

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "language/neural/kernels.hpp"
#include "language/neural/model_file.hpp"
#include "language/neural/row_pages.hpp"

namespace dateline::language {

/// spaCy's `TransitionBasedParser` without its tok2vec: scores every action of a state from the vectors of a
/// few tokens. Immutable.
class TransitionScorer {
  public:
    /// Reads the layers behind the encoder, whose rows are `encoder_width` long. The first `common` features
    /// of a state are those in which almost every token appears once.
    TransitionScorer(const ModelFile& file, std::size_t encoder_width, std::size_t common);

    [[nodiscard]] std::size_t features() const { return m_features; }
    [[nodiscard]] std::size_t actions() const { return m_upper.columns; }

  private:
    friend class TransitionScores;
    void read_lower(const ModelFile& file, std::size_t common);

    std::size_t m_hidden = 0;         // width of the hidden layer
    std::size_t m_features = 0;       // tokens a state is described by
    std::size_t m_common = 0;         // of these, the ones computed for all tokens
    PackedMatrix m_reduce;            // encoder width → hidden width
    PackedMatrix m_lower;             // hidden width → common features × 2 × hidden, pieces apart
    std::vector<PackedMatrix> m_rare; // hidden width → 2 × hidden, for each feature behind the common ones
    std::vector<float> m_padding;     // features × 2 × hidden: the same for a missing token
    std::vector<float> m_bias;        // 2 × hidden, pieces apart
    PackedMatrix m_upper;             // hidden → actions
};

/// Memory for the tokens of one document, which scorers that work one after the other share.
struct TransitionMemory {
    std::vector<float> reduced, common;     // by token
    std::vector<std::uint32_t> rare_places; // token × rare feature → place + 1; 0: not computed yet
};

/// Scores the states of one document on one thread. What a token adds in a place is computed once: in the
/// places that every token comes to, for a block of tokens at a time, in the others where it is asked for. So
/// a state costs a few sums and one small product.
class TransitionScores {
  public:
    /// The memory must last as long as this object, and is another's as soon as that prepares a document.
    TransitionScores(const TransitionScorer& scorer, TransitionMemory& memory);

    /// Prepares a document: `count` rows of the encoder, which must last as long as states are scored.
    void prepare(const float* rows, std::size_t count);
    /// The scores of all actions for a state described by tokens (-1: none); valid until the next call.
    const float* score(const int* tokens);

  private:
    [[nodiscard]] const float* feature(std::size_t token, std::size_t f);
    void prepare_block();
    const float* rare(std::size_t token, std::size_t f);

    const TransitionScorer& m_scorer;
    TransitionMemory& m_memory;
    const float* m_rows = nullptr;
    std::size_t m_count = 0;
    std::size_t m_ready = 0; // tokens whose common features are computed
    RowPages m_rare;         // by place
    std::size_t m_rare_count = 0;
    std::vector<float> m_hidden, m_scores;
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

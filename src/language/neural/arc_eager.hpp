#pragma once

#include <string_view>
#include <vector>

#include "language/neural/transition_scorer.hpp"

namespace dateline::language {

/// The tree of a document: for each token its head (itself for a root), its label, and whether it starts a
/// sentence.
struct Tree {
    std::vector<int> heads;
    std::vector<std::string_view> labels; // views into the parser's actions
    std::vector<bool> sentence_starts;
};

/// spaCy's arc-eager transition parser with sentence boundaries. Immutable.
class ArcEagerParser {
  public:
    ArcEagerParser(const std::filesystem::path& folder, const ModelFile& file, std::size_t encoder_width);

    [[nodiscard]] const TransitionScorer& scorer() const { return m_scorer; }
    /// Parses a document of `count` tokens whose scores are prepared. `is_space` tells white-space tokens.
    void parse(TransitionScores& scores, const std::vector<bool>& is_space, Tree& tree) const;

  private:
    enum Move { shift, reduce, left, right, break_, move_count };
    struct Class {
        Move move;
        std::string_view label;
    };
    /// Classes `[first, first + size)`.
    struct Range {
        std::size_t first = 0;
        std::size_t size = 0;
    };
    struct State;

    [[nodiscard]] std::size_t find_valid(const State& state, Range (&valid)[move_count]) const;
    [[nodiscard]] const Class* best(const State& state, TransitionScores& scores) const;

    TransitionScorer m_scorer;
    std::vector<Action> m_actions;
    std::vector<Class> m_classes;
    Range m_ranges[move_count]; // of each move
};

/// Undoes the lifting of arcs with decorated labels `X||Y` (pseudo-projective parsing, Nivre and Nilsson
/// 2005).
void deprojectivize(const std::vector<bool>& is_space, Tree& tree);
/// Marks where sentences start: at the left edge of every root's subtree.
void mark_sentence_starts(Tree& tree);

} // namespace dateline::language

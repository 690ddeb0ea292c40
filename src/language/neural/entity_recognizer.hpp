#pragma once

#include <string_view>
#include <vector>

#include "language/neural/transition_scorer.hpp"
#include "record/parse.hpp"

namespace dateline::language {

/// A name: tokens `[first, last)` and its type.
struct Entity {
    int first = 0;
    int last = 0;
    std::string_view label; // into the recogniser's actions
};

/// spaCy's transition-based entity recogniser (BILUO actions). Immutable.
class EntityRecognizer {
  public:
    EntityRecognizer(const std::filesystem::path& folder, const ModelFile& file, std::size_t encoder_width);

    [[nodiscard]] const TransitionScorer& scorer() const { return m_scorer; }
    /// The names of a document whose scores are prepared; none crosses a sentence start or begins with white
    /// space. Adds one opinion a token: what the model thought of a name starting there.
    void find(TransitionScores& scores, const std::vector<bool>& is_space,
              const std::vector<bool>& sentence_starts, std::vector<Entity>& entities,
              std::vector<NameOpinion>& opinions) const;

  private:
    enum Move { missing, begin, in, last, unit, out, move_count };

    [[nodiscard]] NameOpinion opinion(const float* score) const;

    TransitionScorer m_scorer;
    std::vector<Action> m_actions;
    std::vector<std::size_t> m_outside; // actions that are possible outside of a name
    std::vector<std::vector<std::size_t>>
        m_inside; // for each action, those that go on with its name or end it
    std::vector<std::pair<std::size_t, float NameOpinion::*>> m_starts; // actions that start a name, or none
};

} // namespace dateline::language

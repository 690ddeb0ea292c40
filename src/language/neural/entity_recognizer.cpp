#include "language/neural/entity_recognizer.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace dateline::language {

EntityRecognizer::EntityRecognizer(const std::filesystem::path& folder, const ModelFile& file,
                                   std::size_t encoder_width)
    : m_scorer(file, encoder_width), m_actions(read_actions(folder / "moves", move_count, missing)) {
    if (m_actions.size() != m_scorer.actions() || m_scorer.features() != 3)
        throw error("{}: {} actions for {} scores, {} features; the recogniser does not fit its model",
                    folder.string(), m_actions.size(), m_scorer.actions(), m_scorer.features());
}

void EntityRecognizer::find(TransitionScores& scores, const std::vector<bool>& is_space,
                            const std::vector<bool>& sentence_starts, std::vector<Entity>& entities) const {
    const int count = static_cast<int>(is_space.size());
    Entity open;
    bool is_open = false;
    for (int token = 0; token < count; ++token) {
        const int state[3] = {token, is_open ? open.first : -1, is_open ? token - 1 : -1};
        const float* score = scores.score(state);
        const bool is_last_token = token + 1 >= count;
        const bool sentence_ends = !is_last_token && !sentence_starts.empty() &&
                                   sentence_starts[static_cast<std::size_t>(token) + 1];
        const bool space = is_space[static_cast<std::size_t>(token)];
        const auto valid = [&](const Action& action) {
            switch (action.move) {
            case begin:
                return !is_open && !is_last_token && !action.label.empty() && !sentence_ends && !space;
            case in: return is_open && !is_last_token && action.label == open.label && !sentence_ends;
            case last: return is_open && action.label == open.label;
            case unit: return !is_open && !action.label.empty() && !space;
            case out: return !is_open;
            default: return false;
            }
        };
        const Action* best = nullptr;
        float highest = 0;
        for (std::size_t i = 0; i < m_actions.size(); ++i) {
            if ((best != nullptr && score[i] <= highest) || !valid(m_actions[i])) continue;
            best = &m_actions[i];
            highest = score[i];
        }
        if (best == nullptr) break;
        if (best->move == begin || best->move == unit) open = {token, token + 1, best->label};
        if (best->move == last) open.last = token + 1;
        is_open = best->move == begin || best->move == in;
        if (best->move == last || best->move == unit) entities.push_back(open);
    }
}

} // namespace dateline::language

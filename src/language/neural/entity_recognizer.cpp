#include "language/neural/entity_recognizer.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace dateline::language {

namespace {

constexpr std::size_t common_features = 1; // the token itself; the others are asked for inside names only

/// Where the score of names of this label goes.
float NameOpinion::*field_of(std::string_view label) {
    switch (name_type_of(label)) {
    case NameType::person: return &NameOpinion::person;
    case NameType::org: return &NameOpinion::org;
    case NameType::gpe:
    case NameType::loc:
    case NameType::fac: return &NameOpinion::place;
    case NameType::norp: return &NameOpinion::nation;
    default: return &NameOpinion::other;
    }
}

} // namespace

EntityRecognizer::EntityRecognizer(const std::filesystem::path& folder, const ModelFile& file,
                                   std::size_t encoder_width)
    : m_scorer(file, encoder_width, common_features),
      m_actions(read_actions(folder / "moves", move_count, missing)) {
    if (m_actions.size() != m_scorer.actions() || m_scorer.features() != 3)
        throw error("{}: {} actions for {} scores, {} features; the recogniser does not fit its model",
                    folder.string(), m_actions.size(), m_scorer.actions(), m_scorer.features());
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        const Action& action = m_actions[i];
        if (action.move == out) m_starts.emplace_back(i, &NameOpinion::none);
        if ((action.move == begin || action.move == unit) && !action.label.empty())
            m_starts.emplace_back(i, field_of(action.label));
        if (!m_starts.empty() && m_starts.back().first == i) m_outside.push_back(i);
        auto& inside = m_inside.emplace_back();
        for (std::size_t other = 0; other < m_actions.size(); ++other)
            if (m_actions[other].label == action.label &&
                (m_actions[other].move == in || m_actions[other].move == last))
                inside.push_back(other);
    }
}

NameOpinion EntityRecognizer::opinion(const float* score) const {
    NameOpinion result;
    for (const auto& [action, field] : m_starts) result.*field = std::max(result.*field, score[action]);
    return result;
}

void EntityRecognizer::find(TransitionScores& scores, const std::vector<bool>& is_space,
                            const std::vector<bool>& sentence_starts, std::vector<Entity>& entities,
                            std::vector<NameOpinion>& opinions) const {
    const int count = static_cast<int>(is_space.size());
    Entity open;
    std::size_t opened_by = 0; // the action that began the open name
    bool is_open = false;
    for (int token = 0; token < count; ++token) {
        const int state[3] = {token, is_open ? open.first : -1, is_open ? token - 1 : -1};
        const float* score = scores.score(state);
        opinions.push_back(is_open ? NameOpinion{} : opinion(score));
        const bool is_last_token = token + 1 >= count;
        const bool sentence_ends = !is_last_token && !sentence_starts.empty() &&
                                   sentence_starts[static_cast<std::size_t>(token) + 1];
        const bool space = is_space[static_cast<std::size_t>(token)];
        const bool goes_on = !is_last_token && !sentence_ends;
        bool valid[move_count]{};
        valid[begin] = goes_on && !space;
        valid[in] = goes_on;
        valid[last] = valid[out] = true;
        valid[unit] = !space;
        const Action* best = nullptr;
        float highest = 0;
        for (const std::size_t i : is_open ? m_inside[opened_by] : m_outside) {
            if ((best != nullptr && score[i] <= highest) || !valid[m_actions[i].move]) continue;
            best = &m_actions[i];
            highest = score[i];
        }
        if (best == nullptr) {
            opinions.resize(opinions.size() + static_cast<std::size_t>(count - token - 1));
            break;
        }
        if (best->move == begin || best->move == unit) open = {token, token + 1, best->label};
        if (best->move == begin) opened_by = static_cast<std::size_t>(best - m_actions.data());
        if (best->move == last) open.last = token + 1;
        is_open = best->move == begin || best->move == in;
        if (best->move == last || best->move == unit) entities.push_back(open);
    }
}

} // namespace dateline::language

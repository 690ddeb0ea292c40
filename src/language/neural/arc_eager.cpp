// Arc-eager parsing (Nivre 2003) with the additions of Honnibal and Johnson (2014, 2015): a token without a
// head that is reduced goes back to the buffer once, and Break marks that a sentence ends in front of the
// second buffer token. The state's validity rules are spaCy's; the best-scored valid action is taken until
// stack and buffer are empty.

#include "language/neural/arc_eager.hpp"

#include <algorithm>
#include <numeric>

#include "base/error.hpp"

namespace dateline::language {

namespace {

/// Of the eight tokens of a state: both ends of the buffer and the top of the stack; almost every token comes
/// to be each.
constexpr std::size_t common_features = 3;

} // namespace

struct ArcEagerParser::State {
    explicit State(std::size_t count)
        : length(static_cast<int>(count)), heads(count, -1), labels(count), last_left(count, -1),
          last_right(count, -1), previous(count, -1), sentence_start(count + 1, false),
          unshiftable(count, false) {}

    int length;
    int next = 0; // first token never shifted
    std::vector<int> stack, returned;
    std::vector<int> heads;
    std::vector<std::string_view> labels;
    std::vector<int> last_left, last_right; // the child attached last on either side
    std::vector<int> previous;              // the child its head had got before it, on the same side
    std::vector<bool> sentence_start, unshiftable;

    [[nodiscard]] int s(std::size_t i) const { return i < stack.size() ? stack[stack.size() - 1 - i] : -1; }
    [[nodiscard]] int b(std::size_t i) const {
        if (i < returned.size()) return returned[returned.size() - 1 - i];
        const int at = next + static_cast<int>(i - returned.size());
        return at < length ? at : -1;
    }
    [[nodiscard]] int buffer_length() const { return length - next + static_cast<int>(returned.size()); }
    [[nodiscard]] bool starts_sentence(int token) const {
        return token >= 0 && sentence_start[static_cast<std::size_t>(token)];
    }
    [[nodiscard]] int left_child(int head) const {
        return head < 0 ? -1 : last_left[static_cast<std::size_t>(head)];
    }
    [[nodiscard]] int right_child(int head) const {
        return head < 0 ? -1 : last_right[static_cast<std::size_t>(head)];
    }

    void push() {
        if (returned.empty()) {
            stack.push_back(next++);
        } else {
            stack.push_back(returned.back());
            returned.pop_back();
        }
    }
    void add_arc(int head, int child, std::string_view label) {
        const auto c = static_cast<std::size_t>(child);
        if (heads[c] >= 0) {
            auto& last = heads[c] > child ? last_left : last_right;
            int& latest = last[static_cast<std::size_t>(heads[c])];
            if (latest == child) latest = previous[c];
        }
        int& latest = (head > child ? last_left : last_right)[static_cast<std::size_t>(head)];
        previous[c] = latest;
        latest = child;
        heads[c] = head;
        labels[c] = label;
    }
};

ArcEagerParser::ArcEagerParser(const std::filesystem::path& folder, const ModelFile& file,
                               std::size_t encoder_width)
    : m_scorer(file, encoder_width, common_features),
      m_actions(read_actions(folder / "moves", move_count, -1)) {
    if (m_actions.size() != m_scorer.actions() || m_scorer.features() != 8)
        throw error("{}: {} actions for {} scores, {} features; the parser does not fit its model",
                    folder.string(), m_actions.size(), m_scorer.actions(), m_scorer.features());
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        const Action& action = m_actions[i];
        if (action.label == "subtok")
            throw error("{}: parsers that join tokens are not supported", folder.string());
        m_classes.push_back({static_cast<Move>(action.move), action.label});
        Range& range = m_ranges[action.move]; // the actions of a move follow each other
        if (range.size++ == 0) range.first = i;
    }
}

/// The actions that are valid in a state, as ranges in `valid`; the sum of their sizes.
std::size_t ArcEagerParser::find_valid(const State& state, Range (&valid)[move_count]) const {
    const bool stack_empty = state.stack.empty();
    const int b0 = state.b(0);
    const int waiting = state.buffer_length();
    const bool at_start = state.starts_sentence(b0);
    bool is_valid[move_count];
    is_valid[shift] =
        stack_empty || (waiting >= 2 && !at_start && !state.unshiftable[static_cast<std::size_t>(b0)]);
    is_valid[reduce] = !stack_empty;
    is_valid[left] = is_valid[right] = !stack_empty && waiting > 0 && !at_start;
    is_valid[break_] = waiting >= 2 && state.b(1) == b0 + 1 && !state.starts_sentence(state.b(1));
    std::size_t size = 0;
    for (std::size_t move = 0; move < move_count; ++move) {
        valid[move] = is_valid[move] ? m_ranges[move] : Range{};
        size += valid[move].size;
    }
    return size;
}

/// The best of the valid actions; null when there is none.
const ArcEagerParser::Class* ArcEagerParser::best(const State& state, TransitionScores& scores) const {
    Range valid[move_count];
    const std::size_t choices = find_valid(state, valid);
    if (choices <= 1) { // then no score is needed
        for (const Range& range : valid)
            if (range.size == 1) return &m_classes[range.first];
        return nullptr;
    }
    const int b0 = state.b(0);
    const int s0 = state.s(0);
    const int tokens[8] = {b0,
                           state.b(1),
                           s0,
                           state.s(1),
                           state.s(2),
                           state.left_child(b0),
                           state.left_child(s0),
                           state.right_child(s0)};
    const float* score = scores.score(tokens);
    std::size_t found = m_classes.size();
    for (const Range& range : valid) {
        if (range.size == 0) continue;
        const std::size_t at = range.first + kernels().largest(score + range.first, range.size);
        if (found == m_classes.size() || score[at] > score[found]) found = at;
    }
    return &m_classes[found];
}

void ArcEagerParser::parse(TransitionScores& scores, const std::vector<bool>& is_space, Tree& tree) const {
    State state(is_space.size());
    while (!state.stack.empty() || state.buffer_length() > 0) {
        const int b0 = state.b(0);
        const int s0 = state.s(0);
        const Class* action = best(state, scores);
        if (action == nullptr) break;
        switch (action->move) {
        case shift: state.push(); break;
        case reduce:
            if (state.heads[static_cast<std::size_t>(s0)] < 0 && state.stack.size() > 1) {
                state.unshiftable[static_cast<std::size_t>(s0)] = true;
                state.returned.push_back(s0);
            }
            state.stack.pop_back();
            break;
        case left:
            state.add_arc(b0, s0, action->label);
            state.unshiftable[static_cast<std::size_t>(b0)] = false;
            state.stack.pop_back();
            break;
        case right:
            state.add_arc(s0, b0, action->label);
            state.push();
            break;
        case break_: state.sentence_start[static_cast<std::size_t>(state.b(1))] = true; break;
        case move_count: break;
        }
    }
    tree.heads = std::move(state.heads);
    tree.labels = std::move(state.labels);
    for (std::size_t i = 0; i < tree.heads.size(); ++i) {
        if (tree.heads[i] >= 0) continue;
        tree.heads[i] = static_cast<int>(i);
        tree.labels[i] = "ROOT";
    }
    deprojectivize(is_space, tree);
    mark_sentence_starts(tree);
}

namespace {

/// The first descendant of `start` with the label, breadth first; `start` when there is none.
int find_new_head(const std::vector<bool>& is_space, const Tree& tree, int token, std::string_view label,
                  int first, int last) {
    std::vector<int> level{tree.heads[static_cast<std::size_t>(token)]};
    while (!level.empty()) {
        std::vector<int> next;
        for (const int head : level)
            for (int child = first; child < last; ++child) {
                const auto c = static_cast<std::size_t>(child);
                if (child == head || tree.heads[c] != head || is_space[c] || child == token) continue;
                if (tree.labels[c] == label) return child;
                next.push_back(child);
            }
        level = std::move(next);
    }
    return tree.heads[static_cast<std::size_t>(token)];
}

} // namespace

void deprojectivize(const std::vector<bool>& is_space, Tree& tree) {
    const bool any = std::any_of(tree.labels.begin(), tree.labels.end(),
                                 [](auto label) { return label.find("||") != std::string_view::npos; });
    if (!any) return;
    mark_sentence_starts(tree);
    const int count = static_cast<int>(tree.heads.size());
    int first = 0;
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (tree.sentence_starts[at]) first = i;
        const std::size_t split = tree.labels[at].find("||");
        if (split == std::string_view::npos) continue;
        int last = i + 1;
        while (last < count && !tree.sentence_starts[static_cast<std::size_t>(last)]) ++last;
        tree.heads[at] = find_new_head(is_space, tree, i, tree.labels[at].substr(split + 2), first, last);
        tree.labels[at] = tree.labels[at].substr(0, split);
    }
}

void mark_sentence_starts(Tree& tree) {
    const std::size_t count = tree.heads.size();
    std::vector<int> left_edges(count);
    std::iota(left_edges.begin(), left_edges.end(), 0);
    const auto reach = [&](std::size_t child) {
        int& edge = left_edges[static_cast<std::size_t>(tree.heads[child])];
        edge = std::min(edge, left_edges[child]);
    };
    // Each pass carries an edge up as far as heads follow in one direction; ten passes are spaCy's bound as
    // well.
    constexpr int most_passes = 10;
    for (int pass = 0; pass < most_passes; ++pass) {
        const std::vector<int> before = left_edges;
        for (std::size_t i = 0; i < count; ++i) reach(i);
        for (std::size_t i = count; i-- > 0;) reach(i);
        if (before == left_edges) break;
    }
    tree.sentence_starts.assign(count, false);
    for (std::size_t i = 0; i < count; ++i)
        if (tree.heads[i] == static_cast<int>(i))
            tree.sentence_starts[static_cast<std::size_t>(left_edges[i])] = true;
}

} // namespace dateline::language

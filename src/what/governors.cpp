#include "what/governors.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"

namespace dateline::what {

namespace {

constexpr std::string_view kinds = "vnar";
constexpr std::array<std::string_view, 9> statuses{"happened", "ongoing",     "planned",
                                                   "possible", "conditional", "requested",
                                                   "denied",   "cancelled",   "hypothetical"};

void add_word(Effect& effect, std::string_view word, std::string_view file, int line) {
    if (word == "negative") {
        effect.negative = true;
    } else if (word == "same") {
        effect.same = true;
    } else if (word == "clause") {
        effect.clause = true;
    } else if (word == "implied") {
        effect.implied = true;
    } else if (word == "things") {
        effect.things = true;
    } else if (word == "open") {
        effect.open = true;
    } else if (effect.status.empty() && std::find(statuses.begin(), statuses.end(), word) != statuses.end()) {
        effect.status = word;
    } else if (word == "certain" || word == "probable" || word == "possible") {
        effect.certainty = word;
    } else {
        throw error("{}:{}: no such effect: '{}'", file, line, word);
    }
}

} // namespace

void Governors::read(std::string_view text, std::string_view file) {
    for_each_data_line(text, [&](std::string_view row, int line) {
        const std::size_t colon = row.find(" : ");
        if (colon == std::string_view::npos) throw error("{}:{}: expected 'word part : effect'", file, line);
        std::string_view head = trim(row.substr(0, colon));
        std::string_view preposition;
        if (const std::size_t plus = head.find(" +"); plus != std::string_view::npos) {
            preposition = head.substr(plus + 2);
            head = head.substr(0, plus);
        }
        const std::size_t blank = head.rfind(' ');
        const std::size_t kind = blank == std::string_view::npos ? kinds.size() : kinds.find(head[blank + 1]);
        if (kind >= kinds.size()) throw error("{}:{}: the part of speech is v, n, a or r", file, line);
        Effect effect;
        for (const std::string_view word : split(trim(row.substr(colon + 3)), ' ')) {
            if (kind == 3 && word == "possible")
                effect.certainty = word;
            else
                add_word(effect, word, file, line);
        }
        m_effects[kind][std::string(head.substr(0, blank))].push_back({std::string(preposition), effect});
    });
}

const Effect* Governors::find(std::string_view lemma, char kind, std::string_view preposition) const {
    const std::size_t at = kinds.find(kind);
    if (at == std::string_view::npos) return nullptr;
    const auto found = m_effects[at].find(lemma);
    if (found == m_effects[at].end()) return nullptr;
    const Effect* anywhere = nullptr;
    for (const Entry& entry : found->second) {
        if (!preposition.empty() && entry.preposition == preposition) return &entry.effect;
        if (entry.preposition.empty()) anywhere = &entry.effect;
    }
    return anywhere;
}

} // namespace dateline::what

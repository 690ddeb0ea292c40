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
        const std::string_view head = trim(row.substr(0, colon));
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
        m_effects[kind][std::string(head.substr(0, blank))] = effect;
    });
}

const Effect* Governors::find(std::string_view lemma, char kind) const {
    const std::size_t at = kinds.find(kind);
    if (at == std::string_view::npos) return nullptr;
    const auto found = m_effects[at].find(lemma);
    return found == m_effects[at].end() ? nullptr : &found->second;
}

} // namespace dateline::what

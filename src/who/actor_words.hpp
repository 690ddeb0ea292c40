#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "who/actor_book.hpp"

namespace dateline::who {

inline bool is_one_word(std::string_view name) {
    return name.find(' ') == std::string_view::npos;
}

inline bool has_sector(const std::vector<std::string>& sectors, std::string_view sector) {
    return std::find(sectors.begin(), sectors.end(), sector) != sectors.end();
}

/// The agent of a word in lower case, singular or plural; null when the book has none.
inline const Agent* agent_of(const ActorBook& book, std::string_view lower) {
    if (const Agent* agent = book.agent(lower)) return agent;
    return lower.size() > 3 && lower.back() == 's' ? book.agent(lower.substr(0, lower.size() - 1)) : nullptr;
}

} // namespace dateline::who

#pragma once

#include <string>
#include <vector>

#include "record/merged.hpp"
#include "store/database.hpp"

namespace dateline::show {

/// What a brief is about, as far as the worth of a line depends on it.
struct Period {
    std::string first, last; // days of publication of its reports; "" unknown
};

/// How much a reader of a brief gains by the line of an event; 0: nothing, the line is left out. Higher with
/// both parties, a day near to publication, a place, figures, and with more reports that do not copy each
/// other.
int worth(const Event& event, const Period& period);

/// True for what happened more than two months before the first report.
bool is_background(const Event& event, const Period& period);

/// How much a reader gains by a statement; 0: nothing (a fragment, a speaker who is only `they`).
int worth(const store::SaidInfo& said);

/// Leaves the `most` members of highest worth, of equals the first, in their order; how many were left out.
template<typename Item>
std::size_t keep_worthiest(std::vector<Item>& items, const std::vector<int>& worths, std::size_t most);

/// The places of the `most` highest numbers, of equals the first, in order.
std::vector<std::size_t> highest(const std::vector<int>& worths, std::size_t most);

template<typename Item>
std::size_t keep_worthiest(std::vector<Item>& items, const std::vector<int>& worths, std::size_t most) {
    if (items.size() <= most) return 0;
    std::vector<Item> kept;
    for (const std::size_t place : highest(worths, most)) kept.push_back(std::move(items[place]));
    const std::size_t left_out = items.size() - kept.size();
    items = std::move(kept);
    return left_out;
}

} // namespace dateline::show

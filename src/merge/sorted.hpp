#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace dateline::merge {

/// Sorts a list; each item stands once.
template<typename T>
void sort_unique(std::vector<T>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Calls `visit` with both items of each key that two lists, sorted by it, share.
template<typename T, typename KeyOf, typename Visit>
void for_each_shared(const std::vector<T>& one, const std::vector<T>& other, KeyOf key, Visit visit) {
    for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
        if (key(*a) < key(*b))
            ++a;
        else if (key(*b) < key(*a))
            ++b;
        else
            visit(*a, *b), ++a, ++b;
    }
}

/// How many items two sorted lists share, counted up to `most`.
template<typename T>
std::size_t shared_count(const std::vector<T>& one, const std::vector<T>& other,
                         std::size_t most = static_cast<std::size_t>(-1)) {
    std::size_t shared = 0;
    for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end() && shared < most;) {
        if (*a < *b)
            ++a;
        else if (*b < *a)
            ++b;
        else
            ++shared, ++a, ++b;
    }
    return shared;
}

/// Whether two sorted lists share an item.
template<typename T>
bool share(const std::vector<T>& one, const std::vector<T>& other) {
    return shared_count(one, other, 1) > 0;
}

} // namespace dateline::merge

#include "who/name_table.hpp"

#include <algorithm>

namespace dateline::who {

bool NameTable::take(FoundName name) {
    for (TokenIndex i = name.first; i < name.last; ++i)
        if (const FoundName* other = at(i); other != nullptr)
            if (other->first < name.first || other->last > name.last) return false;
    for (TokenIndex i = name.first; i < name.last; ++i)
        if (FoundName* other = at(i); other != nullptr) drop(*other);
    for (TokenIndex i = name.first; i < name.last; ++i)
        m_owner[static_cast<std::size_t>(i)] = static_cast<int>(m_found.size());
    if (name.span.empty()) name.span = name_span(m_parse, name.first, name.last);
    m_found.push_back(name);
    return true;
}

void NameTable::take_free_person(TokenIndex first, TokenIndex last) {
    for (TokenIndex i = first; i < last; ++i)
        if (!is_free(i)) return;
    take({first, last, {}, NameType::person, to_text(NameType::person), nullptr, true});
}

void NameTable::drop(FoundName& name) {
    for (TokenIndex i = name.first; i < name.last; ++i) m_owner[static_cast<std::size_t>(i)] = -1;
    name.last = name.first;
}

std::vector<FoundName> NameTable::in_order() const {
    std::vector<FoundName> kept;
    kept.reserve(m_found.size());
    for (const FoundName& name : m_found)
        if (name.first < name.last) kept.push_back(name);
    std::sort(kept.begin(), kept.end(),
              [](const FoundName& a, const FoundName& b) { return a.first < b.first; });
    return kept;
}

} // namespace dateline::who

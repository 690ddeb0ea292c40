#include "merge/block_index.hpp"

namespace dateline::merge {

void BlockIndex::open_report(std::uint64_t month) {
    m_report = {};
    if (month != m_open_month) m_month = {};
    m_open_month = month;
}

BlockIndex::Table& BlockIndex::table_of(Reach reach) {
    switch (reach) {
    case Reach::report: return m_report;
    case Reach::story: return m_stories[m_story];
    case Reach::month: return m_month;
    case Reach::always: break;
    }
    return m_always;
}

} // namespace dateline::merge

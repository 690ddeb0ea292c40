#include "merge/merge.hpp"

#include <algorithm>
#include <tuple>

#include "merge/copies.hpp"
#include "merge/stories.hpp"

namespace dateline::merge {
namespace {

/// In order of publication, unknown dates last, then by id: the order of the input must not matter.
std::vector<const CodedReport*> in_order(const std::vector<CodedReport>& reports) {
    std::vector<const CodedReport*> out;
    for (const auto& report : reports) out.push_back(&report);
    std::stable_sort(out.begin(), out.end(), [](const CodedReport* a, const CodedReport* b) {
        const auto key = [](const Report& r) { return std::tie(r.published.value, r.id); };
        const bool a_open = a->report.published.value.empty(), b_open = b->report.published.value.empty();
        return a_open != b_open ? b_open : key(a->report) < key(b->report);
    });
    return out;
}

} // namespace

Record merge(const std::vector<CodedReport>& reports) {
    const auto ordered = in_order(reports);
    Record record;
    record.copies = find_copies(ordered);
    record.stories = find_stories(ordered);
    return record;
}

} // namespace dateline::merge

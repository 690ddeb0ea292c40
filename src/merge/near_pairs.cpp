#include "merge/near_pairs.hpp"

#include <bit>
#include <string_view>
#include <unordered_map>

#include "merge/block_index.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

constexpr std::size_t most_of_block = 300;

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    return ((hash ^ value) * 0x9E3779B97F4A7C15ULL) ^ (hash >> 31);
}

enum Kind : std::uint64_t {
    report_word = 1,
    report_start,
    story_word,
    story_start,
    story_party,
    month_party,
    day_party,
    figure
};

std::vector<Block> blocks_of_story(const ClaimView& view) {
    const auto story = static_cast<std::uint64_t>(view.story + 1);
    std::vector<Block> out = {{Reach::story, mix(mix(story_word, story), view.key)},
                              {Reach::story, mix(mix(story_start, story), view.start)}};
    for (const ClaimFigure& count : view.figures)
        out.push_back({Reach::story,
                       mix(mix(mix(figure, story), count.what), std::bit_cast<std::uint64_t>(count.low))});
    return out;
}

/// The blocks a claim lies in. `month` is that of its report.
std::vector<Block> blocks_of(const ClaimView& view, const ActorTable& actors, std::uint64_t month) {
    std::vector<Block> out;
    if (view.story >= 0) out = blocks_of_story(view);
    out.push_back({Reach::report, mix(mix(report_word, view.report), view.key)});
    out.push_back({Reach::report, mix(mix(report_start, view.report), view.start)});
    for (const std::size_t party : view.parties) {
        if (!actors.is_named[party]) continue;
        if (view.story >= 0 && view.type != 0)
            out.push_back(
                {Reach::story,
                 mix(mix(mix(story_party, static_cast<std::uint64_t>(view.story)), party), view.type)});
        out.push_back({Reach::month, mix(mix(mix(month_party, month), party), view.key)});
        if (view.first_day != unknown_day && view.first_day == view.last_day)
            out.push_back(
                {Reach::always,
                 mix(mix(mix(day_party, static_cast<std::uint64_t>(view.first_day)), party), view.key)});
    }
    return out;
}

/// The last report of each story that has claims.
std::unordered_map<std::ptrdiff_t, std::size_t> last_reports_of_stories(const ClaimViews& views) {
    std::unordered_map<std::ptrdiff_t, std::size_t> out;
    for (std::size_t i = 0; i < views.size(); ++i)
        if (i == 0 || views.report_of(i - 1) != views.report_of(i))
            if (const std::ptrdiff_t story = views.story_of(views.report_of(i)); story >= 0)
                out[story] = views.report_of(i);
    return out;
}

} // namespace

void for_each_near_pair(const Reports& reports, const ClaimViews& views, const ActorTable& actors,
                        const std::function<void(std::uint32_t, std::uint32_t)>& visit) {
    BlockIndex index;
    std::vector<std::uint32_t> seen(views.size(), UINT32_MAX);
    const auto last_of_story = last_reports_of_stories(views);
    std::uint64_t month = 0;
    for (std::uint32_t i = 0; i < views.size(); ++i) {
        const std::size_t report = views.report_of(i);
        const ClaimView& view = views[i];
        seen[i] = i; // it may lie in one block twice
        if (i == 0 || views.report_of(i - 1) != report) {
            month = hash_text(std::string_view(reports.header(report).published.value).substr(0, 7));
            index.open_report(month);
            index.open_story(view.story);
        }
        for (const Block& block : blocks_of(view, actors, month))
            index.meet(block, i, most_of_block, [&](std::uint32_t j) {
                if (seen[j] == i) return;
                seen[j] = i;
                visit(j, i);
            });
        const bool is_last = i + 1 == views.size() || views.report_of(i + 1) != report;
        if (is_last && view.story >= 0 && last_of_story.at(view.story) == report)
            index.close_story(view.story);
        views.settle();
    }
}

} // namespace dateline::merge

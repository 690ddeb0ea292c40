// `The ouster of President Ada Example`, `the army removed her`, `since Example was toppled`: however unlike
// the words and the doers named, one dies once, and hardly loses power twice in a few weeks. Groups of one
// person and one fate are one event where their days run on; those without a day join where there is one such
// run only. Over 1,000 unseen reports 52 groups became 13 events, all rightly when they were read.

#include "merge/fates.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "base/text.hpp"
#include "merge/joined_groups.hpp"
#include "merge/sorted.hpp"
#include "merge/words.hpp"

namespace dateline::data {
std::string_view merge_fates();
}

namespace dateline::merge {

namespace {

constexpr std::int32_t days_of_one_fate = 7; // told days are those of reports, too
constexpr std::size_t no_person = std::numeric_limits<std::size_t>::max();
constexpr std::size_t no_fate = std::numeric_limits<std::size_t>::max();

/// The line of the list that has the claim's word.
std::size_t fate_of(const ClaimView& view) {
    static const std::map<std::uint64_t, std::size_t> lines = [] {
        std::map<std::uint64_t, std::size_t> out;
        std::size_t line_number = 0;
        for_each_data_line(data::merge_fates(), [&](std::string_view line, int /*number*/) {
            for (const std::string_view word : split(line, ' ')) out.emplace(hash_text(word), line_number);
            ++line_number;
        });
        return out;
    }();
    const auto found = lines.find(view.form);
    return found == lines.end() ? no_fate : found->second;
}

/// What a group says of somebody's fate.
struct Fate {
    std::uint32_t group = 0;
    std::size_t person = no_person, fate = 0;
    std::int32_t first = unknown_day, last = unknown_day; // of the days told
};

class FateReader {
  public:
    FateReader(const ClaimViews& views, const ActorTable& actors) : m_views(views), m_actors(actors) {}

    /// Without a person for a group that does not tell throughout of one fate of one.
    Fate read(std::uint32_t group, std::span<const std::uint32_t> claims) const {
        Fate out;
        out.group = group;
        for (const std::uint32_t claim : claims) {
            const ClaimView& view = m_views[claim];
            const std::size_t fate = fate_of(view);
            if (fate == no_fate || !has_happened(view)) return {};
            const std::size_t person = sufferer(view);
            if (person == no_person ||
                (out.person != no_person && (person != out.person || fate != out.fate)))
                return {};
            out.person = person, out.fate = fate;
            add_days(view, out);
        }
        return out;
    }

  private:
    [[nodiscard]] bool has_happened(const ClaimView& view) const {
        return view.polarity == m_positive && (view.status == m_happened || view.status == m_ongoing);
    }

    /// The one named person whom it befalls.
    [[nodiscard]] std::size_t sufferer(const ClaimView& view) const {
        const SideView& side = view.recipients;
        if (side.actors.size() != 1 || side.count > 1) return no_person;
        const std::size_t actor = side.actors.front();
        return m_actors.actors[actor].kind_of == "person" && m_actors.is_named[actor] ? actor : no_person;
    }

    static void add_days(const ClaimView& view, Fate& fate) {
        if (view.first_day == unknown_day || view.first_day != view.last_day) return;
        fate.first = fate.first == unknown_day ? view.first_day : std::min(fate.first, view.first_day);
        fate.last = fate.last == unknown_day ? view.last_day : std::max(fate.last, view.last_day);
    }

    const ClaimViews& m_views;
    const ActorTable& m_actors;
    std::uint64_t m_positive = hash_text("positive"), m_happened = hash_text("happened"),
                  m_ongoing = hash_text("ongoing");
};

/// For the fates of one person, those with a day in order: the first of each run of days.
class FateJoiner {
  public:
    FateJoiner(const EventGroups& groups, const Decisions& decisions)
        : m_groups(groups), m_decisions(decisions), m_targets(groups.size()) {
        std::iota(m_targets.begin(), m_targets.end(), 0U);
    }

    void join(std::vector<Fate> told) {
        const auto undated = std::stable_partition(
            told.begin(), told.end(), [](const Fate& fate) { return fate.first != unknown_day; });
        std::stable_sort(told.begin(), undated,
                         [](const Fate& a, const Fate& b) { return a.first < b.first; });
        if (undated == told.begin()) return;
        const Fate* event = &told.front();
        std::int32_t last = event->last;
        bool is_only = true;
        for (auto fate = told.begin() + 1; fate != undated; ++fate) {
            if (fate->first - last > days_of_one_fate) event = &*fate, is_only = false;
            last = event == &*fate ? fate->last : std::max(last, fate->last);
            add(*fate, *event);
        }
        if (is_only)
            for (auto fate = undated; fate != told.end(); ++fate) add(*fate, *event);
    }

    [[nodiscard]] const std::vector<std::uint32_t>& targets() const { return m_targets; }

  private:
    void add(const Fate& fate, const Fate& event) {
        if (!are_parted(m_groups[event.group], m_groups[fate.group], m_decisions))
            m_targets[fate.group] = event.group;
    }

    const EventGroups& m_groups;
    const Decisions& m_decisions;
    std::vector<std::uint32_t> m_targets;
};

} // namespace

bool tell_one_fate(const ClaimView& one, const ClaimView& other) {
    const std::size_t fate = fate_of(one);
    return fate != no_fate && fate == fate_of(other) && share(one.recipients.actors, other.recipients.actors);
}

EventGroups join_fates(const ClaimViews& views, const EventGroups& groups, const ActorTable& actors,
                       const Decisions& decisions) {
    const FateReader reader(views, actors);
    std::map<std::pair<std::size_t, std::size_t>, std::vector<Fate>> fates; // by person and fate
    for (std::uint32_t g = 0; g < groups.size(); ++g) {
        if (const Fate fate = reader.read(g, groups[g]); fate.person != no_person)
            fates[{fate.person, fate.fate}].push_back(fate);
        views.settle();
    }
    FateJoiner joiner(groups, decisions);
    for (auto& [key, told] : fates) joiner.join(std::move(told));
    return join_groups(groups, joiner.targets());
}

} // namespace dateline::merge

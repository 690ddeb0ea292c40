// `Gunmen stormed a school`, `the massacre of 20 children`, `26 died in the shooting`: words and parties of
// what all tell of are too unlike for pairs of claims to be joined, yet hardly two events of one kind cost
// (nearly) as many lives on one day in one country; and hardly a second attack is told of that day in that
// town. Of 43 groups of news events with one toll 41 were one event each when they were read, of 45 attacks
// of the day and town of a toll 42. A group joins the largest whose members are all like it.

#include "merge/tolls.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <string>
#include <tuple>

#include "merge/joined_groups.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

struct Kind {
    std::string_view what;
    double least; // fewer are too common
};
constexpr std::array kinds{Kind{"killed", 5}, Kind{"injured", 10}};

/// What a group of attacks says of its toll.
struct Toll {
    std::uint32_t group = 0;
    std::size_t claims = 0;
    std::int32_t day = unknown_day;
    std::array<double, kinds.size()> figures{}; // the highest that count; 0: not told
    bool is_small = false;                      // it has figures, none of which counts
    std::vector<std::string> countries;         // sorted
    std::vector<Spot> spots;
};

bool has_figures(const Toll& toll) {
    return std::any_of(toll.figures.begin(), toll.figures.end(), [](double figure) { return figure > 0; });
}

/// The day that most claims tell, the earliest of several; `unknown_day` when no claim tells one.
std::int32_t most_frequent(const std::map<std::int32_t, std::size_t>& days) {
    const auto most = std::max_element(days.begin(), days.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == days.end() ? unknown_day : most->first;
}

class TollReader {
  public:
    explicit TollReader(const ClaimViews& views) : m_views(views) {}

    /// The toll of a group; without a day for what is no attack of one day that has happened.
    Toll read(std::uint32_t group, std::span<const std::uint32_t> claims) const {
        Toll toll;
        toll.group = group;
        toll.claims = claims.size();
        std::map<std::int32_t, std::size_t> days;
        for (const std::uint32_t claim : claims) {
            const ClaimView& view = m_views[claim];
            if (!is_attack(view)) return {};
            add_figures(view, toll);
            add_place(view, toll);
            if (view.first_day != unknown_day && view.first_day == view.last_day) ++days[view.first_day];
        }
        toll.is_small = toll.is_small && !has_figures(toll);
        toll.day = most_frequent(days);
        return toll;
    }

  private:
    [[nodiscard]] bool is_attack(const ClaimView& view) const {
        return view.type == m_assault && view.polarity == m_positive &&
               (view.status == m_happened || view.status == m_ongoing);
    }

    /// `Dozens` and `hundreds` are no figure.
    void add_figures(const ClaimView& view, Toll& toll) const {
        constexpr double vague = 1.5;
        for (std::size_t kind = 0; kind < kinds.size(); ++kind)
            for (const ClaimFigure& figure : view.figures) {
                if (figure.what != m_kinds[kind]) continue;
                if (figure.low < kinds[kind].least)
                    toll.is_small = true;
                else if (figure.high <= figure.low * vague)
                    toll.figures[kind] = std::max(toll.figures[kind], figure.low);
            }
    }

    static void add_place(const ClaimView& view, Toll& toll) {
        if (view.spot) toll.spots.push_back(*view.spot);
        if (view.country.empty()) return;
        const auto at = std::lower_bound(toll.countries.begin(), toll.countries.end(), view.country);
        if (at == toll.countries.end() || *at != view.country) toll.countries.insert(at, view.country);
    }

    const ClaimViews& m_views;
    std::uint64_t m_assault = hash_text("ASSAULT"), m_positive = hash_text("positive"),
                  m_happened = hash_text("happened"), m_ongoing = hash_text("ongoing");
    std::array<std::uint64_t, kinds.size()> m_kinds{hash_text(kinds[0].what), hash_text(kinds[1].what)};
};

/// Nearly one number: the dead become more by the hour.
bool are_near(double one, double other) {
    constexpr double growth = 1.15;
    return std::max(one, other) <= std::min(one, other) * growth;
}

bool figures_agree(const Toll& one, const Toll& other) {
    bool agree = false;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        if (one.figures[kind] == 0 || other.figures[kind] == 0) continue;
        if (!are_near(one.figures[kind], other.figures[kind])) return false;
        agree = true;
    }
    return agree;
}

bool are_at_one_spot(const Toll& one, const Toll& other) {
    return std::any_of(one.spots.begin(), one.spots.end(), [&](Spot here) {
        return std::any_of(other.spots.begin(), other.spots.end(),
                           [&](Spot there) { return are_near(here, there); });
    });
}

/// One country where both are known, one town where both towns are.
bool places_agree(const Toll& one, const Toll& other) {
    const bool shares_country =
        std::any_of(one.countries.begin(), one.countries.end(), [&](const std::string& country) {
            return std::binary_search(other.countries.begin(), other.countries.end(), country);
        });
    if (!one.countries.empty() && !other.countries.empty() && !shares_country) return false;
    return one.spots.empty() || other.spots.empty() || are_at_one_spot(one, other);
}

/// Of one toll, or the second without figures and where the first was.
bool are_alike(const Toll& one, const Toll& other) {
    return has_figures(other) ? figures_agree(one, other) && places_agree(one, other)
                              : are_at_one_spot(one, other);
}

/// The attacks of each day, those with a toll first, then by number of claims.
std::vector<Toll> find_tolls(const ClaimViews& views, const EventGroups& groups) {
    const TollReader reader(views);
    std::vector<Toll> tolls;
    for (std::uint32_t g = 0; g < groups.size(); ++g) {
        Toll toll = reader.read(g, groups[g]);
        if (toll.day != unknown_day && !toll.is_small) tolls.push_back(std::move(toll));
        views.settle();
    }
    const auto order = [](const Toll& toll) {
        return std::tuple(toll.day, has_figures(toll) ? 0 : 1, -static_cast<std::ptrdiff_t>(toll.claims));
    };
    std::stable_sort(tolls.begin(), tolls.end(),
                     [&](const Toll& a, const Toll& b) { return order(a) < order(b); });
    return tolls;
}

/// Finds for each group the one that it joins.
class TollJoiner {
  public:
    TollJoiner(const EventGroups& groups, const Decisions& decisions)
        : m_groups(groups), m_decisions(decisions), m_targets(groups.size()) {
        std::iota(m_targets.begin(), m_targets.end(), 0U);
    }

    /// `tolls` as `find_tolls` sorts them. For each group the one it joins, or itself.
    std::vector<std::uint32_t> run(const std::vector<Toll>& tolls) {
        for (const Toll& toll : tolls) {
            if (!m_events.empty() && m_events.front().front()->day != toll.day) m_events.clear();
            place(toll);
        }
        return std::move(m_targets);
    }

  private:
    using Members = std::vector<const Toll*>;

    /// What tells no toll joins only where one event alone can be meant.
    void place(const Toll& toll) {
        const auto is_taken = [&](const Members& event) { return takes(event, toll); };
        const auto event = std::find_if(m_events.begin(), m_events.end(), is_taken);
        if (event == m_events.end()) {
            if (has_figures(toll)) m_events.push_back({&toll});
            return;
        }
        if (!has_figures(toll) && std::any_of(event + 1, m_events.end(), is_taken)) return;
        m_targets[toll.group] = event->front()->group;
        if (has_figures(toll)) event->push_back(&toll);
    }

    [[nodiscard]] bool takes(const Members& event, const Toll& toll) const {
        const auto fits = [&](const Toll* member) {
            return are_alike(*member, toll) &&
                   !are_parted(m_groups[member->group], m_groups[toll.group], m_decisions);
        };
        return has_figures(toll) ? std::all_of(event.begin(), event.end(), fits)
                                 : std::any_of(event.begin(), event.end(), fits);
    }

    const EventGroups& m_groups;
    const Decisions& m_decisions;
    std::vector<std::uint32_t> m_targets;
    std::vector<Members> m_events; // of the day: groups with a toll
};

} // namespace

EventGroups join_tolls(const ClaimViews& views, const EventGroups& groups, const Decisions& decisions) {
    return join_groups(groups, TollJoiner(groups, decisions).run(find_tolls(views, groups)));
}

} // namespace dateline::merge

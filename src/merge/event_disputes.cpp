// Where reports contradict each other. Two sides of a dispute are two voices that surely speak of one
// happening; one voice that says something new has changed its mind. A toll that only grows is an update.
// Figures that are each other's rounding, places that lie in each other and neighbouring days are no
// contradiction. What one report alone puts on several days or in several towns is a series, and its reports
// differ because they tell different parts of it.

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "merge/event_counts.hpp"
#include "merge/same_happening.hpp"

namespace dateline::merge {

namespace {

bool is_fact(const Telling& telling) {
    return telling.claim->status == "happened" || telling.claim->status == "ongoing";
}

/// Two voices: neither the same source nor words taken from each other.
bool are_two_voices(const Telling& one, const Telling& other) {
    return one.origin != other.origin && one.voucher() != other.voucher();
}

/// Words are spoken on many days and in many places; deeds have one.
bool is_deed(const Event& event, const Telling& telling) {
    static const std::set<std::string_view> spoken{"ACCUSE", "REQUEST", "SUPPORT", "THREATEN",
                                                   "REJECT", "AGREE",   "CONCEDE", "PROTEST"};
    return event.type.empty() ? !telling.view->is_plain_key : !spoken.contains(event.type);
}

/// Two figures of two voices that cannot both be right, the later one being no higher toll.
bool contradict(const Figure& earlier, const Figure& later, const ActorTable& actors) {
    if (!are_two_voices(*earlier.telling, *later.telling) || are_alike(earlier, later)) return false;
    if (!is_one_happening(*earlier.telling, *later.telling, actors, Apart::nowhere)) return false;
    if (are_of_other_scale(earlier, later) && !share_day_and_spot(*earlier.telling, *later.telling))
        return false;
    const bool grows = later.value > earlier.value && later.telling->day() > earlier.telling->day();
    return !grows;
}

/// Collects the sides of one dispute by their value.
class Sides {
  public:
    explicit Sides(std::string field) : m_dispute{std::move(field), {}} {}

    void add(const std::string& value, const Telling& telling, bool is_number = false) {
        auto side = std::find_if(m_dispute.values.begin(), m_dispute.values.end(),
                                 [&](const DisputedValue& known) { return known.value == value; });
        if (side == m_dispute.values.end())
            side = m_dispute.values.insert(side, {value, is_number, {}, {}, telling.day()});
        side->claims.push_back(telling.member);
        const std::string voucher = telling.voucher();
        if (std::find(side->said_by.begin(), side->said_by.end(), voucher) == side->said_by.end())
            side->said_by.push_back(voucher);
    }

    void finish(Event& event) {
        if (m_dispute.values.size() > 1) event.disputes.push_back(std::move(m_dispute));
    }

  private:
    Dispute m_dispute;
};

/// True when some pair of the tellings is in dispute.
template<typename Item, typename Contradict>
bool any_pair(const std::vector<Item>& items, const Contradict& contradict) {
    for (std::size_t later = 1; later < items.size(); ++later)
        for (std::size_t earlier = 0; earlier < later; ++earlier)
            if (contradict(items[earlier], items[later])) return true;
    return false;
}

using Tellings = std::vector<const Telling*>;

/// A report alone tells of two days, so that the event is a series.
bool has_days_in_one_report(const Tellings& dated) {
    return any_pair(dated, [](const Telling* one, const Telling* other) {
        return one->view->report == other->view->report && !days_agree(*one, *other);
    });
}

bool has_towns_in_one_report(const Tellings& placed) {
    return any_pair(placed, [](const Telling* one, const Telling* other) {
        return one->view->report == other->view->report && !places_agree(*one, *other);
    });
}

/// The tellings of facts by current reports that a choice takes.
template<typename Choice>
Tellings chosen(const std::vector<Telling>& tellings, const Choice& choice) {
    Tellings out;
    for (const Telling& telling : tellings)
        if (telling.is_current && choice(telling)) out.push_back(&telling);
    return out;
}

void dispute_figures(Event& event, const std::string& what, const std::vector<Figure>& figures,
                     const ActorTable& actors) {
    const bool is_disputed = any_pair(figures, [&](const Figure& earlier, const Figure& later) {
        return contradict(earlier, later, actors);
    });
    if (!is_disputed) return;
    Sides sides(what);
    for (const Figure& figure : figures) sides.add(fmt::format("{}", figure.value), *figure.telling, true);
    sides.finish(event);
}

/// `does not support`, `never met`: a habit, not the denial of a happening.
bool is_habit(const Telling& telling) {
    static const std::set<std::string_view> present{"do",      "does",   "don't", "doesn't", "don’t",
                                                    "doesn’t", "cannot", "can't", "can’t",   "nobody"};
    constexpr std::size_t most_bytes = 40;
    const std::string_view text = telling.coded->report.text;
    const std::uint32_t at = telling.claim->trigger.start;
    const std::size_t from = at > most_bytes ? at - most_bytes : 0;
    const std::string before = to_lower(trim(text.substr(from, at - from)));
    const auto before_words = split(before, ' ');
    constexpr std::size_t nearest = 4;
    const std::size_t first = before_words.size() > nearest ? before_words.size() - nearest : 0;
    return std::any_of(before_words.begin() + static_cast<std::ptrdiff_t>(first), before_words.end(),
                       [&](std::string_view word) { return present.contains(word); });
}

/// `the attack was not planned`: the attack is not denied.
bool is_of_next_verb(const Telling& telling) {
    const std::string_view text = telling.coded->report.text;
    constexpr std::size_t most_bytes = 16;
    const std::string after = to_lower(trim(text.substr(telling.claim->trigger.end, most_bytes)));
    const auto next = split(after, ' ');
    static const std::set<std::string_view> auxiliaries{"did",  "do",    "does",  "was", "were",
                                                        "is",   "are",   "has",   "had", "have",
                                                        "will", "would", "could", "can"};
    return (next.size() > 1 && auxiliaries.contains(next[0]) && next[1] == "not") ||
           (!next.empty() && next[0].ends_with("n't"));
}

/// Somebody denies the deed; of words, or in the outlet's own voice, both sides must be the same.
bool is_denial_of(const Telling& denial, const Telling& other, const Event& event) {
    if (!denial.claim->said_by.empty() && is_deed(event, denial)) return true;
    const auto share = [](const SideView& a, const SideView& b) {
        return std::any_of(a.actors.begin(), a.actors.end(), [&](std::size_t actor) {
            return std::binary_search(b.actors.begin(), b.actors.end(), actor);
        });
    };
    return share(denial.view->actors, other.view->actors) &&
           share(denial.view->recipients, other.view->recipients);
}

/// Some say it happened, others that it did not: of a named party, in the same words.
void dispute_occurrence(Event& event, const std::vector<Telling>& tellings, const ActorTable& actors) {
    if (event.type.empty()) return; // `got`, `went`, `decided`: too little to dispute about
    const Tellings no = chosen(tellings, [](const Telling& telling) {
        const std::string& status = telling.claim->status;
        return telling.claim->polarity == "negative" && (status == "denied" || status == "happened") &&
               !is_habit(telling) && !is_of_next_verb(telling);
    });
    const Tellings yes = chosen(tellings, [](const Telling& telling) {
        return telling.claim->polarity != "negative" && is_fact(telling);
    });
    Tellings denied, told;
    for (const Telling* one : yes)
        for (const Telling* other : no) {
            if (one->voucher() == other->voucher() || one->view->key != other->view->key ||
                !share_named_party(*one, *other, actors) || !is_denial_of(*other, *one, event) ||
                !is_one_happening(*one, *other, actors, Apart::nowhere))
                continue;
            if (std::find(told.begin(), told.end(), one) == told.end()) told.push_back(one);
            if (std::find(denied.begin(), denied.end(), other) == denied.end()) denied.push_back(other);
        }
    Sides sides("occurrence");
    for (const Telling* telling : told) sides.add("happened", *telling);
    for (const Telling* telling : denied) sides.add("did not happen", *telling);
    sides.finish(event);
}

/// More sides than two are no dispute but different things.
bool are_two(const Tellings& tellings, const std::function<std::string(const Telling&)>& value) {
    std::set<std::string> values;
    for (const Telling* telling : tellings) values.insert(value(*telling));
    return values.size() == 2;
}

/// Towns of two voices that lie far apart, in one country.
void dispute_place(Event& event, const std::vector<Telling>& tellings, const ActorTable& actors) {
    const Tellings placed = chosen(tellings, [&](const Telling& telling) {
        return is_fact(telling) && is_deed(event, telling) && spot_of(telling) != nullptr;
    });
    if (has_towns_in_one_report(placed)) return;
    if (!are_two(placed, [](const Telling& telling) { return spot_of(telling)->name; })) return;
    const bool is_disputed = any_pair(placed, [&](const Telling* one, const Telling* other) {
        return are_two_voices(*one, *other) && one->view->key == other->view->key &&
               one->view->country == other->view->country && !places_agree(*one, *other) &&
               is_one_happening(*one, *other, actors, Apart::place);
    });
    if (!is_disputed) return;
    Sides sides("place");
    for (const Telling* telling : placed) sides.add(spot_of(*telling)->name, *telling);
    sides.finish(event);
}

/// A weekday can be resolved to the wrong week, a date without a year to the wrong year: such differences say
/// nothing.
bool differ_by_calendar(const Telling& one, const Telling& other) {
    constexpr std::int32_t week = 7;
    const std::int32_t apart = std::abs(one.view->first_day - other.view->first_day);
    constexpr std::size_t year = 4;
    return apart % week == 0 || one.claim->from.substr(year) == other.claim->from.substr(year);
}

/// A plan of another day than an older plan was put off, and a plan is no rival of what happened.
bool is_put_off(const Telling& one, const Telling& other) {
    const bool are_plans = one.claim->status == "planned" && other.claim->status == "planned";
    return one.claim->status != other.claim->status || (are_plans && one.day() != other.day());
}

/// Single days of two voices that are two or more apart: of what happened or will happen once, not of what
/// goes on.
void dispute_date(Event& event, const std::vector<Telling>& tellings, const ActorTable& actors) {
    for (const Telling& telling : tellings)
        if (telling.claim->status == "ongoing") return;
    const Tellings dated = chosen(tellings, [&](const Telling& telling) {
        const ClaimView& view = *telling.view;
        return (telling.claim->status == "happened" || telling.claim->status == "planned") &&
               is_deed(event, telling) && is_dated(*telling.coded, view.claim) &&
               view.first_day != unknown_day && view.first_day == view.last_day;
    });
    if (has_days_in_one_report(dated)) return;
    if (!are_two(dated, [](const Telling& telling) { return telling.claim->from; })) return;
    const bool is_disputed = any_pair(dated, [&](const Telling* one, const Telling* other) {
        return are_two_voices(*one, *other) && one->view->key == other->view->key &&
               !days_agree(*one, *other) && !differ_by_calendar(*one, *other) && !is_put_off(*one, *other) &&
               is_one_happening(*one, *other, actors, Apart::day);
    });
    if (!is_disputed) return;
    Sides sides("date");
    for (const Telling* telling : dated) sides.add(telling->claim->from, *telling);
    sides.finish(event);
}

/// Who did it, of an attack: named doers of two voices who have nothing to do with each other.
class DoerDispute {
  public:
    DoerDispute(const std::vector<Telling>& tellings, const ActorTable& actors) : m_actors(actors) {
        for (const Telling& telling : tellings)
            m_suffers.insert(telling.view->recipients.actors.begin(), telling.view->recipients.actors.end());
        m_told = chosen(tellings, [&](const Telling& telling) {
            return telling.claim->status == "happened" && doer(telling) != nullptr;
        });
    }

    void run(Event& event) const {
        const bool is_disputed = any_pair(m_told, [&](const Telling* one, const Telling* other) {
            return are_two_voices(*one, *other) && differ(*doer(*one), *doer(*other)) &&
                   one->view->key == other->view->key &&
                   (suffer_both(*one, *other) || is_blame(*one) || is_blame(*other)) &&
                   is_one_happening(*one, *other, m_actors, Apart::doer);
        });
        if (!is_disputed) return;
        Sides sides("actors");
        for (const Telling* telling : m_told) sides.add(doer(*telling)->name, *telling);
        sides.finish(event);
    }

  private:
    static bool suffer_both(const Telling& one, const Telling& other) {
        return !one.view->recipients.words.empty() && !other.view->recipients.words.empty();
    }

    /// The accusation that an attack without a doer stands in: `blamed the army for an attack`.
    static const Claim* blame(const Telling& telling) {
        if (telling.claim->under < 0 || !telling.claim->actors.empty()) return nullptr;
        const Claim& above = telling.coded->claims[static_cast<std::size_t>(telling.claim->under)];
        return above.type == "ACCUSE" && above.polarity != "negative" ? &above : nullptr;
    }
    static bool is_blame(const Telling& telling) { return blame(telling) != nullptr; }

    /// The one doer, who is named or an army; in a war each side attacks the other, and `Smith's killing` has
    /// Smith in front: who suffers in another telling is none.
    [[nodiscard]] const MergedActor* doer(const Telling& telling) const {
        const std::optional<std::size_t> actor = lone_doer(telling);
        if (!actor || m_suffers.contains(*actor)) return nullptr;
        const MergedActor& found = m_actors.actors[*actor];
        return m_actors.is_named[*actor] || found.kind_of == "military" ? &found : nullptr;
    }

    /// The merged actor who is blamed, else the only one who does it.
    [[nodiscard]] std::optional<std::size_t> lone_doer(const Telling& telling) const {
        if (const Claim* accusation = blame(telling))
            if (accusation->recipients.size() == 1 && accusation->recipients.front().actor >= 0)
                return m_actors.of_report[telling.view->report]
                                         [static_cast<std::size_t>(accusation->recipients.front().actor)];
        const auto& side = telling.view->actors.actors;
        return side.size() == 1 ? std::optional(side.front()) : std::nullopt;
    }

    static bool differ(const MergedActor& one, const MergedActor& other) {
        if (one.id == other.id) return false;
        const auto fights = [](const MergedActor& x) {
            return x.kind_of == "armed_group" || x.kind_of == "military";
        };
        const bool are_groups =
            fights(one) && fights(other) && (one.kind_of == "armed_group" || other.kind_of == "armed_group");
        return are_groups || (!one.country.empty() && !other.country.empty() && one.country != other.country);
    }

    const ActorTable& m_actors;
    std::set<std::size_t> m_suffers;
    Tellings m_told;
};

} // namespace

void tell_disputes(Event& event, const std::vector<Telling>& tellings, const ActorTable& actors) {
    constexpr std::size_t most_tellings = 400; // what is told more often than that is no single event
    if (tellings.size() < 2 || tellings.size() > most_tellings) return;
    dispute_occurrence(event, tellings, actors);
    const Tellings dated = chosen(tellings, [](const Telling& telling) {
        return telling.view->first_day != unknown_day && telling.claim->time >= 0;
    });
    if (!has_days_in_one_report(dated))
        for (const auto& [what, list] : figures_of(tellings)) dispute_figures(event, what, list, actors);
    dispute_place(event, tellings, actors);
    dispute_date(event, tellings, actors);
    if (event.type == "ASSAULT") DoerDispute(tellings, actors).run(event);
}

} // namespace dateline::merge

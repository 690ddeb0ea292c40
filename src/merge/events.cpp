// Which claims tell the same event? Claims meet only in blocks: the same story, or without one reports of the
// same days, and a shared party, place or trigger. A claim joins the best-scored group above a threshold;
// days, places or parties that contradict each other keep claims apart. Claims come in order of publication,
// so the result does not depend on the order of input.

#include "merge/events.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "merge/trigger.hpp"

namespace dateline::merge {

namespace {

/// What evidence is worth; a claim joins from `threshold` on.
struct Weights {
    double same_type = 0.5;
    double other_type = -0.7;
    double no_type = 0.2;
    double same_mode = 0.3;
    double same_trigger = 1.4;
    double other_trigger = -0.8;
    double party = 0.8;          // each shared party, up to two
    double foreign_party = -1.0; // each side names parties that the other lacks
    double same_day = 0.7;
    double day_apart = -0.6;
    double same_place = 0.5;
    double other_place = -0.9;
    double same_story = 0.8;
    double same_report = 0.3;
    double same_count = 0.8;
    double threshold = 2.0;
};
constexpr Weights weights;

const Claim& claim_of(const std::vector<const CodedReport*>& reports, const ClaimView& view) {
    return reports[view.report]->claims[view.claim];
}

/// True when an ISO day follows another.
bool is_next_day(const std::string& one, const std::string& other) {
    const auto number = [](const std::string& day) -> std::optional<std::chrono::sys_days> {
        if (day.size() != 10 || day[0] == 'X') return std::nullopt;
        const std::chrono::year_month_day date{
            std::chrono::year(std::atoi(day.c_str())),
            std::chrono::month(static_cast<unsigned>(std::atoi(day.c_str() + 5))),
            std::chrono::day(static_cast<unsigned>(std::atoi(day.c_str() + 8)))};
        return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
    };
    const auto a = number(one), b = number(other);
    return a && b && *b - *a == std::chrono::days(1);
}

struct Group {
    EventGroup result;
    std::set<std::size_t> parties;
    std::set<std::string> keys, places;
    std::string from, to, type, mode;
    std::map<std::string, double> counts;
    bool negative = false;
    std::ptrdiff_t story = -1;
};

class Grouper {
  public:
    Grouper(const std::vector<const CodedReport*>& reports, const std::vector<ClaimView>& views,
            const ActorTable& actors)
        : m_reports(reports), m_views(views), m_actors(actors) {}

    /// Claims that say who, where or how many come first; those that only name the happening follow them.
    std::vector<EventGroup> run() {
        std::vector<std::size_t> poor;
        for (std::size_t v = 0; v < m_views.size(); ++v) {
            if (is_poor(m_views[v]))
                poor.push_back(v);
            else
                place(v);
        }
        m_is_second_round = true;
        for (const std::size_t v : poor) place(v);
        std::vector<EventGroup> out;
        for (Group& group : m_groups) {
            std::sort(group.result.claims.begin(), group.result.claims.end());
            out.push_back(std::move(group.result));
        }
        std::sort(out.begin(), out.end(), [](const EventGroup& x, const EventGroup& y) {
            return x.claims.front() < y.claims.front();
        });
        return out;
    }

  private:
    /// Keys under which a claim looks for groups: its block with a party, or with its trigger.
    [[nodiscard]] std::vector<std::string> block_keys(const ClaimView& view) const {
        const std::string& published = m_reports[view.report]->report.published.value;
        const std::string block = view.story >= 0         ? fmt::format("s{}", view.story)
                                  : published.size() >= 7 ? "d" + published.substr(0, 7)
                                                          : "r" + m_reports[view.report]->report.id;
        std::vector<std::string> keys;
        for (const std::size_t party : view.parties) keys.push_back(fmt::format("{}|p{}", block, party));
        if (view.story >= 0 || published.empty()) keys.push_back(block + "|t" + view.key);
        return keys;
    }

    [[nodiscard]] bool is_poor(const ClaimView& view) const {
        const Claim& claim = claim_of(m_reports, view);
        return view.place.empty() && claim.counts.empty() &&
               std::none_of(view.parties.begin(), view.parties.end(),
                            [&](std::size_t party) { return is_identified(party); });
    }

    void place(std::size_t v) {
        const ClaimView& view = m_views[v];
        const Claim& claim = claim_of(m_reports, view);
        const auto keys = block_keys(view);
        std::set<std::size_t> candidates;
        constexpr std::size_t most_of_block = 400; // the latest of a crowded block
        for (const std::string& key : keys)
            if (const auto block = m_blocks.find(key); block != m_blocks.end()) {
                const auto& groups = block->second;
                const std::size_t start = groups.size() > most_of_block ? groups.size() - most_of_block : 0;
                candidates.insert(groups.begin() + static_cast<std::ptrdiff_t>(start), groups.end());
            }
        std::size_t best = m_groups.size();
        double best_score = weights.threshold;
        std::string best_why;
        if (m_is_second_round) keep_nearest(view, candidates);
        for (const std::size_t g : candidates) {
            std::string why;
            const double score = compare(view, claim, m_groups[g], why);
            if (score > best_score) best = g, best_score = score, best_why = std::move(why);
        }
        if (best == m_groups.size()) m_groups.emplace_back();
        add(v, best, best_why);
        for (const std::string& key : keys) {
            auto& block = m_blocks[key];
            if (block.empty() || block.back() != best) block.push_back(best);
        }
    }

    /// A bare `the attack` means the one its report told last.
    void keep_nearest(const ClaimView& view, std::set<std::size_t>& candidates) const {
        std::erase_if(candidates, [&](std::size_t g) { return !m_groups[g].keys.contains(view.key); });
        std::size_t nearest = m_groups.size(), latest = 0;
        for (const std::size_t g : candidates)
            for (const std::size_t member : m_groups[g].result.claims) {
                const ClaimView& other = m_views[member];
                if (other.report != view.report || other.claim > view.claim) continue;
                if (nearest == m_groups.size() || other.claim >= latest) nearest = g, latest = other.claim;
            }
        if (nearest != m_groups.size()) candidates = {nearest};
    }

    double compare(const ClaimView& view, const Claim& claim, const Group& group, std::string& why) const {
        constexpr double never = -100;
        const bool same_trigger = group.keys.contains(view.key);
        if (claim.type != group.type && !same_trigger) return never;
        const bool is_visit = claim.type == "CONSULT" && claim.mode == "visit";
        if (is_visit != (group.type == "CONSULT" && group.mode == "visit")) return never;
        double score = 0;
        const auto note = [&](double points, std::string_view reason) {
            score += points;
            if (points > 0) why += fmt::format("{}{}", why.empty() ? "" : ", ", reason);
        };
        if (claim.type != group.type)
            note(claim.type.empty() || group.type.empty() ? weights.no_type : weights.other_type, "");
        else if (!claim.type.empty())
            note(weights.same_type, "same type");
        if (!claim.mode.empty() && claim.mode == group.mode) note(weights.same_mode, "same mode");
        note(same_trigger ? weights.same_trigger : weights.other_trigger, "same word");
        const PartyMatch parties = compare_parties(view, group);
        if (parties.shared == 0 && !same_trigger) return never;
        note(weights.party * parties.shared, "same parties");
        if (parties.is_apart && claim.type == "CONSULT" && !is_visit)
            return never; // another counterpart, another meeting
        if (parties.is_apart) note(weights.foreign_party, "");
        const auto days = compare_days(claim, group);
        if (!days) return never;
        note(*days, "same days");
        const auto places = compare_places(view, group);
        if (is_visit && (places < 0 || view.place.empty() != group.places.empty()))
            return never; // a stop is no journey
        note(places, "same place");
        if (view.report == m_views[group.result.claims.back()].report)
            note(weights.same_report, "same report");
        else if (view.story >= 0 && view.story == group.story)
            note(weights.same_story, "same story");
        for (const Count& count : claim.counts)
            if (const auto known = group.counts.find(count.what);
                known != group.counts.end() && known->second == count.low)
                note(weights.same_count, "same figure");
        return score;
    }

    struct PartyMatch {
        int shared = 0;        // two at most
        bool is_apart = false; // beside what they share, both name parties that the other lacks
    };
    [[nodiscard]] PartyMatch compare_parties(const ClaimView& view, const Group& group) const {
        PartyMatch match;
        bool names_other = false;
        for (const std::size_t party : view.parties) {
            const bool is_shared = group.parties.contains(party);
            match.shared += is_shared ? 1 : 0;
            names_other = names_other || (!is_shared && is_identified(party));
        }
        const auto is_other = [&](std::size_t party) {
            return is_identified(party) &&
                   !std::binary_search(view.parties.begin(), view.parties.end(), party);
        };
        match.is_apart = names_other && std::any_of(group.parties.begin(), group.parties.end(), is_other);
        match.shared = std::min(match.shared, 2);
        return match;
    }

    /// Named, not only described (`police`, `two men`).
    [[nodiscard]] bool is_identified(std::size_t party) const { return m_actors.is_named[party]; }

    /// Nothing when the days exclude each other.
    [[nodiscard]] static std::optional<double> compare_days(const Claim& claim, const Group& group) {
        if (claim.from.empty() || group.from.empty()) return 0.0;
        if (claim.from <= group.to && claim.to >= group.from) return weights.same_day;
        // `Monday` of an evening's report and of the next morning's are often a day apart.
        const std::string& earlier = claim.to < group.from ? claim.to : group.to;
        const std::string& later = claim.to < group.from ? group.from : claim.from;
        if (is_next_day(earlier, later)) return weights.day_apart;
        return std::nullopt;
    }

    [[nodiscard]] static double compare_places(const ClaimView& view, const Group& group) {
        if (view.place.empty() || group.places.empty()) return 0;
        const bool fits = group.places.contains(view.place) ||
                          (!view.country.empty() && group.places.contains(view.country));
        return fits ? weights.same_place : weights.other_place;
    }

    void add(std::size_t v, std::size_t g, const std::string& why) {
        const ClaimView& view = m_views[v];
        const Claim& claim = claim_of(m_reports, view);
        Group& group = m_groups[g];
        if (group.result.claims.empty()) {
            group.type = claim.type;
            group.mode = claim.mode;
            group.story = view.story;
        } else {
            group.result.why.push_back(
                fmt::format("{}:{}: {}", m_reports[view.report]->report.id, claim.id, why));
        }
        group.result.claims.push_back(v);
        group.parties.insert(view.parties.begin(), view.parties.end());
        group.keys.insert(view.key);
        if (!view.place.empty()) group.places.insert(view.place);
        if (!view.country.empty()) group.places.insert(view.country);
        if (!claim.from.empty() && (group.from.empty() || claim.from >= group.from) &&
            (group.to.empty() || claim.to <= group.to)) {
            group.from = claim.from;
            group.to = claim.to;
        }
        for (const Count& count : claim.counts) group.counts.emplace(count.what, count.low);
    }

    const std::vector<const CodedReport*>& m_reports;
    const std::vector<ClaimView>& m_views;
    const ActorTable& m_actors;
    std::vector<Group> m_groups;
    bool m_is_second_round = false;
    std::unordered_map<std::string, std::vector<std::size_t>> m_blocks;
};

std::vector<std::size_t> merged_ids(const std::vector<Participant>& side,
                                    const std::vector<std::size_t>& of_report) {
    std::vector<std::size_t> ids;
    for (const Participant& participant : side)
        if (participant.actor >= 0) ids.push_back(of_report[static_cast<std::size_t>(participant.actor)]);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

} // namespace

std::vector<ClaimView> view_claims(const std::vector<const CodedReport*>& reports, const ActorTable& actors,
                                   const std::vector<Story>& stories) {
    std::unordered_map<std::string_view, std::ptrdiff_t> story_of;
    for (std::size_t s = 0; s < stories.size(); ++s)
        for (const std::string& id : stories[s].reports) story_of.emplace(id, static_cast<std::ptrdiff_t>(s));
    std::vector<ClaimView> views;
    for (std::size_t r = 0; r < reports.size(); ++r) {
        const CodedReport& coded = *reports[r];
        const auto story = story_of.find(coded.report.id);
        for (std::size_t c = 0; c < coded.claims.size(); ++c) {
            const Claim& claim = coded.claims[c];
            if (claim.speech) continue;
            ClaimView view;
            view.report = r;
            view.claim = c;
            view.key = trigger_key(words(coded.report.text, claim.trigger));
            view.actors = merged_ids(claim.actors, actors.of_report[r]);
            view.recipients = merged_ids(claim.recipients, actors.of_report[r]);
            view.parties = view.actors;
            view.parties.insert(view.parties.end(), view.recipients.begin(), view.recipients.end());
            std::sort(view.parties.begin(), view.parties.end());
            view.parties.erase(std::unique(view.parties.begin(), view.parties.end()), view.parties.end());
            if (claim.place >= 0) {
                const Place& place = coded.places[static_cast<std::size_t>(claim.place)];
                view.country = place.country;
                view.place = place.precision == "country" ? place.country
                             : place.geonames.empty()     ? place.name
                                                          : place.geonames;
            }
            if (story != story_of.end()) view.story = story->second;
            views.push_back(std::move(view));
        }
    }
    return views;
}

std::vector<EventGroup> group_claims(const std::vector<const CodedReport*>& reports,
                                     const std::vector<ClaimView>& views, const ActorTable& actors) {
    return Grouper(reports, views, actors).run();
}

} // namespace dateline::merge

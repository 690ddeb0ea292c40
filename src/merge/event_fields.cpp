// What the claims of a group say together. The record of a field keeps every side: figures become low, best
// and high; a figure that independent origins give differently for the same time is disputed, one that grows
// with the days is an update. The status follows publication, but a report that only looks ahead never undoes
// what another reports as done.

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "merge/events.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

const Claim& claim_of(const std::vector<const CodedReport*>& reports, const ClaimView& view) {
    return reports[view.report]->claims[view.claim];
}

/// How far a status has come: a later one replaces an earlier one, not the other way round.
int progress(const std::string& status) {
    if (status == "happened") return 3;
    if (status == "ongoing") return 2;
    if (status == "denied" || status == "cancelled") return 3;
    if (status == "planned") return 1;
    return 0;
}

class Describer {
  public:
    Describer(const std::vector<const CodedReport*>& reports, const ClaimViews& views,
              const ActorTable& actors, const std::vector<Story>& stories, const std::vector<Copy>& copies)
        : m_reports(reports), m_views(views.claims), m_actors(actors), m_stories(stories) {
        for (const Copy& copy : copies)
            for (const std::string& id : copy.reports) m_original.emplace(id, copy.of);
    }

    Event describe(const EventGroup& group) const {
        Event event;
        const ClaimView& first = m_views[group.claims.front()];
        const Claim& head = claim_of(m_reports, first);
        event.id = fmt::format("e{:012x}", hash_text(m_reports[first.report]->report.id + ":" + head.id) &
                                               0xFFFFFFFFFFFFULL);
        event.type = head.type;
        event.why = group.why;
        if (first.story >= 0) event.story = m_stories[static_cast<std::size_t>(first.story)].id;
        set_codes(event, group);
        set_parties(event, group);
        set_place_and_time(event, group);
        set_status(event, group);
        set_sources(event, group);
        set_counts(event, group);
        dispute_occurrence(event, group);
        return event;
    }

  private:
    void set_codes(Event& event, const EventGroup& group) const {
        std::set<std::string> contexts;
        for (const std::size_t v : group.claims) {
            const Claim& claim = claim_of(m_reports, m_views[v]);
            if (event.mode.empty()) event.mode = claim.mode;
            if (event.cameo.empty()) event.cameo = claim.cameo;
            if (event.quad == 0) event.quad = claim.quad;
            if (!event.score) event.score = claim.score;
            contexts.insert(claim.contexts.begin(), claim.contexts.end());
            event.claims.emplace_back(m_reports[m_views[v].report]->report.id, claim.id);
        }
        event.contexts.assign(contexts.begin(), contexts.end());
    }

    /// An actor stands on the side where most claims have it.
    void set_parties(Event& event, const EventGroup& group) const {
        std::vector<std::size_t> order;
        std::unordered_map<std::size_t, int> side;
        for (const std::size_t v : group.claims) {
            for (const std::size_t actor : m_views[v].actors.actors) {
                if (side.emplace(actor, 0).second) order.push_back(actor);
                ++side[actor];
            }
            for (const std::size_t actor : m_views[v].recipients.actors) {
                if (side.emplace(actor, 0).second) order.push_back(actor);
                --side[actor];
            }
        }
        for (const std::size_t actor : order)
            (side[actor] >= 0 ? event.actors : event.recipients).push_back(m_actors.actors[actor].id);
    }

    static int fineness(std::string_view precision) {
        constexpr std::string_view order[] = {"region", "country", "admin1", "admin2", "city", "point"};
        const auto found = std::find(std::begin(order), std::end(order), precision);
        return found == std::end(order) ? -1 : static_cast<int>(found - std::begin(order));
    }

    void set_place_and_time(Event& event, const EventGroup& group) const {
        for (const std::size_t v : group.claims) {
            const CodedReport& coded = *m_reports[m_views[v].report];
            const Claim& claim = claim_of(m_reports, m_views[v]);
            if (claim.place >= 0) {
                const Place& place = coded.places[static_cast<std::size_t>(claim.place)];
                const std::string name =
                    place.name.empty() ? std::string(words(coded.report.text, place.span)) : place.name;
                if (event.place.name.empty() ||
                    (fineness(place.precision) > fineness(event.place.precision) &&
                     place.country == event.place.country))
                    event.place = {name,           place.geonames, place.lat,    place.lon,
                                   place.resolved, place.country,  place.admin1, place.precision};
            }
            if (claim.from.empty()) continue;
            const bool finer = event.from.empty() || (claim.from >= event.from && claim.to <= event.to &&
                                                      (claim.from != event.from || claim.to != event.to));
            if (!finer) continue;
            event.from = claim.from;
            event.to = claim.to;
            event.time_precision = claim.time_precision;
        }
    }

    void set_status(Event& event, const EventGroup& group) const {
        for (const std::size_t v : group.claims) {
            const CodedReport& coded = *m_reports[m_views[v].report];
            const Claim& claim = claim_of(m_reports, m_views[v]);
            const MemberRef member{coded.report.id, claim.id};
            if (!event.status.empty() && claim.status == event.status) {
                event.history.back().claims.push_back(member);
                continue;
            }
            if (!event.status.empty() && progress(claim.status) < progress(event.status)) continue;
            event.status = claim.status;
            event.polarity = claim.polarity;
            event.history.push_back({coded.report.published.value, claim.status, {member}});
        }
    }

    /// The report's origin: the text it copies, the agency it credits, else itself.
    [[nodiscard]] std::string origin(const CodedReport& coded, const Claim& claim) const {
        if (const auto original = m_original.find(coded.report.id); original != m_original.end())
            return original->second;
        for (const Voucher& voucher : claim.said_by)
            if (voucher.actor >= 0 && coded.actors[static_cast<std::size_t>(voucher.actor)].kind == "media")
                return coded.actors[static_cast<std::size_t>(voucher.actor)].name;
        if (coded.report.dateline && !coded.report.dateline->agency.empty())
            return coded.report.dateline->agency;
        return coded.report.id;
    }

    void set_sources(Event& event, const EventGroup& group) const {
        std::set<std::string> reports;
        std::set<std::string> origins;
        for (const std::size_t v : group.claims) {
            const CodedReport& coded = *m_reports[m_views[v].report];
            reports.insert(coded.report.id);
            origins.insert(origin(coded, claim_of(m_reports, m_views[v])));
        }
        event.reports = reports.size();
        event.origins = std::min(origins.size(), reports.size());
    }

    struct Figure {
        double low, high;
        std::string published, voucher;
        MemberRef claim;
    };

    void set_counts(Event& event, const EventGroup& group) const {
        std::map<std::string, std::vector<Figure>> figures;
        for (const std::size_t v : group.claims) {
            const CodedReport& coded = *m_reports[m_views[v].report];
            const Claim& claim = claim_of(m_reports, m_views[v]);
            for (const Count& count : claim.counts)
                figures[count.what].push_back({count.low,
                                               count.high,
                                               coded.report.published.value,
                                               voucher(coded, claim),
                                               {coded.report.id, claim.id}});
        }
        for (const auto& [what, list] : figures) {
            MergedCount merged{what, list.front().low, list.front().high, 0};
            std::map<double, int> votes;
            for (const Figure& figure : list) {
                merged.low = std::min(merged.low, figure.low);
                merged.high = std::max(merged.high, figure.high);
                ++votes[figure.low];
            }
            // Most say so; of equals the latest report.
            merged.best = list.back().low;
            for (const auto& [value, count] : votes)
                if (count > votes[merged.best]) merged.best = value;
            event.counts.push_back(merged);
            dispute_figures(event, what, list);
        }
    }

    static std::string voucher(const CodedReport& coded, const Claim& claim) {
        if (claim.said_by.empty() || claim.said_by.back().actor < 0) return coded.report.id;
        return coded.actors[static_cast<std::size_t>(claim.said_by.back().actor)].name;
    }

    static void dispute_figures(Event& event, const std::string& what, const std::vector<Figure>& list) {
        std::map<double, std::vector<MemberRef>> sides;
        std::set<std::string> vouchers;
        bool grows = true;
        double last = 0;
        std::string last_day;
        for (const Figure& figure : list) {
            sides[figure.low].push_back(figure.claim);
            vouchers.insert(figure.voucher);
            grows = grows && figure.low >= last &&
                    (last_day.empty() || figure.published > last_day || figure.low == last);
            last = figure.low;
            last_day = figure.published;
        }
        if (sides.size() < 2 || vouchers.size() < 2 || grows) return;
        Dispute dispute{what, {}};
        for (auto& [value, claims] : sides)
            dispute.values.push_back({fmt::format("{}", value), true, claims});
        event.disputes.push_back(std::move(dispute));
    }

    /// Some say it happened, others that it did not.
    void dispute_occurrence(Event& event, const EventGroup& group) const {
        DisputedValue yes{"happened", false, {}};
        DisputedValue no{"did not happen", false, {}};
        for (const std::size_t v : group.claims) {
            const Claim& claim = claim_of(m_reports, m_views[v]);
            const MemberRef member{m_reports[m_views[v].report]->report.id, claim.id};
            if (claim.polarity == "negative" && (claim.status == "denied" || claim.status == "happened"))
                no.claims.push_back(member);
            else if (claim.status == "happened" || claim.status == "ongoing")
                yes.claims.push_back(member);
        }
        if (!yes.claims.empty() && !no.claims.empty()) event.disputes.push_back({"occurrence", {yes, no}});
    }

    const std::vector<const CodedReport*>& m_reports;
    const std::vector<ClaimView>& m_views;
    const ActorTable& m_actors;
    const std::vector<Story>& m_stories;
    std::unordered_map<std::string, std::string> m_original;
};

} // namespace

std::vector<Event> describe_events(const std::vector<const CodedReport*>& reports, const ClaimViews& views,
                                   const std::vector<EventGroup>& groups, const ActorTable& actors,
                                   const std::vector<Story>& stories, const std::vector<Copy>& copies) {
    const Describer describer(reports, views, actors, stories, copies);
    std::vector<Event> events;
    for (const EventGroup& group : groups) events.push_back(describer.describe(group));
    return events;
}

} // namespace dateline::merge

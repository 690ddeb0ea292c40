// What the claims of a group say together: codes of the first, roles as most have them, the finest place and
// time, the number of reports and of independent voices.

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "merge/events.hpp"
#include "merge/telling.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

int fineness(std::string_view precision) {
    constexpr std::string_view order[] = {"region", "country", "admin1", "admin2", "city", "point"};
    const auto found = std::find(std::begin(order), std::end(order), precision);
    return found == std::end(order) ? -1 : static_cast<int>(found - std::begin(order));
}

/// `met X`, `received X`: what some tell as a meeting and others as a visit is told as a meeting.
void tell_as_meeting(Event& event, const std::vector<Telling>& tellings) {
    if (event.type != "CONSULT" || event.mode != "visit") return;
    const auto meeting = std::find_if(tellings.begin(), tellings.end(), [](const Telling& telling) {
        return telling.claim->type == "CONSULT" && telling.claim->mode != "visit";
    });
    if (meeting == tellings.end()) return;
    event.mode = meeting->claim->mode;
    event.cameo = meeting->claim->cameo;
}

void set_codes(Event& event, const std::vector<Telling>& tellings) {
    std::set<std::string> contexts;
    for (const Telling& telling : tellings) {
        const Claim& claim = *telling.claim;
        if (event.type.empty()) event.type = claim.type;
        if (event.mode.empty() && claim.type == event.type) event.mode = claim.mode;
        if (event.cameo.empty()) event.cameo = claim.cameo;
        if (event.quad == 0) event.quad = claim.quad;
        if (!event.score) event.score = claim.score;
        contexts.insert(claim.contexts.begin(), claim.contexts.end());
        event.claims.push_back(telling.member);
    }
    event.contexts.assign(contexts.begin(), contexts.end());
    tell_as_meeting(event, tellings);
}

/// An actor stands on the side where most claims have it; who is named by most stands first.
void set_parties(Event& event, const std::vector<Telling>& tellings, const ActorTable& actors) {
    struct Party {
        std::size_t actor = 0;
        int balance = 0, claims = 0;
    };
    std::vector<Party> parties;
    std::unordered_map<std::size_t, std::size_t> index;
    const auto count = [&](const std::vector<std::size_t>& members, int step) {
        for (const std::size_t actor : members) {
            const auto [at, is_new] = index.emplace(actor, parties.size());
            if (is_new) parties.push_back({actor});
            parties[at->second].balance += step;
            ++parties[at->second].claims;
        }
    };
    for (const Telling& telling : tellings) {
        count(telling.view->actors.actors, 1);
        count(telling.view->recipients.actors, -1);
    }
    std::stable_sort(parties.begin(), parties.end(),
                     [](const Party& one, const Party& other) { return one.claims > other.claims; });
    for (const Party& party : parties)
        (party.balance >= 0 ? event.actors : event.recipients).push_back(actors.actors[party.actor].id);
}

void set_place(Event& event, const std::vector<Telling>& tellings) {
    for (const Telling& telling : tellings) {
        if (telling.claim->place < 0) continue;
        const CodedReport& coded = *telling.coded;
        const Place& place = coded.places[static_cast<std::size_t>(telling.claim->place)];
        const bool is_finer = fineness(place.precision) > fineness(event.place.precision) &&
                              place.country == event.place.country;
        if (!event.place.name.empty() && !is_finer) continue;
        const std::string name =
            place.name.empty() ? std::string(words(coded.report.text, place.span)) : place.name;
        event.place = {name,           place.geonames, place.lat,    place.lon,
                       place.resolved, place.country,  place.admin1, place.precision};
    }
}

/// Whether a telling can give the day of what the event came to: a plan's day comes from plans, that of what
/// was done from those who tell that it was done.
bool dates(const Telling& telling, const Event& event) {
    const bool is_plan = telling.claim->status == "planned";
    return is_plan == (event.status == "planned" || event.status == "cancelled");
}

/// The days that most of the given tellings name, a single day before a range, a day that stands beside the
/// event before one that was carried over; of a plan those of the latest report.
bool set_time(Event& event, const std::vector<const Telling*>& tellings) {
    using Days = std::pair<std::string, std::string>;
    std::vector<std::pair<Days, int>> votes;
    for (const Telling* telling : tellings) {
        const Claim& claim = *telling->claim;
        if (claim.from.empty()) continue;
        const Days days{claim.from, claim.to};
        auto vote = std::find_if(votes.begin(), votes.end(), [&](const auto& v) { return v.first == days; });
        if (vote == votes.end()) vote = votes.insert(vote, {days, 0});
        vote->second += is_dated(*telling->coded, telling->view->claim) ? 3 : claim.time >= 0 ? 2 : 1;
    }
    if (votes.empty()) return false;
    const auto length = [](const Days& days) { return day_number(days.second) - day_number(days.first); };
    const auto best = std::min_element(votes.begin(), votes.end(), [&](const auto& one, const auto& other) {
        const std::int32_t a = length(one.first), b = length(other.first);
        return a != b ? a < b : one.second > other.second;
    });
    for (const Telling* telling : tellings) {
        const Claim& claim = *telling->claim;
        if (claim.from != best->first.first || claim.to != best->first.second) continue;
        event.from = claim.from;
        event.to = claim.to;
        event.time_precision = claim.time_precision;
        return true;
    }
    return false;
}

/// How many tellings have days: what goes on has days only when most tellings give it some.
std::size_t count_dated(const std::vector<Telling>& tellings) {
    return static_cast<std::size_t>(
        std::count_if(tellings.begin(), tellings.end(),
                      [](const Telling& telling) { return !telling.claim->from.empty(); }));
}

void set_time(Event& event, const std::vector<Telling>& tellings) {
    std::vector<const Telling*> fitting, all;
    if (event.status == "ongoing" && 2 * count_dated(tellings) < tellings.size()) return;
    for (const Telling& telling : tellings) {
        all.push_back(&telling);
        if (!dates(telling, event) || telling.claim->from.empty()) continue;
        // A plan may move.
        if (event.status == "planned" && !fitting.empty() &&
            fitting.back()->view->report != telling.view->report)
            fitting.clear();
        fitting.push_back(&telling);
    }
    if (!set_time(event, fitting)) set_time(event, all);
}

void set_sources(Event& event, const std::vector<Telling>& tellings) {
    std::set<std::string> reports;
    std::set<std::string> origins;
    for (const Telling& telling : tellings) {
        reports.insert(telling.coded->report.id);
        origins.insert(telling.origin);
    }
    event.reports = reports.size();
    event.origins = std::min(origins.size(), reports.size());
}

std::string latest_day(const Reports& reports) {
    std::string latest;
    for (std::size_t r = 0; r < reports.size(); ++r) {
        const std::string& published = reports.header(r).published.value;
        if (day_number(published) != unknown_day) latest = std::max(latest, published.substr(0, 10));
    }
    return latest;
}

} // namespace

void describe_events(const Reports& reports, const ClaimViews& views, const EventGroups& groups,
                     const ActorTable& actors, const std::vector<Story>& stories, const Origins& origins,
                     const Decisions& decisions, const std::function<void(Event)>& take) {
    const std::string latest = latest_day(reports);
    const Comparer comparer(views, actors);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const auto tellings = tellings_of(groups[g], reports, views, origins);
        const Telling& first = tellings.front();
        Event event;
        event.id = fmt::format("e{:012x}",
                               hash_text(first.member.first + ":" + first.member.second) & 0xFFFFFFFFFFFFULL);
        event.why = reasons_of(groups[g], reports, views, comparer, decisions);
        event.name = decisions.event_name(groups[g]);
        if (first.view->story >= 0) event.story = stories[static_cast<std::size_t>(first.view->story)].id;
        set_codes(event, tellings);
        set_parties(event, tellings, actors);
        set_place(event, tellings);
        tell_status(event, tellings);
        set_time(event, tellings);
        event.lapsed = event.status == "planned" && event.to.size() == 10 && event.to < latest;
        set_sources(event, tellings);
        tell_counts(event, tellings);
        tell_disputes(event, tellings, actors);
        take(std::move(event));
        views.settle();
    }
}

} // namespace dateline::merge

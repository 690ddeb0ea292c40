#include "merge/same_happening.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <span>

#include "merge/sorted.hpp"

namespace dateline::merge {

namespace {

constexpr double most_km_of_spot = 60;

/// `Soldiers` and `the army`, `rebels` and `fighters`: described forces of one kind, and of no two countries.
bool may_be_one_force(const SideView& one, const SideView& other, const ActorTable& actors) {
    const auto is_force = [&](std::size_t a) {
        const std::string& kind = actors.actors[a].kind_of;
        return !actors.is_named[a] && (kind == "military" || kind == "armed_group");
    };
    const auto fit = [&](std::size_t a, std::size_t b) {
        const MergedActor &x = actors.actors[a], &y = actors.actors[b];
        return is_force(a) && is_force(b) && x.kind_of == y.kind_of &&
               (x.country.empty() || y.country.empty() || x.country == y.country);
    };
    return std::any_of(one.actors.begin(), one.actors.end(), [&](std::size_t a) {
        return std::any_of(other.actors.begin(), other.actors.end(),
                           [&](std::size_t b) { return fit(a, b); });
    });
}

/// Nobody, or no more than `17 people`.
bool is_open(const SideView& side, const ActorTable& actors) {
    return side.words.empty() && std::none_of(side.actors.begin(), side.actors.end(),
                                              [&](std::size_t actor) { return actors.is_named[actor]; });
}

/// Sides agree when one of them is open or they have an actor, a word or a kind of force in common.
bool sides_agree(const SideView& one, const SideView& other, const ActorTable& actors) {
    if (is_open(one, actors) || is_open(other, actors)) return true;
    return share(one.actors, other.actors) || share(one.words, other.words) ||
           may_be_one_force(one, other, actors);
}

/// In a meeting the first-named side is no more the actor than the other.
bool is_mutual(const Telling& telling) {
    return telling.claim->type == "CONSULT" && telling.claim->mode != "visit";
}

/// The parties of two meetings: both are shared, or one of them where the other is open.
bool meetings_agree(const ClaimView& one, const ClaimView& other) {
    const std::size_t needed = std::min<std::size_t>({2, one.parties.size(), other.parties.size()});
    return shared_count(one.parties, other.parties) >= needed;
}

/// The claims of the report near a telling's, the sentence's among them.
std::span<const Claim> claims_beside(const Telling& telling) {
    constexpr std::size_t most = 20; // on either side
    const std::span<const Claim> all = telling.coded->claims;
    const std::size_t at = telling.view->claim;
    const std::size_t first = at > most ? at - most : 0;
    return all.subspan(first, std::min(all.size(), at + most) - first);
}

/// The claim that says when and where: the telling's own, else the only one of its sentence that has a day
/// (`three were killed when a mine collapsed in Potosi on Friday`); null when there are several.
const Claim* setting_of(const Telling& telling) {
    if (!telling.claim->from.empty()) return telling.claim;
    const Claim* found = nullptr;
    for (const Claim& claim : claims_beside(telling)) {
        if (claim.sentence != telling.claim->sentence || claim.from.empty() || claim.speech) continue;
        if (found != nullptr) return nullptr;
        found = &claim;
    }
    return found;
}

/// The same days, a week at most.
bool share_days(const Claim& one, const Claim& other) {
    constexpr std::int32_t week = 7;
    return !one.from.empty() && one.from == other.from && one.to == other.to &&
           day_number(one.to) - day_number(one.from) <= week;
}

bool share_day(const ClaimView& one, const ClaimView& other) {
    return one.first_day != unknown_day && one.first_day == one.last_day &&
           one.first_day == other.first_day && one.last_day == other.last_day;
}

/// The same part of a country: a town or a province.
bool share_place(const Telling& one, const Claim& here, const Telling& other, const Claim& there) {
    if (here.place < 0 || there.place < 0) return false;
    const Place& a = one.coded->places[static_cast<std::size_t>(here.place)];
    const Place& b = other.coded->places[static_cast<std::size_t>(there.place)];
    return a.resolved && a.precision != "country" && a.precision != "region" && a.geonames == b.geonames;
}

/// The same days in the same part of a country, as the sentences of two claims of one word say.
bool share_setting(const Telling& one, const Telling& other) {
    if (one.view->key != other.view->key) return false;
    const Claim *here = setting_of(one), *there = setting_of(other);
    return here != nullptr && there != nullptr && share_days(*here, *there) &&
           share_place(one, *here, other, *there);
}

} // namespace

const Place* spot_of(const Telling& telling) {
    if (telling.claim->place < 0) return nullptr;
    const Place& place = telling.coded->places[static_cast<std::size_t>(telling.claim->place)];
    return place.resolved && (place.precision == "city" || place.precision == "point") ? &place : nullptr;
}

double distance_km(const Place& one, const Place& other) {
    constexpr double radius = 6371.0, degree = std::numbers::pi / 180;
    const double x = std::sin((other.lat - one.lat) * degree / 2);
    const double y = std::sin((other.lon - one.lon) * degree / 2);
    const double h = x * x + std::cos(one.lat * degree) * std::cos(other.lat * degree) * y * y;
    return 2 * radius * std::asin(std::sqrt(std::min(1.0, h)));
}

bool days_agree(const Telling& one, const Telling& other) {
    constexpr std::int32_t slack = 1; // the night, another time zone
    const ClaimView &a = *one.view, &b = *other.view;
    if (a.first_day == unknown_day || b.first_day == unknown_day) return true;
    return a.first_day <= b.last_day + slack && b.first_day <= a.last_day + slack;
}

bool places_agree(const Telling& one, const Telling& other) {
    const ClaimView &a = *one.view, &b = *other.view;
    if (a.place.empty() || b.place.empty() || a.place == b.place || a.is_region || b.is_region) return true;
    if (a.country != b.country) return false;
    const Place *here = spot_of(one), *there = spot_of(other);
    return here == nullptr || there == nullptr || distance_km(*here, *there) <= most_km_of_spot;
}

bool share_named_party(const Telling& one, const Telling& other, const ActorTable& actors) {
    const auto share_named = [&](const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
        return std::any_of(a.begin(), a.end(), [&](std::size_t actor) {
            return actors.is_named[actor] && std::binary_search(b.begin(), b.end(), actor);
        });
    };
    if (is_mutual(one) && is_mutual(other)) return share_named(one.view->parties, other.view->parties);
    return share_named(one.view->actors.actors, other.view->actors.actors) ||
           share_named(one.view->recipients.actors, other.view->recipients.actors);
}

bool share_day_and_spot(const Telling& one, const Telling& other) {
    return share_day(*one.view, *other.view) && spot_of(one) != nullptr &&
           one.view->place == other.view->place;
}

bool is_one_happening(const Telling& one, const Telling& other, const ActorTable& actors, Apart apart) {
    if (apart != Apart::day && !days_agree(one, other)) return false;
    if (apart != Apart::place && !places_agree(one, other)) return false;
    if (is_mutual(one) && is_mutual(other)) {
        if (!meetings_agree(*one.view, *other.view)) return false;
    } else {
        if (apart != Apart::doer && !sides_agree(one.view->actors, other.view->actors, actors)) return false;
        if (!sides_agree(one.view->recipients, other.view->recipients, actors)) return false;
    }
    if (share_named_party(one, other, actors)) return true;
    if (apart != Apart::place && spot_of(one) != nullptr && one.view->place == other.view->place) return true;
    if (apart == Apart::day || apart == Apart::place) return false;
    return share_day(*one.view, *other.view) || share_setting(one, other);
}

} // namespace dateline::merge

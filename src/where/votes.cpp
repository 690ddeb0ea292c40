#include "where/votes.hpp"

#include <algorithm>

#include "where/evidence.hpp"

namespace dateline::where {

namespace {

constexpr std::size_t most_likely = 8; // meanings of a name that are heard

void count(const Meaning& meaning, const NameGroup& group, Votes& votes) {
    const PlaceRecord& place = *meaning.place;
    double near = 0;
    for (std::size_t m = 0; m < std::min(group.meanings.size(), most_likely); ++m) {
        const Meaning& other = group.meanings[m];
        const PlaceRecord& there = *other.place;
        const double voice = group.weight * other.likely;
        const bool is_division = there.kind == PlaceKind::admin1;
        if (is_local(there) && (is_local(place) || place.kind == PlaceKind::admin1))
            near = std::max(near, voice * presence(there) *
                                      closeness(meaning.direction, other.direction,
                                                meaning.has_city ? 0 : reach_of(place)));
        if (there.country_code() != place.country_code()) continue;
        if (there.kind == PlaceKind::country) {
            votes.named_country = std::max(votes.named_country, other.likely);
            continue;
        }
        votes.country += voice;
        if (is_division && there.division != place.division) votes.kin += voice;
        if (there.division != place.division || there.division == 0) continue;
        if (is_division)
            votes.named_division = std::max(votes.named_division, voice);
        else
            votes.division += voice;
    }
    votes.near += near;
}

/// How surely the group means another division of the country.
double likeness(const PlaceRecord& division, const NameGroup& group) {
    double sum = 0;
    for (const Meaning& other : group.meanings)
        if (other.place->kind == PlaceKind::admin1 && other.place->division != division.division &&
            other.place->country_code() == division.country_code())
            sum += other.likely;
    return sum;
}

} // namespace

Votes votes_on(const Meaning& meaning, std::size_t own, const std::vector<NameGroup>& groups,
               const std::vector<std::size_t>& heard) {
    Votes votes;
    for (const std::size_t g : heard)
        if (g != own) count(meaning, groups[g], votes);
    if (meaning.place->kind == PlaceKind::admin1)
        for (const std::size_t g : groups[own].listed)
            votes.listed = std::max(votes.listed, likeness(*meaning.place, groups[g]));
    return votes;
}

} // namespace dateline::where

// Where it happened and what it cost. Places are set against each other by the gazetteer's points, since a
// quarter and its town are one place to reports; figures by how far they lie apart, since a toll may rise.

#include <algorithm>
#include <cmath>
#include <numbers>

#include "merge/evidence.hpp"
#include "merge/tally.hpp"

namespace dateline::merge {

namespace {

using enum PairFeature;

/// How many doublings lie between two figures, 0 when they overlap.
double doublings_between(const ClaimFigure& one, const ClaimFigure& other) {
    const ClaimFigure &less = one.low < other.low ? one : other, &more = one.low < other.low ? other : one;
    if (more.low <= less.high) return 0;
    return less.high > 0 ? std::log2(more.low / less.high) : std::log2(1 + more.low);
}

} // namespace

bool are_near(Spot one, Spot other) {
    constexpr double km_of_degree = 111.2, km_of_town = 30;
    const double north = static_cast<double>(one.lat - other.lat) * km_of_degree;
    const double east = static_cast<double>(one.lon - other.lon) * km_of_degree *
                        std::cos(static_cast<double>(one.lat) * std::numbers::pi / 180);
    return std::hypot(north, east) <= km_of_town;
}

void Comparer::compare_places(const ClaimView& one, const ClaimView& other, Tally& tally) {
    if (one.place.empty() || other.place.empty()) return;
    const bool fits = one.place == other.place || one.place == other.country || one.country == other.place;
    if (!fits && one.spot && other.spot && are_near(*one.spot, *other.spot)) return;
    const bool is_abroad = !one.country.empty() && !other.country.empty() && one.country != other.country;
    tally.add(fits ? same_place : is_abroad ? other_country : other_place);
}

void Comparer::compare_figures(const ClaimView& one, const ClaimView& other, Tally& tally) {
    constexpr double most_doublings = 3;
    bool is_same = false, is_other = false;
    double gap = most_doublings; // of the figures that lie nearest
    for (const ClaimFigure& a : one.figures)
        for (const ClaimFigure& b : other.figures) {
            if (a.what != b.what) continue;
            is_same = is_same || a.low == b.low;
            is_other = is_other || a.low > b.high || b.low > a.high;
            gap = std::min(gap, doublings_between(a, b));
        }
    if (is_same) tally.add(same_figure);
    if (is_same && !tally.has_like_word()) tally.add(figure_only);
    if (is_other && !is_same) tally.add(other_figure);
    if (is_other && !is_same && gap > 1) tally.add(far_figure, gap - 1);
    const bool is_one_of_many =
        one.number != Number::unknown && other.number != Number::unknown && one.number != other.number;
    if (is_one_of_many && !is_same) tally.add(one_of_many);
}

} // namespace dateline::merge

// Places and figures of two claims.

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "build.hpp"
#include "features.hpp"

namespace dateline::merge {
namespace {

/// A fire in a place at some latitude.
CodedReport fire_in(const std::string& id, const std::string& place, double latitude) {
    ReportDraft draft(id, "2020-03-03");
    draft.sentence("A fire broke out in " + place + ".");
    const auto where = draft.place(place, "NOR", "city", latitude, 10);
    draft.claim("fire").place = where;
    return std::move(draft.coded);
}

TEST(SceneFeatures, AQuarterIsNoOtherPlaceThanItsTown) {
    const auto town = fire_in("r1", "Northtown", 60), quarter = fire_in("r2", "Mill Hill", 60.1);
    const auto elsewhere = fire_in("r3", "Southtown", 61);
    EXPECT_EQ(value({&town, &quarter}, PairFeature::other_place), 0);
    EXPECT_EQ(value({&town, &quarter}, PairFeature::same_place), 0);
    EXPECT_EQ(value({&town, &elsewhere}, PairFeature::other_place), 1);
}

/// A fire that killed some.
CodedReport fire_killed(const std::string& id, double low, double high) {
    ReportDraft draft(id, "2020-03-03");
    draft.sentence("A fire killed people.");
    draft.claim("killed").counts = {{"killed", low, high}};
    return std::move(draft.coded);
}

TEST(SceneFeatures, ATollThatIsManyTimesAnotherIsFarFromIt) {
    const auto few = fire_killed("r1", 4, 4), more = fire_killed("r2", 7, 9);
    const auto many = fire_killed("r3", 16, 20), none = fire_killed("r4", 0, 0);
    EXPECT_EQ(value({&few, &more}, PairFeature::other_figure), 1);
    EXPECT_EQ(value({&few, &more}, PairFeature::far_figure), 0);
    EXPECT_NEAR(value({&few, &many}, PairFeature::far_figure), 1, 1e-6) << "two doublings";
    EXPECT_GT(value({&none, &many}, PairFeature::far_figure), 0);
    EXPECT_EQ(value({&few, &few}, PairFeature::far_figure), 0);
}

} // namespace
} // namespace dateline::merge

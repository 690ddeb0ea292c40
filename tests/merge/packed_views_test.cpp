// Views that waited in a file come back as they were.

#include <limits>

#include <gtest/gtest.h>

#include "merge/packed_views.hpp"

namespace dateline::merge {
namespace {

ViewPage full_page() {
    ViewPage page;
    ClaimView& view = page.claims.emplace_back();
    view.report = 300, view.claim = 7;
    view.type = 11, view.mode = 12, view.status = 13, view.polarity = 14;
    view.key = std::numeric_limits<std::uint64_t>::max(), view.stem = 16, view.start = 17, view.above = 18;
    view.form = 19, view.uses = 20;
    view.figures = {{5, 2.5, 3.5}};
    view.order = 9, view.is_lead = true, view.is_old = true, view.is_plain_key = true;
    view.years = {1999, 2003};
    view.near = {1, 2, 4000000000U};
    view.around.before = {3, 4, 5}, view.around.behind = {6, 7};
    view.around.article = Article::definite;
    view.word = 21, view.commonness = 4;
    view.actors = {{3, 70000}, {8, 9}, 2};
    view.recipients = {{6}, {10}, 4};
    view.marks.thing = {4, 5}, view.marks.thing_noun = 99;
    view.marks.actor_nations = {8, 9}, view.marks.recipient_nations = {7};
    view.marks.actors = Number::one, view.marks.recipients = Number::many, view.marks.order = 4;
    view.marks.actor_genders = 1, view.marks.recipient_genders = 2, view.marks.cause = 98;
    view.marks.is_pointing = true, view.marks.is_also = true;
    view.marks.years = {2001, 2002};
    view.marks.measures = {{Measure::Kind::age, 36}};
    view.named.weekdays = 5, view.named.dates = {202, 0};
    view.is_plural_noun = true;
    view.parties = {3, 70000};
    view.place = "3936456", view.country = "PER";
    view.spot = Spot{-12.5F, 77.25F};
    view.is_region = true, view.is_told_day = true;
    view.first_day = -5, view.last_day = 40, view.published = unknown_day;
    view.number = Number::many;
    view.voucher = 5, view.story = 12;
    view.sentence = (300ULL << 32U) | 1, view.line = 17;
    page.claims.emplace_back().near.assign(200, 6); // longer than one byte counts
    page.sentences = {{}, {{21, 0.5F}, {22, 0.25F}}};
    return page;
}

TEST(PackedViews, ComeBackAsTheyWere) {
    PackedViews packed;
    packed.add({});
    packed.add(full_page());
    EXPECT_TRUE(packed.read(0).claims.empty());
    packed.add({}); // what is added behind a reading is found as well
    EXPECT_TRUE(packed.read(2).sentences.empty());

    const ViewPage expected = full_page(), page = packed.read(1);
    EXPECT_TRUE(page.claims == expected.claims);
    ASSERT_EQ(page.sentences.size(), 2U);
    ASSERT_EQ(page.sentences[1].size(), 2U);
    EXPECT_EQ(page.sentences[1][0].word, 21U);
    EXPECT_EQ(page.sentences[1][0].weight, 1) << "weights are not kept";
}

} // namespace
} // namespace dateline::merge

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
    view.key = std::numeric_limits<std::uint64_t>::max(), view.stem = 16, view.start = 17, view.above = 0;
    view.figures = {{5, 2.5, 3.5}};
    view.order = 9, view.is_lead = true, view.is_old = true, view.is_plain_key = true;
    view.years = {1999, 2003};
    view.near = {1, 2, 4000000000U};
    view.actors = {{3, 70000}, {8, 9}, 2};
    view.recipients = {{}, {}, 0};
    view.marks.thing = {4, 5}, view.marks.thing_noun = 99;
    view.marks.recipient_nations = {7}, view.marks.recipients = Number::many, view.marks.order = 4;
    view.marks.measures = {{Measure::Kind::age, 36}};
    view.parties = {3, 70000};
    view.place = "3936456", view.country = "PER";
    view.is_region = true, view.is_told_day = true;
    view.first_day = -5, view.last_day = 40, view.published = unknown_day;
    view.number = Number::many;
    view.voucher = -1, view.story = 12;
    view.sentence = (300ULL << 32U) | 1;
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
    ASSERT_EQ(page.claims.size(), 2U);
    const ClaimView &view = page.claims[0], &was = expected.claims[0];
    EXPECT_EQ(view.report, was.report);
    EXPECT_EQ(view.claim, was.claim);
    EXPECT_EQ(view.type, was.type);
    EXPECT_EQ(view.polarity, was.polarity);
    EXPECT_EQ(view.key, was.key);
    EXPECT_EQ(view.start, was.start);
    EXPECT_EQ(view.above, 0U);
    ASSERT_EQ(view.figures.size(), 1U);
    EXPECT_EQ(view.figures[0].high, 3.5);
    EXPECT_EQ(view.order, was.order);
    EXPECT_EQ(view.years, was.years);
    EXPECT_EQ(view.near, was.near);
    EXPECT_EQ(view.actors.actors, was.actors.actors);
    EXPECT_EQ(view.actors.words, was.actors.words);
    EXPECT_EQ(view.actors.count, 2U);
    EXPECT_EQ(view.marks.thing, was.marks.thing);
    EXPECT_EQ(view.marks.thing_noun, 99U);
    EXPECT_EQ(view.marks.recipient_nations, was.marks.recipient_nations);
    EXPECT_EQ(view.marks.recipients, Number::many);
    EXPECT_EQ(view.marks.order, 4);
    EXPECT_EQ(view.marks.measures, was.marks.measures);
    EXPECT_EQ(view.parties, was.parties);
    EXPECT_EQ(view.place, was.place);
    EXPECT_EQ(view.country, was.country);
    EXPECT_TRUE(view.is_region && view.is_told_day && view.is_lead && view.is_old && view.is_plain_key);
    EXPECT_EQ(view.first_day, -5);
    EXPECT_EQ(view.published, unknown_day);
    EXPECT_EQ(view.number, Number::many);
    EXPECT_EQ(view.voucher, -1);
    EXPECT_EQ(view.story, 12);
    EXPECT_EQ(view.sentence, was.sentence);
    EXPECT_EQ(page.claims[1].near.size(), 200U);
    ASSERT_EQ(page.sentences.size(), 2U);
    ASSERT_EQ(page.sentences[1].size(), 2U);
    EXPECT_EQ(page.sentences[1][0].word, 21U);
    EXPECT_EQ(page.sentences[1][0].weight, 1) << "weights are not kept";
}

} // namespace
} // namespace dateline::merge

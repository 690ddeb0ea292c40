// The small words that tell one happening from another of its kind.

#include <utility>

#include <gtest/gtest.h>

#include "build.hpp"
#include "merge/actors.hpp"
#include "merge/evidence.hpp"
#include "merge/phrase_marks.hpp"

namespace dateline::merge {
namespace {

Span span_in(const CodedReport& coded, const std::string& text) {
    const auto at = static_cast<std::uint32_t>(coded.report.text.find(text));
    return {at, static_cast<std::uint32_t>(at + text.size())};
}

/// One sentence with one claim; phrases of the sides and the thing, each "" for none.
CodedReport told(const std::string& id, const std::string& sentence, const std::string& trigger,
                 const std::string& actor, const std::string& recipient, const std::string& thing = "",
                 const std::string& noun = "") {
    ReportDraft draft(id, "2020-03-03");
    draft.sentence(sentence);
    Claim& claim = draft.claim(trigger);
    if (!actor.empty()) claim.actors = {{-1, span_in(draft.coded, actor)}};
    if (!recipient.empty()) claim.recipients = {{-1, span_in(draft.coded, recipient)}};
    if (!thing.empty()) claim.object = {span_in(draft.coded, thing), span_in(draft.coded, noun)};
    return std::move(draft.coded);
}

PhraseMarks marks_of(const CodedReport& coded) {
    return phrase_marks(coded, coded.claims.front());
}

float value(const CodedReport& one, const CodedReport& other, PairFeature feature) {
    const Reports reports(source_of(std::vector<const CodedReport*>{&one, &other}));
    const ActorTable actors = join_actors(reports, {});
    const std::vector<Story> stories;
    const ClaimViews views(reports, actors, stories);
    return Comparer(views, actors).features(views[0], views[1])[static_cast<std::size_t>(feature)];
}

TEST(PhraseMarks, AreReadOffThePhrases) {
    const auto coded = told("r1", "Another 36-year-old British climber won the 2007 race with a 5.6 mark.",
                            "won", "Another 36-year-old British climber", "", "the 2007 race", "race");
    const PhraseMarks marks = marks_of(coded);
    EXPECT_EQ(marks.actor_nations.size(), 1U);
    EXPECT_EQ(marks.actors, Number::one);
    EXPECT_EQ(marks.recipients, Number::unknown);
    EXPECT_EQ(marks.order, 4);
    EXPECT_EQ(marks.years[0], 2007);
    EXPECT_EQ(marks.measures.size(), 2U) << "an age and a decimal";
    EXPECT_NE(marks.thing_noun, 0U);
}

TEST(PhraseMarks, WordsOfTwoAndPlaces) {
    const PhraseMarks marks = marks_of(
        told("r1", "Two New Zealand guides fell in Italian snow.", "fell", "Two New Zealand guides", ""));
    EXPECT_EQ(marks.actor_nations.size(), 1U);
    EXPECT_EQ(marks.actors, Number::many);
    const PhraseMarks place =
        marks_of(told("r1", "Guests at the Spanish inn fell.", "fell", "Guests at the Spanish inn", ""));
    EXPECT_TRUE(place.actor_nations.empty()) << "where, not who";
}

TEST(PhraseMarks, ThingsOfTwoKindsAreTwo) {
    const auto flights =
        told("r1", "They cancelled many flights.", "cancelled", "They", "", "many flights", "flights");
    const auto more =
        told("r2", "It cancelled all flights.", "cancelled", "It", "", "all flights", "flights");
    const auto talks = told("r3", "It cancelled trade talks.", "cancelled", "It", "", "trade talks", "talks");
    EXPECT_EQ(value(flights, more, PairFeature::same_thing), 1);
    EXPECT_EQ(value(flights, talks, PairFeature::other_thing), 1);
    EXPECT_EQ(value(flights, talks, PairFeature::same_thing), 0);
}

TEST(PhraseMarks, WhoExchangesPartsDoesAnother) {
    const auto one = told("r1", "Soldiers shelled rebels.", "shelled", "Soldiers", "rebels");
    const auto other = told("r2", "Later rebels shelled soldiers.", "shelled", "rebels", "soldiers");
    EXPECT_EQ(value(one, other, PairFeature::turned_around), 1);
    EXPECT_EQ(value(one, one, PairFeature::turned_around), 0);
}

TEST(PhraseMarks, NumbersThatAreNamesTellApart) {
    const auto one = told("r1", "A quake of 5.4 shook the island.", "shook", "A quake of 5.4", "");
    const auto other = told("r2", "A quake of 6.0 shook the island.", "shook", "A quake of 6.0", "");
    EXPECT_EQ(value(one, other, PairFeature::other_measure), 1);
    EXPECT_EQ(value(one, one, PairFeature::same_measure), 1);
    const auto age = told("r3", "A 30-year-old man shook the island.", "shook", "A 30-year-old man", "");
    EXPECT_EQ(value(one, age, PairFeature::other_measure), 0) << "a magnitude and an age";
}

} // namespace
} // namespace dateline::merge

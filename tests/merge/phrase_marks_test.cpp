// The small words that tell one happening from another of its kind.

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "build.hpp"
#include "features.hpp"
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
    return value(std::vector<const CodedReport*>{&one, &other}, feature);
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
    const auto sank = told("r3", "The rebels sank.", "sank", "The rebels", "");
    const auto sunk = told("r4", "The navy sank rebels.", "sank", "The navy", "rebels");
    EXPECT_EQ(value(sank, sunk, PairFeature::turned_around), 0) << "one side is all that is told";
}

TEST(PhraseMarks, NumbersThatAreNamesTellApart) {
    const auto one = told("r1", "A quake of 5.4 shook the island.", "shook", "A quake of 5.4", "");
    const auto other = told("r2", "A quake of 6.0 shook the island.", "shook", "A quake of 6.0", "");
    EXPECT_EQ(value(one, other, PairFeature::other_measure), 1);
    EXPECT_EQ(value(one, one, PairFeature::same_measure), 1);
    const auto age = told("r3", "A 30-year-old man shook the island.", "shook", "A 30-year-old man", "");
    EXPECT_EQ(value(one, age, PairFeature::other_measure), 0) << "a magnitude and an age";
}

/// One sentence with one claim that befalls a described person.
CodedReport befell(const std::string& id, const std::string& sentence, const std::string& victim,
                   const std::string& gender) {
    ReportDraft draft(id, "2020-03-03");
    draft.sentence(sentence);
    const auto actor = draft.actor(victim, "person", "", "noun");
    draft.coded.actors.front().gender = gender;
    Claim& claim = draft.claim("killed", "ASSAULT");
    claim.recipients = {draft.by(actor)};
    return std::move(draft.coded);
}

TEST(PhraseMarks, AManIsNoWoman) {
    const auto man = befell("r1", "A man of 71 was killed.", "A man of 71", "m");
    const auto woman = befell("r2", "A woman, 30, was killed.", "A woman", "f");
    const auto driver = befell("r3", "A driver, 71, was killed.", "A driver", "");
    EXPECT_EQ(value(man, woman, PairFeature::other_gender), 1);
    EXPECT_EQ(value(man, driver, PairFeature::other_gender), 0);
    EXPECT_EQ(value(man, woman, PairFeature::other_measure), 1) << "their ages";
    EXPECT_EQ(value(man, driver, PairFeature::same_measure), 1);
}

TEST(PhraseMarks, PluralsAreMany) {
    const auto many = befell("r1", "Climbers from Oslo were killed.", "Climbers from Oslo", "");
    const auto one = befell("r2", "A climber was killed.", "A climber", "");
    EXPECT_EQ(marks_of(many).recipients, Number::many);
    EXPECT_EQ(value(many, one, PairFeature::one_or_more_recipients), 1);
}

TEST(PhraseMarks, AYearStandsAgainstTheDaysOfTheOther) {
    auto now = told("r1", "She will host the gala.", "host", "She", "", "the gala", "gala");
    on_day(now.claims.front(), "2021-01-01");
    const auto then = told("r2", "She hosted the 2007 gala.", "hosted", "She", "", "the 2007 gala", "gala");
    EXPECT_EQ(value(now, then, PairFeature::other_near_year), 1);
    on_day(now.claims.front(), "2007-01-01");
    EXPECT_EQ(value(now, then, PairFeature::other_near_year), 0);
}

TEST(PhraseMarks, AnotherCauseIsAnotherBlow) {
    const auto quake = told("r1", "The quake struck the town.", "struck", "The quake", "");
    const auto after = told("r2", "Aftershocks struck the town.", "struck", "Aftershocks", "");
    EXPECT_EQ(value(quake, after, PairFeature::other_cause), 1);
    EXPECT_EQ(value(quake, quake, PairFeature::other_cause), 0);
}

TEST(PhraseMarks, AnotherIsTold) {
    const auto one = told("r1", "It repelled an attack.", "repelled", "It", "", "an attack", "attack");
    const auto other =
        told("r2", "It repelled another attack.", "repelled", "It", "", "another attack", "attack");
    EXPECT_EQ(value(one, other, PairFeature::another), 1);
    EXPECT_EQ(value(other, other, PairFeature::another), 0);
}

TEST(PhraseMarks, WhatIsPointedAtStandsCloseBy) {
    const auto one = told("r1", "He condemned an attack.", "attack", "", "");
    const auto these = told("r2", "He condemned these attacks.", "attacks", "", "");
    EXPECT_EQ(value(one, these, PairFeature::pointed_far), 1) << "another report";
    EXPECT_EQ(value(these, these, PairFeature::pointed_far), 0);

    ReportDraft draft("r1", "2020-03-03");
    draft.sentence("He saw an attack.").claim("attack");
    draft.sentence("These attacks went on.").claim("attacks");
    const CodedReport close = std::move(draft.coded);
    EXPECT_EQ(value({&close}, PairFeature::pointed_near), 1);
    EXPECT_EQ(value({&close}, PairFeature::pointed_far), 0);
}

/// Two claims of one word in the sentences of one report.
float value_within(const std::vector<std::string>& sentences, const std::vector<std::string>& things,
                   PairFeature feature) {
    ReportDraft draft("r1", "2020-03-03");
    for (std::size_t s = 0; s < things.size(); ++s) {
        if (s < sentences.size()) draft.sentence(sentences[s]);
        Claim& claim = draft.claim("stole");
        claim.trigger.start = span_in(draft.coded, "stole " + things[s]).start;
        claim.trigger.end = claim.trigger.start + 5;
        claim.object = {span_in(draft.coded, things[s]), span_in(draft.coded, things[s])};
    }
    return value({&draft.coded}, feature);
}

TEST(PhraseMarks, OneSentenceTellsOfTwo) {
    EXPECT_EQ(value_within({"Thieves stole copper, boys stole buses."}, {"copper", "buses"},
                           PairFeature::twin_in_sentence),
              1);
    EXPECT_EQ(value_within({"Thieves stole copper.", "Boys stole buses."}, {"copper", "buses"},
                           PairFeature::twin_in_sentence),
              0);
}

TEST(PhraseMarks, AlsoIsBesideWhatWasTold) {
    EXPECT_EQ(value_within({"Thieves stole copper.", "Boys also stole buses."}, {"copper", "buses"},
                           PairFeature::also_in_report),
              1);
    EXPECT_EQ(value_within({"Thieves stole copper.", "Boys stole buses."}, {"copper", "buses"},
                           PairFeature::also_in_report),
              0);
}

} // namespace
} // namespace dateline::merge

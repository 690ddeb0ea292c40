// What two claims have in common: words, features, and what follows for look-alikes.

#include <algorithm>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/error.hpp"
#include "build.hpp"
#include "features.hpp"
#include "merge/actors.hpp"
#include "merge/evidence.hpp"
#include "merge/how_many.hpp"
#include "merge/lead_facts.hpp"
#include "merge/merge.hpp"
#include "merge/near_pairs.hpp"
#include "merge/trigger.hpp"

namespace dateline::merge {
namespace {

TEST(Triggers, FormsOfOneWordShareItsStem) {
    EXPECT_EQ(trigger_word("fought").stem, trigger_word("fighting").stem);
    EXPECT_EQ(trigger_word("Withdrawal").stem, trigger_word("withdrew").stem);
    EXPECT_EQ(trigger_word("killed").key, trigger_word("died").key);
    EXPECT_NE(trigger_word("killed").stem, trigger_word("died").stem);
}

TEST(Triggers, AParticleMakesAnotherWord) {
    EXPECT_EQ(with_particle("broke", " out of jail"), "broke out");
    EXPECT_EQ(with_particle("broke", " a window"), "broke");
    EXPECT_EQ(with_particle("flew", " back to Oslo"), "flew") << "a direction only";
    EXPECT_NE(trigger_key("broke out"), trigger_key("broke"));
    EXPECT_EQ(trigger_key("broke out"), trigger_key("erupted")) << "data/merge/event_words.txt";
    EXPECT_EQ(trigger_key("drove off"), trigger_key("drives off"));
    EXPECT_EQ(trigger_key("gunned down"), trigger_key("shot"));
    EXPECT_EQ(trigger_key(with_particle("caught", " fire in the night")), trigger_key("blaze"));
    EXPECT_EQ(with_particle("caught", " in the fire"), "caught");
}

TEST(Triggers, AChargeIsNoAccusationAndAVoteNoElection) {
    EXPECT_NE(trigger_key("charged"), trigger_key("accused"));
    EXPECT_NE(trigger_key("voted"), trigger_key("election"));
    EXPECT_NE(trigger_key("murder"), trigger_key("killed"));
}

TEST(PairWeights, UnknownFeatureIsAnError) {
    EXPECT_FLOAT_EQ(read_pair_weights("same_word 2.5\n")[static_cast<std::size_t>(PairFeature::same_word)],
                    2.5F);
    EXPECT_THROW(read_pair_weights("no_such_feature 1\n"), Error);
}

/// Somebody is arrested, as the headline of a paper has it.
CodedReport arrest(const std::string& id, const std::string& whom, const std::string& rest) {
    ReportDraft draft(id, "2020-03-03", "Paper " + id);
    draft.sentence(rest.substr(0, rest.find('%')) + whom + rest.substr(rest.find('%') + 1));
    const auto person = draft.actor(whom, "person", "NOR");
    Claim& claim = draft.claim("arrested", "COERCE");
    claim.recipients = {draft.by(person)};
    on_day(claim, "2020-03-02");
    return std::move(draft.coded);
}

std::size_t event_of(const Record& record, const std::string& report) {
    const auto tells = [&](const Event& event) {
        return std::any_of(event.claims.begin(), event.claims.end(),
                           [&](const MemberRef& claim) { return claim.first == report; });
    };
    return static_cast<std::size_t>(std::find_if(record.events.begin(), record.events.end(), tells) -
                                    record.events.begin());
}

TEST(Pairs, ArrestsOfTwoPeopleAreTwo) {
    const auto record =
        merge(pile(arrest("r1", "Ada Alpha", "Police arrested striker % in the harbour of Northtown."),
                   arrest("r2", "Ada Alpha", "In Northtown police arrested striker % on Monday."),
                   arrest("r3", "Omar Beta", "Police arrested keeper % in the harbour of Northtown.")));
    EXPECT_EQ(event_of(record, "r1"), event_of(record, "r2"));
    EXPECT_NE(event_of(record, "r1"), event_of(record, "r3"));
}

TEST(Pairs, FeaturesTellWhatIsAtOdds) {
    const auto first = arrest("r1", "Ada Alpha", "Police arrested striker % in 2019.");
    const auto second = arrest("r2", "Omar Beta", "In a second blow police again arrested keeper % in 2020.");
    const PairFeatures features = features_of({&first, &second});
    EXPECT_EQ(value(features, PairFeature::ground), 1);
    EXPECT_EQ(value(features, PairFeature::same_word), 1);
    EXPECT_EQ(value(features, PairFeature::other_recipients), 1);
    EXPECT_EQ(value(features, PairFeature::other_person), 1);
    EXPECT_EQ(value(features, PairFeature::other_year), 1);
    EXPECT_EQ(value(features, PairFeature::other_order), 1) << "`again` stands before one of them only";
    EXPECT_EQ(value(features, PairFeature::both_lead), 1);
    EXPECT_EQ(value(features, PairFeature::same_day_far), 1);
}

/// A report of some claims, the first two of a question and of what was questioned.
CodedReport long_report(int claims) {
    ReportDraft draft("r1", "2020-03-03");
    draft.sentence("Alpha had a question about the harbour.");
    draft.claim("question").actors = {draft.by(draft.actor("Alpha", "person", "NOR"))};
    draft.sentence("The budget was questioned.");
    draft.claim("questioned");
    for (int i = 2; i < claims; ++i) draft.sentence("It snowed.").claim("snowed");
    return std::move(draft.coded);
}

TEST(Pairs, InLongReportsFormsAndMissingDoersTellHappeningsApart) {
    constexpr int few = 40, twice_as_long = 90;
    const CodedReport longer = long_report(twice_as_long), shorter = long_report(few);
    const PairFeatures in_long = features_of({&longer}), in_short = features_of({&shorter});
    for (const PairFeature feature :
         {PairFeature::long_other_form, PairFeature::long_doer_on_one, PairFeature::long_often}) {
        EXPECT_NEAR(value(in_long, feature), 1, 1e-4) << pair_feature_name(feature);
        EXPECT_EQ(value(in_short, feature), 0) << pair_feature_name(feature);
    }
}

/// A long report that twice tells what one person did.
CodedReport long_report_of(const std::string& type, const std::string& mode) {
    constexpr int twice_as_long = 90;
    ReportDraft draft("r1", "2020-03-03");
    for (int i = 0; i < 2; ++i) {
        draft.sentence("Ada Alpha praised the harbour.");
        const auto who = draft.actor("Ada Alpha", "person", "NOR");
        draft.claim("praised", type, mode).actors = {draft.by(who)};
    }
    for (int i = 2; i < twice_as_long; ++i) draft.sentence("It snowed.").claim("snowed");
    return std::move(draft.coded);
}

TEST(Pairs, LongReportsSpeakOfTheirPartyAllAlong) {
    const CodedReport praise = long_report_of("SUPPORT", ""), trip = long_report_of("CONSULT", "visit");
    EXPECT_NEAR(value({&praise}, PairFeature::long_party), 1, 1e-4);
    EXPECT_EQ(value({&trip}, PairFeature::long_party), 0) << "who travels makes the journey";
}

TEST(Pairs, ScoreIsTheWeightedSumOfTheFeatures) {
    const auto first = arrest("r1", "Ada Alpha", "Police arrested striker % in the harbour.");
    const auto second = arrest("r2", "Ada Alpha", "The arrested striker % was taken to Northtown.");
    const Reports reports(source_of(std::vector<const CodedReport*>{&first, &second}));
    const ActorTable actors = join_actors(reports, {});
    const std::vector<Story> stories;
    const ClaimViews views(reports, actors, stories);
    const Comparer comparer(views, actors);
    const PairFeatures features = comparer.features(views[0], views[1]);
    double sum = 0;
    for (std::size_t f = 0; f < pair_feature_count; ++f)
        sum += static_cast<double>(features[f]) * static_cast<double>(pair_weights()[f]);
    const Evidence evidence = comparer.compare(views[0], views[1]);
    EXPECT_NEAR(evidence.score, sum, 1e-4);
    EXPECT_NE(reason_text(evidence.reasons).find("same word"), std::string::npos);
}

/// A raid on pirates of some number.
CodedReport raid(const std::string& id, const std::string& how_many, const std::string& day) {
    ReportDraft draft(id, day);
    draft.sentence("A frigate arrested " + how_many + " off the coast.");
    const auto men = draft.actor(how_many, "armed_group", "", "noun");
    Claim& claim = draft.claim("arrested", "COERCE");
    claim.recipients = {draft.by(men)};
    Time time;
    time.span = {0, 1};
    draft.coded.times.push_back(time);
    claim.time = 0;
    on_day(claim, day);
    return std::move(draft.coded);
}

TEST(Pairs, OtherNumbersAndDaysInTheReportsOwnWords) {
    const auto first = raid("r1", "seven pirates", "2020-03-03");
    const auto second = raid("r2", "fourteen men", "2020-03-04");
    const auto third = raid("r3", "seven brigands", "2020-03-03");
    EXPECT_EQ(value(features_of({&first, &second}), PairFeature::other_number), 1);
    EXPECT_EQ(value(features_of({&first, &second}), PairFeature::other_told_day), 1);
    EXPECT_EQ(value(features_of({&first, &third}), PairFeature::other_number), 0);
    EXPECT_EQ(value(features_of({&first, &third}), PairFeature::other_told_day), 0);
}

TEST(Pairs, APlanIsNotWhatIsToldToHaveHappenedBefore) {
    ReportDraft past("r1", "2020-03-03");
    past.sentence("She hosted the gala in 2011.");
    Claim& was = past.claim("hosted");
    was.status = "happened";
    was.from = "2011-01-01", was.to = "2011-12-31";
    ReportDraft plan("r2", "2020-03-03");
    plan.sentence("She will host the gala.");
    plan.claim("host").status = "planned";
    const PairFeatures features = features_of({&past.coded, &plan.coded});
    EXPECT_EQ(value(features, PairFeature::plan_and_fact), 1);
    EXPECT_EQ(value(features, PairFeature::far_day), 1) << "a plan lies ahead of its report";
}

/// Two claims of visits to two places cannot be one, however much else they share.
TEST(Pairs, WhatCannotBeOneIsBarred) {
    ReportDraft draft("r1", "2020-03-03");
    draft.sentence("Ada Alpha visited Oslo and later visited Bergen.");
    const auto who = draft.actor("Ada Alpha", "person", "NOR");
    const auto oslo = draft.place("Oslo", "NOR", "city");
    const auto bergen = draft.place("Bergen", "NOR", "city");
    for (const auto place : {oslo, bergen}) {
        Claim& claim = draft.claim("visited", "CONSULT", "visit");
        claim.actors = {draft.by(who)};
        claim.place = place;
    }
    const Reports reports(source_of(std::vector<const CodedReport*>{&draft.coded}));
    const ActorTable actors = join_actors(reports, {});
    const std::vector<Story> stories;
    const ClaimViews views(reports, actors, stories);
    EXPECT_TRUE(Comparer(views, actors).compare(views[0], views[1]).is_barred);
    EXPECT_FALSE(Comparer(views, actors).compare(views[0], views[0]).is_barred);
}

/// `Foiled a raid` denies what `the raid` of the title tells: much speaks against their being one, but not
/// all.
TEST(Pairs, OneVoiceThatDeniesWhatItTellsIsNotBarred) {
    ReportDraft draft("r1", "2020-03-03");
    draft.sentence("Navy tells of raid off Brava.").claim("raid").status = "happened";
    draft.coded.claims.back().polarity = "positive";
    draft.sentence("It foiled a raid on a tanker.").claim("raid").status = "denied";
    draft.coded.claims.back().polarity = "negative";
    const PairFeatures features = features_of({&draft.coded});
    EXPECT_EQ(value(features, PairFeature::self_denial), 1);
    EXPECT_EQ(value(features, PairFeature::never), 0);
}

TEST(Triggers, OpinionPollsAreNoElection) {
    EXPECT_NE(trigger_key("polls"), trigger_key("election"));
    EXPECT_EQ(trigger_key("elections"), trigger_key("election"));
}

TEST(HowMany, NumbersThatPhrasesOpenWith) {
    EXPECT_EQ(how_many("two climbers"), 2U);
    EXPECT_EQ(how_many("at least 23 men"), 23U);
    EXPECT_EQ(how_many("a driver"), 1U);
    EXPECT_EQ(how_many("The 1,200 workers"), 1200U);
    EXPECT_EQ(how_many("climbers"), 0U);
    EXPECT_EQ(how_many("the president"), 0U);
    EXPECT_EQ(how_many(""), 0U);
}

TEST(LeadFacts, NumbersTellRaidsApart) {
    const auto first = raid("r1", "14 pirates", "2020-03-03"), second = raid("r2", "19 men", "2020-03-03");
    const auto third = raid("r3", "14 Somalis", "2020-03-03");
    const Reports reports(source_of(std::vector<const CodedReport*>{&first, &second, &third}));
    const auto facts = lead_facts_of(reports);
    EXPECT_TRUE(have_other_numbers(facts[0], facts[1], Tolls::ignored));
    EXPECT_FALSE(have_other_numbers(facts[0], facts[2], Tolls::counted));
    EXPECT_FALSE(have_other_numbers(facts[0], {}, Tolls::counted)) << "unknown is not other";
}

TEST(LeadFacts, ATollMayStillRise) {
    LeadFacts first, second;
    first.tolls = first.all_numbers = {4};
    second.tolls = second.all_numbers = {6};
    EXPECT_FALSE(have_other_numbers(first, second, Tolls::ignored));
    EXPECT_TRUE(have_other_numbers(first, second, Tolls::counted));
}

TEST(LeadFacts, PeopleOfTheLeadAreNamedByOtherReportsOfTheNews) {
    LeadFacts first, second, third;
    first.people = first.all_people = {1, 2};
    second.people = second.all_people = {1, 3};
    third.people = {1}, third.all_people = {1, 2, 3};
    EXPECT_TRUE(are_of_other_people(first, second));
    EXPECT_FALSE(are_of_other_people(first, third));
}

TEST(Pairs, NoClaimMeetsItself) {
    ReportDraft draft("r1", "2020-03-03");
    draft.sentence("Police arrested three men, then three women.");
    draft.claim("arrested", "COERCE").counts = {{"arrested", 3, 3}, {"arrested", 3, 3}};
    ReportDraft other("r2", "2020-03-03");
    other.sentence("Police arrested three.");
    other.claim("arrested", "COERCE").counts = {{"arrested", 3, 3}};
    const Reports reports(source_of(std::vector<const CodedReport*>{&draft.coded, &other.coded}));
    const ActorTable actors = join_actors(reports, {});
    Story story;
    story.reports = {"r1", "r2"};
    const std::vector<Story> stories = {story};
    const ClaimViews views(reports, actors, stories);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> met;
    for_each_near_pair(reports, views, actors,
                       [&](std::uint32_t one, std::uint32_t two) { met.emplace_back(one, two); });
    EXPECT_EQ(met, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}}));
}

TEST(LeadFacts, VictimsOfTitleAndFirstSentenceTellStoriesApart) {
    const auto first = arrest("r1", "Ada Alpha", "Police arrested striker % in the harbour.");
    const auto second = arrest("r2", "Omar Beta", "Police arrested keeper % in the harbour.");
    const auto third = arrest("r3", "A. Alpha", "Police arrested % on the quay.");
    const Reports reports(source_of(std::vector<const CodedReport*>{&first, &second, &third}));
    const auto facts = lead_facts_of(reports);
    ASSERT_EQ(facts.size(), 3U);
    EXPECT_TRUE(are_other_victims(facts[0], facts[1]));
    EXPECT_FALSE(are_other_victims(facts[0], facts[2])) << "the last name is the same";
    EXPECT_FALSE(are_other_victims(facts[0], {})) << "unknown is not other";
}

} // namespace
} // namespace dateline::merge

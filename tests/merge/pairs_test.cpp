// What two claims have in common: words, features, and what follows for look-alikes.

#include <algorithm>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/error.hpp"
#include "build.hpp"
#include "merge/actors.hpp"
#include "merge/evidence.hpp"
#include "merge/merge.hpp"
#include "merge/near_pairs.hpp"
#include "merge/trigger.hpp"
#include "merge/victims.hpp"

namespace dateline::merge {
namespace {

TEST(Triggers, FormsOfOneWordShareItsStem) {
    EXPECT_EQ(trigger_word("fought").stem, trigger_word("fighting").stem);
    EXPECT_EQ(trigger_word("Withdrawal").stem, trigger_word("withdrew").stem);
    EXPECT_EQ(trigger_word("killed").key, trigger_word("died").key);
    EXPECT_NE(trigger_word("killed").stem, trigger_word("died").stem);
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

/// The features of the first claims of two reports.
PairFeatures features_of(const CodedReport& one, const CodedReport& other) {
    const Reports reports(source_of(std::vector<const CodedReport*>{&one, &other}));
    const ActorTable actors = join_actors(reports, {});
    const std::vector<Story> stories;
    const ClaimViews views(reports, actors, stories);
    return Comparer(reports, views, actors).features(views[0], views[1]);
}

float value(const PairFeatures& features, PairFeature feature) {
    return features[static_cast<std::size_t>(feature)];
}

TEST(Pairs, FeaturesTellWhatIsAtOdds) {
    const auto first = arrest("r1", "Ada Alpha", "Police arrested striker % in 2019.");
    const auto second = arrest("r2", "Omar Beta", "In a second blow police again arrested keeper % in 2020.");
    const PairFeatures features = features_of(first, second);
    EXPECT_EQ(value(features, PairFeature::ground), 1);
    EXPECT_EQ(value(features, PairFeature::same_word), 1);
    EXPECT_EQ(value(features, PairFeature::other_recipients), 1);
    EXPECT_EQ(value(features, PairFeature::other_person), 1);
    EXPECT_EQ(value(features, PairFeature::other_year), 1);
    EXPECT_EQ(value(features, PairFeature::other_order), 1) << "`again` stands before one of them only";
    EXPECT_EQ(value(features, PairFeature::both_lead), 1);
    EXPECT_EQ(value(features, PairFeature::same_day_far), 1);
}

TEST(Pairs, ScoreIsTheWeightedSumOfTheFeatures) {
    const auto first = arrest("r1", "Ada Alpha", "Police arrested striker % in the harbour.");
    const auto second = arrest("r2", "Ada Alpha", "The arrested striker % was taken to Northtown.");
    const Reports reports(source_of(std::vector<const CodedReport*>{&first, &second}));
    const ActorTable actors = join_actors(reports, {});
    const std::vector<Story> stories;
    const ClaimViews views(reports, actors, stories);
    const Comparer comparer(reports, views, actors);
    const PairFeatures features = comparer.features(views[0], views[1]);
    double sum = 0;
    for (std::size_t f = 0; f < pair_feature_count; ++f)
        sum += static_cast<double>(features[f]) * static_cast<double>(pair_weights()[f]);
    const Evidence evidence = comparer.compare(views[0], views[1]);
    EXPECT_NEAR(evidence.score, sum, 1e-4);
    EXPECT_NE(reason_text(evidence.reasons).find("same word"), std::string::npos);
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

TEST(Victims, OfTitleAndFirstSentenceTellStoriesApart) {
    const auto first = arrest("r1", "Ada Alpha", "Police arrested striker % in the harbour.");
    const auto second = arrest("r2", "Omar Beta", "Police arrested keeper % in the harbour.");
    const auto third = arrest("r3", "A. Alpha", "Police arrested % on the quay.");
    const Reports reports(source_of(std::vector<const CodedReport*>{&first, &second, &third}));
    const auto victims = victims_of(reports);
    ASSERT_EQ(victims.size(), 3U);
    EXPECT_TRUE(are_other_victims(victims[0], victims[1]));
    EXPECT_FALSE(are_other_victims(victims[0], victims[2])) << "the last name is the same";
    EXPECT_FALSE(are_other_victims(victims[0], {})) << "unknown is not other";
}

} // namespace
} // namespace dateline::merge

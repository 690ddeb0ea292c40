#include "store/deeds.hpp"

#include <gtest/gtest.h>

namespace dateline::store {
namespace {

CodedReport meeting() {
    CodedReport coded;
    coded.report.text = "Ada met him in Lima.";
    Actor ada, bob;
    ada.name = "Ada Example";
    ada.mentions = {{{0, 3}, "name", no_token}};
    bob.name = "Bob Example";
    bob.mentions = {{{8, 11}, "pronoun", no_token}};
    coded.actors = {ada, bob};
    return coded;
}

Claim met(std::vector<Participant> actors, std::vector<Participant> recipients) {
    Claim claim;
    claim.actors = std::move(actors);
    claim.recipients = std::move(recipients);
    claim.deed = Span{4, 19};
    return claim;
}

TEST(Deeds, NameWhomAPronounMeans) {
    const Deed deed = deed_of(meeting(), met({{0, {0, 3}}}, {{1, {8, 11}}}));
    EXPECT_EQ(deed.words, "met Bob Example in Lima");
    EXPECT_EQ(deed.of, "actors");
}

TEST(Deeds, OfWhoTellsOfThemNobodyIsTold) {
    CodedReport coded;
    coded.report.text = "Two men were arrested, police said.";
    Actor men, police;
    men.name = "Two men";
    police.name = "police";
    coded.actors = {men, police};
    Claim claim;
    claim.actors = {{1, {23, 29}}};
    claim.recipients = {{0, {0, 7}}};
    claim.deed = Span{8, 21};
    EXPECT_EQ(deed_of(coded, claim).of, "recipients");
}

TEST(Deeds, AreToldOfTheSideThatDoesNotStandInThem) {
    EXPECT_EQ(deed_of(meeting(), met({{1, {8, 11}}}, {{0, {0, 3}}})).of, "recipients");
    EXPECT_EQ(deed_of(meeting(), met({{1, {8, 11}}}, {})).words, "");
    EXPECT_EQ(deed_of(meeting(), Claim{}).words, "");
}

} // namespace
} // namespace dateline::store

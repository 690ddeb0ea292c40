#include <algorithm>

#include <gtest/gtest.h>

#include "small_parse.hpp"
#include "what/what.hpp"

namespace dateline::what {

namespace {

const Lexicon& lexicon() {
    static const Lexicon all;
    return all;
}

/// `TYPE/mode status: actors > recipients`, one claim a line.
std::string claims_of(const std::string& table) {
    const CodedReport coded = small_parse(table);
    std::string out;
    for (const Claim& claim : find_claims(coded, lexicon())) {
        out += (claim.type.empty() ? "none" : claim.type) + "/" + claim.mode + " " + claim.status + ":";
        for (const Participant& p : claim.actors) out += " " + std::string(words(coded.report.text, p.span));
        out += " >";
        for (const Participant& p : claim.recipients)
            out += " " + std::string(words(coded.report.text, p.span));
        out += "\n";
    }
    return out;
}

TEST(FindClaims, PassiveWithAgent) {
    EXPECT_EQ(claims_of("Nine nine NUM CD 2 nummod\n"
                        "protesters protester NOUN NNS 4 nsubjpass\n"
                        "were be AUX VBD 4 auxpass\n"
                        "detained detain VERB VBN 0 ROOT\n"
                        "by by ADP IN 4 agent\n"
                        "police police NOUN NNS 5 pobj\n"),
              "COERCE/arrest happened: police > Nine protesters\n");
}

TEST(FindClaims, ADeterminerMayBeTheLastWord) {
    EXPECT_EQ(claims_of("Police police NOUN NNS 2 nsubj\n"
                        "detained detain VERB VBD 0 ROOT\n"
                        "protesters protester NOUN NNS 2 dobj\n"
                        "no no DET DT 3 det\n"),
              "COERCE/arrest denied: Police > protesters\n");
}

TEST(FindClaims, ThingsThatAreNoActorsAreToldAsWords) {
    const CodedReport coded = small_parse("Airlines airline NOUN NNS 2 nsubj\n"
                                          "cancelled cancel VERB VBD 0 ROOT\n"
                                          "many many ADJ JJ 4 amod\n"
                                          "flights flight NOUN NNS 2 dobj\n");
    const auto claims = find_claims(coded, lexicon());
    ASSERT_EQ(claims.size(), 2U); // the flights are a claim too: cancelled
    ASSERT_TRUE(claims[0].object.has_value());
    EXPECT_EQ(words(coded.report.text, claims[0].object->span), "many flights");
    EXPECT_EQ(words(coded.report.text, claims[0].object->head), "flights");
}

/// The deeds of all claims, one a line; `-` for none.
std::string deeds_of(const std::string& table) {
    const CodedReport coded = small_parse(table);
    std::string out;
    for (const Claim& claim : find_claims(coded, lexicon()))
        out += (claim.deed ? std::string(words(coded.report.text, *claim.deed)) : "-") + "\n";
    return out;
}

TEST(FindClaims, ADeedGoesFromItsAuxiliariesToTheNextClause) {
    EXPECT_EQ(deeds_of("Police police NOUN NNS 4 nsubj\n"
                       "have have AUX VBP 4 aux\n"
                       "now now ADV RB 4 advmod\n"
                       "detained detain VERB VBN 0 ROOT\n"
                       "protesters protester NOUN NNS 4 dobj\n"
                       "who who PRON WP 7 nsubj\n"
                       "sang sing VERB VBD 5 relcl\n"
                       "on on ADP IN 4 prep\n"
                       "Monday Monday PROPN NNP 8 pobj\n"),
              "have now detained protesters\nsang\n");
    EXPECT_EQ(deeds_of("Nine nine NUM CD 2 nummod\n"
                       "protesters protester NOUN NNS 4 nsubjpass\n"
                       "were be AUX VBD 4 auxpass\n"
                       "detained detain VERB VBN 0 ROOT\n"
                       "by by ADP IN 4 agent\n"
                       "police police NOUN NNS 5 pobj\n"),
              "were detained by police\n");
}

TEST(FindClaims, ADeedEndsBeforeAMeasureOfAnotherClause) {
    EXPECT_EQ(deeds_of("Police police NOUN NNS 2 nsubj\n"
                       "detained detain VERB VBD 0 ROOT\n"
                       "protesters protester NOUN NNS 2 dobj\n"
                       "on on ADP IN 2 prep\n"
                       "Monday Monday PROPN NNP 4 pobj\n"
                       "a a DET DT 7 det\n"
                       "day day NOUN NN 5 appos\n"
                       "after after ADP IN 10 mark\n"
                       "they they PRON PRP 10 nsubj\n"
                       "sang sing VERB VBD 7 advcl\n"),
              "detained protesters on Monday\nsang\n");
}

TEST(FindClaims, ADeedWhoseObjectStandsBeforeItIsNone) {
    EXPECT_EQ(deeds_of("the the DET DT 2 det\n"
                       "protesters protester NOUN NNS 0 ROOT\n"
                       "whom whom PRON WP 5 dobj\n"
                       "police police NOUN NNS 5 nsubj\n"
                       "detained detain VERB VBD 2 relcl\n"),
              "-\n");
}

TEST(FindClaims, ADeedIsToldOfOneOfItsParties) {
    EXPECT_EQ(deeds_of("Raids raid NOUN NNS 2 nsubj\n"
                       "ended end VERB VBD 0 ROOT\n"
                       "when when SCONJ WRB 5 advmod\n"
                       "police police NOUN NNS 5 nsubj\n"
                       "came come VERB VBD 2 advcl\n"),
              "-\ncame\n");
}

TEST(FindClaims, AnInfinitiveIsADeedWhereAVerbPlansIt) {
    EXPECT_EQ(deeds_of("Lawmakers lawmaker NOUN NNS 2 nsubj\n"
                       "voted vote VERB VBD 0 ROOT\n"
                       "to to PART TO 4 aux\n"
                       "detain detain VERB VB 2 xcomp\n"
                       "rebels rebel NOUN NNS 4 dobj\n"),
              "voted to detain rebels\nto detain rebels\n");
    EXPECT_EQ(deeds_of("Police police NOUN NNS 2 nsubj\n"
                       "are be AUX VBP 0 ROOT\n"
                       "able able ADJ JJ 2 acomp\n"
                       "to to PART TO 5 aux\n"
                       "detain detain VERB VB 3 xcomp\n"
                       "rebels rebel NOUN NNS 5 dobj\n"),
              "-\n");
}

TEST(FindClaims, ADeedThatWasCutShortIsNone) {
    EXPECT_EQ(deeds_of("Police police NOUN NNS 3 nsubj\n"
                       "may may AUX MD 3 aux\n"
                       "ask ask VERB VB 0 ROOT\n"
                       "who who PRON WP 5 nsubj\n"
                       "sang sing VERB VBD 3 ccomp\n"),
              "-\nsang\n");
}

TEST(FindClaims, ADeedEndsWithNoWordThatOpensAnother) {
    EXPECT_EQ(deeds_of("Police police NOUN NNS 2 nsubj\n"
                       "vowed vow VERB VBD 0 ROOT\n"
                       "to to PART TO 5 aux\n"
                       "\" \" PUNCT `` 5 punct\n"
                       "detain detain VERB VB 2 xcomp\n"
                       "rebels rebel NOUN NNS 5 dobj\n"),
              "-\n-\n");
}

TEST(FindClaims, OfThingsInDozensTheThingIsTold) {
    const CodedReport coded = small_parse("Dozens dozen NOUN NNS 5 nsubjpass\n"
                                          "of of ADP IN 1 prep\n"
                                          "flights flight NOUN NNS 2 pobj\n"
                                          "were be AUX VBD 5 auxpass\n"
                                          "cancelled cancel VERB VBN 0 ROOT\n");
    const auto claims = find_claims(coded, lexicon());
    const auto told = std::find_if(claims.begin(), claims.end(), [&](const Claim& claim) {
        return words(coded.report.text, claim.trigger) == "cancelled";
    });
    ASSERT_NE(told, claims.end());
    ASSERT_TRUE(told->object.has_value());
    EXPECT_EQ(words(coded.report.text, told->object->head), "flights");
}

TEST(FindClaims, LightVerbGivesWayToItsNoun) {
    EXPECT_EQ(claims_of("Rebels rebel NOUN NNS 2 nsubj\n"
                        "launched launch VERB VBD 0 ROOT\n"
                        "an a DET DT 4 det\n"
                        "attack attack NOUN NN 2 dobj\n"
                        "on on ADP IN 4 prep\n"
                        "soldiers soldier NOUN NNS 5 pobj\n"),
              "ASSAULT/ happened: Rebels > soldiers\n");
}

TEST(FindClaims, RefusalAndItsContent) {
    EXPECT_EQ(claims_of("Officials official NOUN NNS 2 nsubj\n"
                        "refused refuse VERB VBD 0 ROOT\n"
                        "to to PART TO 4 aux\n"
                        "release release VERB VB 2 xcomp\n"
                        "prisoners prisoner NOUN NNS 4 dobj\n"),
              "REJECT/yield happened: Officials > prisoners\n"
              "RETREAT/release planned: Officials > prisoners\n");
}

TEST(FindClaims, ListsOfActors) {
    EXPECT_EQ(claims_of("Soldiers soldier NOUN NNS 4 nsubj\n"
                        "and and CCONJ CC 1 cc\n"
                        "police police NOUN NNS 1 conj\n"
                        "attacked attack VERB VBD 0 ROOT\n"
                        "villagers villager NOUN NNS 4 dobj\n"),
              "ASSAULT/ happened: Soldiers police > villagers\n");
}

TEST(FindClaims, WillAndNot) {
    EXPECT_EQ(claims_of("Envoys envoy NOUN NNS 4 nsubj\n"
                        "will will AUX MD 4 aux\n"
                        "not not PART RB 4 neg\n"
                        "meet meet VERB VB 0 ROOT\n"
                        "rebels rebel NOUN NNS 4 dobj\n"),
              "CONSULT/ planned: Envoys > rebels\n");
}

TEST(FindClaims, RelativeClauseTakesItsNoun) {
    EXPECT_EQ(claims_of("Rebels rebel NOUN NNS 4 nsubj\n"
                        "who who PRON WP 3 nsubj\n"
                        "surrendered surrender VERB VBD 1 relcl\n"
                        "praised praise VERB VBD 0 ROOT\n"
                        "officials official NOUN NNS 4 dobj\n"),
              "RETREAT/disarm happened: Rebels >\n"
              "SUPPORT/ happened: Rebels > officials\n");
}

TEST(FindClaims, SubjectOfSufferingVerbIsTheRecipient) {
    EXPECT_EQ(claims_of("Troops troop NOUN NNS 2 nsubj\n"
                        "suffered suffer VERB VBD 0 ROOT\n"
                        "an a DET DT 4 det\n"
                        "attack attack NOUN NN 2 dobj\n"
                        "by by ADP IN 4 prep\n"
                        "militants militant NOUN NNS 5 pobj\n"),
              "ASSAULT/ happened: militants > Troops\n");
}

TEST(FindClaims, DeniedConditionalAndFailed) {
    EXPECT_EQ(claims_of("Soldiers soldier NOUN NNS 4 nsubj\n"
                        "did do AUX VBD 4 aux\n"
                        "not not PART RB 4 neg\n"
                        "attack attack VERB VB 0 ROOT\n"
                        "villagers villager NOUN NNS 4 dobj\n"),
              "ASSAULT/ denied: Soldiers > villagers\n");
    EXPECT_EQ(claims_of("Envoys envoy NOUN NNS 3 nsubj\n"
                        "may may AUX MD 3 aux\n"
                        "meet meet VERB VB 0 ROOT\n"
                        "rebels rebel NOUN NNS 3 dobj\n"),
              "CONSULT/ possible: Envoys > rebels\n");
}

TEST(FindClaims, CountsTheDead) {
    const CodedReport coded = small_parse("Rebels rebel NOUN NNS 2 nsubj\n"
                                          "killed kill VERB VBD 0 ROOT\n"
                                          "twenty twenty NUM CD 5 compound\n"
                                          "- - PUNCT HYPH 5 punct\n"
                                          "three three NUM CD 6 nummod\n"
                                          "villagers villager NOUN NNS 2 dobj\n");
    const auto claims = find_claims(coded, lexicon());
    ASSERT_EQ(claims.size(), 1U);
    ASSERT_EQ(claims[0].counts.size(), 1U);
    EXPECT_EQ(claims[0].counts[0].what, "killed");
    EXPECT_EQ(claims[0].counts[0].low, 23);
    EXPECT_EQ(claims[0].cameo, "190");
    EXPECT_EQ(claims[0].quad, 4);
}

TEST(FindClaims, SurvivesAParseWithCyclesAndNoSentence) {
    EXPECT_EQ(claims_of(""), "");
    EXPECT_NO_THROW(claims_of("attacked attack VERB VBD 2 conj\n"
                              "killed kill VERB VBD 1 conj\n"));
}

} // namespace

} // namespace dateline::what

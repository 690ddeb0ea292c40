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

} // namespace

} // namespace dateline::what

#include "who/group_members.hpp"

#include <gtest/gtest.h>

#include "../what/small_parse.hpp"

namespace dateline::who {
namespace {

Actor actor(const CodedReport& coded, std::string kind, std::string form, TokenIndex head) {
    Actor made;
    made.name = words(coded.parse.text, coded.parse.at(head).span);
    made.kind = std::move(kind);
    made.mentions.push_back({coded.parse.at(head).span, std::move(form), head});
    return made;
}

CodedReport meeting() {
    CodedReport coded = what::small_parse("Ada Ada PROPN NNP 2 nsubj\n"
                                          "met meet VERB VBD 0 ROOT\n"
                                          "Eve Eve PROPN NNP 2 dobj\n"
                                          "; ; PUNCT : 2 punct\n"
                                          "the the DET DT 7 det\n"
                                          "two two NUM CD 7 nummod\n"
                                          "leaders leader NOUN NNS 8 nsubj\n"
                                          "spoke speak VERB VBD 2 conj\n");
    coded.actors.push_back(actor(coded, "person", "name", 0));
    coded.actors.push_back(actor(coded, "person", "name", 2));
    coded.actors.push_back(actor(coded, "person", "noun", 6));
    return coded;
}

TEST(GroupMembers, AGroupOfTwoIsTheTwoNamedBefore) {
    CodedReport coded = meeting();
    fill_members(coded.parse, coded.actors);
    EXPECT_EQ(coded.actors[2].members, (std::vector<std::size_t>{0, 1}));
    EXPECT_TRUE(coded.actors[0].members.empty());
}

TEST(GroupMembers, OneOfThemIsNotEnough) {
    CodedReport coded = meeting();
    coded.actors[1].kind = "state";
    fill_members(coded.parse, coded.actors);
    EXPECT_TRUE(coded.actors[2].members.empty());
}

} // namespace
} // namespace dateline::who

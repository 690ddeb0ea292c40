#include <gtest/gtest.h>

#include "record/read_json.hpp"

namespace dateline {

namespace {

// "Ada met Bob ." with "met" as root
constexpr std::string_view line = R"({"id":"r","text":"Ada met Bob.","sentences":[[0,12]],
"names":[{"start":0,"end":3,"type":"PERSON"}],"tokens":[
{"start":0,"end":3,"lemma":"Ada","tag":"NNP","pos":"PROPN","head":1,"dep":"nsubj"},
{"start":4,"end":7,"lemma":"meet","tag":"VBD","pos":"VERB","head":1,"dep":"ROOT"},
{"start":8,"end":11,"lemma":"Bob","tag":"NNP","pos":"PROPN","head":1,"dep":"dobj"},
{"start":11,"end":12,"lemma":".","tag":".","pos":"PUNCT","head":1,"dep":"punct"}]})";

TEST(Parse, CompletesTheTree) {
    const CodedReport coded = read_coded_report(line);
    const Parse& parse = coded.parse;
    ASSERT_EQ(parse.size(), 4);
    EXPECT_EQ(parse.sentences[0].root, 1);
    EXPECT_EQ(parse.child(1, Dep::nsubj), 0);
    EXPECT_EQ(parse.child(1, Dep::dobj), 2);
    EXPECT_EQ(parse.child(0, Dep::det), no_token);
    EXPECT_EQ(parse.at(1).left_edge, 0);
    EXPECT_EQ(parse.at(1).right_edge, 3);
    EXPECT_EQ(parse.at(0).name_type, NameType::person);
    EXPECT_EQ(parse.at(2).name, -1);
    EXPECT_EQ(parse.token_at(5), 1);
    EXPECT_EQ(parse.at(0).text, "Ada");
    EXPECT_EQ(parse.at(3).tag, Tag::period);
}

TEST(Parse, SurvivesCyclesOfHeads) {
    const CodedReport coded = read_coded_report(R"({"text":"a b","sentences":[[0,3]],"tokens":[
{"start":0,"end":1,"head":1,"dep":"x"},{"start":2,"end":3,"head":0,"dep":"x"}]})");
    EXPECT_EQ(coded.parse.at(0).right_edge, 1);
}

TEST(Labels, GoThereAndBack) {
    EXPECT_EQ(to_text(Dep::case_), "case");
    EXPECT_EQ(dep_of("nsubjpass"), Dep::nsubjpass);
    EXPECT_EQ(dep_of("obj"), Dep::other);
    EXPECT_EQ(tag_of("PRP$"), Tag::prps);
    EXPECT_EQ(name_type_of("GPE"), NameType::gpe);
}

TEST(TextArena, KeepsViewsWhenItGrows) {
    TextArena arena;
    std::vector<std::string_view> views;
    for (int i = 0; i < 5000; ++i) views.push_back(arena.keep("text " + std::to_string(i)));
    const TextArena moved = std::move(arena);
    for (int i = 0; i < 5000; ++i) ASSERT_EQ(views[static_cast<std::size_t>(i)], "text " + std::to_string(i));
}

} // namespace

} // namespace dateline

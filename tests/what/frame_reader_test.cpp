#include <map>

#include <gtest/gtest.h>

#include "base/error.hpp"
#include "what/frame_reader.hpp"
#include "what/lexicon.hpp"

namespace dateline::what {

namespace {

TEST(ReadFrames, OneFrameForEachTrigger) {
    const auto frames = read_frames("[ACCUSE/disapprove 111 diplomatic]\n"
                                    "condemn, slam v | subj > obj's/for | obj!=@weather /allege #112\n"
                                    "  = Lima slammed the raid by Quito. => Lima > Quito [happened]\n",
                                    "test");
    ASSERT_EQ(frames.size(), 2U);
    EXPECT_EQ(frames[1].lemma, "slam");
    EXPECT_EQ(frames[1].type, "ACCUSE");
    EXPECT_EQ(frames[1].mode, "allege");
    EXPECT_EQ(frames[1].cameo, "112");
    ASSERT_EQ(frames[0].recipients.size(), 2U);
    EXPECT_TRUE(frames[0].recipients[0].owner);
    EXPECT_EQ(frames[0].recipients[1].preposition, "for");
    ASSERT_EQ(frames[0].examples.size(), 1U);
    EXPECT_EQ(frames[0].examples[0].status, "happened");
}

TEST(ReadFrames, ParticlesAndPhrases) {
    const auto frames = read_frames(
        "[ASSAULT]\ncome v +under=fire,attack | from/by > subj\ncall v +off | subj + with\n", "test");
    ASSERT_EQ(frames.size(), 2U);
    EXPECT_TRUE(frames[0].constraints[0].in_trigger);
    EXPECT_EQ(frames[0].constraints[0].words.size(), 2U);
    EXPECT_EQ(frames[1].particles, std::vector<std::string>{"off"});
    EXPECT_EQ(frames[1].direction, Direction::reciprocal);
}

TEST(ReadFrames, OneConditionForSeveralPlaces) {
    const auto frames = read_frames("[MOBILIZE]\nfire v | subj > near | obj=missile at/on!=*\n", "test");
    const std::vector<Constraint>& conditions = frames.at(0).constraints;
    ASSERT_EQ(conditions.size(), 2U);
    EXPECT_EQ(conditions[0].places.size(), 1U);
    ASSERT_EQ(conditions[1].places.size(), 2U);
    EXPECT_EQ(conditions[1].places[1].preposition, "on");
    EXPECT_TRUE(conditions[1].negated);
    EXPECT_THROW(read_frames("[AID]\ngive v | subj > to | -=a\n", "test"), Error);
}

TEST(ReadFrames, NamesTheLineOfAnError) {
    try {
        read_frames("[AID]\n\ngive x | subj > to\n", "mine.txt");
        FAIL();
    } catch (const Error& problem) {
        EXPECT_NE(std::string(problem.what()).find("mine.txt:3"), std::string::npos) << problem.what();
    }
}

TEST(Lexicon, BuiltInFramesAreSound) {
    const Lexicon lexicon;
    EXPECT_GT(lexicon.frames().size(), 4000U);
    EXPECT_FALSE(lexicon.frames_of("attack", Pos::verb).empty());
    EXPECT_FALSE(lexicon.frames_of("raid", Pos::noun).empty()); // by the last word of `air raid` too
}

TEST(Lexicon, EveryLineHasAnExample) {
    const Lexicon lexicon;
    std::map<std::pair<std::string, int>, std::size_t> examples;
    for (const Frame& frame : lexicon.frames()) examples[{frame.file, frame.line}] += frame.examples.size();
    for (const auto& [line, count] : examples) EXPECT_GT(count, 0U) << line.first << ":" << line.second;
}

TEST(Lexicon, MendsDictionaryFormsOfThePast) {
    const Lexicon lexicon;
    EXPECT_FALSE(lexicon.frames_of("stag", Pos::verb).empty());    // staged
    EXPECT_FALSE(lexicon.frames_of("cordone", Pos::verb).empty()); // cordoned
}

} // namespace

} // namespace dateline::what

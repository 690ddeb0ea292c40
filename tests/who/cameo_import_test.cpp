#include "who/cameo_import.hpp"

#include <gtest/gtest.h>

#include "../temporary_file.hpp"
#include "who/actor_book.hpp"

namespace dateline::who {
namespace {

constexpr const char* actors = R"(<!-- a small dictionary
of invented people -->
HARBOUR_FRONT_ [NORREB]   ; a comment
+FRONT_OF_THE_HARBOUR_
ADA_QUILLFEATHER_
+MINISTER_QUILLFEATHER_
	[NORGOV 990101-20031231]
	[NOROPP <990101]
	[NORELI >20031231]
	[NORELI]
TIDE_WATCH_INTERNATIONAL_ [NGOENV]
NORWAY_ [NOR]
LEAGUE_OF_SHOALS_ [~PTY]
)";

TEST(CameoDictionary, EntriesWithSynonymsCodesAndDays) {
    const Dictionary found = read_dictionary(actors);
    EXPECT_TRUE(found.problems.empty());
    EXPECT_FALSE(found.of_agents);
    ASSERT_EQ(found.entries.size(), 5U);
    EXPECT_EQ(found.entries[0].names, (std::vector<std::string>{"HARBOUR_FRONT_", "FRONT_OF_THE_HARBOUR_"}));
    EXPECT_EQ(found.entries[0].line, 3);
    const auto& dated = found.entries[1].codes;
    ASSERT_EQ(dated.size(), 4U);
    EXPECT_EQ(dated[0].from + ".." + dated[0].to, "1999-01-01..2003-12-31");
    EXPECT_EQ(dated[1].from + ".." + dated[1].to, "..1998-12-31") << "before a day is up to the day before";
    EXPECT_EQ(dated[2].from + ".." + dated[2].to, "2004-01-01..") << "after a day is from the day behind it";
    EXPECT_EQ(dated[3].from + ".." + dated[3].to, "..");
}

TEST(CameoDictionary, Days) {
    EXPECT_EQ(dictionary_day("030501"), "2003-05-01");
    EXPECT_EQ(dictionary_day("991231"), "1999-12-31");
    EXPECT_EQ(dictionary_day("19300101"), "1930-01-01");
    EXPECT_EQ(dictionary_day("2003-05-01"), "2003-05-01");
    EXPECT_EQ(dictionary_day("2003"), "2003");
    EXPECT_EQ(dictionary_day("20030500"), "2003-05");
    EXPECT_EQ(dictionary_day("20030230"), "");
    EXPECT_EQ(dictionary_day("May"), "");
    EXPECT_EQ(dictionary_day(""), "");
}

TEST(CameoDictionary, WhatIsNotUnderstoodIsNamedWithItsLine) {
    const Dictionary found = read_dictionary("+NOBODY_\n\nHARBOUR_FRONT_ [NORREB\nHILL_FRONT_ [norreb]\n"
                                             "SHORE_FRONT_ [NORREB May]\nEMPTY_\n");
    ASSERT_EQ(found.problems.size(), 8U); // three entries end without a code as well
    EXPECT_EQ(found.problems[0].line, 1);
    EXPECT_EQ(found.problems[1].line, 3);
    EXPECT_TRUE(found.entries.empty());
}

TEST(CameoDictionary, SetsBecomeAllTheirWords) {
    const Dictionary found =
        read_dictionary("!WATCHER! = WATCHER, LOOKOUT\nHARBOUR_!WATCHER!_ [~COP]\nPILOT {} [~LAB]\n");
    EXPECT_TRUE(found.of_agents);
    ASSERT_EQ(found.entries.size(), 2U);
    EXPECT_EQ(found.entries[0].names, (std::vector<std::string>{"HARBOUR_WATCHER_", "HARBOUR_LOOKOUT_"}));
    EXPECT_EQ(found.entries[1].names, std::vector<std::string>{"PILOT"});
}

TEST(CameoImport, ActorsBecomeEntriesTheBookReads) {
    const ActorBook built_in;
    CameoImport import(built_in);
    const ImportedBook made = import.import(actors);
    EXPECT_EQ(made.actors, 4U);
    EXPECT_EQ(made.known, 1U) << "Norway is known";
    EXPECT_TRUE(made.left_out.empty());
    std::string text;
    for (const std::string& line : made.lines) text += line + "\n";
    const ActorBook book({file_of("imported.txt", text)});
    const BookEntry* front = book.find("Front of the Harbour");
    ASSERT_NE(front, nullptr);
    EXPECT_EQ(front->kind, "armed_group");
    EXPECT_EQ(front->country, "NOR");
    const BookEntry* ada = book.find("Ada Quillfeather");
    ASSERT_NE(ada, nullptr);
    EXPECT_EQ(ada->kind, "person");
    EXPECT_EQ(ada->code_on("2001-07-01"), "NORGOV");
    EXPECT_EQ(ada->code_on("1998-07-01"), "NOROPP");
    EXPECT_EQ(ada->code_on("2010-01-01"), "NORELI");
    EXPECT_EQ(book.sectors_on(*ada, "2001-07-01"), std::vector<std::string>{"GOV"});
    EXPECT_EQ(book.find("League of Shoals")->sectors, std::vector<std::string>{"PTY"});
    EXPECT_EQ(book.find("Tide Watch International")->kind, "ngo");
}

TEST(CameoImport, AgentsBecomeNouns) {
    const ActorBook built_in;
    CameoImport import(built_in);
    const ImportedBook made = import.import("HARBOURMASTER {} [~GOV]\nPILOT_BOAT_CREW [~LAB]\nFOG [~QQQ]\n");
    EXPECT_EQ(made.nouns, 2U);
    ASSERT_EQ(made.left_out.size(), 1U);
    EXPECT_EQ(made.left_out[0].line, 3);
    std::string text;
    for (const std::string& line : made.lines) text += line + "\n";
    const ActorBook book({file_of("nouns.txt", text)});
    ASSERT_NE(book.agent("harbourmaster"), nullptr);
    EXPECT_EQ(book.agent("harbourmaster")->sectors, std::vector<std::string>{"GOV"});
    EXPECT_NE(book.agent("pilot boat crew"), nullptr);
}

TEST(CameoImport, NothingIsLostSilently) {
    const ActorBook built_in;
    CameoImport import(built_in);
    const ImportedBook made = import.import("HARBOUR_FRONT_ [NORREB]\nHARBOUR_FRONT_ [NORGOV]\n"
                                            "HILL_FRONT_ [NORREB] [NORMIL]\nSHORE_FRONT_ [NORRE]\n");
    EXPECT_EQ(made.actors, 2U);
    ASSERT_EQ(made.left_out.size(), 3U);
    EXPECT_EQ(made.left_out[0].line, 2);
    EXPECT_EQ(made.left_out[1].line, 3);
    EXPECT_EQ(made.left_out[2].line, 4);
}

} // namespace
} // namespace dateline::who

#include "who/book_entry.hpp"

#include "../temporary_file.hpp"

namespace dateline::who {
namespace {

std::string refusal(const std::string& line) {
    return message_of([&] { read_entry(line, "mine.txt:7"); });
}

TEST(BookEntry, HasAllEightFields) {
    const BookEntry entry = read_entry("Ada Brook | A. Brook; Ada B. | person f | NOR | GOV | NORGOV | Q12 | "
                                       "Minister 2001-02..2003; Envoy 2005..",
                                       "here");
    EXPECT_EQ(entry.name, "Ada Brook");
    EXPECT_EQ(entry.aliases, (std::vector<std::string>{"A. Brook", "Ada B."}));
    EXPECT_EQ(entry.kind, "person");
    EXPECT_EQ(entry.gender, "f");
    EXPECT_EQ(entry.country, "NOR");
    EXPECT_EQ(entry.sectors, std::vector<std::string>{"GOV"});
    EXPECT_EQ(entry.code, "NORGOV");
    EXPECT_EQ(entry.wikidata, "Q12");
    ASSERT_EQ(entry.offices.size(), 2U);
    EXPECT_EQ(entry.offices[0].title, "Minister");
    EXPECT_EQ(entry.offices[0].to, "2003");
    EXPECT_EQ(entry.offices[1].to, "");
}

TEST(BookEntry, SectorsAndCodeMayChange) {
    const BookEntry entry = read_entry("Hill Front | - | armed_group | NOR | REB; GOV PTY 2010-05-01.. | "
                                       "NORREB; NORGOV 2010-05-01.. | - | -",
                                       "here");
    EXPECT_EQ(entry.code_on("2010-04-30"), "NORREB");
    EXPECT_EQ(entry.code_on("2010-05-01"), "NORGOV");
    EXPECT_EQ(entry.code_on(""), "NORREB");
    EXPECT_EQ(entry.code_on("XXXX-05-01"), "NORREB");
    EXPECT_EQ(entry.sectors_on("2009"), std::vector<std::string>{"REB"});
    EXPECT_EQ(entry.sectors_on("2011"), (std::vector<std::string>{"GOV", "PTY"}));
}

TEST(BookEntry, IsReadBackAsWritten) {
    for (const std::string line :
         {"Ada Brook | A. Brook; Ada B. | person f | NOR | GOV; ELI 2004..2005 | NORGOV; NORELI 2004..2005 | "
          "Q12 | "
          "Minister 2001-02..2003; Envoy 2005..",
          "World Chess Body | - | igo | - | IGO | - | - | -",
          "Old Guard | - | military | SUN | MIL ..1991-12-25; ELI | SUNMIL ..1991-12-25 | - | -"}) {
        const std::string once = entry_line(read_entry(line, "here"));
        EXPECT_EQ(entry_line(read_entry(once, "here")), once);
        if (line.find("..1991") == std::string::npos) {
            EXPECT_EQ(once, line);
        }
    }
}

TEST(BookEntry, RefusesWhatIsMalformed) {
    EXPECT_NE(refusal("Ada | person").find("mine.txt:7: an actor needs eight fields"), std::string::npos);
    EXPECT_NE(refusal(" | - | igo | - | IGO | - | - | -").find("needs a name"), std::string::npos);
    EXPECT_NE(refusal("A B | - | - | - | IGO | - | - | -").find("needs a kind"), std::string::npos);
    EXPECT_NE(refusal("A B | - | robot | - | IGO | - | - | -").find("robot is no kind"), std::string::npos);
    EXPECT_NE(refusal("A B | - | igo m | - | IGO | - | - | -").find("not understood"), std::string::npos);
    EXPECT_NE(refusal("A B | - | person x | - | GOV | - | - | -").find("not understood"), std::string::npos);
    EXPECT_NE(refusal("A B | - | igo | QQQ | IGO | - | - | -").find("QQQ is no ISO"), std::string::npos);
    EXPECT_NE(refusal("A B | - | igo | - | IGO XYZ | - | - | -").find("XYZ is no sector"), std::string::npos);
    EXPECT_NE(refusal("A B | - | igo | - | IGO | igo | - | -").find("no CAMEO actor code"),
              std::string::npos);
    EXPECT_NE(refusal("A B | - | igo | - | IGO | - | 12 | -").find("12 is no Wikidata id"),
              std::string::npos);
    EXPECT_EQ(refusal("A B | - | igo | - | IGO | - | - | -"), "");
}

TEST(BookEntry, RefusesMalformedDates) {
    const auto office = [](const std::string& text) {
        return refusal("A B | - | person m | NOR | GOV | - | - | " + text);
    };
    EXPECT_NE(office("Minister").find("an office needs"), std::string::npos);
    EXPECT_NE(office("2001..2002").find("an office needs"), std::string::npos);
    EXPECT_NE(office("Minister ..2002").find("an office needs"), std::string::npos);
    EXPECT_NE(office("Minister 2001-13..").find("malformed date"), std::string::npos);
    EXPECT_NE(office("Minister 2001-1-1..").find("malformed date"), std::string::npos);
    EXPECT_NE(office("Minister 2001-01-32..").find("malformed date"), std::string::npos);
    EXPECT_NE(office("Minister 01-01-2001..").find("malformed date"), std::string::npos);
    EXPECT_NE(office("Minister 2003..2002").find("ends before it begins"), std::string::npos);
    EXPECT_EQ(office("Minister 2001-05..2001"), "");
}

TEST(BookEntry, PeriodsIncludeBothEnds) {
    EXPECT_TRUE(covers("2001-05", "2003", "2003-12-31"));
    EXPECT_TRUE(covers("2001-05", "2003", "2001-05-01"));
    EXPECT_TRUE(covers("2001-05-20", "", "2001-05"));
    EXPECT_FALSE(covers("2001-05", "2003", "2004-01-01"));
    EXPECT_FALSE(covers("2001-05", "2003", "2001-04-30"));
    EXPECT_TRUE(covers("2001-05", "2003", ""));
}

TEST(BookEntry, KeysOfSeveralWordsAreLoose) {
    EXPECT_EQ(book_key("The Workers\xE2\x80\x99 Party"), book_key("workers' PARTY"));
    EXPECT_EQ(book_key("al-Test\xC3\xA9"), book_key("Al Teste"));
    EXPECT_EQ(book_key("U.S. Senate"), book_key("US Senate"));
}

TEST(BookEntry, KeysOfSingleWordsKeepTheirCase) {
    EXPECT_NE(book_key("WHO"), book_key("Who"));
    EXPECT_NE(book_key("WHO"), book_key("who"));
    EXPECT_EQ(book_key("U.N."), book_key("UN"));
    EXPECT_EQ(book_key("\xC3\x89lys\xC3\xA9"
                       "e"),
              book_key("Elysee"));
}

TEST(BookEntry, Nouns) {
    const auto [noun, agent] = read_agent("ranger|government|COP|s", "here");
    EXPECT_EQ(noun, "ranger");
    EXPECT_EQ(agent.kind, "government");
    EXPECT_FALSE(agent.is_body);
    EXPECT_EQ(agent_line(noun, agent), "ranger|government|COP|s");
    EXPECT_NE(message_of([] { read_agent("ranger|government|COP|q", "x:1"); }), "");
    EXPECT_NE(message_of([] { read_agent("ranger|tree|COP|s", "x:1"); }), "");
}

} // namespace
} // namespace dateline::who

#include "who/actor_book.hpp"

#include <chrono>

#include "../temporary_file.hpp"

namespace dateline::who {
namespace {

std::string name_of(const BookEntry* entry) {
    return entry == nullptr ? "-" : entry->name;
}

TEST(ActorBook, BuiltInBookLoads) {
    const ActorBook book;
    EXPECT_GT(book.size(), 7000U);
    EXPECT_EQ(name_of(book.find("United Nations")), "United Nations");
    EXPECT_EQ(book.find("nobody by this name"), nullptr);
    EXPECT_EQ(book.find(""), nullptr);
}

TEST(ActorBook, EveryEntryOfTheBuiltInBookIsSound) {
    const ActorBook book;
    for (std::uint32_t i = 0; i < book.size(); ++i) EXPECT_FALSE(book.entry(i).name.empty()) << i;
}

TEST(ActorBook, FindsByAnyName) {
    const ActorBook book({file_of(
        "book.txt", "Lakeside Workers' Front | LWF; al-Bahira | armed_group | NOR | REB | - | - | -\n")});
    for (const char* name : {"Lakeside Workers' Front", "the Lakeside Workers Front",
                             "LAKESIDE WORKERS' FRONT", "LWF", "L.W.F.", "al-Bahira", "Al Bahira"})
        EXPECT_EQ(name_of(book.find(name)), "Lakeside Workers' Front") << name;
    EXPECT_EQ(book.find("lwf"), nullptr);
    EXPECT_EQ(book.find("Lakeside"), nullptr);
}

TEST(ActorBook, WordsInCapitalsAreFoundWhenLong) {
    const ActorBook book({file_of("book.txt", "Zorbatan | - | armed_group | NOR | REB | - | - | -\n"
                                              "QQAS | - | igo | - | IGO | - | - | -\n")});
    EXPECT_EQ(name_of(book.find("ZORBATAN")), "Zorbatan");
    EXPECT_EQ(book.find("zorbatan"), nullptr);
    EXPECT_EQ(book.find("Qqas"), nullptr);
}

TEST(ActorBook, RefusesANameEnteredTwice) {
    const auto twice = file_of("twice.txt", "# mine\n\nHill Party | - | party | NOR | PTY | - | - | -\n"
                                            "Dale Party | hill party | party | NOR | PTY | - | - | -\n");
    const std::string said = message_of([&] { ActorBook book({twice}); });
    EXPECT_NE(said.find("twice.txt:4: hill party is entered twice"), std::string::npos) << said;
    const auto people = file_of("people.txt", "Ada Brook | - | person f | NOR | GOV | - | - | -\n"
                                              "Ada Brook | - | person f | SWE | GOV | - | - | -\n");
    EXPECT_NE(message_of([&] { ActorBook book({people}); }), "");
}

TEST(ActorBook, RefusesAMalformedLineOfAUserFile) {
    const auto file = file_of("bad.txt", "Hill Party | - | party | NOR | PTY | - | - | Chair 2001-40..\n");
    const std::string said = message_of([&] { ActorBook book({file}); });
    EXPECT_NE(said.find("bad.txt:1: malformed date"), std::string::npos) << said;
    EXPECT_NE(message_of([] { ActorBook book({"/no/such/file"}); }), "");
}

TEST(ActorBook, BodiesOfSeveralCountriesShareAName) {
    const ActorBook book(
        {file_of("book.txt", "Norwegian Hill Party | Hill Party | party | NOR | PTY | - | - | -\n"
                             "Swedish Hill Party | Hill Party | party | SWE | PTY | - | - | -\n"
                             "Dale Party | - | party | SWE | PTY | - | - | -\n"
                             "Dale Motors | - | company | SWE | BUS | - | - | -\n")});
    EXPECT_EQ(book.find("Hill Party"), nullptr);
    EXPECT_EQ(name_of(book.find("Hill Party", "SWE")), "Swedish Hill Party");
    EXPECT_EQ(name_of(book.find("Hill Party", "NOR")), "Norwegian Hill Party");
    EXPECT_EQ(book.find("Hill Party", "FIN"), nullptr);
    EXPECT_EQ(name_of(book.find("Dale Party")), "Dale Party");
    EXPECT_EQ(book.find("Dale Party", "NOR"), nullptr) << "a party of another country is another party";
    EXPECT_EQ(name_of(book.find("Dale Motors", "NOR")), "Dale Motors") << "a firm is at home abroad";
}

TEST(ActorBook, LaterFilesTakePrecedence) {
    const auto first = file_of("first.txt", "United Nations | - | igo | - | IGO | IGOXXX | - | -\n"
                                            "Ada Brooksdatter | - | person f | NOR | GOV | - | - | -\n");
    const auto second = file_of("second.txt", "Ada Brooksdatter | - | person f | SWE | OPP | - | - | -\n"
                                              "ranger|military|MIL|s\n");
    const ActorBook book({first, second});
    EXPECT_EQ(book.find("United Nations")->code, "IGOXXX");
    EXPECT_EQ(book.find("UN")->code, "IGOUNO") << "names it does not give stay with the entry they had";
    EXPECT_EQ(book.find("Ada Brooksdatter")->country, "SWE");
    ASSERT_NE(book.find_last_name("Brooksdatter"), nullptr)
        << "the hidden one is no second person of that name";
    EXPECT_EQ(book.find_last_name("Brooksdatter")->country, "SWE");
    ASSERT_NE(book.agent("ranger"), nullptr);
    EXPECT_EQ(book.agent("ranger")->kind, "military");
}

TEST(ActorBook, LastNameOfOnePersonOnly) {
    const ActorBook book({file_of("book.txt", "Ada Quillfeather | - | person f | NOR | GOV | - | - | -\n"
                                              "Bo Quillfeather | - | person m | NOR | GOV | - | - | -\n"
                                              "Cyd Inkwellington | - | person | NOR | GOV | - | - | -\n")});
    EXPECT_EQ(book.find_last_name("Quillfeather"), nullptr);
    EXPECT_EQ(name_of(book.find_last_name("Inkwellington")), "Cyd Inkwellington");
    EXPECT_EQ(book.find_last_name("inkwellington"), nullptr);
}

TEST(ActorBook, LastNameOfWhoeverIsInOffice) {
    const ActorBook book(
        {file_of("book.txt", "Ada al-Quill | - | person f | NOR | GOV | - | - | President 1990..1999\n"
                             "Bo al-Quill | - | person m | NOR | GOV | - | - | President 2000..2009\n"
                             "Cy al-Quill | - | person m | NOR | MIL | - | - | -\n"
                             "Dee Smith | - | person f | NOR | GOV | - | - | President 2010..\n")});
    EXPECT_EQ(name_of(book.find_last_name("al-Quill", "1995-01-01")), "Ada al-Quill");
    EXPECT_EQ(name_of(book.find_last_name("Quill", "2005-01-01")), "Bo al-Quill");
    EXPECT_EQ(name_of(book.find_last_name("Quill", "2012-01-01")), "Bo al-Quill") << "lately in office";
    EXPECT_EQ(name_of(book.find_last_name("Quill", "2030-01-01")), "Cy al-Quill")
        << "the others are forgotten";
    EXPECT_EQ(name_of(book.find_last_name("Quill")), "Bo al-Quill") << "without a day the last in office";
    EXPECT_EQ(book.find_last_name("Smith", "2012-01-01"), nullptr) << "too common";
    EXPECT_TRUE(book.is_last_name("Quill"));
    EXPECT_FALSE(book.is_last_name("Smith"));
}

TEST(ActorBook, SectorsFollowTheOfficeOfTheDay) {
    const ActorBook book(
        {file_of("book.txt", "Ada Quill | - | person f | NOR | GOV | - | - | Army Chief 1990..1994; Foreign "
                             "Minister 2000-05..2003\n"
                             "Bo Lund | - | person m | NOR | LEG | - | - | Defense Minister 2000..2003\n"
                             "Cy Berg | - | person m | NOR | REB | - | - | Hill Front leader 2000..2003\n")});
    using List = std::vector<std::string>;
    const auto sectors = [&](const char* name, const char* day) {
        return book.sectors_on(*book.find(name), day);
    };
    EXPECT_EQ(sectors("Ada Quill", "1992-01-01"), List{"MIL"});
    EXPECT_EQ(sectors("Ada Quill", "2001-01-01"), List{"GOV"});
    EXPECT_EQ(sectors("Ada Quill", "2010-01-01"), List{"ELI"});
    EXPECT_EQ(sectors("Ada Quill", ""), List{"GOV"});
    EXPECT_EQ(sectors("Bo Lund", "2002-01-01"), (List{"GOV", "MIL"}));
    EXPECT_EQ(sectors("Bo Lund", "2010-01-01"), List{"LEG"}) << "what the entry says besides the office";
    EXPECT_EQ(sectors("Cy Berg", "2010-01-01"), List{"REB"});
}

TEST(ActorBook, HolderOfAnOfficeOnADay) {
    const ActorBook book({file_of(
        "book.txt",
        "Ada Brook | - | person f | NOR | GOV | - | - | Lord Warden 2001-05-02..2004-06\n"
        "Bo Lund | - | person m | NOR | GOV | - | - | Lord Warden 2004-06-30..2007; Lord Warden 2010..\n"
        "Cy Berg | - | person m | SWE | GOV | - | - | Lord Warden 2001..\n")});
    EXPECT_EQ(book.holder("lord warden", "NOR", "2001-05-01"), nullptr);
    EXPECT_EQ(name_of(book.holder("lord warden", "NOR", "2001-05-02")), "Ada Brook");
    EXPECT_EQ(name_of(book.holder("lord warden", "NOR", "2004-06-29")), "Ada Brook");
    EXPECT_EQ(book.holder("lord warden", "NOR", "2004-06-30"), nullptr) << "both on the day of change";
    EXPECT_EQ(name_of(book.holder("Lord Warden", "NOR", "2007-12-31")), "Bo Lund");
    EXPECT_EQ(book.holder("lord warden", "NOR", "2008-01-01"), nullptr);
    EXPECT_EQ(name_of(book.holder("lord warden", "NOR", "2020-01-01")), "Bo Lund");
    EXPECT_EQ(name_of(book.holder("lord warden", "SWE", "")), "Cy Berg");
    EXPECT_EQ(book.holder("lord warden", "NOR", ""), nullptr);
    EXPECT_EQ(book.holder("warden", "NOR", "2020-01-01"), nullptr);
}

} // namespace
} // namespace dateline::who

#include "merge/actors.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "build.hpp"
#include "merge/actor_keys.hpp"
#include "merge/body_names.hpp"
#include "merge/merge.hpp"

namespace dateline::merge {
namespace {

CodedReport naming(const std::string& id, const std::string& name, const std::string& kind,
                   const std::string& country = "", const std::string& form = "name") {
    ReportDraft draft(id, "2020-01-01");
    draft.sentence("The paper wrote of " + name + " at length.");
    draft.actor(name, kind, country, form);
    return std::move(draft.coded);
}

/// How many actors the two reports make, told in one story.
std::size_t actors_of(const CodedReport& one, const CodedReport& other) {
    Story story;
    story.id = "s1";
    story.reports = {one.report.id, other.report.id};
    const Reports reports(source_of(std::vector<const CodedReport*>{&one, &other}));
    return join_actors(reports, {story}).actors.size();
}

TEST(Actors, MiddleNamesComeAndGo) {
    EXPECT_EQ(actors_of(naming("r1", "Jane Q. Example", "person"), naming("r2", "Jane Example", "person")),
              1U);
    EXPECT_EQ(actors_of(naming("r1", "Jane Q. Example", "person"), naming("r2", "Jane R. Example", "person")),
              2U);
}

TEST(Actors, AreCalledByNamesOnly) {
    EXPECT_EQ(name_in_mention("Premier Ada Q. Example", "Ada Example"), "Ada Q. Example");
    EXPECT_EQ(name_in_mention("Ms. O’Example", "Ada Example"), "O’Example");
    EXPECT_EQ(name_in_mention("Al-Example", "Omar Al-Example"), "Al-Example");
    for (const std::string_view mention : {"Ada] Example", "Ada Example: We won", "Berg-Example",
                                           "Ada Example Example", "Ada Example's win Example"})
        EXPECT_EQ(name_in_mention(mention, "Ada Example"), "") << mention;
}

TEST(Actors, NameAtTheEndOfAPhrase) {
    EXPECT_EQ(name_at_end("the armed group EXM"), "EXM");
    EXPECT_EQ(name_at_end("the Example Movement for Peace and Bread"),
              "Example Movement for Peace and Bread");
    EXPECT_EQ(name_at_end("Ada's Example Party's"), "Example Party");
    EXPECT_EQ(name_at_end("the Example group"), "");
    EXPECT_EQ(name_at_end(""), "");
}

/// The names by which two reports tell of one body, of a book that knows it under its own.
std::vector<std::string> names_of_body(const std::vector<std::string>& phrases, const std::string& kind,
                                       const std::string& country = "") {
    std::vector<MergedActor> actors(1);
    actors[0].kind_of = kind;
    actors[0].country = country;
    BodyNames names;
    for (const std::string& phrase : phrases) {
        const CodedReport coded = naming("r", phrase, kind, country);
        names.count(0, coded, coded.actors[0]);
        actors[0].members.emplace_back("r", "a1");
    }
    names.give(actors);
    return actors[0].aliases;
}

TEST(Actors, BodiesHaveTheNamesThatReportsGiveThem) {
    EXPECT_EQ(names_of_body({"the group EXM", "the Example Movement", "EXM"}, "armed_group"),
              (std::vector<std::string>{"EXM", "Example Movement"}));
    std::vector<std::string> many(12, "EXM");
    many.emplace_back("Slip"); // of one report in thirteen
    EXPECT_EQ(names_of_body(many, "armed_group"), (std::vector<std::string>{"EXM"}));
    EXPECT_EQ(names_of_body({"Britain", "London", "the U.K."}, "state", "GBR"),
              (std::vector<std::string>{"Britain", "U.K."}));
}

TEST(Actors, NobodyIsCalledByTheNameOfABody) {
    ReportDraft draft("r1", "2020-01-01");
    draft.sentence(
        "The Harbourites met. Ada Lind, a leader of the Harbourites, spoke. LIND SPEAKS. Adalind won.");
    draft.actor("Harbourites", "party");
    const auto lind = static_cast<std::size_t>(draft.actor("Ada Lind", "person"));
    for (const std::string_view word : {"a leader of the Harbourites", "LIND", "Adalind"}) {
        const auto at = static_cast<std::uint32_t>(draft.coded.report.text.find(word));
        draft.coded.actors[lind].mentions.push_back(
            {{at, at + static_cast<std::uint32_t>(word.size())}, "name", no_token});
    }
    const Reports reports(source_of(std::vector<const CodedReport*>{&draft.coded}));
    for (const MergedActor& actor : join_actors(reports, {}).actors) {
        if (actor.kind_of != "person") continue;
        EXPECT_EQ(actor.aliases, (std::vector<std::string>{"Adalind"}));
    }
}

TEST(Actors, SpellingsOfOneName) {
    EXPECT_EQ(
        actors_of(naming("r1", "Hamid al-Tikrity", "person"), naming("r2", "Hameed al-Tikriti", "person")),
        1U);
}

TEST(Actors, PeopleOfOneNameAndTwoCountriesAreTwo) {
    EXPECT_EQ(actors_of(naming("r1", "John Example", "person", "USA"),
                        naming("r2", "John Example", "person", "GBR")),
              2U);
}

TEST(Actors, SpellingsThatTheBookDoesNotHave) {
    CodedReport known = naming("r1", "Amira al-Exampel", "person", "EGY");
    known.actors[0].why = "actor book: Amira al-Exampel";
    EXPECT_EQ(actors_of(known, naming("r2", "Amirah al-Exampil", "person")), 1U);
    EXPECT_EQ(actors_of(known, naming("r2", "Amirah al-Exampil", "person", "PER")), 2U);
    EXPECT_EQ(actors_of(known, naming("r2", "Omar al-Exampil", "person")), 2U);
    EXPECT_EQ(actors_of(naming("r0", "Amirah al-Exampil", "person"), known), 1U); // in any order
}

TEST(Actors, InitialsOfABody) {
    EXPECT_EQ(actors_of(naming("r1", "Northern Fish Council", "ngo"), naming("r2", "NFC", "ngo")), 1U);
    EXPECT_EQ(acronym_of("US Fish Survey"), "USFS");
}

TEST(Actors, DescribedInTheSameWords) {
    EXPECT_EQ(actors_of(naming("r1", "23 Exampleland pirates", "armed_group", "", "noun"),
                        naming("r2", "the pirates", "armed_group", "", "noun")),
              1U);
    EXPECT_EQ(actors_of(naming("r1", "23 pirates", "armed_group", "", "noun"),
                        naming("r2", "26 pirates", "armed_group", "", "noun")),
              2U);
    EXPECT_EQ(actors_of(naming("r1", "his brother", "person", "", "noun"),
                        naming("r2", "his brother", "person", "", "noun")),
              2U);
}

TEST(Actors, DescriptionKeepsNumberAndHead) {
    EXPECT_EQ(describe("three bank clerks of the branch").number, "3");
    EXPECT_EQ(describe("a 61-year-old man").head, "61-year-old man");
    EXPECT_EQ(describe("a man").head, "");
    EXPECT_EQ(describe("policemen").head, describe("the police").head);
}

TEST(ActorKeys, SpellingsAreALetterApart) {
    EXPECT_TRUE(are_spellings("Jabari", "Ja'abari", Support::none));
    EXPECT_TRUE(are_spellings("Mohammed", "Muhammad", Support::none));
    EXPECT_FALSE(are_spellings("Kelly", "Kyl", Support::full_name));
    EXPECT_FALSE(are_spellings("Sayah", "Sissi", Support::none));
    EXPECT_FALSE(are_spellings("Penn", "Pen", Support::none));
    EXPECT_TRUE(are_spellings("Penn", "Pen", Support::full_name));
}

TEST(Actors, TheSpeakerIsTheOneSpeakerOfTheStory) {
    const auto report = [](const std::string& id, const std::string& name, const std::string& role,
                           const std::string& form) {
        ReportDraft draft(id, "2020-01-07", "Paper " + id);
        draft.sentence(name +
                       " met ministers for talks on water rights and fish quotas in the northern sea.");
        const auto actor = draft.actor(name, "person", "", form);
        draft.coded.actors[static_cast<std::size_t>(actor)].role = role;
        return std::move(draft.coded);
    };
    const auto record = merge(
        pile(report("r1", "Ada Alpha", "House Speaker", "name"), report("r2", "The speaker", "", "noun")));
    ASSERT_EQ(record.actors.size(), 1U);
    EXPECT_EQ(record.actors[0].members.size(), 2U);
}

/// A report that names a court, of a country or not.
CodedReport court(const std::string& id, const std::string& country) {
    ReportDraft draft(id, "2020-03-03");
    draft.sentence("The Supreme Court sat.");
    draft.actor("Supreme Court", "government", country);
    return std::move(draft.coded);
}

TEST(Actors, OneReportsCountryIsNotThatOfAllCourts) {
    const std::vector<CodedReport> coded =
        pile(court("r1", "PHL"), court("r2", ""), court("r3", ""), court("r4", "KEN"), court("r5", "KEN"));
    Story story;
    story.id = "s1", story.reports = {"r3", "r4"};
    const ActorTable table = join_actors(Reports(source_of(coded)), {story});
    const auto actor = [&](std::size_t r) { return table.of_report[r].front(); };
    EXPECT_NE(actor(0), actor(1));
    EXPECT_EQ(table.actors[actor(1)].country, "");
    EXPECT_EQ(actor(2), actor(3)) << "the only one of its story";
    EXPECT_EQ(actor(3), actor(4));
}

TEST(Actors, ABodyIsOfTheCountryThatMostReportsGiveIt) {
    std::vector<CodedReport> coded;
    for (const char* country : {"PHL", "", "KEN", "KEN"}) {
        ReportDraft draft("r" + std::to_string(coded.size()), "2020-03-03");
        draft.sentence("Alphabetic Motors built cars.");
        const auto body = draft.actor("Alphabetic Motors", "company", country);
        draft.coded.actors[static_cast<std::size_t>(body)].code = country + std::string("BUS");
        coded.push_back(std::move(draft.coded));
    }
    const ActorTable table = join_actors(Reports(source_of(coded)), {});
    ASSERT_EQ(table.actors.size(), 1U);
    EXPECT_EQ(table.actors.front().country, "KEN");
    EXPECT_EQ(table.actors.front().code, "KENBUS");
}

} // namespace
} // namespace dateline::merge

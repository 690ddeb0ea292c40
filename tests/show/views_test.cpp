#include "show/pictures.hpp"

#include <filesystem>
#include <limits>

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/error.hpp"
#include "show/days.hpp"
#include "show/describe.hpp"
#include "show/said.hpp"
#include "show/views.hpp"
#include "show/words.hpp"
#include "show/worth.hpp"

namespace dateline::show {

namespace {

namespace fs = std::filesystem;

Event event(const std::string& id, const std::string& day, const std::string& type, int quad,
            std::vector<std::string> actors, std::vector<std::string> recipients) {
    Event out;
    out.id = id;
    out.type = type;
    out.quad = quad;
    out.from = out.to = day;
    out.status = "happened";
    out.polarity = "positive";
    out.actors = std::move(actors);
    out.recipients = std::move(recipients);
    out.reports = 1;
    return out;
}

MergedActor actor(const std::string& id, const std::string& name) {
    MergedActor out;
    out.id = id;
    out.name = name;
    return out;
}

/// A database of two envoys who met on one day and fell out on another.
class ViewTest : public testing::Test {
  protected:
    void SetUp() override {
        m_path = fs::temp_directory_path() / ("dateline-views-" + std::to_string(::getpid()) + ".db");
        TearDown();
        m_database.emplace(m_path, store::Access::create);
        Record record;
        record.actors = {actor("x1", "Ada Example"), actor("x2", "Bob Example")};
        record.events = {event("e1", "2020-01-01", "CONSULT", 1, {"x1"}, {"x2"}),
                         event("e2", "2020-01-09", "ACCUSE", 3, {"x1"}, {"x2"})};
        record.events[0].place.name = "Lima";
        record.events[0].place.resolved = true;
        record.events[0].place.lat = -12;
        record.events[0].place.lon = -77;
        m_events = record.events;
        m_database->replace_record(record);
    }
    void TearDown() override {
        m_database.reset();
        for (const char* ending : {"", "-wal", "-shm"}) fs::remove(m_path.string() + ending);
    }
    fs::path m_path;
    std::optional<store::Database> m_database;
    std::vector<Event> m_events;
};

TEST_F(ViewTest, PicturesNameWhatTheyShow) {
    Describer describer(*m_database);
    EXPECT_NE(timeline_svg(m_events, describer).find("2020-01-09"), std::string::npos);
    EXPECT_NE(map_svg(m_events, {}).find("Lima"), std::string::npos);
    const std::string meetings = meetings_svg(m_events, describer);
    EXPECT_NE(meetings.find("Ada Example"), std::string::npos);
    EXPECT_NE(meetings.find("Bob Example"), std::string::npos);
}

TEST_F(ViewTest, PicturesOfNothingAreEmpty) {
    Describer describer(*m_database);
    EXPECT_EQ(timeline_svg({}, describer), "");
    EXPECT_EQ(map_svg({m_events[1]}, {}), "");
    EXPECT_EQ(meetings_svg({m_events[1]}, describer), "");
}

TEST_F(ViewTest, ADossierSortsByWhatHappened) {
    const Page page = dossier(*m_database, "Ada Example", {});
    const auto lines = [&](std::string_view title) -> std::size_t {
        for (const Section& section : page.sections)
            if (section.title.starts_with(title)) return section.lines.size();
        return 99;
    };
    EXPECT_EQ(lines("Meetings"), 1U);
    EXPECT_EQ(lines("Demands, accusations, conflict: what it did"), 1U);
    EXPECT_EQ(lines("Visits"), 0U);
}

TEST_F(ViewTest, RelationsCountByPeriod) {
    Scope scope;
    scope.actor = "Ada Example";
    scope.against = "Bob Example";
    const store::Table weeks = relations_table(*m_database, scope, store::Period::week);
    ASSERT_EQ(weeks.rows.size(), 2U);
    EXPECT_EQ(weeks.rows[0][0].text, "2019-12-30"); // the Monday of that week
    EXPECT_EQ(weeks.rows[1][0].text, "2020-01-06");
    EXPECT_EQ(weeks.rows[1][4].text, "1"); // verbal conflict
    EXPECT_EQ(relations_table(*m_database, scope, store::Period::month).rows.size(), 1U);
}

TEST(Days, CountFromTheEpochAndBack) {
    EXPECT_EQ(day_number("1970-01-02"), 1);
    EXPECT_EQ(day_number("2023-02-29"), std::nullopt);
    EXPECT_EQ(day_number("XXXX-11-06"), std::nullopt);
    EXPECT_EQ(day_text(*day_number("2023-11-06")), "2023-11-06");
}

TEST(OneLine, SqueezesAndCutsAtABlank) {
    EXPECT_EQ(one_line("  A\n\n b  "), "A b");
    EXPECT_EQ(one_line("alpha beta gamma", 11), "alpha beta \xE2\x80\xA6");
}

TEST(Arrange, MakesOneLineOfThoseThatSayTheSame) {
    Section section{"Visits", "", {}};
    section.lines.push_back({"2023-11-05", "Ada Lind toured Oslo and Bergen", "", {"r1"}, "e1"});
    section.lines.push_back(
        {"2023-11-05", "Ada Lind toured Oslo and Bergen", "She toured both.", {"r1", "r2"}, "e2"});
    section.lines.push_back({"2023-11-06", "Ada Lind toured Oslo and Bergen", "", {"r3"}, "e3"});
    arrange(section);
    ASSERT_EQ(section.lines.size(), 2U);
    EXPECT_EQ(section.lines[0].id, "e1");
    EXPECT_EQ(section.lines[0].detail, "She toured both.");
    EXPECT_EQ(section.lines[0].sources, (std::vector<std::string>{"r1", "r2"}));
    EXPECT_EQ(section.lines[1].id, "e3");
}

TEST(Arrange, TellsASharedSentenceOnce) {
    Section section{"S",
                    "",
                    {{"", "late", "same", {}, "", "2"},
                     {"2020-01-01", "dated", "own", {}, "", "9"},
                     {"", "early", "same", {}, "", "1"}}};
    arrange(section);
    EXPECT_EQ(section.lines[0].text, "dated");
    EXPECT_EQ(section.lines[1].text, "early");
    EXPECT_EQ(section.lines[1].detail, "");
    EXPECT_EQ(section.lines[2].detail, "same");
}

TEST_F(ViewTest, ABriefNamesANameOnce) {
    Describer describer(*m_database);
    EXPECT_EQ(describer.actor_names({"x1", "x1", "x2"}), "Ada Example and Bob Example");
}

TEST_F(ViewTest, APeriodThatEndsBeforeItBeginsIsRefused) {
    Scope scope;
    scope.since = "2020-03-02";
    scope.until = "2020-03-01";
    EXPECT_THROW(brief(*m_database, scope), Error);
    scope.since = scope.until;
    EXPECT_NO_THROW(brief(*m_database, scope));
}

TEST_F(ViewTest, ABriefSaysHowMuchItTells) {
    EXPECT_TRUE(brief(*m_database, {}).summary.ends_with("2 events, 2 of them told here."));
    Scope scope;
    scope.limit = 1;
    const Page page = brief(*m_database, scope);
    EXPECT_TRUE(page.summary.ends_with("1 of them told here; dateline timeline lists all."));
    EXPECT_EQ(page.sections[0].note, "1 other; --limit N shows more, dateline timeline all.");
}

/// A report whose only sentence is one claim with a deed behind its first two words.
CodedReport told(const std::string& sentence) {
    CodedReport coded;
    coded.report.id = "r1";
    coded.report.text = sentence;
    Sentence all;
    all.span = {0, static_cast<std::uint32_t>(sentence.size())};
    coded.parse.sentences.push_back(all);
    Claim claim;
    claim.id = "c1";
    const auto start = static_cast<std::uint32_t>(std::string("Ada Example ").size());
    claim.deed = Span{start, static_cast<std::uint32_t>(sentence.find(','))};
    claim.trigger = {start, static_cast<std::uint32_t>(sentence.find(' ', start))};
    claim.actors = {{-1, {0, start - 1}}};
    coded.claims.push_back(claim);
    return coded;
}

TEST_F(ViewTest, ALineIsASentenceWhereTheReportHasOne) {
    m_database->add(told("Ada Example greeted envoy Bob Example at the port, where he had waited for hours."),
                    "1");
    Record record;
    record.actors = {actor("x1", "Ada Example"), actor("x2", "Bob Example"), actor("x3", "Cleo Sample")};
    m_events[0].claims = {{"r1", "c1"}};
    record.events = {m_events[0]};
    m_database->replace_record(record);
    EXPECT_EQ(Describer(*m_database).event_line(m_events[0]).text,
              "Ada Example greeted envoy Bob Example at the port, Lima (CONSULT)");
    m_events[0].recipients = {"x2", "x3"}; // of whom the words do not tell
    EXPECT_EQ(Describer(*m_database).event_line(m_events[0]).text,
              "Ada Example with Bob Example and Cleo Sample: greeted, Lima (CONSULT)");
}

TEST_F(ViewTest, AListSaysThatItWasCut) {
    Scope scope;
    EXPECT_EQ(timeline(*m_database, scope).summary, "2 events.");
    EXPECT_EQ(disputes(*m_database, scope).summary, "The reports do not contradict each other.");
    EXPECT_EQ(actors(*m_database, "", 2).summary, "");
    scope.limit = 1;
    EXPECT_EQ(timeline(*m_database, scope).summary, "Only the first 1; --limit N shows more.");
    EXPECT_EQ(timeline(*m_database, scope).sections[0].lines.size(), 1U);
    EXPECT_EQ(actors(*m_database, "", 1).summary, "Only the first 1; --limit N shows more.");
    scope.limit = std::numeric_limits<std::size_t>::max();
    EXPECT_EQ(timeline(*m_database, scope).summary, "2 events.");
}

TEST(Worth, AMeetingOfOneIsNone) {
    EXPECT_EQ(worth(event("e", "2020-01-01", "CONSULT", 1, {"x1"}, {}), {}), 0);
    EXPECT_GT(worth(event("e", "2020-01-01", "CONSULT", 1, {"x1"}, {"x2"}), {}), 0);
    EXPECT_EQ(worth(event("e", "2020-01-01", "", 0, {"x1"}, {"x2"}), {}), 0); // by one report, nowhere
}

TEST(Worth, BackgroundGainsLess) {
    const Period period{"2020-01-01", "2020-01-03"};
    const auto met = [](const std::string& day) { return event("e", day, "CONSULT", 1, {"x1"}, {"x2"}); };
    EXPECT_GT(worth(met("2020-01-01"), period), worth(met(""), period));
    EXPECT_EQ(worth(met("1999-01-01"), period), 0);
    EXPECT_TRUE(is_background(met("1999-01-01"), period));
}

TEST(Worth, PronounsAndFragmentsSayNothing) {
    const auto said = [](const std::string& speaker, const std::string& words) {
        store::SaidInfo info;
        info.speaker = speaker;
        info.words = words;
        return worth(info);
    };
    EXPECT_EQ(said("they", "the road will open in May"), 0);
    EXPECT_EQ(said("Ada Example", "is the road that was closed"), 0);
    EXPECT_GT(said("Ada Example", "the road will open in May"),
              said("a driver", "the road will open in May"));
}

TEST(Worth, NamesMayBeginWithAnyLetter) {
    store::SaidInfo said;
    said.words = "the road will open in May";
    said.speaker = "Ada Example";
    const int named = worth(said);
    said.speaker = "\xC3\x89lodie Example";
    EXPECT_EQ(worth(said), named);
}

TEST(Words, StandOnTheirListsInAnyCase) {
    EXPECT_TRUE(is_on(WordList::nobody, "They"));
    EXPECT_TRUE(is_on(WordList::light, "took part"));
    EXPECT_FALSE(is_on(WordList::light, "taken"));
    EXPECT_TRUE(is_mere_saying("Also said"));
    EXPECT_TRUE(is_mere_saying("according to"));
    EXPECT_FALSE(is_mere_saying("denied"));
}

TEST(Words, AnEventIsNamedByItsModeWhereThatHasAName) {
    EXPECT_EQ(event_name("ASSAULT", "abduct"), "abduction");
    EXPECT_EQ(event_name("ASSAULT", "beat"), "attack");
    EXPECT_EQ(event_name("ASSAULT", ""), "attack");
    EXPECT_EQ(event_name("", ""), "");
}

TEST(Worth, KeepsTheHighestInTheirOrder) {
    std::vector<std::string> items{"a", "b", "c", "d"};
    EXPECT_EQ(keep_worthiest(items, {1, 3, 2, 3}, 3), 1U);
    EXPECT_EQ(items, (std::vector<std::string>{"b", "c", "d"}));
}

TEST(SaidLine, LeavesOutAMereSaid) {
    store::SaidInfo said;
    said.published = "2020-01-02";
    said.speaker = "Ada Example";
    said.cue = "said";
    said.words = "that the road will open";
    EXPECT_EQ(said_line(said).text, "Ada Example: the road will open");
    for (const char* with_colon : {"said:", ":"}) {
        said.cue = with_colon;
        EXPECT_EQ(said_line(said).text, "Ada Example: the road will open");
    }
    for (const char* denial : {"denied", "denied:"}) {
        said.cue = denial;
        EXPECT_EQ(said_line(said).text, "Ada Example (denied): the road will open");
    }
    said.cue = "to deny";
    EXPECT_EQ(said_line(said).text, "Ada Example (deny): the road will open");
}

} // namespace

} // namespace dateline::show

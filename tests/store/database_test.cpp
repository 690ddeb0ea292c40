#include <filesystem>
#include <tuple>

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/error.hpp"
#include "store/database.hpp"

namespace dateline::store {

namespace {

namespace fs = std::filesystem;

CodedReport report(const std::string& id, const std::string& text) {
    CodedReport coded;
    coded.report.id = id;
    coded.report.text = text;
    coded.report.source = "Harbour Daily";
    return coded;
}

Event event(const std::string& id, const std::string& from, std::vector<std::string> actors) {
    Event out;
    out.id = id;
    out.from = out.to = from;
    out.actors = std::move(actors);
    out.status = "happened";
    return out;
}

std::vector<std::string> ids(const std::vector<Event>& events) {
    std::vector<std::string> out;
    for (const Event& e : events) out.push_back(e.id);
    return out;
}

class DatabaseTest : public testing::Test {
  protected:
    void SetUp() override {
        m_path = fs::temp_directory_path() / ("dateline-test-" + std::to_string(::getpid()) + ".db");
        TearDown();
    }
    void TearDown() override {
        for (const char* ending : {"", "-wal", "-shm"}) fs::remove(m_path.string() + ending);
    }
    fs::path m_path;
};

TEST_F(DatabaseTest, KnowsAContentAgain) {
    Database database(m_path, Access::create);
    EXPECT_FALSE(database.contains("c1"));
    EXPECT_EQ(database.add(report("r", "Rain fell."), "c1"), "r");
    EXPECT_TRUE(database.contains("c1"));
    EXPECT_EQ(database.coded("r")->report.source, "Harbour Daily");
}

TEST_F(DatabaseTest, GivesASecondContentOfOneIdAnother) {
    Database database(m_path, Access::create);
    database.add(report("r", "Rain fell."), "aaaaaaaa1");
    const std::string id = database.add(report("r", "Snow fell."), "bbbbbbbb1");
    EXPECT_EQ(id, "r~bbbbbbbb");
    EXPECT_EQ(database.coded(id)->report.id, id);
    EXPECT_EQ(database.coded("r")->report.text, "Rain fell.");
}

TEST_F(DatabaseTest, TheContentDecidesWhoKeepsAnId) {
    Database database(m_path, Access::create);
    CodedReport snow = report("r", "Snow fell.");
    snow.parse.sentences.emplace_back().span = {0, 10};
    snow.claims.emplace_back().id = "c1";
    snow.claims.back().trigger = {5, 9};
    database.add(snow, "cccccccc1");
    Decision decision;
    decision.action = "rename";
    decision.of = "event";
    decision.name = "The snow";
    decision.these = {{"r", 5, 9, "c1"}};
    database.decide(decision);
    EXPECT_EQ(database.add(report("r", "Rain fell."), "aaaaaaaa1"), "r");
    EXPECT_EQ(database.add(report("r", "Hail fell."), "bbbbbbbb1"), "r~bbbbbbbb");
    EXPECT_EQ(database.coded("r")->report.text, "Rain fell.");
    EXPECT_EQ(database.coded("r~cccccccc")->report.id, "r~cccccccc");
    EXPECT_EQ(database.coded_for_merge("r~cccccccc").report.text, "Snow fell.");
    EXPECT_EQ(database.claim_info("r~cccccccc", "c1")->sentence, "Snow fell.");
    EXPECT_FALSE(database.claim_info("r", "c1"));
    EXPECT_TRUE(database.contains("cccccccc1"));
    EXPECT_EQ(database.decisions().front().these.front().report, "r~cccccccc");
}

TEST_F(DatabaseTest, IsDueForMergeWhenReportsCame) {
    Database database(m_path, Access::create);
    EXPECT_TRUE(database.merge_is_due());
    database.replace_record({});
    EXPECT_FALSE(database.merge_is_due());
    database.add(report("r", "Rain fell."), "c1");
    EXPECT_TRUE(database.merge_is_due());
}

TEST_F(DatabaseTest, LosesAnUncommittedBatchOnly) {
    {
        Database database(m_path, Access::create);
        database.begin();
        database.add(report("kept", "A."), "c1");
        database.commit();
        database.begin();
        database.add(report("lost", "B."), "c2");
    }
    Database again(m_path, Access::create);
    EXPECT_TRUE(again.contains("c1"));
    EXPECT_FALSE(again.contains("c2"));
}

TEST_F(DatabaseTest, EventsOfAPeriodLieThereByHalfTheirDaysAtLeast) {
    Database database(m_path, Access::create);
    Record record;
    record.events = {event("day", "2020-03-05", {}), event("week", "2020-03-02", {}),
                     event("year", "2020-01-01", {}), event("none", "", {})};
    record.events[1].to = "2020-03-08";
    record.events[2].to = "2020-12-31";
    database.replace_record(record);
    const auto found = [&](const char* since, const char* until) {
        EventFilter filter;
        filter.since = since;
        filter.until = until;
        return ids(database.events(filter));
    };
    EXPECT_EQ(found("2020-03-05", "2020-03-07"), (std::vector<std::string>{"day"}));
    EXPECT_EQ(found("2020-03-05", "2020-03-08"), (std::vector<std::string>{"week", "day"}));
    EXPECT_EQ(found("2020-06-01", ""), (std::vector<std::string>{"year"}));
    EXPECT_EQ(found("", "2020-03-04"), (std::vector<std::string>{}));
    EXPECT_EQ(found("2020-01-01", "2020-12-31"), (std::vector<std::string>{"year", "week", "day"}));
}

TEST_F(DatabaseTest, FindsEventsByActorAndDay) {
    Database database(m_path, Access::create);
    Record record;
    record.actors.push_back({"A", "Ada Example", {"Example"}, "person", "", {}, "", "", {{"r", "a1"}}, {}});
    record.events = {event("e2", "2020-01-02", {"A", "B"}), event("e1", "2020-01-01", {"A"}),
                     event("e3", "", {"B"})};
    database.replace_record(record);
    EXPECT_EQ(ids(database.events({})), (std::vector<std::string>{"e1", "e2", "e3"}));
    EventFilter by_actor;
    by_actor.actors = {"A"};
    EXPECT_EQ(ids(database.events(by_actor)), (std::vector<std::string>{"e1", "e2"}));
    by_actor.against = {"B"};
    EXPECT_EQ(ids(database.events(by_actor)), (std::vector<std::string>{"e2"}));
    EventFilter since;
    since.since = "2020-01-02";
    EXPECT_EQ(ids(database.events(since)), (std::vector<std::string>{"e2"}));
    EventFilter most;
    most.most = 1;
    record.events[2].reports = 3;
    database.replace_record(record);
    EXPECT_EQ(ids(database.events(most)), (std::vector<std::string>{"e3"}));
    most.actors = {"A"};
    most.most = 5;
    EXPECT_EQ(ids(database.events(most)), (std::vector<std::string>{"e1", "e2"}));
    ASSERT_EQ(database.find_actors("example", 5).size(), 1U);
    EXPECT_EQ(database.find_actors("example", 5)[0].name, "Ada Example");
    record.actors.push_back(
        {"N", "Norway", {}, "state", "NOR", {}, "NOR", "", {{"r", "a2"}, {"s", "a1"}}, {}});
    record.actors.push_back({"F", "NOR", {}, "company", "", {}, "", "", {{"r", "a4"}}, {}});
    record.actors.push_back({"O", "NORAD Town", {}, "state", "NOR", {}, "NOR", "", {{"r", "a3"}}, {}});
    database.replace_record(record);
    record.actors.push_back(
        {"G", "Group of Ada Exampel", {}, "population", "", {}, "", "", {{"r", "a6"}}, {}});
    record.actors.push_back(
        {"H", "Amir al-Exampel", {"Exampel"}, "person", "", {}, "", "", {{"r", "a5"}}, {}});
    database.replace_record(record);
    ASSERT_EQ(database.find_actors("Ada Exampel", 5).size(), 1U);
    EXPECT_EQ(database.find_actors("Ada Exampel", 5)[0].id, "H"); // not who is named with her
    EXPECT_EQ(database.find_actors("group", 5).size(), 1U);
    EXPECT_EQ(database.find_actors("of Ad", 5).size(), 1U); // a part of a word where no word is it
    ASSERT_EQ(database.find_actors("NOR", 5).size(), 1U);
    EXPECT_EQ(database.find_actors("NOR", 5)[0].name, "Norway");
}

TEST_F(DatabaseTest, QueryOnlyReads) {
    Database database(m_path, Access::create);
    EXPECT_THROW(database.query("DELETE FROM reports", 10), Error);
    EXPECT_THROW(database.query("SELEKT", 10), Error);
    const Table table = database.query("SELECT 1 AS one, 'x' AS letter, NULL AS empty", 10);
    EXPECT_EQ(table.columns, (std::vector<std::string>{"one", "letter", "empty"}));
    EXPECT_EQ(table.rows[0][0].kind, Table::Cell::Kind::number);
    EXPECT_EQ(table.rows[0][2].kind, Table::Cell::Kind::null);
}

TEST_F(DatabaseTest, RefusesWhatIsNoDatabaseOfOurs) {
    EXPECT_THROW(Database(m_path, Access::read_only), Error);
    {
        Connection empty(m_path, Access::create);
        empty.run("CREATE TABLE t (x)");
    }
    EXPECT_THROW(Database(m_path, Access::read_only), Error);
    {
        Connection newer(m_path, Access::create);
        newer.run("PRAGMA user_version=999");
    }
    EXPECT_THROW(Database(m_path, Access::create), Error);
}

TEST_F(DatabaseTest, WritesOnlyWhatChanged) {
    Database database(m_path, Access::create);
    database.add(report("r1", "Rain fell."), "c1");
    database.add(report("r2", "Snow fell."), "c2");
    Record record;
    record.events = {event("e1", "2020-01-01", {"a1"}), event("e2", "2020-01-02", {"a1"})};
    record.events[0].claims = {{"r1", "c1"}};
    record.events[1].claims = {{"r2", "c1"}};
    MergedActor actor;
    actor.id = "a1";
    actor.name = "Ada";
    actor.members = {{"r1", "a1"}, {"r2", "a1"}};
    record.actors = {actor};
    database.replace_record(record);
    EXPECT_EQ(database.event_of("r2", "c1"), "e2");
    EXPECT_EQ(database.actor_of("r2", "a1"), "a1");

    record.events = {event("e1", "2020-01-01", {"a1"}), event("e3", "2020-01-03", {"a2"})};
    record.events[0].claims = {{"r1", "c1"}, {"r2", "c1"}};
    record.actors[0].members.pop_back();
    database.replace_record(record);
    EXPECT_EQ(ids(database.events({})), (std::vector<std::string>{"e1", "e3"}));
    EXPECT_EQ(database.event_of("r2", "c1"), "e1");
    EXPECT_EQ(database.actor_of("r2", "a1"), "");
    EXPECT_EQ(database.count("event_claims"), 2U);
    EXPECT_EQ(database.count("event_actors"), 2U);
}

TEST_F(DatabaseTest, TakesReportsWhileARecordIsMade) {
    Database merging(m_path, Access::create), adding(m_path, Access::existing);
    merging.add(report("r1", "Rain fell."), "c1");
    RecordWriter writer = merging.record_writer();
    writer.add(event("e1", "2020-01-01", {"a1"}));
    adding.add(report("r2", "Snow fell."), "c2"); // waits for nobody
    EXPECT_TRUE(adding.events({}).empty());
    writer.add_rest({});
    EXPECT_TRUE(writer.finish());
    EXPECT_EQ(ids(adding.events({})), std::vector<std::string>{"e1"});
    EXPECT_TRUE(merging.merge_is_due()); // r2 is not in the record yet
}

TEST_F(DatabaseTest, ARecordDoesNotReplaceOneThatCameMeanwhile) {
    Database slow(m_path, Access::create), fast(m_path, Access::existing);
    slow.add(report("r1", "Rain fell."), "c1");
    RecordWriter writer = slow.record_writer();
    writer.add(event("e1", "2020-01-01", {}));
    fast.add(report("r2", "Snow fell."), "c2");
    Record record;
    record.events = {event("e2", "2020-01-02", {})};
    fast.replace_record(record);
    writer.add_rest({});
    EXPECT_FALSE(writer.finish());
    EXPECT_EQ(ids(slow.events({})), std::vector<std::string>{"e2"});
    EXPECT_FALSE(slow.merge_is_due());
}

TEST_F(DatabaseTest, ARecordThatIsNotFinishedLeavesNothing) {
    Database database(m_path, Access::create);
    database.add(report("r1", "Rain fell."), "c1");
    {
        RecordWriter writer = database.record_writer();
        writer.add(event("e1", "2020-01-01", {}));
    }
    EXPECT_TRUE(database.events({}).empty());
    EXPECT_TRUE(database.merge_is_due());
    database.replace_record({});
    EXPECT_FALSE(database.merge_is_due());
}

/// A report of one sentence with a claim for each word given.
CodedReport told(const std::string& id, const std::string& day, const std::string& text,
                 const std::vector<std::string>& words) {
    CodedReport out = report(id, text);
    out.report.published.value = day;
    out.parse.sentences.emplace_back().span = {0, static_cast<std::uint32_t>(text.size())};
    for (const std::string& word : words) {
        Claim claim;
        claim.id = "c" + std::to_string(out.claims.size() + 1);
        claim.sentence = 0;
        const auto at = static_cast<std::uint32_t>(text.find(word));
        claim.trigger = {at, at + static_cast<std::uint32_t>(word.size())};
        out.claims.push_back(claim);
    }
    return out;
}

TEST_F(DatabaseTest, TellsAnEventInTheWordOfMostByTheEarliest) {
    Database database(m_path, Access::create);
    database.add(told("r1", "2020-01-04", "Envoys talked.", {"talked"}), "c1");
    database.add(told("r2", "2020-01-03", "Envoys met.", {"met"}), "c2");
    database.add(told("r3", "2020-01-02", "The envoys met.", {"met"}), "c3");
    Record record;
    record.events = {event("e1", "2020-01-01", {})};
    record.events[0].claims = {{"r1", "c1"}, {"r2", "c1"}, {"r3", "c1"}};
    database.replace_record(record);
    const ToldInfo info = database.told("e1");
    EXPECT_EQ(info.words, "met");
    EXPECT_EQ(info.report, "r3");
    EXPECT_EQ(info.sentence, "The envoys met.");
    EXPECT_EQ(database.reports_of("e1"), (std::vector<std::string>{"r3", "r2", "r1"}));
    EXPECT_EQ(database.told("e2").words, "");

    // Of an event that came to something, those that tell of that.
    record.events[0].history = {{"2020-01-02", "planned", {{"r2", "c1"}, {"r3", "c1"}}},
                                {"2020-01-04", "happened", {{"r1", "c1"}}}};
    database.replace_record(record);
    EXPECT_EQ(database.told("e1").words, "talked");
}

/// `report` says `words` by its only actor.
CodedReport said(const std::string& id, const std::string& day, const std::string& words) {
    CodedReport out = told(id, day, words, {});
    Actor speaker;
    speaker.id = "a1";
    speaker.name = "Ada";
    out.actors = {speaker};
    Quote quote;
    quote.span = {0, static_cast<std::uint32_t>(words.size())};
    quote.kind = "speech";
    quote.speaker = 0;
    out.quotes = {quote};
    return out;
}

TEST_F(DatabaseTest, TellsWhatWasSaidInOrder) {
    Database database(m_path, Access::create);
    database.add(said("r1", "2020-01-02", "second"), "c1");
    database.add(said("r2", "2020-01-01", "first"), "c2");
    database.add(said("r3", "2020-01-03", "somebody else"), "c3");
    Record record;
    MergedActor actor;
    actor.id = "A";
    actor.name = "Ada Example";
    actor.members = {{"r1", "a1"}, {"r2", "a1"}};
    record.actors = {actor};
    record.stories = {{"s1", "", "", "", {"r1", "r3"}, {}}};
    database.replace_record(record);
    const auto words = [](const std::vector<SaidInfo>& all) {
        std::string out;
        for (const SaidInfo& one : all) out += one.speaker + ": " + one.words + "; ";
        return out;
    };
    EXPECT_EQ(words(database.said_in({"r1", "r2", "r3"}, 10)),
              "Ada Example: first; Ada Example: second; Ada: somebody else; ");
    EXPECT_EQ(words(database.said_in({"r1", "r2", "r3"}, 1)), "Ada Example: first; ");
    EXPECT_EQ(words(database.said_by("A", "", 10)), "Ada Example: first; Ada Example: second; ");
    EXPECT_EQ(words(database.said_by("A", "s1", 10)), "Ada Example: second; ");
}

TEST_F(DatabaseTest, CountsWhatReportsCallAnActor) {
    Database database(m_path, Access::create);
    Record record;
    MergedActor actor;
    actor.id = "A";
    for (const auto& [id, day, role] :
         {std::tuple("r1", "2020-01-02", "envoy"), std::tuple("r2", "2020-03-01T10:00", "minister"),
          std::tuple("r3", "2020-02-01", "minister"), std::tuple("r4", "2020-02-02", "")}) {
        CodedReport coded = said(id, day, id);
        coded.actors[0].role = role;
        database.add(coded, id);
        actor.members.emplace_back(id, "a1");
    }
    record.actors = {actor};
    database.replace_record(record);
    const std::vector<RoleInfo> roles = database.roles_of("A", 10);
    ASSERT_EQ(roles.size(), 2U);
    EXPECT_EQ(roles[0].role, "minister");
    EXPECT_EQ(roles[0].reports, 2U);
    EXPECT_EQ(roles[0].first, "2020-02-01");
    EXPECT_EQ(roles[0].last, "2020-03-01");
    EXPECT_EQ(roles[1].role, "envoy");
    EXPECT_EQ(database.roles_of("A", 1).size(), 1U);
    EXPECT_TRUE(database.roles_of("B", 10).empty());
}

TEST_F(DatabaseTest, HidesWhatOnlyReplacedVersionsTell) {
    Database database(m_path, Access::create);
    database.add(report("r1", "Rain fell."), "c1");
    database.add(report("r2", "Snow fell."), "c2");
    Record record;
    record.events = {event("e1", "2020-01-01", {}), event("e2", "2020-01-02", {})};
    record.events[0].claims = {{"r1", "c1"}};
    record.events[1].claims = {{"r1", "c2"}, {"r2", "c1"}};
    record.revisions = {{"r2", "r1"}};
    database.replace_record(record);
    EXPECT_EQ(ids(database.events({})), std::vector<std::string>{"e2"});
    EXPECT_TRUE(database.event("e1").has_value()); // but it is kept
    EXPECT_EQ(database.replaced_by("r1"), std::vector<std::string>{"r2"});
    EXPECT_EQ(database.replaces("r2"), "r1");
    record.revisions.clear();
    database.replace_record(record);
    EXPECT_EQ(database.events({}).size(), 2U);
}

TEST_F(DatabaseTest, KeepsTheLogOfDecisions) {
    Database database(m_path, Access::create);
    database.replace_record({});
    Decision decision;
    decision.action = "rename";
    decision.of = "event";
    decision.name = "The flood";
    decision.these = {{"r1", 3, 7, "c1"}};
    EXPECT_EQ(database.decide(decision), "d1");
    EXPECT_TRUE(database.merge_is_due());
    Decision undo;
    undo.action = "undo";
    undo.of = "d1";
    EXPECT_EQ(database.decide(undo), "d2");
    database.replace_record({});
    const auto log = database.decisions();
    ASSERT_EQ(log.size(), 2U);
    EXPECT_EQ(log[0].name, "The flood");
    EXPECT_EQ(log[0].these[0].end, 7U);
    EXPECT_FALSE(log[0].at.empty());
    EXPECT_EQ(log[1].of, "d1");
}

TEST_F(DatabaseTest, GivesReportsToMerging) {
    Database database(m_path, Access::create);
    CodedReport coded = report("r1", "Rain fell.");
    coded.report.published.value = "2020-01-05";
    Claim claim;
    claim.id = "c1";
    claim.trigger = {5, 9};
    coded.claims = {claim};
    coded.parse.sentences.emplace_back().span = {0, 10};
    database.add(coded, "c1");
    ASSERT_EQ(database.headers().size(), 1U);
    EXPECT_EQ(database.headers()[0].published.value, "2020-01-05");
    const CodedReport back = database.coded_for_merge("r1");
    EXPECT_EQ(back.report.text, "Rain fell.");
    EXPECT_EQ(back.claims.at(0).trigger, (Span{5, 9}));
    EXPECT_THROW(database.coded_for_merge("r2"), Error);
}

} // namespace

} // namespace dateline::store

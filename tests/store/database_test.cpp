#include <filesystem>

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
    ASSERT_EQ(database.find_actors("example", 5).size(), 1U);
    EXPECT_EQ(database.find_actors("example", 5)[0].name, "Ada Example");
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

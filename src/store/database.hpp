#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/compact.hpp"
#include "record/decision.hpp"
#include "record/merged.hpp"
#include "store/record_writer.hpp"
#include "store/sqlite.hpp"

namespace dateline::store {

/// Which events a view wants; an empty field does not restrict.
struct EventFilter {
    std::string story;        // id
    std::string since, until; // ISO days, inclusive: at least half of an event's days lie between them;
                              // events without a day are left out when either is set
    std::vector<std::string> actors;  // ids of merged actors: any of them takes part
    std::vector<std::string> against; // with `actors`: and any of these too
    bool disputed_only = false;
    std::size_t most = 0; // not 0: of all these events only so many, those that most reports tell
    std::size_t limit = 100'000;
};

/// What a view needs of a report.
struct ReportInfo {
    std::string id, source, url, title, published;
};

/// How many reports there are, and their first and last day of publication ("" when none has one).
struct PublishedSpan {
    std::size_t reports = 0;
    std::string first, last;
};

/// What reports call an actor, how many of them, and when the first and the last came out ("" unknown).
struct RoleInfo {
    std::string role;
    std::size_t reports = 0;
    std::string first, last; // ISO days
};

/// What a view needs of a claim.
struct ClaimInfo {
    std::string words;    // the trigger
    std::string sentence; // where it stands
    std::string said_by;  // names, outermost first
    std::string status;
};

/// How an event is told: the word that most of its claims have, by the earliest report that has it.
struct ToldInfo {
    std::string words;
    std::string sentence; // of the claim
    std::string report, claim, published;
    std::string deed, deed_of; // of the claim, as the table `claims` has them; ""
};

/// What somebody said, as one report tells it.
struct SaidInfo {
    std::string report, published;
    std::string speaker, speaker_actor; // name; id of the merged actor, "" when not known
    std::string cue, words;
    bool direct = false;
};

/// How often two actors, or one and all others, met in the events of a period.
struct PeriodRow {
    std::string period;        // first day: of the day, the week (a Monday), the month
    std::size_t events = 0;    // with both of them, happened or under way
    std::size_t quads[4] = {}; // by PLOVER quad class, 1 to 4
    double goldstein = 0;      // sum over the events that have one
    std::size_t with_goldstein = 0;
    std::size_t reports = 0; // that tell of these events
    std::size_t read = 0;    // reports of the database published in the period: the denominator
};
enum class Period { day, week, month };

/// Rows of a query as text; numbers keep their own form.
struct Table {
    struct Cell {
        std::string text;
        enum class Kind { null, text, number } kind = Kind::null;
    };
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;
};

/// The database: reports as they were coded, and the record merged from them. One object per thread.
class Database {
  public:
    /// Opens, and with `Access::create` makes or finishes, the database. Throws `Error` naming the file when
    /// it is no database of ours or of a newer version.
    Database(const std::filesystem::path& path, Access access);

    // --- writing
    /// True when a report with this content (`read::content_id`) is stored.
    bool contains(std::string_view content);
    /// Stores a coded report; returns the id it has from now on. When several contents have one id, all but
    /// one get a suffix, here and in the log of decisions: which, depends on their contents alone.
    std::string add(const CodedReport& coded, std::string_view content);
    void add_problem(std::string_view input, std::string_view reason);
    /// True when reports or decisions were stored since the record was last replaced.
    bool merge_is_due();
    /// Puts a record of all reports and decisions in place of the old one.
    void replace_record(const Record& record);
    /// The same piece by piece, of the reports and decisions that there are now, before they are read.
    RecordWriter record_writer() { return {m_connection, merge_mark()}; }
    /// Adds a decision to the log; its id is given here and returned. Throws `Error` and adds nothing when it
    /// is none that `read_decision` takes.
    std::string decide(Decision decision);
    /// Groups writes between two commits; what is not committed is lost when the process dies.
    void begin() { m_transaction.emplace(m_connection); }
    void commit();

    // --- reading
    std::size_t count(std::string_view table);
    /// Id, source, url, title and day of publication of every report, in order of id.
    std::vector<Report> headers();
    /// What merging needs of a report (`to_compact`). Throws `Error` when there is none.
    CodedReport coded_for_merge(std::string_view id, Parts parts = Parts::all);
    std::optional<CodedReport> coded(std::string_view id);
    /// The log of decisions, in order.
    std::vector<Decision> decisions();
    /// Ids of decisions whose words the last merge did not find.
    std::vector<std::string> lost_decisions();
    PublishedSpan published();
    /// The later versions that directly replace a report; the version that it replaces.
    std::vector<std::string> replaced_by(std::string_view report);
    std::optional<std::string> replaces(std::string_view report);
    std::optional<ReportInfo> report_info(std::string_view id);
    std::optional<ClaimInfo> claim_info(std::string_view report, std::string_view claim);
    /// All reports, or those of a story, by day of publication.
    std::vector<ReportInfo> reports(std::string_view story);
    /// Events in time order, those without a day last.
    std::vector<Event> events(const EventFilter& filter);
    std::optional<Event> event(std::string_view id);
    /// Empty when there is no such event, or its claims are not in the database.
    ToldInfo told(std::string_view event);
    /// Ids of the reports that tell of an event, each once, the earliest first.
    std::vector<std::string> reports_of(std::string_view event);
    std::optional<MergedActor> actor(std::string_view id);
    /// The name of a merged actor; "" when there is none.
    std::string actor_name(std::string_view id);
    /// Actors whose id, name or alias is the text, else people of its last word and first letter (`Mohamed
    /// Morsi`, who is stored as Mohammed Morsi), else those whose names contain its words, else it; most
    /// reported first. Of a country code (`USA`) only one: of the state and who else is called so the most
    /// reported. Without their members and reasons.
    std::vector<MergedActor> find_actors(std::string_view text, std::size_t limit);
    /// What reports call a merged actor, the most frequent first.
    std::vector<RoleInfo> roles_of(std::string_view actor, std::size_t limit);
    std::vector<Itinerary> itineraries(const std::vector<std::string>& actors, std::size_t limit);
    /// What these reports tell that anybody said, in order of publication; quotes within quotes are left
    /// out. Versions that were replaced tell nothing.
    std::vector<SaidInfo> said_in(const std::vector<std::string>& reports, std::size_t limit);
    /// What an actor said, by all reports or those of a story, likewise.
    std::vector<SaidInfo> said_by(std::string_view actor, std::string_view story, std::size_t limit);
    /// Events between the actors by period, oldest first; `others` empty: with anybody. `since`, `until`: ISO
    /// days or "". Periods without events are left out.
    std::vector<PeriodRow> relation(const std::vector<std::string>& actors,
                                    const std::vector<std::string>& others, Period period,
                                    const std::string& since, const std::string& until);
    /// Stories with the most reports first.
    std::vector<Story> stories(std::size_t limit);
    std::optional<Story> story(std::string_view id);
    /// Id of the merged actor that an actor of a report is; "" when none.
    std::string actor_of(std::string_view report, std::string_view actor);
    /// Id of the event a claim belongs to; "" when none.
    std::string event_of(std::string_view report, std::string_view claim);
    /// Runs one reading statement; throws `Error` when it would write or is no SQL.
    Table query(std::string_view sql, std::size_t limit);

  private:
    void insert(const CodedReport& coded, std::string_view content);
    void insert_claims(const std::string& id, const CodedReport& coded);
    void insert_quotes(const std::string& id, const CodedReport& coded);
    void insert_roles(const std::string& id, const CodedReport& coded);
    std::string merge_mark();
    /// The id under which a report is to be stored; of reports with one id, that of the smallest content
    /// keeps it, so that the order in which they came does not matter.
    std::string free_id(const std::string& id, std::string_view content);
    void rename_report(const std::string& from, const std::string& to);
    /// The day of publication of a report, "" when it has none; looked up once.
    const std::string& published_of(const std::string& report);
    /// A statement that is prepared once, since preparing takes longer than running it. To be reset after
    /// use.
    Statement& kept(const char* name, const char* sql);

    Connection m_connection;
    std::optional<Transaction> m_transaction;
    std::map<std::string_view, Statement> m_kept;
    std::unordered_map<std::string, std::string> m_published;
};

} // namespace dateline::store

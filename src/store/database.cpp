#include "store/database.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "record/read_json.hpp"
#include "record/read_merged_json.hpp"
#include "record/write_json.hpp"
#include "store/clock.hpp"
#include "store/deeds.hpp"
#include "store/deflate.hpp"
#include "store/schema.hpp"

namespace dateline::store {

namespace {

int user_version(Connection& connection) {
    Statement statement(connection, "PRAGMA user_version");
    return statement.step() ? static_cast<int>(statement.integer(0)) : 0;
}

std::string names_of(const CodedReport& coded, const std::vector<Participant>& participants) {
    std::string out;
    for (const Participant& participant : participants) {
        if (!out.empty()) out += "; ";
        out += participant.actor >= 0
                   ? std::string_view(coded.actors[static_cast<std::size_t>(participant.actor)].name)
                   : words(coded.report.text, participant.span);
    }
    return out;
}

std::string vouchers_of(const CodedReport& coded, const std::vector<Voucher>& chain) {
    std::vector<Participant> participants;
    for (const Voucher& voucher : chain) participants.push_back({voucher.actor, voucher.span});
    return names_of(coded, participants);
}

std::string_view sentence_words(const CodedReport& coded, const Claim& claim) {
    const auto at = static_cast<std::size_t>(claim.sentence);
    return at < coded.parse.sentences.size() ? words(coded.report.text, coded.parse.sentences[at].span)
                                             : std::string_view{};
}

ReportInfo report_info_of(const Statement& row) {
    return {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
            std::string(row.text(3)), std::string(row.text(4))};
}

} // namespace

Database::Database(const std::filesystem::path& path, Access access) : m_connection(path, access) {
    if (access == Access::create) m_connection.run("PRAGMA journal_mode=WAL;");
    if (access != Access::read_only) m_connection.run("PRAGMA synchronous=NORMAL;");
    m_connection.run("PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;");
    // A view looks at some ten thousand pages once: to copy them takes as long as what is done with them.
    if (access == Access::read_only) m_connection.run("PRAGMA mmap_size=2147418112;");
    const int version = user_version(m_connection);
    if (version > schema_version)
        throw error("{} was written by a newer dateline (tables {}, this program knows {})", path.string(),
                    version, schema_version);
    if (version == schema_version) {
        // Who only reads sees one state of the record, whatever is added meanwhile; and one lock is enough.
        if (access == Access::read_only) m_connection.run("BEGIN");
        return;
    }
    if (version > 0)
        throw error("{} was written by an older dateline (tables {}, this program knows {}); add its reports "
                    "to a new file",
                    path.string(), version, schema_version);
    if (access != Access::create)
        throw error("{} is not a dateline database; make one with `dateline add FILE`", path.string());
    Transaction transaction(m_connection);
    m_connection.run(schema_sql);
    m_connection.run(fmt::format("PRAGMA user_version={}", schema_version));
    transaction.commit();
}

void Database::commit() {
    m_transaction->commit();
    m_transaction.reset();
}

bool Database::contains(std::string_view content) {
    Statement found(m_connection, "SELECT 1 FROM reports WHERE content = ?");
    return found.bind(1, content).step();
}

std::string Database::add(const CodedReport& coded, std::string_view content) {
    const std::string id = free_id(coded.report.id, content);
    if (id == coded.report.id) {
        insert(coded, content);
    } else { // what is stored must carry the id under which it is stored
        std::string line;
        write_json(line, coded);
        CodedReport renamed = read_coded_report(line);
        renamed.report.id = id;
        insert(renamed, content);
    }
    return id;
}

void Database::insert(const CodedReport& coded, std::string_view content) {
    const Report& report = coded.report;
    const std::string& id = report.id;
    m_published.clear(); // an id may stand for another report now
    std::string line;
    write_json(line, coded);
    Statement insert(m_connection, "INSERT INTO reports VALUES (?,?,?,?,?,?,?,?,?,?)");
    insert.bind(1, id).bind(2, content).bind_or_null(3, report.source).bind_or_null(4, report.url);
    insert.bind_or_null(5, report.title)
        .bind_or_null(6, report.published.value)
        .bind_or_null(7, report.published.from);
    insert.bind_or_null(8, report.language).bind(9, report.text).bind(10, now()).run();
    Statement forms(m_connection, "INSERT INTO coded_reports VALUES (?,?,?)");
    forms.bind(1, id).bind_blob(2, to_compact(coded)).bind_blob(3, deflated(line)).run();
    insert_claims(id, coded);
    insert_quotes(id, coded);
    insert_roles(id, coded);
}

void Database::insert_roles(const std::string& id, const CodedReport& coded) {
    Statement insert(m_connection, "INSERT INTO roles VALUES (?,?,?)");
    for (const Actor& actor : coded.actors)
        if (!actor.role.empty()) insert.bind(1, id).bind(2, actor.id).bind(3, actor.role).run();
}

void Database::insert_quotes(const std::string& id, const CodedReport& coded) {
    Statement insert(m_connection, "INSERT INTO quotes VALUES (?,?,?,?,?,?,?,?,?,?)");
    const CodePoints points(coded.report.text);
    for (std::size_t i = 0; i < coded.quotes.size(); ++i) {
        const Quote& quote = coded.quotes[i];
        const auto holds = [&](const Quote& other) {
            return &other != &quote && other.span.start <= quote.span.start &&
                   other.span.end >= quote.span.end &&
                   other.span.end - other.span.start > quote.span.end - quote.span.start;
        };
        insert.bind(1, id).bind(2, static_cast<std::int64_t>(i + 1));
        const bool known = quote.speaker >= 0;
        const Actor* speaker = known ? &coded.actors[static_cast<std::size_t>(quote.speaker)] : nullptr;
        insert.bind_or_null(3, known                ? std::string_view(speaker->name)
                               : quote.speaker_span ? words(coded.report.text, *quote.speaker_span)
                                                    : std::string_view{});
        insert.bind_or_null(4, known ? std::string_view(speaker->id) : std::string_view{});
        insert.bind(5, quote.kind).bind(6, quote.direct ? 1 : 0);
        insert.bind_or_null(7, quote.cue ? words(coded.report.text, *quote.cue) : std::string_view{});
        if (quote.cue) insert.bind(8, static_cast<std::int64_t>(points.from_byte(quote.cue->start)));
        insert.bind(9, words(coded.report.text, quote.span));
        insert.bind(10, std::any_of(coded.quotes.begin(), coded.quotes.end(), holds) ? 1 : 0).run();
    }
}

void Database::insert_claims(const std::string& id, const CodedReport& coded) {
    Statement insert(m_connection,
                     "INSERT INTO claims VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    for (const Claim& claim : coded.claims) {
        insert.bind(1, id).bind(2, claim.id).bind(3, words(coded.report.text, claim.trigger));
        insert.bind(4, sentence_words(coded, claim)).bind_or_null(5, claim.type).bind_or_null(6, claim.mode);
        insert.bind_or_null(7, claim.cameo);
        if (claim.quad != 0) insert.bind(8, claim.quad);
        if (claim.goldstein) insert.bind(9, *claim.goldstein);
        insert.bind_or_null(10, names_of(coded, claim.actors))
            .bind_or_null(11, names_of(coded, claim.recipients));
        if (claim.place >= 0) {
            const Place& place = coded.places[static_cast<std::size_t>(claim.place)];
            insert.bind_or_null(12, place.name).bind_or_null(13, place.country);
        }
        insert.bind_or_null(14, claim.from).bind_or_null(15, claim.to).bind(16, claim.time_precision);
        insert.bind(17, claim.status).bind(18, claim.polarity).bind(19, claim.certainty);
        insert.bind_or_null(20, vouchers_of(coded, claim.said_by)).bind(21, claim.confidence);
        insert.bind(22, claim.speech ? 1 : 0).bind_or_null(23, claim.rule);
        const Deed deed = deed_of(coded, claim);
        insert.bind_or_null(24, deed.words).bind_or_null(25, deed.of).run();
    }
}

void Database::add_problem(std::string_view input, std::string_view reason) {
    Statement insert(m_connection, "INSERT INTO problems VALUES (?,?,?)");
    insert.bind(1, input).bind(2, reason).bind(3, now()).run();
}

std::string Database::merge_mark() {
    Statement mark(m_connection,
                   "SELECT (SELECT count(*) || ':' || coalesce(max(rowid), 0) FROM reports) || ':' || "
                   "(SELECT count(*) FROM decisions)");
    mark.step();
    return std::string(mark.text(0));
}

bool Database::merge_is_due() {
    Statement merged(m_connection, "SELECT value FROM state WHERE name = 'merged'");
    return !merged.step() || merged.text(0) != merge_mark();
}

std::size_t Database::count(std::string_view table) {
    Statement statement(m_connection, fmt::format("SELECT count(*) FROM {}", table));
    statement.step();
    return static_cast<std::size_t>(statement.integer(0));
}

std::vector<Report> Database::headers() {
    Statement all(m_connection, "SELECT id, source, url, title, published FROM reports ORDER BY id");
    std::vector<Report> out;
    while (all.step()) {
        Report& report = out.emplace_back();
        report.id = all.text(0);
        report.source = all.text(1);
        report.url = all.text(2);
        report.title = all.text(3);
        report.published.value = all.text(4);
    }
    return out;
}

CodedReport Database::coded_for_merge(std::string_view id, Parts parts) {
    Statement& one = kept("for_merge", "SELECT compact, text FROM coded_reports JOIN reports ON report = id "
                                       "WHERE report = ?");
    std::optional<CodedReport> out;
    if (one.bind(1, id).step()) out = from_compact(one.blob(0), std::string(one.text(1)), parts);
    one.reset();
    if (!out) out = coded(id); // written by another version of the program
    if (!out) throw error("report {} is no longer in the database", id);
    return std::move(*out);
}

std::optional<CodedReport> Database::coded(std::string_view id) {
    Statement one(m_connection, "SELECT line FROM coded_reports WHERE report = ?");
    if (!one.bind(1, id).step()) return std::nullopt;
    return read_coded_report(inflated(one.blob(0)));
}

std::optional<ReportInfo> Database::report_info(std::string_view id) {
    Statement& one =
        kept("report_info", "SELECT id, source, url, title, published FROM reports WHERE id = ?");
    std::optional<ReportInfo> out;
    if (one.bind(1, id).step()) out = report_info_of(one);
    one.reset();
    return out;
}

std::optional<ClaimInfo> Database::claim_info(std::string_view report, std::string_view claim) {
    Statement& one =
        kept("claim_info", "SELECT words, sentence, said_by, status FROM claims WHERE report = ? AND id = ?");
    std::optional<ClaimInfo> out;
    if (one.bind(1, report).bind(2, claim).step())
        out = ClaimInfo{std::string(one.text(0)), std::string(one.text(1)), std::string(one.text(2)),
                        std::string(one.text(3))};
    one.reset();
    return out;
}

Statement& Database::kept(const char* name, const char* sql) {
    const auto known = m_kept.find(name);
    return known != m_kept.end() ? known->second : m_kept.try_emplace(name, m_connection, sql).first->second;
}

std::vector<ReportInfo> Database::reports(std::string_view story) {
    std::string sql = "SELECT id, source, url, title, published FROM reports";
    if (!story.empty()) sql += " WHERE id IN (SELECT report FROM story_reports WHERE story = ?)";
    Statement all(m_connection, sql + " ORDER BY published IS NULL, published, id");
    if (!story.empty()) all.bind(1, story);
    std::vector<ReportInfo> out;
    while (all.step()) out.push_back(report_info_of(all));
    return out;
}

std::vector<std::string> Database::replaced_by(std::string_view report) {
    Statement& all = kept("replaced_by", "SELECT report FROM revisions WHERE replaces = ? ORDER BY report");
    std::vector<std::string> out;
    for (all.bind(1, report); all.step();) out.emplace_back(all.text(0));
    all.reset();
    return out;
}

std::optional<std::string> Database::replaces(std::string_view report) {
    Statement one(m_connection, "SELECT replaces FROM revisions WHERE report = ?");
    if (!one.bind(1, report).step()) return std::nullopt;
    return std::string(one.text(0));
}

PublishedSpan Database::published() {
    Statement one(
        m_connection,
        "SELECT count(*), min(substr(published, 1, 10)), max(substr(published, 1, 10)) FROM reports");
    one.step();
    return {static_cast<std::size_t>(one.integer(0)), std::string(one.text(1)), std::string(one.text(2))};
}

Table Database::query(std::string_view sql, std::size_t limit) {
    Statement statement(m_connection, sql);
    if (!statement.is_read_only()) throw error("only reading statements are allowed; this one would write");
    Table table;
    for (int c = 0; c < statement.columns(); ++c) table.columns.push_back(statement.column_name(c));
    while (table.rows.size() < limit && statement.step()) {
        auto& row = table.rows.emplace_back();
        for (int c = 0; c < statement.columns(); ++c) {
            using Kind = Table::Cell::Kind;
            const Kind kind = statement.is_null(c)     ? Kind::null
                              : statement.is_number(c) ? Kind::number
                                                       : Kind::text;
            row.push_back({std::string(statement.text(c)), kind});
        }
    }
    return table;
}

} // namespace dateline::store

#include "store/sqlite.hpp"

#include <sqlite3.h>

#include "base/error.hpp"

namespace dateline::store {

void Connection::Close::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

/// Milliseconds. Who writes holds the lock while it writes, a new record of a large pile for some ten
/// seconds.
constexpr int longest_wait = 300'000;

Connection::Connection(const std::filesystem::path& path, Access access) {
    const int flags = access == Access::read_only  ? SQLITE_OPEN_READONLY
                      : access == Access::existing ? SQLITE_OPEN_READWRITE
                                                   : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    m_handle.reset(handle);
    if (code != SQLITE_OK)
        throw error("cannot open the database {}: {}{}", path.string(), sqlite3_errmsg(handle),
                    access == Access::create ? "" : "; make it with `dateline add FILE`");
    sqlite3_busy_timeout(handle, longest_wait);
    // Only the first statement looks into the file.
    if (sqlite3_exec(handle, "PRAGMA schema_version", nullptr, nullptr, nullptr) == SQLITE_NOTADB)
        throw error("{} is not a dateline database; make one with `dateline add FILE`", path.string());
}

// NOLINTNEXTLINE(readability-make-member-function-const): it may change the database
void Connection::run(const std::string& sql) {
    if (sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw error("database: {}", sqlite3_errmsg(handle()));
}

int Connection::changes() const {
    return sqlite3_changes(handle());
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(Connection& connection, std::string_view sql) : m_connection(connection.handle()) {
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    check(sqlite3_prepare_v2(m_connection, sql.data(), static_cast<int>(sql.size()), &statement, &tail));
    m_statement.reset(statement);
    if (statement == nullptr) throw error("database: an empty statement");
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) throw error("database: {}", sqlite3_errmsg(m_connection));
}

Statement& Statement::bind(int at, std::string_view text) {
    check(sqlite3_bind_text64(m_statement.get(), at, text.data() == nullptr ? "" : text.data(), text.size(),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int at, std::int64_t number) {
    check(sqlite3_bind_int64(m_statement.get(), at, number));
    return *this;
}

Statement& Statement::bind(int at, double number) {
    check(sqlite3_bind_double(m_statement.get(), at, number));
    return *this;
}

Statement& Statement::bind_null(int at) {
    check(sqlite3_bind_null(m_statement.get(), at));
    return *this;
}

Statement& Statement::bind_blob(int at, std::string_view bytes) {
    check(sqlite3_bind_blob64(m_statement.get(), at, bytes.data() == nullptr ? "" : bytes.data(),
                              bytes.size(), SQLITE_TRANSIENT));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) throw error("database: {}", sqlite3_errmsg(m_connection));
    return false;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

std::string_view Statement::text(int column) const {
    const auto* bytes = sqlite3_column_text(m_statement.get(), column);
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::string_view Statement::blob(int column) const {
    const void* bytes = sqlite3_column_blob(m_statement.get(), column);
    if (bytes == nullptr) return {};
    return {static_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_statement.get(), column);
}
bool Statement::is_null(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

bool Statement::is_number(int column) const {
    const int type = sqlite3_column_type(m_statement.get(), column);
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

int Statement::columns() const {
    return sqlite3_column_count(m_statement.get());
}

std::string Statement::column_name(int column) const {
    return sqlite3_column_name(m_statement.get(), column);
}

bool Statement::is_read_only() const {
    return sqlite3_stmt_readonly(m_statement.get()) != 0;
}

std::string question_marks(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += i == 0 ? "?" : ",?";
    return out;
}

Transaction::Transaction(Connection& connection) : m_connection(connection) {
    m_connection.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (!m_open) return;
    try {
        m_connection.run("ROLLBACK");
    } catch (
        const Error&) { // NOLINT(bugprone-empty-catch): the connection is broken and the transaction gone
    }
}

void Transaction::commit() {
    m_connection.run("COMMIT");
    m_open = false;
}

} // namespace dateline::store

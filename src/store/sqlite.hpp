#pragma once

// A thin layer over SQLite's C interface: handles that close themselves, errors that throw.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace dateline::store {

/// `create` makes the file when it is not there; the others throw then.
enum class Access { create, existing, read_only };

/// An open database file. One thread at a time.
class Connection {
  public:
    /// Throws `Error` naming the file when it cannot be opened or is no database.
    Connection(const std::filesystem::path& path, Access access);

    /// Runs statements that give no rows; throws `Error` with SQLite's message.
    void run(const std::string& sql);
    /// Rows changed by the last statement.
    [[nodiscard]] int changes() const;
    [[nodiscard]] sqlite3* handle() const { return m_handle.get(); }

  private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// A prepared statement. `bind` counts from 1, columns from 0; views of columns last until the next step.
class Statement {
  public:
    Statement(Connection& connection, std::string_view sql);

    Statement& bind(int at, std::string_view text);
    Statement& bind(int at, std::int64_t number);
    Statement& bind(int at, int number) { return bind(at, static_cast<std::int64_t>(number)); }
    Statement& bind(int at, double number);
    Statement& bind_null(int at);
    Statement& bind_blob(int at, std::string_view bytes);
    /// Text, or NULL when empty.
    Statement& bind_or_null(int at, std::string_view text) {
        return text.empty() ? bind_null(at) : bind(at, text);
    }

    /// True while there is a row; throws `Error` on failure.
    bool step();
    /// Steps to the end and makes the statement ready for new bindings.
    void run();
    void reset();

    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] bool is_number(int column) const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] std::string column_name(int column) const;
    [[nodiscard]] bool is_read_only() const;

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    void check(int code) const;

    sqlite3* m_connection;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// `?,?,?` for an IN list of `count` values.
std::string question_marks(std::size_t count);

/// Begins a transaction; rolls it back unless committed.
class Transaction {
  public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

  private:
    Connection& m_connection;
    bool m_open = true;
};

} // namespace dateline::store

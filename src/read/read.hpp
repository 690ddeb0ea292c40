#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "read/problem.hpp"
#include "record/report.hpp"

namespace dateline::read {

/// A report from one line of JSON (record format, "In: a report"). `text` is required. Throws `Error` saying
/// what is wrong; untrusted bytes are safe. An empty `id` becomes `content_id(report)`.
Report report_from_json(std::string_view line);

/// A report from a plain text file; `name` is the file's name without its endings and becomes the id. Throws
/// `Error` when the bytes are no text (binary, not UTF-8, a page of HTML).
Report report_from_text(std::string_view bytes, std::string_view name);

/// Whether the bytes are a page of HTML.
bool is_page(std::string_view bytes);

/// A report from a page of HTML: its article without navigation, captions and comments, with title, authors,
/// site and day as the page gives them. `name` becomes the id. Throws `Error` when it holds no article.
Report report_from_page(std::string_view bytes, std::string_view name);

/// Looks for publication date, dateline, agency and source in the first lines of the text (and for the date
/// in the URL) and fills what is not given. Called by all of the functions above.
void find_header(Report& report);

/// Why a report is not in the language (ISO 639-1) that the program can read; empty when it is, or when its
/// words are too few to tell. A language given with the report is believed; else English is told from other
/// scripts and from the commonest words of other European languages.
std::string other_language(const Report& report, std::string_view expected);

/// An id that depends on nothing but title, text and outlet: 16 hexadecimal digits. Outlets that print one
/// text are different reports, copies of each other.
std::string content_id(const Report& report);

/// The largest text of one report, in bytes; more is a problem, not a report.
constexpr std::size_t max_report_bytes = std::size_t{16} * 1024 * 1024;

/// Reads reports one after the other from files (JSONL, HTML or text, told apart by content) or from standard
/// input (JSONL), in the order given. A directory stands for the files in it, sorted by name.
class Reader {
  public:
    /// `inputs` empty or `-`: standard input.
    explicit Reader(std::vector<std::string> inputs);
    ~Reader();
    Reader(Reader&&) noexcept;

    /// The next report or problem; nothing at the end.
    std::optional<std::variant<Report, Problem>> next();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace dateline::read

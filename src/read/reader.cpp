// Walks through the inputs and hands out one report after the other. JSONL is read by line, never as a whole,
// so a pipe of any length needs the memory of its longest line; a line beyond the limit is passed over
// without being kept.

#include <algorithm>
#include <deque>
#include <fstream>
#include <iostream>

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "base/text.hpp"
#include "read/gzip.hpp"
#include "read/read.hpp"

namespace dateline::read {

namespace {

using Result = std::variant<Report, Problem>;
namespace fs = std::filesystem;

// A report of the largest size can take six bytes of JSON for each of its own.
constexpr std::size_t max_line_bytes = 6 * max_report_bytes;
// So many bytes tell what a file is.
constexpr std::size_t most_shown = 4096;
// No line of JSON begins with this.
constexpr int gzip_start = 0x1F;

std::string stem_of(const fs::path& path) {
    std::string name = path.filename().string();
    const std::size_t dot = name.find('.', 1);
    return dot == std::string::npos ? name : name.substr(0, dot);
}

bool looks_like_json(std::string_view bytes) {
    const std::string_view start = trim(bytes.substr(0, most_shown));
    return !start.empty() && start.front() == '{';
}

/// Reads a stream line by line; a line beyond the limit comes back as `too_long`.
class Lines {
  public:
    explicit Lines(std::istream& stream, std::string name) : m_stream(stream), m_name(std::move(name)) {}

    std::optional<Result> next() {
        std::string line;
        for (;;) {
            ++m_number;
            const std::string where = m_name + ":" + std::to_string(m_number);
            try {
                bool too_long = false;
                if (!read_line(line, too_long)) return std::nullopt;
                if (too_long)
                    return Problem{where, "the line is longer than any report may be; is it JSONL?"};
                if (!trim(line).empty()) return report_from_json(line);
            } catch (const Error& problem) {
                return Problem{where, problem.what()};
            }
        }
    }

  private:
    bool read_line(std::string& line, bool& too_long) {
        line.clear();
        std::streambuf& buffer = *m_stream.rdbuf();
        for (bool any = false;; any = true) {
            const int c = buffer.sbumpc();
            if (c == std::char_traits<char>::eof()) return any;
            if (c == '\n') return true;
            if (line.size() < max_line_bytes)
                line.push_back(static_cast<char>(c));
            else
                too_long = true;
        }
    }

    std::istream& m_stream;
    std::string m_name;
    std::size_t m_number = 0;
};

/// Appends what a stream still has until there are `most` bytes; room is made as they come.
void take(std::streambuf& from, std::string& bytes, std::size_t most) {
    constexpr std::size_t least_room = 4096;
    while (bytes.size() < most) {
        const std::size_t at = bytes.size();
        const std::size_t room = std::min(most - at, std::max(at, least_room));
        bytes.resize(at + room);
        const auto got = from.sgetn(bytes.data() + at, static_cast<std::streamsize>(room));
        bytes.resize(at + static_cast<std::size_t>(got));
        if (bytes.size() < at + room) return;
    }
}

/// A whole file that is one report: a page or plain text.
Report whole_report(std::string_view bytes, const std::string& id) {
    if (bytes.size() > max_report_bytes)
        throw error("{} bytes are too many for one report (at most {}); split it", bytes.size(),
                    max_report_bytes);
    return is_page(bytes) ? report_from_page(bytes, id) : report_from_text(bytes, id);
}

} // namespace

struct Reader::State {
    std::deque<std::string> inputs;
    std::unique_ptr<GzipBuffer> packed;
    std::unique_ptr<std::istream> file;
    std::unique_ptr<Lines> lines;

    std::optional<Result> open(const std::string& input);
    std::optional<Result> open_file(const fs::path& path);
    std::optional<Result> open_packed(const fs::path& path);
};

std::optional<Result> Reader::State::open(const std::string& input) {
    if (input == "-") {
        // Lines are handed out as they come, which zlib's reader of blocks cannot do.
        if (std::cin.rdbuf()->sgetc() == gzip_start)
            return Problem{"standard input", "it is gzipped; unpack it first: zcat FILE | dateline ..."};
        lines = std::make_unique<Lines>(std::cin, "standard input");
        return std::nullopt;
    }
    std::error_code failure;
    if (!fs::exists(input, failure)) return Problem{input, "no such file"};
    if (fs::is_directory(input, failure)) {
        std::vector<std::string> found;
        for (fs::directory_iterator entry(input, failure), end; !failure && entry != end;
             entry.increment(failure))
            if (entry->is_regular_file(failure)) found.push_back(entry->path().string());
        if (found.empty()) return Problem{input, "no files in this directory"};
        std::sort(found.begin(), found.end());
        inputs.insert(inputs.begin(), found.begin(), found.end());
        return std::nullopt;
    }
    return open_file(input);
}

std::optional<Result> Reader::State::open_file(const fs::path& path) {
    try {
        const MappedFile mapped(path);
        if (looks_like_json(mapped.text())) {
            file = std::make_unique<std::ifstream>(path, std::ios::binary);
            lines = std::make_unique<Lines>(*file, path.string());
            return std::nullopt;
        }
        if (is_gzip(mapped.text())) return open_packed(path);
        return whole_report(mapped.text(), stem_of(path));
    } catch (const Error& problem) {
        return Problem{path.string(), problem.what()};
    }
}

/// What is packed is told by its first bytes, like any other file.
std::optional<Result> Reader::State::open_packed(const fs::path& path) {
    GzipBuffer first(path);
    std::string bytes;
    take(first, bytes, most_shown);
    if (looks_like_json(bytes)) {
        packed = std::make_unique<GzipBuffer>(path);
        file = std::make_unique<std::istream>(packed.get());
        lines = std::make_unique<Lines>(*file, path.string());
        return std::nullopt;
    }
    take(first, bytes, max_report_bytes + 1); // a small file can stand for endless bytes
    if (bytes.size() > max_report_bytes)
        throw error("unpacked it has more bytes than one report may have (at most {}); split it",
                    max_report_bytes);
    return whole_report(bytes, stem_of(path));
}

Reader::Reader(std::vector<std::string> inputs) : m_state(std::make_unique<State>()) {
    if (inputs.empty()) inputs.emplace_back("-");
    m_state->inputs.assign(inputs.begin(), inputs.end());
}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;

std::optional<Result> Reader::next() {
    for (;;) {
        if (m_state->lines) {
            if (auto result = m_state->lines->next()) return result;
            m_state->lines.reset();
            m_state->file.reset();
            m_state->packed.reset();
        }
        if (m_state->inputs.empty()) return std::nullopt;
        const std::string input = std::move(m_state->inputs.front());
        m_state->inputs.pop_front();
        if (auto result = m_state->open(input)) return result;
    }
}

} // namespace dateline::read

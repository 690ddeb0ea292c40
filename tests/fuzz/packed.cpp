// Gzipped files of reports, through the whole reader: it names what is damaged and comes to an end.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <unistd.h>
#include <zlib.h>

#include "base/error.hpp"
#include "driver.hpp"
#include "read/read.hpp"

namespace dateline::fuzz {

namespace {

/// A file that is gone when the program ends.
class Scratch {
  public:
    Scratch()
        : m_path(std::filesystem::temp_directory_path() / ("dateline-packed-" + std::to_string(::getpid()))) {
    }
    ~Scratch() {
        std::error_code failure;
        std::filesystem::remove(m_path, failure);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::string& path() const { return m_path; }

  private:
    std::string m_path;
};

const std::string& scratch() {
    static const Scratch file;
    return file.path();
}

std::string packed(const std::string& bytes) {
    gzFile file = gzopen(scratch().c_str(), "wb");
    gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose_w(file);
    std::ostringstream out;
    out << std::ifstream(scratch(), std::ios::binary).rdbuf();
    return out.str();
}

} // namespace

std::vector<std::string> seeds() {
    const std::string lines =
        "{\"id\":\"r1\",\"text\":\"Ferries left Lima.\"}\n{\"text\":\"They came back.\"}\n";
    const std::string text = "Published: 6 November 2023\nBy Ada Example\n\nThe talks went on, they said.\n";
    std::string many;
    // more than one block of 64 KiB
    for (int i = 0; i < 2000; ++i) many += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"Rain fell.\"}\n";
    return {
        packed(lines),
        packed(lines) + packed(lines),
        packed(text),
        packed(
            "<!DOCTYPE html><html><head><title>A visit</title></head><body><p>They met.</p></body></html>"),
        packed(many),
        packed(""),
        packed(packed(text))};
}

void read(std::string_view bytes) {
    std::ofstream(scratch(), std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    read::Reader reader({scratch()});
    bool any = false;
    // A byte of deflate stands for 1032 at most, and a result takes one byte of them at least.
    const std::size_t most = 1032 * (bytes.size() + 1);
    std::size_t results = 0;
    while (const auto result = reader.next()) {
        if (++results > most) std::abort();
        any = any || std::holds_alternative<Report>(*result);
    }
    if (!any) throw error("no report");
}

} // namespace dateline::fuzz

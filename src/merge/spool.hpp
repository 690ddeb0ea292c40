#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <vector>

#include "merge/reports.hpp"

namespace dateline::merge {

/// Reports in a nameless file of the folder for temporary files, in their compact form: for callers that read
/// reports from a stream, only to merge them. The file is gone with the process.
class Spool {
  public:
    /// Throws `Error` when no file can be made.
    Spool();

    /// Throws `Error` when the disk is full.
    void add(const CodedReport& coded);
    [[nodiscard]] std::size_t size() const { return m_headers.size(); }
    /// All that were added; reads from this, which must outlive it. To be called once.
    ReportSource source();

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    struct Place {
        std::uint64_t at = 0;
        std::uint32_t compact = 0, text = 0; // bytes
    };
    [[nodiscard]] CodedReport read(const Place& place, Parts parts) const;

    std::unique_ptr<std::FILE, Close> m_file;
    std::vector<Report> m_headers;
    std::vector<Place> m_places;
    std::uint64_t m_size = 0;
};

} // namespace dateline::merge

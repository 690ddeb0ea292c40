#pragma once

#include <cstdint>
#include <vector>

#include "merge/reports.hpp"
#include "merge/scratch_file.hpp"

namespace dateline::merge {

/// Reports in a temporary file, in their compact form: for callers that read reports from a stream, only to
/// merge them.
class Spool {
  public:
    /// Throws `Error` when the disk is full.
    void add(const CodedReport& coded);
    [[nodiscard]] std::size_t size() const { return m_headers.size(); }
    /// All that were added; reads from this, which must outlive it. To be called once.
    ReportSource source();

  private:
    struct Place {
        std::uint64_t at = 0;
        std::uint32_t compact = 0, text = 0; // bytes
    };
    [[nodiscard]] CodedReport read(const Place& place, Parts parts) const;

    ScratchFile m_file;
    std::vector<Report> m_headers;
    std::vector<Place> m_places;
};

} // namespace dateline::merge

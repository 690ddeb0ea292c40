#pragma once

#include <functional>
#include <string>
#include <vector>

#include "merge/page_cache.hpp"
#include "record/coded_report.hpp"
#include "record/compact.hpp"

namespace dateline::merge {

/// Reports that can be read again and again, so that not all of them need to be in memory.
struct ReportSource {
    std::vector<Report> headers; // id, source, url, title and day of publication; no text
    /// The report of a header; what `to_compact` keeps is enough.
    std::function<CodedReport(std::size_t, Parts)> read;
};

/// The pile that is merged, in order of publication (unknown dates last, then by id), whatever the order of
/// the source. A report is read when it is asked for and kept while there is room.
class Reports {
  public:
    /// Bytes of reports that are kept, about; the pile may be larger.
    static constexpr std::size_t default_room = 160U << 20U;

    explicit Reports(ReportSource source, std::size_t room = default_room);
    Reports(const Reports&) = delete;
    Reports& operator=(const Reports&) = delete;

    [[nodiscard]] std::size_t size() const { return m_headers.size(); }
    /// Bytes that may be kept of reports, and as many of what is made of them.
    [[nodiscard]] std::size_t room() const { return m_room; }
    /// The report. The pointer, and all that points into the report, lasts until `settle`.
    [[nodiscard]] const CodedReport* operator[](std::size_t number) const { return &m_cache.at(number); }
    /// What is known without reading the report: id, source, url, title, published. Lasts as long as this.
    [[nodiscard]] const Report& header(std::size_t number) const { return m_headers[number]; }
    /// Says that nothing points into reports any more: those that were not used for long may be forgotten.
    /// Every loop over reports, claims or events calls it once a round.
    void settle() const { m_cache.settle(); }
    /// Calls `use` with the report, which may lack its claims: for what needs only text, actors, places and
    /// times. The report is kept no longer than that.
    template<typename Use>
    auto without_claims(std::size_t number, Use use) const {
        if (const CodedReport* kept = m_cache.find(number)) return use(*kept);
        const CodedReport read = m_read(m_place[number], Parts::no_claims);
        return use(read);
    }
    /// Visits all reports in order so.
    template<typename Visit>
    void each_without_claims(Visit visit) const {
        for (std::size_t r = 0; r < size(); ++r)
            without_claims(r, [&](const CodedReport& coded) { visit(r, coded); });
    }
    /// Visits all reports in order, with `settle` behind each.
    template<typename Visit>
    void each(Visit visit) const {
        for (std::size_t r = 0; r < size(); ++r) {
            visit(r, *(*this)[r]);
            settle();
        }
    }

  private:
    std::vector<Report> m_headers;    // in order
    std::vector<std::size_t> m_place; // in the source
    std::function<CodedReport(std::size_t, Parts)> m_read;
    std::size_t m_room;
    mutable PageCache<CodedReport> m_cache; // a cache is no part of what the pile is
};

/// Copies of reports that are in memory, in their compact form.
ReportSource source_of(const std::vector<CodedReport>& reports);
ReportSource source_of(const std::vector<const CodedReport*>& reports);

/// The header of a report: the report without its text.
Report header_of(const Report& report);

} // namespace dateline::merge

#include "merge/reports.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "base/error.hpp"

namespace dateline::merge {

namespace {

/// Bytes of a report in memory, about.
std::size_t weight_of(const CodedReport& coded) {
    constexpr std::size_t of_claim = 800, of_actor = 500, of_place = 300, of_time = 200, of_report = 1000;
    return of_report + coded.report.text.size() + coded.claims.size() * of_claim +
           coded.actors.size() * of_actor + coded.places.size() * of_place + coded.times.size() * of_time +
           coded.parse.sentences.size() * sizeof(Sentence);
}

std::vector<std::size_t> in_order(const std::vector<Report>& headers) {
    std::vector<std::size_t> out(headers.size());
    std::iota(out.begin(), out.end(), std::size_t{0});
    std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
        const Report &one = headers[a], &other = headers[b];
        const bool one_open = one.published.value.empty(), other_open = other.published.value.empty();
        if (one_open != other_open) return other_open;
        return std::tie(one.published.value, one.id) < std::tie(other.published.value, other.id);
    });
    return out;
}

} // namespace

Reports::Reports(ReportSource source, std::size_t room)
    : m_place(in_order(source.headers)), m_read(std::move(source.read)), m_room(room),
      m_cache(
          source.headers.size(), room,
          [this](std::size_t number) { return m_read(m_place[number], Parts::all); }, weight_of) {
    m_headers.reserve(source.headers.size());
    for (const std::size_t at : m_place) m_headers.push_back(std::move(source.headers[at]));
}

ReportSource source_of(const std::vector<const CodedReport*>& reports) {
    ReportSource source;
    std::vector<std::pair<std::string, std::string>> kept; // compact form, text
    for (const CodedReport* coded : reports) {
        source.headers.push_back(header_of(coded->report));
        kept.emplace_back(to_compact(*coded), coded->report.text);
    }
    source.read = [kept = std::move(kept)](std::size_t number, Parts parts) {
        auto coded = from_compact(kept[number].first, kept[number].second, parts);
        if (!coded) throw error("a report points outside its text");
        return std::move(*coded);
    };
    return source;
}

ReportSource source_of(const std::vector<CodedReport>& reports) {
    std::vector<const CodedReport*> all;
    for (const CodedReport& coded : reports) all.push_back(&coded);
    return source_of(all);
}

Report header_of(const Report& report) {
    Report header;
    header.id = report.id;
    header.source = report.source;
    header.url = report.url;
    header.title = report.title;
    header.published = report.published;
    return header;
}

} // namespace dateline::merge

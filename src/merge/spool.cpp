#include "merge/spool.hpp"

#include <string>

#include "base/error.hpp"

namespace dateline::merge {

void Spool::add(const CodedReport& coded) {
    const std::string compact = to_compact(coded);
    const std::string& text = coded.report.text;
    const std::uint64_t at = m_file.append(compact);
    m_file.append(text);
    m_headers.push_back(header_of(coded.report));
    m_places.push_back(
        {at, static_cast<std::uint32_t>(compact.size()), static_cast<std::uint32_t>(text.size())});
}

CodedReport Spool::read(const Place& place, Parts parts) const {
    std::string compact(place.compact, '\0'), text(place.text, '\0');
    m_file.read(place.at, compact);
    m_file.read(place.at + place.compact, text);
    auto coded = from_compact(compact, std::move(text), parts);
    if (!coded) throw error("a report points outside its text");
    return std::move(*coded);
}

ReportSource Spool::source() {
    return {std::move(m_headers),
            [this](std::size_t number, Parts parts) { return read(m_places[number], parts); }};
}

} // namespace dateline::merge

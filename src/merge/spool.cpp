#include "merge/spool.hpp"

#include <string>

#include "base/error.hpp"

namespace dateline::merge {

Spool::Spool() : m_file(std::tmpfile()) {
    if (!m_file) throw error("cannot make a temporary file; is there room in $TMPDIR or /tmp?");
}

void Spool::add(const CodedReport& coded) {
    const std::string compact = to_compact(coded);
    const std::string& text = coded.report.text;
    if (std::fwrite(compact.data(), 1, compact.size(), m_file.get()) != compact.size() ||
        std::fwrite(text.data(), 1, text.size(), m_file.get()) != text.size())
        throw error("cannot write to a temporary file: is the disk full?");
    m_headers.push_back(header_of(coded.report));
    m_places.push_back(
        {m_size, static_cast<std::uint32_t>(compact.size()), static_cast<std::uint32_t>(text.size())});
    m_size += compact.size() + text.size();
}

CodedReport Spool::read(const Place& place, Parts parts) const {
    std::string compact(place.compact, '\0'), text(place.text, '\0');
    if (std::fseek(m_file.get(), static_cast<long>(place.at), SEEK_SET) != 0 ||
        std::fread(compact.data(), 1, compact.size(), m_file.get()) != compact.size() ||
        std::fread(text.data(), 1, text.size(), m_file.get()) != text.size())
        throw error("cannot read a temporary file back");
    auto coded = from_compact(compact, std::move(text), parts);
    if (!coded) throw error("a report points outside its text");
    return std::move(*coded);
}

ReportSource Spool::source() {
    if (std::fflush(m_file.get()) != 0) throw error("cannot write to a temporary file: is the disk full?");
    return {std::move(m_headers),
            [this](std::size_t number, Parts parts) { return read(m_places[number], parts); }};
}

} // namespace dateline::merge

#include "language/vectors.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cstring>

#include "base/error.hpp"
#include "base/text.hpp"
#include "language/msgpack.hpp"

namespace dateline::language {

namespace {

/// A string's id is its hash, but symbols (`NOUN`) have small numbers: mixed, both halves tell either kind
/// apart.
constexpr std::uint64_t mixed(std::uint64_t id) {
    id = (id ^ id >> 32U) * 0x9E3779B97F4A7C15ULL;
    return id ^ id >> 32U;
}

} // namespace

Vectors::Vectors(const std::filesystem::path& folder) : m_file(folder / "vectors") {
    const MappedFile config(folder / "vectors.cfg");
    if (config.text().find("\"floret\"") != std::string_view::npos)
        throw error("{}: floret vectors are not supported; use a pipeline with default vectors",
                    (folder / "vectors.cfg").string());
    read_matrix(folder / "vectors");
    read_index(folder / "key2row");
}

/// NumPy's format 1.0: magic, version, a header length and a header in Python's notation, then the values.
void Vectors::read_matrix(const std::filesystem::path& path) {
    const std::string_view bytes = m_file.text();
    const auto fail = [&](std::string_view what) {
        throw error("{}: {}; expected a NumPy file of float32 rows", path.string(), what);
    };
    if (bytes.size() < 10 || !bytes.starts_with("\x93NUMPY\x01")) fail("no NumPy 1.0 header");
    const std::size_t header_size = static_cast<unsigned char>(bytes[8]) |
                                    static_cast<unsigned>(static_cast<unsigned char>(bytes[9])) << 8U;
    if (bytes.size() < 10 + header_size) fail("the header is cut");
    const std::string_view header = bytes.substr(10, header_size);
    if (header.find("'<f4'") == std::string_view::npos ||
        header.find("'fortran_order': False") == std::string_view::npos)
        fail("other values than float32 by row");
    const std::size_t shape = header.find("'shape': (");
    if (shape == std::string_view::npos) fail("no shape");
    const char* at = header.data() + shape + 10;
    const char* end = header.data() + header.size();
    const auto rows = std::from_chars(at, end, m_rows);
    if (rows.ec != std::errc{} || end - rows.ptr < 3 || *rows.ptr != ',') fail("no rows and columns");
    at = rows.ptr + 1;
    while (at < end && is_space(*at)) ++at;
    if (std::from_chars(at, end, m_width).ec != std::errc{}) fail("no columns");
    const std::size_t data = bytes.size() - 10 - header_size;
    if (m_width == 0 || m_width > 10'000 || m_rows > data / (m_width * sizeof(float)))
        fail("fewer values than the shape says");
    if ((10 + header_size) % alignof(float) != 0) fail("values that are not aligned");
    m_values = reinterpret_cast<const float*>(bytes.data() + 10 + header_size);
}

void Vectors::read_index(const std::filesystem::path& path) {
    const MappedFile file(path);
    MsgpackReader reader(file.text(), path.string());
    const std::size_t count = reader.map();
    m_index = BigArray<Entry>(std::bit_ceil(count + count / 4 + 1));
    // Places are random, so each is asked for some keys before it is written; else the index is half of the
    // start-up.
    constexpr std::size_t ahead = 16;
    std::array<std::pair<std::uint64_t, std::uint64_t>, ahead> waiting{}; // id, row
    for (std::size_t i = 0; i < count + ahead; ++i) {
        auto& [id, row] = waiting[i % ahead];
        if (i >= ahead && row < m_rows)
            enter(id, row); // spaCy writes row -1 for keys whose vector was pruned
        if (i >= count) continue;
        id = mixed(reader.integer());
        row = reader.integer();
        __builtin_prefetch(&m_index[home(id)]);
    }
}

/// The place where a mixed id belongs; the other half of it is kept there.
std::size_t Vectors::home(std::uint64_t id) const {
    return (id >> 32U) & (m_index.size() - 1);
}

void Vectors::enter(std::uint64_t id, std::uint64_t row) {
    std::size_t at = home(id);
    while (m_index[at].row != 0) at = (at + 1) & (m_index.size() - 1);
    m_index[at] = {static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(row) + 1};
}

std::int32_t Vectors::row(std::uint64_t string) const {
    const std::uint64_t id = mixed(string);
    const auto key = static_cast<std::uint32_t>(id);
    for (std::size_t at = home(id); m_index[at].row != 0; at = (at + 1) & (m_index.size() - 1))
        if (m_index[at].key == key) return static_cast<std::int32_t>(m_index[at].row - 1);
    return -1;
}

} // namespace dateline::language

// An external merge sort. Names fill a run of fixed size; a full run is sorted and written out. At the end
// the runs are merged, each read through a small buffer, straight into the file.

#include "where/gazetteer_writer.hpp"

#include <algorithm>
#include <cstring>
#include <queue>
#include <tuple>

#include "base/error.hpp"
#include "where/name_key.hpp"

namespace dateline::where {

namespace {

constexpr std::size_t run_size = std::size_t{1} << 22U; // names, 64 MiB

using NameEntry = Gazetteer::NameEntry;

/// The better a place bears the name, the earlier.
int order(NameRank rank) {
    return rank == NameRank::main ? 0 : rank == NameRank::part ? 1 : 2;
}

bool comes_before(const NameEntry& a, const NameEntry& b) {
    return std::tuple(a.key, a.place, order(a.rank)) < std::tuple(b.key, b.place, order(b.rank));
}

void put(std::ofstream& file, const void* bytes, std::size_t size) {
    file.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(size));
}

void append(std::ofstream& file, const std::filesystem::path& from) {
    std::ifstream source(from, std::ios::binary);
    if (source.peek() != std::ifstream::traits_type::eof()) file << source.rdbuf();
}

/// One sorted run, read in order.
class Run {
  public:
    explicit Run(const std::filesystem::path& path) : m_file(path, std::ios::binary) { next(); }
    bool next() {
        m_file.read(reinterpret_cast<char*>(&m_entry), sizeof m_entry);
        m_good = m_file.gcount() == static_cast<std::streamsize>(sizeof m_entry);
        return m_good;
    }
    [[nodiscard]] bool good() const { return m_good; }
    [[nodiscard]] const NameEntry& entry() const { return m_entry; }

  private:
    std::ifstream m_file;
    NameEntry m_entry;
    bool m_good = false;
};

} // namespace

GazetteerWriter::GazetteerWriter(std::filesystem::path target) : m_target(std::move(target)) {
    m_place_file.open(part("places"), std::ios::binary);
    m_text_file.open(part("text"), std::ios::binary);
    if (!m_place_file || !m_text_file) throw error("cannot write {}", part("places").string());
}

GazetteerWriter::~GazetteerWriter() {
    std::error_code ignored;
    for (const auto& run : m_runs) std::filesystem::remove(run, ignored);
    for (const std::string_view ending : {"places", "text", "part"})
        std::filesystem::remove(part(ending), ignored);
}

std::filesystem::path GazetteerWriter::part(std::string_view ending) const {
    return m_target.string() + "." + std::string(ending);
}

std::uint32_t GazetteerWriter::add(PlaceRecord place, std::string_view name) {
    place.name = m_text;
    place.name_size = static_cast<std::uint8_t>(std::min<std::size_t>(name.size(), 255));
    m_text_file << name.substr(0, place.name_size);
    m_text += place.name_size;
    put(m_place_file, &place, sizeof place);
    if (!m_place_file || !m_text_file) throw error("cannot write {}", part("places").string());
    const std::uint32_t index = m_places++;
    if (place.kind == PlaceKind::admin1 && place.division != 0)
        add_key(place.division, index, NameRank::main);
    add_name(index, name, NameRank::main);
    return index;
}

void GazetteerWriter::add_name(std::uint32_t place, std::string_view name, NameRank rank) {
    const std::string normal = normalized(name);
    if (!normal.empty()) add_key(name_key(normal), place, rank);
}

void GazetteerWriter::add_key(std::uint64_t key, std::uint32_t place, NameRank rank) {
    m_names.push_back({key, place, rank});
    if (m_names.size() == run_size) flush_run();
}

void GazetteerWriter::flush_run() {
    std::sort(m_names.begin(), m_names.end(), comes_before);
    m_runs.push_back(part("names" + std::to_string(m_runs.size())));
    std::ofstream file(m_runs.back(), std::ios::binary);
    put(file, m_names.data(), m_names.size() * sizeof(NameEntry));
    file.close();
    if (!file) throw error("cannot write {}", m_runs.back().string());
    m_names.clear();
}

void GazetteerWriter::merge_names(std::ofstream& file) {
    std::vector<Run> runs;
    runs.reserve(m_runs.size());
    for (const auto& path : m_runs) runs.emplace_back(path);
    const auto later = [&](std::size_t a, std::size_t b) {
        return comes_before(runs[b].entry(), runs[a].entry());
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> queue(later);
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (runs[i].good()) queue.push(i);
    NameEntry previous{0, 0xFFFFFFFFU, NameRank::other};
    while (!queue.empty()) {
        const std::size_t run = queue.top();
        queue.pop();
        const NameEntry entry = runs[run].entry();
        if (runs[run].next()) queue.push(run);
        if (entry.key == previous.key && entry.place == previous.place)
            continue; // the better rank came first
        previous = entry;
        put(file, &entry, sizeof entry);
        ++m_name_count;
    }
}

void GazetteerWriter::finish() {
    flush_run();
    m_place_file.close();
    m_text_file.close();
    Gazetteer::Header header{};
    std::memcpy(header.magic, Gazetteer::magic, sizeof header.magic);
    header.version = Gazetteer::version;
    std::ofstream file(part("part"), std::ios::binary);
    put(file, &header, sizeof header);
    append(file, part("places"));
    merge_names(file);
    append(file, part("text"));
    header.places = m_places;
    header.names = m_name_count;
    header.text = m_text;
    file.seekp(0);
    put(file, &header, sizeof header);
    file.close();
    if (!file) throw error("cannot write {}", part("part").string());
    std::filesystem::rename(part("part"), m_target);
}

} // namespace dateline::where

#include "where/gazetteer.hpp"

#include <algorithm>
#include <cstring>

#include "base/error.hpp"
#include "where/name_key.hpp"

namespace dateline::where {

Gazetteer::Gazetteer(const std::filesystem::path& path)
    : m_file([&] {
          if (!std::filesystem::exists(path))
              throw error("no gazetteer at {}; ./setup builds it", path.string());
          return MappedFile(path);
      }()) {
    const std::string_view bytes = m_file.text();
    const auto damaged = [&] {
        return error("{} is damaged or of another version; build it again with ./setup", path.string());
    };
    Header header{};
    if (bytes.size() < sizeof header) throw damaged();
    std::memcpy(&header, bytes.data(), sizeof header);
    const std::uint64_t expected = sizeof header + std::uint64_t{header.places} * sizeof(PlaceRecord) +
                                   std::uint64_t{header.names} * sizeof(NameEntry) + header.text;
    if (std::memcmp(header.magic, magic, sizeof magic) != 0 || header.version != version ||
        expected != bytes.size())
        throw damaged();
    const char* at = bytes.data() + sizeof header;
    m_places = {reinterpret_cast<const PlaceRecord*>(at), header.places};
    at += header.places * sizeof(PlaceRecord);
    m_names = {reinterpret_cast<const NameEntry*>(at), header.names};
    m_text = {at + header.names * sizeof(NameEntry), header.text};
}

std::vector<const PlaceRecord*> Gazetteer::find(std::string_view name) const {
    std::vector<const PlaceRecord*> found;
    const std::string normal = normalized(name);
    if (normal.empty()) return found;
    const std::uint64_t key = name_key(normal);
    auto entry = std::lower_bound(m_names.begin(), m_names.end(), key,
                                  [](const NameEntry& e, std::uint64_t k) { return e.key < k; });
    for (; entry != m_names.end() && entry->key == key; ++entry)
        if (entry->place < m_places.size()) found.push_back(&m_places[entry->place]);
    return found;
}

std::string_view Gazetteer::name(const PlaceRecord& place) const {
    return place.name <= m_text.size() ? m_text.substr(place.name, place.name_size) : std::string_view{};
}

const PlaceRecord* Gazetteer::division(const PlaceRecord& place) const {
    if (place.division == 0) return nullptr;
    // Divisions are entered in the index of names under their key as well.
    const std::uint64_t key = place.division;
    const auto entry = std::lower_bound(m_names.begin(), m_names.end(), key,
                                        [](const NameEntry& e, std::uint64_t k) { return e.key < k; });
    return entry != m_names.end() && entry->key == key && entry->place < m_places.size()
               ? &m_places[entry->place]
               : nullptr;
}

std::uint32_t Gazetteer::division_key(std::string_view code) {
    const auto key = static_cast<std::uint32_t>(name_key(code));
    return key == 0 ? 1 : key;
}

} // namespace dateline::where

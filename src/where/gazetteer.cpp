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
    const auto damaged = [&](std::string_view what) {
        return error("{} is {}; scripts/fetch_gazetteer builds it again", path.string(), what);
    };
    Header header{};
    if (bytes.size() < sizeof header) throw damaged("damaged");
    std::memcpy(&header, bytes.data(), sizeof header);
    if (std::memcmp(header.magic, magic, sizeof magic) != 0) throw damaged("no gazetteer");
    if (header.version != version) throw damaged("of another version");
    const std::uint64_t expected = sizeof header + std::uint64_t{header.places} * sizeof(PlaceRecord) +
                                   std::uint64_t{header.names} * sizeof(NameEntry) + header.text;
    if (expected != bytes.size()) throw damaged("damaged");
    const char* at = bytes.data() + sizeof header;
    m_places = {reinterpret_cast<const PlaceRecord*>(at), header.places};
    at += header.places * sizeof(PlaceRecord);
    m_names = {reinterpret_cast<const NameEntry*>(at), header.names};
    m_text = {at + header.names * sizeof(NameEntry), header.text};
}

std::span<const Gazetteer::NameEntry> Gazetteer::entries(std::uint64_t key) const {
    const std::size_t size = m_names.size();
    if (size == 0) return {};
    // Where the key would stand if keys were spread with no chance in it; then ever longer steps towards it.
    const auto guess = static_cast<std::size_t>(((key >> 32U) * size) >> 32U);
    std::size_t low = guess, high = guess, step = 64;
    while (low > 0 && m_names[low].key >= key) {
        low -= std::min(low, step);
        step *= 2;
    }
    for (step = 64; high < size && m_names[high].key < key; step *= 2) high += std::min(size - high, step);
    const auto less = [](const NameEntry& entry, std::uint64_t k) { return entry.key < k; };
    const auto begin = m_names.begin() + static_cast<std::ptrdiff_t>(low);
    const auto end = m_names.begin() + static_cast<std::ptrdiff_t>(high);
    const auto first = std::lower_bound(begin, end, key, less);
    auto last = first;
    while (last != m_names.end() && last->key == key && last->place < m_places.size()) ++last;
    return {first, last};
}

std::span<const Gazetteer::NameEntry> Gazetteer::find(std::string_view name) const {
    return find_normalized(normalized(name));
}

std::span<const Gazetteer::NameEntry> Gazetteer::find_normalized(std::string_view name) const {
    if (name.empty()) return {};
    return entries(name_key(name));
}

std::string_view Gazetteer::name(const PlaceRecord& place) const {
    return place.name <= m_text.size() ? m_text.substr(place.name, place.name_size) : std::string_view{};
}

const PlaceRecord* Gazetteer::division(std::uint32_t key) const {
    if (key == 0) return nullptr;
    // First-order divisions are entered in the index of names under their key as well.
    const auto found = entries(key);
    return found.empty() ? nullptr : &m_places[found.front().place];
}

std::uint32_t Gazetteer::division_key(std::string_view code) {
    const auto key = static_cast<std::uint32_t>(name_key(code));
    return key == 0 ? 1 : key;
}

} // namespace dateline::where

#include "language/config.hpp"

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "base/text.hpp"

namespace dateline::language {

Config::Config(const std::filesystem::path& path) : m_path(path) {
    const MappedFile file(path);
    std::string section;
    for_each_data_line(file.text(), [&](std::string_view line, int /*number*/) {
        line = trim(line);
        if (line.starts_with('[') && line.ends_with(']') && line.find('=') == std::string_view::npos) {
            section = line.substr(1, line.size() - 2);
            return;
        }
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos) return;
        m_sections[section][std::string(trim(line.substr(0, equals)))] = trim(line.substr(equals + 1));
    });
}

std::string Config::get(const std::string& section, const std::string& key) const {
    std::string value;
    std::string where = section;
    std::string what = key;
    constexpr int most_references = 8; // a reference may lead to another, a circle ends here
    for (int i = 0; i < most_references; ++i) {
        const auto found = m_sections.find(where);
        if (found == m_sections.end()) return {};
        const auto entry = found->second.find(what);
        if (entry == found->second.end()) return {};
        value = entry->second;
        if (!value.starts_with("${") || !value.ends_with('}')) break;
        const std::size_t split = value.find_last_of(":.");
        if (split == std::string::npos) break;
        where = value.substr(2, split - 2);
        what = value.substr(split + 1, value.size() - split - 2);
    }
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
        value = value.substr(1, value.size() - 2);
    return value;
}

std::vector<std::string> Config::list(const std::string& section, const std::string& key) const {
    std::vector<std::string> items;
    std::string value = get(section, key);
    if (value.size() < 2) return items;
    for (const std::string_view piece : split(std::string_view(value).substr(1, value.size() - 2), ',')) {
        std::string_view item = trim(piece);
        if (item.size() >= 2 && item.front() == '"') item = item.substr(1, item.size() - 2);
        if (!item.empty()) items.emplace_back(item);
    }
    return items;
}

void Config::expect(const std::string& section, const std::string& key, std::string_view expected) const {
    const std::string found = get(section, key);
    if (found != expected)
        throw error("{}: [{}] {} is {}, but only {} is supported", m_path.string(), section, key,
                    found.empty() ? "missing" : found, expected);
}

} // namespace dateline::language

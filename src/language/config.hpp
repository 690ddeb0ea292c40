#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::language {

/// A pipeline's `config.cfg`: sections of keys and JSON values, as text. `${section:key}` is put in.
class Config {
  public:
    explicit Config(const std::filesystem::path& path);

    /// The value with its quotes taken off; empty when there is none.
    [[nodiscard]] std::string get(const std::string& section, const std::string& key) const;
    /// A list of texts: `["tok2vec", "tagger"]`.
    [[nodiscard]] std::vector<std::string> list(const std::string& section, const std::string& key) const;
    /// Throws `Error` naming section, key, and what was expected, when the value is not `expected`.
    void expect(const std::string& section, const std::string& key, std::string_view expected) const;

  private:
    std::filesystem::path m_path;
    std::map<std::string, std::map<std::string, std::string>> m_sections;
};

} // namespace dateline::language

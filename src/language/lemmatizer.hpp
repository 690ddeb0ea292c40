#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/text.hpp"

namespace dateline::language {

/// spaCy's rule lemmatizer for English: exceptions, suffix rules and an index of known lemmas for each part
/// of speech. Immutable.
class Lemmatizer {
  public:
    /// Reads a pipeline's `lemmatizer/lookups/lookups.bin`.
    explicit Lemmatizer(const std::filesystem::path& path);

    /// The lemma of a word with its Universal part of speech (`VERB`) and features (`Number=Sing|Person=3`).
    [[nodiscard]] std::string lemma(std::string_view word, std::string_view pos,
                                    std::string_view morph) const;

  private:
    struct Table {
        std::vector<std::pair<std::string, std::string>> rules; // suffix, replacement
        std::unordered_map<std::string, std::vector<std::string>, StringHash, std::equal_to<>> exceptions;
        std::unordered_set<std::string, StringHash, std::equal_to<>> index;
    };
    [[nodiscard]] std::vector<std::string> forms(const Table& table, const std::string& word) const;

    std::unordered_map<std::uint64_t, Table> m_tables; // by string id of the part of speech in lower case
};

} // namespace dateline::language

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/mapped_file.hpp"
#include "language/word_table.hpp"

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
        std::vector<std::pair<std::string_view, std::string_view>> rules; // suffix, replacement
        WordTable
            exceptions; // the first of the word's lemmas in m_exceptions, behind which an empty one ends them
        WordTable index;
    };
    [[nodiscard]] std::vector<std::string> forms(const Table& table, const std::string& word) const;

    MappedFile m_file; // the words are views into it
    std::vector<std::string_view> m_exceptions;
    std::unordered_map<std::uint64_t, Table> m_tables; // by string id of the part of speech in lower case
};

} // namespace dateline::language

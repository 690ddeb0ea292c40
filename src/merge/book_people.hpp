#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "record/coded_report.hpp"

namespace dateline::merge {

/// The people of a pile whom the actor book knows, so that those whose names it has in other spellings only
/// are found to be them: `Mohamed Morsy`, of its Mohammed Morsi.
class BookPeople {
  public:
    /// Learns the people of a report.
    void collect(const CodedReport& coded);
    /// The key (`key_of`) of the only one whose name the actor's may be a spelling of and who has no other
    /// country, gender or middle name; else `key`, the actor's own.
    [[nodiscard]] std::string key_in_book(const Actor& actor, const std::string& key) const;

  private:
    struct Person {
        std::string key, name, country, gender;
    };
    std::unordered_map<std::string, std::vector<Person>> m_people; // by `spelling_key_of`
};

} // namespace dateline::merge

#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/coded_report.hpp"

namespace dateline::merge {

/// What the short names of a story stand for: `UNSC` for the body with these initials, `Alex Smith` for
/// Alexander Smith.
class LongForms {
  public:
    /// Learns the named actors of a report of the story, each under the short names that may call it.
    void collect(std::size_t story, const std::vector<Actor>& actors);

    /// The key (`key_of`) of the longer name that an actor's stands for in the story, else its own, `key`.
    [[nodiscard]] std::string of(std::size_t story, const Actor& actor, std::string key) const;

  private:
    std::unordered_map<std::string, std::set<std::string>> m_keys;
};

} // namespace dateline::merge

#pragma once

#include <vector>

#include "record/coded_report.hpp"

namespace dateline {

/// Finds the actor mention at a token, in constant time. Built once per report; refers to nothing afterwards.
class MentionIndex {
  public:
    MentionIndex(const Parse& parse, const std::vector<Actor>& actors);

    /// The mention whose head is the token; actor -1 when there is none.
    [[nodiscard]] MentionRef headed_by(TokenIndex token) const {
        return m_headed[static_cast<std::size_t>(token)];
    }
    /// The smallest mention that covers the token; actor -1 when there is none.
    [[nodiscard]] MentionRef covering(TokenIndex token) const {
        return m_covering[static_cast<std::size_t>(token)];
    }

  private:
    std::vector<MentionRef> m_headed;
    std::vector<MentionRef> m_covering;
};

} // namespace dateline

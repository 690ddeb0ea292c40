#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "what/circumstances.hpp"
#include "what/participants.hpp"
#include "what/status.hpp"

namespace dateline::what {

/// A claim in the making.
struct Draft {
    Arguments arguments;
    FrameMatch match; // frame null: an event no frame knows
    Roles roles;
    Modality modality;
    std::string mode, cameo;
    std::int32_t under = -1; // index of another draft
    bool dropped = false;
    bool minor = false;             // a claim only where it is not plainly so (minor_events.hpp)
    TokenIndex told_by = no_token;  // of a minor one: the noun that tells the act
    TokenIndex named_by = no_token; // the noun that names the act of a light verb: it is the trigger then
    std::string_view counted;
    std::vector<Count> counts;

    [[nodiscard]] bool typed() const { return match.frame != nullptr && !match.frame->type.empty(); }
    [[nodiscard]] std::string_view type() const {
        return match.frame == nullptr ? std::string_view{} : std::string_view(match.frame->type);
    }
    [[nodiscard]] bool speech() const { return match.frame != nullptr && match.frame->speech; }
};

/// The drafts of a report and which word each stands at.
class DraftTable {
  public:
    explicit DraftTable(const ReportWords& words)
        : m_at(static_cast<std::size_t>(words.parse().size()), -1) {}

    /// The draft whose trigger is `t`; null for `no_token`, without one, and when it was dropped.
    [[nodiscard]] Draft* at(TokenIndex t) {
        const std::int32_t index = t == no_token ? -1 : m_at[static_cast<std::size_t>(t)];
        return index < 0 || drafts[static_cast<std::size_t>(index)].dropped
                   ? nullptr
                   : &drafts[static_cast<std::size_t>(index)];
    }

    void add(Draft draft) {
        m_at[static_cast<std::size_t>(draft.arguments.trigger)] = static_cast<std::int32_t>(drafts.size());
        drafts.push_back(std::move(draft));
    }

    std::vector<Draft> drafts; // in text order

  private:
    std::vector<std::int32_t> m_at;
};

} // namespace dateline::what

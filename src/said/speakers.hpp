#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/coded_report.hpp"
#include "record/mention_index.hpp"
#include "said/attribution.hpp"

namespace dateline::said {

/// Which actor a source phrase names. Built once per report; refers to the parse and the actors.
class Speakers {
  public:
    Speakers(const Parse& parse, const std::vector<Actor>& actors,
             const std::vector<Attribution>& attributions);

    /// Index of the actor who speaks; -1 when nobody is known to.
    [[nodiscard]] std::int32_t of(const Attribution& attribution) const;

    /// Whether the cue stands in what somebody else says in his own words.
    [[nodiscard]] bool is_quoted(const Attribution& attribution) const;

  private:
    struct Piece {
        Span span;
        TokenIndex source;
    };
    /// The speaker whose quotation holds a byte; `no_token` outside quotations.
    [[nodiscard]] TokenIndex voice_at(std::uint32_t byte) const;
    /// `Firm Chief Praises Example`, where all of a headline was taken for one name.
    [[nodiscard]] bool is_in_name_of_cue(const Attribution& attribution) const;
    [[nodiscard]] std::int32_t actor_at(TokenIndex head) const;
    [[nodiscard]] std::int32_t named(TokenIndex head) const;

    const Parse& m_parse;
    MentionIndex m_mentions;
    std::vector<Piece> m_pieces; // of quotations with a speaker, in text order
    std::unordered_map<std::string_view, std::int32_t> m_surnames; // -1 when two actors share one
};

} // namespace dateline::said

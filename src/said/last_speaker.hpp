#pragma once

#include <cstdint>
#include <vector>

#include "record/coded_report.hpp"
#include "said/attribution.hpp"

namespace dateline::said {

/// Keeps in mind who spoke last, in text order, so that `he added` is his. Refers to parse and actors, which
/// must outlive it.
class LastSpeaker {
  public:
    LastSpeaker(const Parse& parse, const std::vector<Actor>& actors) : m_parse(parse), m_actors(actors) {}

    /// Who speaks at a cue, given who its source means (-1 nobody known): whoever spoke last, where the
    /// source is `he` or `she` and nobody else has been spoken of since but in his own words.
    [[nodiscard]] std::int32_t settle(const Attribution& attribution, std::int32_t speaker) const;

    /// Takes notice of a speaker: of one person; a body or a crowd leaves nobody in mind, and whoever speaks
    /// inside another's words changes nothing.
    void note(const Attribution& attribution, std::int32_t speaker);

  private:
    [[nodiscard]] bool is_inside(Span span) const;
    [[nodiscard]] bool is_one_person(const Attribution& attribution, std::int32_t speaker) const;
    [[nodiscard]] bool may_be_last(const Attribution& attribution) const;
    [[nodiscard]] bool is_told_since(std::int32_t actor, const Attribution& attribution) const;

    const Parse& m_parse;
    const std::vector<Actor>& m_actors;
    std::int32_t m_last = -1;
    std::uint32_t m_since = 0,
                  m_until = 0;    // the last speaker's source or cue: where they start, the cue ends
    std::vector<Span> m_contents; // what he said there
};

} // namespace dateline::said

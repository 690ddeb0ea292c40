// The speaker of a report stays the speaker until somebody else is told of: people of whom he speaks do not
// count. That is centering (Grosz, Joshi and Weinstein 1995) with quotations as a discourse of their own.

#include "said/last_speaker.hpp"

#include <algorithm>

namespace dateline::said {

namespace {

constexpr std::uint32_t longest_pause = 600; // bytes between two cues of one speaker

} // namespace

bool LastSpeaker::is_inside(Span span) const {
    return std::any_of(m_contents.begin(), m_contents.end(),
                       [&](Span content) { return content.contains(span); });
}

bool LastSpeaker::is_one_person(const Attribution& attribution, std::int32_t speaker) const {
    const Tag tag = attribution.source == no_token ? Tag::other : m_parse.at(attribution.source).tag;
    return m_actors[static_cast<std::size_t>(speaker)].kind == "person" && tag != Tag::nns &&
           tag != Tag::nnps;
}

/// A pronoun, near enough, of the right gender.
bool LastSpeaker::may_be_last(const Attribution& attribution) const {
    if (m_last < 0 || attribution.source == no_token || !attribution.source_span ||
        attribution.cue_span->start >= m_until + longest_pause)
        return false;
    const std::string_view pronoun = m_parse.at(attribution.source).lower;
    const std::string& gender = m_actors[static_cast<std::size_t>(m_last)].gender;
    return (pronoun == "he" && gender != "f") || (pronoun == "she" && gender != "m");
}

/// Whether the report itself speaks of somebody between the last speaker and a source.
bool LastSpeaker::is_told_since(std::int32_t actor, const Attribution& attribution) const {
    const std::uint32_t before = attribution.source_span->start;
    const auto is_own = [&](Span span) { // `the next man came, he said`
        return std::any_of(attribution.contents.begin(), attribution.contents.end(),
                           [&](Span content) { return content.contains(span); });
    };
    const std::vector<Mention>& mentions = m_actors[static_cast<std::size_t>(actor)].mentions;
    auto next = std::lower_bound(mentions.begin(), mentions.end(), m_since,
                                 [](const Mention& m, std::uint32_t byte) { return m.span.start < byte; });
    for (; next != mentions.end() && next->span.start < before; ++next)
        if (!is_inside(next->span) && !is_own(next->span)) return true;
    return false;
}

std::int32_t LastSpeaker::settle(const Attribution& attribution, std::int32_t speaker) const {
    if (speaker == m_last || !may_be_last(attribution)) return speaker;
    if (speaker < 0) return m_last;
    if (is_inside(*attribution.cue_span) || attribution.kind != CueKind::speech) return speaker;
    return is_told_since(speaker, attribution) ? speaker : m_last;
}

void LastSpeaker::note(const Attribution& attribution, std::int32_t speaker) {
    if (attribution.kind != CueKind::speech || is_inside(*attribution.cue_span)) return;
    m_last = speaker >= 0 && is_one_person(attribution, speaker) ? speaker : -1;
    m_since = attribution.cue_span->start;
    if (attribution.source_span) m_since = std::min(m_since, attribution.source_span->start);
    m_until = attribution.cue_span->end;
    m_contents = attribution.contents;
}

} // namespace dateline::said

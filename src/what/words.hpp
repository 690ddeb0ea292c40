#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/coded_report.hpp"
#include "record/mention_index.hpp"
#include "what/lexicon.hpp"

namespace dateline::what {

/// What the room knows of each token of one report before it looks for events. Refers to the report and the
/// lexicon, which must outlive it.
class ReportWords {
  public:
    ReportWords(const CodedReport& coded, const Lexicon& lexicon);

    [[nodiscard]] const CodedReport& coded() const { return m_coded; }
    [[nodiscard]] const Parse& parse() const { return m_coded.parse; }
    [[nodiscard]] const Lexicon& lexicon() const { return m_lexicon; }
    [[nodiscard]] const MentionIndex& mentions() const { return m_mentions; }
    [[nodiscard]] const Token& at(TokenIndex t) const { return m_coded.parse.at(t); }

    /// Bits of the listed classes the token's word is in.
    [[nodiscard]] std::uint64_t classes(TokenIndex t) const { return m_classes[static_cast<std::size_t>(t)]; }
    /// The bit of the class `weapons`.
    [[nodiscard]] std::uint64_t weapon_bits() const { return m_weapon_bits; }
    /// The bits of the classes `vehicles` and `ships`.
    [[nodiscard]] std::uint64_t moving_bits() const { return m_moving_bits; }
    /// `BuiltIn` bits.
    [[nodiscard]] std::uint32_t built_in(TokenIndex t) const {
        return m_built_in[static_cast<std::size_t>(t)];
    }
    /// People, organisations, states, groups: whoever can act.
    [[nodiscard]] bool is_actor(TokenIndex t) const { return (built_in(t) & built_in_actor) != 0; }
    [[nodiscard]] bool is_verb(TokenIndex t) const { return at(t).pos == Pos::verb || at(t).pos == Pos::aux; }
    [[nodiscard]] bool is_noun(TokenIndex t) const {
        return at(t).pos == Pos::noun || at(t).pos == Pos::propn;
    }
    /// Lines of the header and the dateline: data about the report, no part of what it tells.
    [[nodiscard]] bool is_header(Span span) const {
        return span.start >= m_coded.report.body_start && span.start < m_coded.report.prose_start;
    }
    /// The actor whose name is this one word (`Israel` in `the Israel-Hamas war`); -1 without one.
    [[nodiscard]] std::int32_t actor_named(TokenIndex t) const {
        const auto found = m_named.find(at(t).lower);
        return found == m_named.end() ? -1 : found->second;
    }
    /// The word before a token, over a hyphen: `cease` in `cease-fire`; `no_token` at the start.
    [[nodiscard]] TokenIndex before(TokenIndex t) const;
    /// The possessor of a noun; `no_token` without one, or where it is a time: `Friday's talks`.
    [[nodiscard]] TokenIndex owner(TokenIndex noun) const {
        const TokenIndex possessor = m_coded.parse.child(noun, Dep::poss);
        if (possessor == no_token) return no_token;
        const NameType type = at(possessor).name_type;
        return type == NameType::date || type == NameType::time ? no_token : possessor;
    }
    /// `vowed on Twitter`, `announced on state radio`: where, not whom.
    [[nodiscard]] bool is_platform(TokenIndex t) const;
    /// True when the condition holds of the token as a filler.
    [[nodiscard]] bool fits(const Constraint& constraint, TokenIndex filler) const;

  private:
    /// What the `who` room found out about the token's actor, as classes.
    [[nodiscard]] std::uint64_t of_kind(TokenIndex t) const;
    void mark_furniture();
    void mark_settlements();
    void mark_things();
    void mark_lists();
    void note_names();
    void pass_on_to_partitives();
    [[nodiscard]] std::uint32_t built_in_of(TokenIndex t) const;
    [[nodiscard]] bool is_mere_word(TokenIndex t) const;

    const CodedReport& m_coded;
    const Lexicon& m_lexicon;
    MentionIndex m_mentions;
    std::uint64_t m_human_bits = 0;
    std::uint64_t m_body_bits = 0;
    std::uint64_t m_weapon_bits = 0;
    std::uint64_t m_moving_bits = 0;
    std::uint64_t m_gadget_bits = 0;                            // things called as people are: a music player
    std::unordered_map<std::string_view, std::int32_t> m_named; // into the parse's own words
    std::vector<std::uint64_t> m_classes;
    std::vector<std::uint32_t> m_built_in;
};

} // namespace dateline::what

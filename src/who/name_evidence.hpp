#pragma once

#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "where/gazetteer.hpp"
#include "who/name_spans.hpp"

namespace dateline::who {

/// What a name can be, as coarse as evidence tells it.
enum class NameKind : std::uint8_t { person, org, place, nation, other };
constexpr std::size_t name_kinds = 5;

NameKind kind_of(NameType type);

/// Points for each kind, roughly logarithms of odds: 1 is a hint, 3 hardly ever errs.
struct Points {
    std::array<float, name_kinds> of{};

    float& operator[](NameKind kind) { return of[static_cast<std::size_t>(kind)]; }
    float operator[](NameKind kind) const { return of[static_cast<std::size_t>(kind)]; }
    void add(const Points& other, float factor = 1);
    [[nodiscard]] NameKind best() const;
};

/// What tells the kind of a name, gathered from the language model, the names' own words, what is known of
/// the world, and the words around.
class NameEvidence {
  public:
    NameEvidence(const Parse& parse, const ActorBook& book, const where::Gazetteer& gazetteer);

    /// What the model thought of this mention; 0 for its favourite, less for the others.
    [[nodiscard]] Points by_model(const FoundName& name) const;
    /// The same for all mentions of the same words. May set `entry` when the actor book has the name.
    [[nodiscard]] Points by_itself(FoundName& name) const;
    /// What stands around this mention.
    [[nodiscard]] Points by_context(const FoundName& name) const;
    [[nodiscard]] std::string_view text(const FoundName& name) const {
        return words(m_parse.text, name.span);
    }
    [[nodiscard]] bool is_about_sport() const { return m_is_sport; }

  private:
    enum class Bond : std::uint8_t { loose, close }; // how a word and the name behind it hang together

    [[nodiscard]] const Token& at(TokenIndex i) const { return m_parse.at(i); }
    [[nodiscard]] Points by_knowledge(FoundName& name) const;
    [[nodiscard]] bool is_people_of_part(const FoundName& name) const;
    [[nodiscard]] float by_gazetteer(const FoundName& name) const;
    [[nodiscard]] Points by_words(const FoundName& name) const;
    [[nodiscard]] Points by_lone_word(const FoundName& name) const;
    void add_before(const FoundName& name, Points& points) const;
    void add_preposition(const FoundName& name, Points& points) const;
    void add_preposition(TokenIndex i, Bond bond, float weight, Points& points) const;
    void add_behind(const FoundName& name, Points& points) const;
    void add_next_noun(const Token& next, Points& points) const;
    void add_grammar(const FoundName& name, Points& points) const;
    void add_own(const FoundName& name, Points& points) const;
    void add_noun(const Token& noun, float weight, Points& points) const;
    void add_row(TokenIndex head, Points& points) const;
    void add_sport(const FoundName& name, TokenIndex head, Points& points) const;
    [[nodiscard]] bool is_person_noun(const Token& token) const;
    [[nodiscard]] TokenIndex head_of(const FoundName& name) const;

    const Parse& m_parse;
    const ActorBook& m_book;
    const where::Gazetteer& m_gazetteer;
    bool m_is_sport = false;
    bool m_has_small = false; // the text is not all in capitals
};

} // namespace dateline::who

#pragma once

#include <vector>

#include "where/gazetteer.hpp"
#include "who/name_spans.hpp"

namespace dateline::who {

/// The names found so far in a parse; none overlap.
class NameTable {
  public:
    explicit NameTable(const Parse& parse) : m_parse(parse), m_owner(parse.tokens.size(), -1) {}

    /// Enters a name; names that lie wholly inside it go. False, and nothing is entered, when one would be
    /// cut.
    bool take(FoundName name);
    /// Enters a person's name that the form of the text shows, where all its tokens are free.
    void take_free_person(TokenIndex first, TokenIndex last);
    /// Takes a name out.
    void drop(FoundName& name);
    /// The name that the token is in; null when it is free. Valid until the next `take`.
    [[nodiscard]] FoundName* at(TokenIndex i) {
        const int owner = m_owner[static_cast<std::size_t>(i)];
        return owner < 0 ? nullptr : &m_found[static_cast<std::size_t>(owner)];
    }
    [[nodiscard]] const FoundName* at(TokenIndex i) const {
        const int owner = m_owner[static_cast<std::size_t>(i)];
        return owner < 0 ? nullptr : &m_found[static_cast<std::size_t>(owner)];
    }
    [[nodiscard]] bool is_free(TokenIndex i) const { return m_owner[static_cast<std::size_t>(i)] < 0; }
    /// All names in text order.
    [[nodiscard]] std::vector<FoundName> in_order() const;

  private:
    const Parse& m_parse;
    std::vector<int> m_owner; // index into m_found of the name a token is in
    std::vector<FoundName> m_found;
};

/// Enters names that the language model overlooked or cut: those that the actor book or `data/who/names/`
/// knows, and that a title, a last word or the place finder shows.
void search_names(NameTable& table, const Parse& parse, const Report& report,
                  const std::vector<Place>& places, const ActorBook& book);

/// Enters names among the words left free that the model was in doubt about.
void search_doubtful(NameTable& table, const Parse& parse, const ActorBook& book,
                     const where::Gazetteer& gazetteer);

/// Enters names that the form of the text shows: who reported, took a picture, sent a letter.
void find_forms(NameTable& table, const Parse& parse, const ActorBook& book);

/// Enters what the text is about where its first sentence says so: `X is a village`.
void find_lead(NameTable& table, const Parse& parse, const ActorBook& book);

/// Enters the state in a lawmaker's party tag (`Md.` of `, D-Md.,`); false, and nothing is entered, when the
/// tokens are none.
bool take_state(NameTable& table, const Parse& parse, TokenIndex first, TokenIndex last);

/// Joins neighbours that are parts of one name.
void join_names(NameTable& table, const Parse& parse, const ActorBook& book);

} // namespace dateline::who

#pragma once

#include <vector>

#include "where/lookup.hpp"
#include "where/mentions.hpp"

namespace dateline::where {

/// What the words around a stretch say of whether it is a place.
class Surroundings {
  public:
    explicit Surroundings(const Lookup& lookup)
        : m_lookup(lookup), m_is_place(lookup.parse().tokens.size(), 0) {}

    /// Notes that the tokens are part of a place mention.
    void take(Stretch words);
    [[nodiscard]] bool is_taken(TokenIndex i) const { return m_is_place[static_cast<std::size_t>(i)] != 0; }
    [[nodiscard]] bool is_free(Stretch words) const;

    /// `in X`, `near the X`, `in northern X`.
    [[nodiscard]] bool is_behind_preposition(TokenIndex first) const;
    /// `in X`: hardly ever before a person or a body.
    [[nodiscard]] bool is_behind_sure_preposition(TokenIndex first) const;
    /// `Ada Example, 29, of X`, `the village of X`, `R-X`.
    [[nodiscard]] bool is_home(TokenIndex first) const;
    /// `Mr. X`, `Sen. X`.
    [[nodiscard]] bool is_behind_title(TokenIndex first) const;
    /// `X's`.
    [[nodiscard]] bool owns(TokenIndex last) const { return last < size() && at(last).tag == Tag::pos; }
    /// `X residents`, `X area`, `X province`, `X-based`.
    [[nodiscard]] bool is_before_local(TokenIndex last) const;
    /// `X, Texas`, `X, Ala.`, `X [India]`.
    [[nodiscard]] bool is_before_container(Stretch words) const;
    /// A place that is noted already stands beside it, with a comma or `and` between.
    [[nodiscard]] bool is_in_list(Stretch words) const;
    /// `X, 62,`: the age of a person.
    [[nodiscard]] bool is_before_age(TokenIndex last) const;
    /// `OMAHA -- `, `BEIRUT: ` where a paragraph or a sentence begins.
    [[nodiscard]] bool is_dateline(Stretch words) const;
    /// `Butler, Clark and Hamilton counties`.
    [[nodiscard]] bool is_before_counties(TokenIndex last) const;
    /// Some word beside it says that it is a place: `in X`, `the village of X`, `X, Texas`, `X residents`.
    [[nodiscard]] bool says_place(Stretch words) const;
    /// Kind of place that the words beside it name.
    [[nodiscard]] KindHint hint(Stretch words) const;

  private:
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_lookup.at(i); }
    [[nodiscard]] TokenIndex size() const { return m_lookup.parse().size(); }
    /// `Sen. Ada Example of X`, `a Democrat from X`.
    [[nodiscard]] bool is_of_politician(TokenIndex first) const;
    [[nodiscard]] bool is_break(TokenIndex i) const;
    /// The token in front, an Arabic article passed over (`in al-X`); -1 at the start.
    [[nodiscard]] TokenIndex in_front_of(TokenIndex first) const;
    /// A word of the classes stands in front, `the` and directions between them passed over.
    [[nodiscard]] bool is_behind(TokenIndex first, std::uint32_t classes) const;
    [[nodiscard]] bool joins(TokenIndex i) const;

    const Lookup& m_lookup;
    std::vector<char> m_is_place;
};

} // namespace dateline::where

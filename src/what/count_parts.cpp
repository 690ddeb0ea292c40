// `Four people were killed, including three children`; `among them three children`; `three of them children`:
// parsers hang such tails anywhere, so they are read off the words that follow the counted noun. The next
// figure ends the search, since a tail belongs to the figure it follows.

#include "what/count_parts.hpp"

#include <algorithm>

#include "what/counts.hpp"

namespace dateline::what {

namespace {

constexpr TokenIndex longest_way = 16; // tokens from the noun to the tail

class PartFinder {
  public:
    PartFinder(const ReportWords& words, TokenIndex noun, double whole)
        : m_words(words), m_whole(whole), m_noun(noun),
          m_end(words.parse().sentences[static_cast<std::size_t>(words.at(noun).sentence)].last) {}

    std::vector<CountPart> run() {
        const TokenIndex last = std::min<TokenIndex>(m_end, m_noun + longest_way);
        for (TokenIndex t = m_noun + 1; t < last; ++t) {
            if (word(t) == "including") return list_from(t + 1);
            if (word(t) == "among" && stands_for_them(t + 1)) return list_from(after_copula(t + 2));
            if (m_words.at(t).pos != Pos::num) continue;
            if (word(t + 1) == "of" && stands_for_them(t + 2)) add_share(t, after_copula(t + 3));
            return std::move(m_parts);
        }
        return std::move(m_parts);
    }

  private:
    [[nodiscard]] std::string_view word(TokenIndex t) const {
        return t < m_end ? m_words.at(t).lower : std::string_view{};
    }
    [[nodiscard]] bool stands_for_them(TokenIndex t) const {
        return word(t) == "them" || word(t) == "whom" || word(t) == "these";
    }
    [[nodiscard]] TokenIndex after_copula(TokenIndex t) const {
        return word(t) == "were" || word(t) == "was" || word(t) == "are" || word(t) == "is" ? t + 1 : t;
    }

    /// The head of the phrase of people that opens here: its first noun that is no part of a compound. Not
    /// `including at a school`, `including two as a bus burned`, `attacks, including a bombing`.
    [[nodiscard]] TokenIndex people_from(TokenIndex first) const {
        constexpr TokenIndex longest_phrase = 6;
        const TokenIndex end = std::min<TokenIndex>(m_end, first + longest_phrase);
        for (TokenIndex t = first; t < end; ++t)
            if (m_words.is_noun(t) && m_words.at(t).dep != Dep::compound)
                return m_words.at(t).left_edge <= first && m_words.is_actor(t) ? t : no_token;
        return no_token;
    }

    [[nodiscard]] bool is_single(TokenIndex noun) const {
        const TokenIndex article = m_words.parse().child(noun, Dep::det);
        return article != no_token && (m_words.at(article).lower == "a" || m_words.at(article).lower == "an");
    }

    void add(TokenIndex noun, const Quantity& quantity) {
        if (quantity.high <= m_whole)
            m_parts.push_back(
                {std::string(m_words.at(noun).lower), quantity.low, quantity.high, quantity.span});
    }

    /// `three children and a nurse`.
    std::vector<CountPart> list_from(TokenIndex t) {
        while (t < m_end) {
            const TokenIndex noun = people_from(t);
            if (noun == no_token) break;
            if (const auto quantity = quantity_of(m_words, noun))
                add(noun, *quantity);
            else if (is_single(noun))
                add(noun, {1, 1, m_words.at(noun).span});
            else
                break;
            t = noun + 1;
            if (word(t) == ",") ++t;
            if (word(t) == "and") ++t;
            if (t == noun + 1) break;
        }
        return std::move(m_parts);
    }

    /// `three of them children`: what the figure counts stands behind.
    void add_share(TokenIndex figure, TokenIndex t) {
        const TokenIndex noun = people_from(t);
        const auto number = number_of(m_words.at(figure).lower);
        if (noun != no_token && number) add(noun, {*number, *number, m_words.at(figure).span});
    }

    const ReportWords& m_words;
    double m_whole;
    TokenIndex m_noun;
    TokenIndex m_end; // of the sentence
    std::vector<CountPart> m_parts;
};

} // namespace

std::vector<CountPart> parts_of(const ReportWords& words, TokenIndex noun, double whole) {
    return PartFinder(words, noun, whole).run();
}

} // namespace dateline::what

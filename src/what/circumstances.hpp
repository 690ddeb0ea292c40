#pragma once

#include <vector>

#include "what/arguments.hpp"

namespace dateline::what {

/// Where and when the events of a report take place.
class Circumstances {
  public:
    explicit Circumstances(const ReportWords& words);

    /// Index into places of the literal place tied to the event, else of one tied to its clause or one above;
    /// -1. `parties` are heads of actors and recipients: whoever takes part is not where it happens.
    [[nodiscard]] std::int32_t place_of(TokenIndex trigger, const std::vector<TokenIndex>& parties) const;
    /// The literal place a token heads; -1.
    [[nodiscard]] std::int32_t place_at(TokenIndex head) const;
    /// The town named before an event noun (`the Lima bombing`); -1.
    [[nodiscard]] std::int32_t place_before(TokenIndex noun) const;
    /// The same as `place_of` for times.
    [[nodiscard]] std::int32_t time_of(TokenIndex trigger) const { return nearest(m_times, trigger, {}); }

  private:
    struct Anchor {
        std::int32_t index = -1;
        TokenIndex head = no_token;
        TokenIndex tied_to = no_token; // the verb or event noun it modifies
        TokenIndex clause = no_token;  // the verb of its clause
        bool locative = false;         // after `in`, `at`, `near` …, not after `of`, `with`, `to`
        bool of_noun = false;          // `the 1991 treaty`: a long time that is that of its noun alone
        TokenIndex beside = no_token;  // the `until` or `before` above it: what stands outside is earlier
    };
    using BySentence = std::vector<std::vector<Anchor>>;

    void add(BySentence& anchors, Span span, std::int32_t index);
    [[nodiscard]] bool is_deed_of(TokenIndex verb, TokenIndex noun) const;
    [[nodiscard]] bool is_of_noun(TokenIndex head, const Time& time) const;
    [[nodiscard]] bool tells_which(TokenIndex clause) const;
    [[nodiscard]] bool is_above(const BySentence& anchors, TokenIndex upper, TokenIndex lower) const;
    [[nodiscard]] bool is_beside(TokenIndex participle, TokenIndex clause) const;
    [[nodiscard]] TokenIndex relative_where(TokenIndex trigger) const;
    [[nodiscard]] std::int32_t nearest(const BySentence& anchors, TokenIndex trigger,
                                       const std::vector<TokenIndex>& parties) const;

    const ReportWords& m_words;
    BySentence m_places;
    BySentence m_times;
};

/// The verb of the clause a token stands in: itself for a verb.
TokenIndex clause_of(const ReportWords& words, TokenIndex token);

} // namespace dateline::what

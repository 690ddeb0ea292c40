#pragma once

#include <optional>
#include <string_view>

#include "what/arguments.hpp"
#include "what/clause_marks.hpp"
#include "what/modality.hpp"

namespace dateline::what {

/// Climbs from one event word to the root. Verbs are in status.cpp, what governs an infinitive or clause in
/// status_complements.cpp, infinitives of nouns and purposes in status_purposes.cpp, nouns and adjectives in
/// status_nouns.cpp. Refers to the words, which must outlive it.
class ModalityFinder {
  public:
    explicit ModalityFinder(const ReportWords& words) : m_words(words) {}

    /// What holds of a token after `depth` steps up from the event; of nothing, happened, beyond ten.
    Modality of(TokenIndex token, int depth);

  private:
    [[nodiscard]] const Effect* effect_of(TokenIndex token, std::string_view preposition = {}) const;
    [[nodiscard]] std::string_view particle_of(TokenIndex verb) const;
    [[nodiscard]] bool has_adverb(TokenIndex token, std::string_view adverb) const;
    [[nodiscard]] bool is_yet(TokenIndex verb) const;
    [[nodiscard]] Modality explained(Modality modality, TokenIndex governor) const;
    [[nodiscard]] bool governs_itself(TokenIndex adjective) const;
    void add_adverbs(TokenIndex token, Modality& modality) const;

    // verbs
    Modality of_verb(TokenIndex verb, int depth);
    [[nodiscard]] bool is_outlook(TokenIndex verb, const ClauseMarks& marks) const;
    [[nodiscard]] bool is_restricted(TokenIndex token) const;
    [[nodiscard]] bool object_denies(TokenIndex verb) const;
    [[nodiscard]] bool is_amount(TokenIndex part) const;
    Modality from_context(TokenIndex verb, const ClauseMarks& marks, int depth);
    [[nodiscard]] bool stands_apart(TokenIndex verb) const;
    [[nodiscard]] bool is_even_less(TokenIndex verb) const;
    [[nodiscard]] bool is_person_addressed(TokenIndex noun) const;
    Modality second_of_list(TokenIndex verb, const ClauseMarks& marks, int depth);
    [[nodiscard]] bool reports_anew(TokenIndex first, TokenIndex second) const;
    [[nodiscard]] bool is_rather_than(TokenIndex first, TokenIndex second) const;
    [[nodiscard]] bool shares_negation(TokenIndex first, TokenIndex second, const ClauseMarks& above) const;
    Modality of_clause_at_noun(TokenIndex verb, const ClauseMarks& marks, int depth);
    [[nodiscard]] bool is_bare_content(TokenIndex verb, const ClauseMarks& marks) const;
    Modality content_of_noun(TokenIndex noun, int depth);
    Modality adverbial(TokenIndex verb, const ClauseMarks& marks, int depth);

    // infinitives, clauses and what stands behind prepositions
    std::optional<Modality> set_phrase(TokenIndex verb, TokenIndex governor, const ClauseMarks& marks,
                                       int depth);
    [[nodiscard]] const Effect* effect_on_clause(TokenIndex verb, TokenIndex governor,
                                                 const ClauseMarks& marks) const;
    Modality governed(TokenIndex verb, TokenIndex governor, const ClauseMarks& marks, int depth);
    Modality ungoverned(TokenIndex governor, const ClauseMarks& marks) const;
    std::optional<Modality> done_so_much(TokenIndex verb, TokenIndex amount, int depth);
    [[nodiscard]] bool is_time(TokenIndex noun) const;
    std::optional<Modality> takes_to_do(TokenIndex take, int depth);
    [[nodiscard]] bool is_performed(TokenIndex verb, TokenIndex governor) const;
    [[nodiscard]] bool is_habit(TokenIndex governor) const;
    [[nodiscard]] bool is_former_plan(TokenIndex governor) const;
    [[nodiscard]] TokenIndex judging(TokenIndex governor) const;
    [[nodiscard]] bool only_states(TokenIndex verb, TokenIndex governor, const Effect& effect,
                                   const ClauseMarks& marks) const;
    [[nodiscard]] bool is_done_by_thing(TokenIndex verb) const;
    Modality ahead(TokenIndex governor, int depth, const char* why);
    Modality below_be(TokenIndex be, int depth);
    Modality below_have(TokenIndex have, int depth);
    [[nodiscard]] TokenIndex predicate_of(TokenIndex be) const;
    [[nodiscard]] TokenIndex accusing(TokenIndex preposition) const;
    Modality behind_preposition(TokenIndex inner, int depth);
    Modality verb_behind(TokenIndex verb, TokenIndex preposition, TokenIndex governor, int depth);
    [[nodiscard]] bool is_attempt(TokenIndex word) const;
    [[nodiscard]] bool is_present(TokenIndex verb) const;
    Modality without(TokenIndex governor, int depth);
    Modality infinitive_of_noun(TokenIndex verb, int depth);
    [[nodiscard]] const Effect* refusal_of(TokenIndex noun) const;
    [[nodiscard]] bool is_in_vain(TokenIndex noun) const;
    [[nodiscard]] bool fails(TokenIndex verb) const;
    [[nodiscard]] bool fails_behind(TokenIndex first, TokenIndex verb) const;
    [[nodiscard]] bool is_ordinal(TokenIndex word) const;
    [[nodiscard]] bool is_one_of_a_row(TokenIndex noun) const;
    Modality fronted_purpose(TokenIndex governor, int depth);
    Modality purpose(TokenIndex verb, int depth);

    // nouns and adjectives
    Modality of_noun(TokenIndex noun, int depth);
    [[nodiscard]] bool is_of_a_year(TokenIndex noun) const;
    [[nodiscard]] bool is_over(TokenIndex noun) const;
    void add_adjectives(TokenIndex noun, Modality& modality) const;
    void add_clauses(TokenIndex noun, Modality& modality) const;
    void add_any(TokenIndex noun, Modality& modality) const;
    Modality noun_context(TokenIndex noun, int depth);
    Modality of_predicate(TokenIndex word, int depth);
    Modality of_argument(TokenIndex noun, int depth);
    [[nodiscard]] bool is_foreseen(TokenIndex noun) const;
    [[nodiscard]] bool is_taken_for_known(TokenIndex noun) const;
    [[nodiscard]] bool is_report(TokenIndex noun) const;
    [[nodiscard]] bool is_denied_report(TokenIndex noun) const;
    [[nodiscard]] const Effect* effect_of_predicate(TokenIndex noun) const;
    [[nodiscard]] const Effect* effect_on_object(TokenIndex noun) const;
    Modality noun_behind(TokenIndex noun, TokenIndex preposition, TokenIndex governor, int depth);
    [[nodiscard]] TokenIndex owner_of(TokenIndex preposition, TokenIndex governor) const;
    [[nodiscard]] bool is_cause(TokenIndex preposition, TokenIndex governor) const;
    [[nodiscard]] const Effect* effect_through(TokenIndex governor, std::string_view word) const;

    const ReportWords& m_words;
};

} // namespace dateline::what

#pragma once

#include <array>
#include <vector>

#include "who/clusters.hpp"
#include "who/pronoun_model.hpp"
#include "who/quotations.hpp"
#include "who/syntax.hpp"

namespace dateline::who {

/// What a pronoun may stand for.
struct Candidate {
    static constexpr int nobody = -1;
    int cluster = nobody;       // actor; nobody for things, for nothing, and for what is still ahead
    std::ptrdiff_t ahead = -1;  // mention behind the pronoun that it points to; -1
    TokenIndex head = no_token; // of the phrase it was last mentioned by
    Features features;
};

/// Lists what a pronoun may stand for, with the features of each.
class Antecedents {
  public:
    Antecedents(const Parse& parse, const std::vector<FoundMention>& mentions,
                const std::vector<int>& mention_at, const Clusters& clusters, const Quotations& quotations);

    /// Candidates of the pronoun among the `recent` actors (the last one last), the things named shortly
    /// before, and the subject ahead. The time is bounded however long the report is.
    [[nodiscard]] std::vector<Candidate> of(std::size_t pronoun, const std::vector<int>& recent) const;

    /// Whether number, gender and kind allow that the pronoun stands for the actor.
    [[nodiscard]] static bool agrees(const FoundMention& pronoun, const Cluster& cluster);
    static PronounClass class_of(const FoundMention& pronoun);

  private:
    /// A pronoun and its place.
    struct View {
        std::size_t index;
        const FoundMention& pronoun;
        const Token& token;
        Position position;
        PronounClass pronoun_class;
        int quote;
        int speaker; // actor who speaks the quotation that the pronoun stands in; -1
        bool possessive;
        bool speaks;               // is the subject of a speech verb
        TokenIndex subject_verb;   // verb that has the subject of its clause
        TokenIndex controller;     // verb whose object does what the pronoun's infinitive says; no_token
        TokenIndex relative;       // noun that its clause says something of, as subject
        TokenIndex about;          // noun that the clause around its clause says something of, as subject
        bool in_subject;           // possessor of a main clause's subject
        bool own;                  // `her own`
        bool opens;                // its sentence
        bool companion;            // `took Ada with her`
        int last_pronoun;          // actor of the last pronoun of the same gender; -1
        std::array<int, 6> behind; // actors named behind it in its sentence; -1
    };

    [[nodiscard]] int speaker_of(int quote) const;
    [[nodiscard]] std::size_t best_mention(const Cluster& cluster) const;
    [[nodiscard]] bool is_bound(const View& view, const Cluster& cluster) const;
    [[nodiscard]] bool is_part_of(const View& view, int cluster) const;
    void add_actors(const View& view, const std::vector<int>& recent, std::vector<Candidate>& found) const;
    void add_things(const View& view, std::vector<Candidate>& found) const;
    [[nodiscard]] TokenIndex partner_of(TokenIndex head) const;
    [[nodiscard]] TokenIndex joined_by_with(TokenIndex whole) const;
    [[nodiscard]] TokenIndex as_actor(TokenIndex head) const;
    void leave_to_pairs(const View& view, std::vector<Candidate>& found) const;
    void add_pairs(const View& view, std::vector<Candidate>& found) const;
    void add_ahead(const View& view, std::vector<Candidate>& found) const;
    void add_nothing(const View& view, std::vector<Candidate>& found) const;
    [[nodiscard]] bool stands_for(std::size_t mention, int cluster) const;
    [[nodiscard]] bool owns_main_subject(TokenIndex head) const;
    [[nodiscard]] bool speaks(TokenIndex head) const;
    [[nodiscard]] bool is_person(int mention) const;
    [[nodiscard]] bool is_thing(const View& view, TokenIndex token) const;
    void set_place(const View& view, TokenIndex head, const Position& position, Features& features) const;
    static void set_own(const View& view, Features& features);
    void set_clauses(const View& view, const Position& position, Features& features) const;
    void set_roles(const View& view, TokenIndex head, const Position& position, Features& features) const;
    [[nodiscard]] std::array<int, 6> named_behind(std::size_t pronoun) const;
    [[nodiscard]] int last_pronoun(std::size_t pronoun) const;
    void set_actor(const View& view, int cluster, Features& features) const;
    [[nodiscard]] bool is_first_in_sentence(TokenIndex head) const;

    const Parse& m_parse;
    const std::vector<FoundMention>& m_mentions;
    const std::vector<int>& m_mention_at;
    const Clusters& m_clusters;
    const Quotations& m_quotations;
    std::vector<Position> m_positions; // by mention
    std::vector<std::int32_t> m_verbs; // by token: verbs in front of it
};

} // namespace dateline::who

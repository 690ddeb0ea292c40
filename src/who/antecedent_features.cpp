// What speaks for and against a candidate of a pronoun: where it was last mentioned, how that stands to the
// pronoun, and what is known of the actor (Hobbs 1978, Lappin and Leass 1994; Grosz, Joshi and Weinstein 1995
// on centering).

#include <algorithm>
#include <cmath>

#include "who/antecedents.hpp"
#include "who/noun_words.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

Feature feature_of(Role role) {
    switch (role) {
    case Role::subject: return Feature::subject;
    case Role::passive_subject: return Feature::passive;
    case Role::object: return Feature::object;
    case Role::agent: return Feature::agent;
    case Role::oblique: return Feature::oblique;
    case Role::possessor: return Feature::possessor;
    default: return Feature::other_role;
    }
}

bool is_subject(Role role) {
    return role == Role::subject || role == Role::passive_subject;
}

bool is_group(std::string_view kind) {
    return kind == "population" || kind == "armed_group" || kind == "military";
}

} // namespace

bool Antecedents::owns_main_subject(TokenIndex head) const {
    if (m_parse.at(head).dep != Dep::poss) return false;
    const Position owned = position_of(m_parse, m_parse.at(head).head);
    return is_subject(owned.role) && owned.depth == 0;
}

bool Antecedents::is_first_in_sentence(TokenIndex head) const {
    constexpr TokenIndex reach = 60; // a sentence may be endless
    for (TokenIndex i = head - 1; i >= std::max(head - reach, m_parse.sentence_of(head).first); --i) {
        const int mention = m_mention_at[static_cast<std::size_t>(i)];
        if (mention >= 0 && m_parse.at(i).head != head &&
            !m_mentions[static_cast<std::size_t>(mention)].adjective)
            return false;
    }
    return true;
}

void Antecedents::set_place(const View& view, TokenIndex head, const Position& position,
                            Features& features) const {
    const int distance = view.token.sentence - m_parse.at(head).sentence;
    features.set(distance <= 0   ? Feature::same_sentence
                 : distance == 1 ? Feature::sentence_back
                 : distance == 2 ? Feature::two_back
                                 : Feature::far);
    features.set(feature_of(position.role));
    features.set_if(position.conjunct, Feature::conjunct);
    features.set_if(position.depth == 0, Feature::main_clause);
    features.set_if(is_first_in_sentence(head), Feature::first_in_sentence);
    const Role own = view.position.role;
    features.set_if(is_subject(own) && is_subject(position.role), Feature::parallel_subject);
    features.set_if((own == Role::object || own == Role::oblique) &&
                        (position.role == Role::object || position.role == Role::oblique),
                    Feature::parallel_object);
    features.set_if(view.possessive && position.role == Role::possessor, Feature::parallel_possessor);
    set_roles(view, head, position, features);
    features.set_if(view.pronoun.head - head < 5, Feature::near);
    const auto verbs_before = [&](TokenIndex at) { return m_verbs[static_cast<std::size_t>(at)]; };
    const auto verbs = static_cast<float>(std::abs(verbs_before(view.pronoun.head) - verbs_before(head)));
    features.set(Feature::verbs, std::min(verbs, 8.0F) / 8);
    set_own(view, features);
    features.set_if(view.companion && is_subject(position.role) && position.verb == view.subject_verb &&
                        m_parse.at(view.position.verb).dep != Dep::pcomp,
                    Feature::companion);
    const TokenIndex left = m_parse.at(head).left_edge;
    features.set_if(m_parse.at(left).text == "(" || (left > 0 && m_parse.at(left - 1).text == "("),
                    Feature::bracketed);
    features.set_if((view.possessive && head == view.relative) || (head == view.about && head != no_token),
                    Feature::relative);
    const bool owns = owns_main_subject(head);
    features.set_if(owns, Feature::owns_subject);
    if (distance == 1) {
        const bool main_subject = is_subject(position.role) && position.depth == 0;
        const bool own_main = is_subject(own) && view.position.depth == 0;
        features.set_if(main_subject && own_main, Feature::continuing);
        features.set_if(main_subject && view.in_subject, Feature::subject_again);
        features.set_if(owns && view.in_subject, Feature::owner_again);
        features.set_if(owns && own_main, Feature::owner_to_subject);
    }
    const int quote = m_quotations.number(head);
    features.set_if(view.quote != quote && view.quote >= 0, Feature::other_quote);
    features.set_if(view.speaks && speaks(head), Feature::both_speak);
    if (distance == 0 && view.possessive && position.role == Role::possessor) {
        const Position owned = position_of(m_parse, m_parse.at(head).head);
        features.set_if(is_subject(owned.role) && owned.verb == view.subject_verb, Feature::owner_possesses);
    }
    if (distance == 0) set_clauses(view, position, features);
    features.set_if(view.possessive && m_parse.at(view.token.head).dep == Dep::conj &&
                        m_parse.at(view.token.head).head == head,
                    Feature::conjoined);
}

/// What the pronoun is; the same for all candidates, so it counts in products only.
void Antecedents::set_own(const View& view, Features& features) {
    const Role own = view.position.role;
    features.set_if(is_subject(own), Feature::own_subject);
    features.set_if(own == Role::object || own == Role::oblique, Feature::own_object);
    features.set_if(view.possessive, Feature::own_possessor);
    features.set_if(view.opens, Feature::opens);
}

/// The roles of both together, and how the candidate's phrase hangs in its clause.
void Antecedents::set_roles(const View& view, TokenIndex head, const Position& position,
                            Features& features) const {
    const int distance = view.token.sentence - m_parse.at(head).sentence;
    const Role own = view.position.role;
    const bool subject = is_subject(position.role), own_subject = is_subject(own);
    const bool object = position.role == Role::object || position.role == Role::oblique;
    const bool own_object = own == Role::object || own == Role::oblique;
    if (distance == 1) {
        features.set_if(object && own_subject, Feature::object_to_subject);
        features.set_if(subject && own_object, Feature::subject_to_object);
        features.set_if(subject && view.possessive, Feature::subject_to_possessor);
        features.set_if(object && view.possessive, Feature::object_to_possessor);
    } else if (distance == 0 && position.verb != view.position.verb) {
        features.set_if(subject && own_object, Feature::outer_subject);
        features.set_if(object && own_subject, Feature::outer_object);
    }
    features.set_if(view.own && subject && distance == 0 && position.verb == view.subject_verb, Feature::own);
    features.set_if(position.inside != no_token && position.role != Role::possessor, Feature::embedded);
    features.set_if(m_parse.has_child(head, Dep::conj), Feature::listed);
    const Token& token = m_parse.at(head);
    features.set_if(token.dep == Dep::appos, Feature::apposed);
    if (token.dep != Dep::pobj) return;
    const Token& preposition = m_parse.at(token.head);
    features.set_if(preposition.lower == "with" || preposition.lower == "alongside" ||
                        preposition.lower == "against" || preposition.lower == "opposite",
                    Feature::beside);
    features.set_if(preposition.lower == "to" && m_parse.at(preposition.head).lower == "according",
                    Feature::according);
}

/// How the clauses of both stand to each other in one sentence.
void Antecedents::set_clauses(const View& view, const Position& position, Features& features) const {
    const TokenIndex own = view.position.verb;
    const bool subject = is_subject(position.role);
    const bool object = position.role == Role::object || position.role == Role::oblique;
    if (own == position.verb || (subject && view.subject_verb == position.verb)) {
        features.set_if(view.possessive && subject, Feature::subject_possesses);
        features.set_if(view.possessive && object, Feature::object_possesses);
        return;
    }
    features.set_if(subject && is_subject(view.position.role) && m_parse.at(own).dep == Dep::ccomp &&
                        m_parse.at(own).head == position.verb &&
                        is_link_word(m_parse.at(position.verb).lemma, LinkWord::say),
                    Feature::said);
    if (is_inside(m_parse, own, position.verb)) {
        const bool coordinate = is_coordinate(m_parse, own, position.verb);
        features.set_if(subject, coordinate ? Feature::coordinate_subject : Feature::matrix_subject);
        features.set_if(object, coordinate ? Feature::coordinate_object : Feature::matrix_object);
    } else if (is_inside(m_parse, position.verb, own)) {
        features.set(Feature::inner);
    } else {
        features.set(Feature::sister);
    }
}

void Antecedents::set_actor(const View& view, int number, Features& features) const {
    const Cluster& cluster = m_clusters[number];
    if (!cluster.mentions.empty()) { // empty for who is named only ahead
        const std::size_t last = cluster.mentions.back();
        const bool pronoun = m_mentions[last].form == Form::pronoun;
        features.set_if(pronoun, Feature::pronoun_last);
        features.set_if(pronoun && is_subject(m_positions[last].role), Feature::pronoun_subject);
    }
    features.set_if(std::find(view.behind.begin(), view.behind.end(), number) != view.behind.end(),
                    Feature::again_behind);
    features.set_if(number == view.last_pronoun, Feature::last_pronoun);
    features.set_if(cluster.named && cluster.name.find(' ') == std::string::npos, Feature::surname);
    features.set_if(!cluster.title.empty(), Feature::titled);
    features.set(Feature::share, m_clusters.share(number));
    features.set(Feature::names, std::log2(1 + static_cast<float>(cluster.names)) / 4);
    features.set_if(cluster.kin, Feature::kin);
    features.set(Feature::mentions, std::log2(1 + static_cast<float>(cluster.mentions.size())) / 4);
    features.set_if(number == view.speaker, Feature::speaker);
    features.set_if(number == m_clusters.topic(), Feature::topic);
    features.set_if(number == m_clusters.first_person(), Feature::first_met);
    features.set_if(cluster.named, Feature::named);
    features.set_if(!cluster.named, Feature::noun);
    features.set_if(cluster.gender_told && cluster.gender == view.pronoun.gender, Feature::gender_known);
    const float leaning = Clusters::leaning(cluster, view.pronoun.gender);
    features.set(leaning > 0 ? Feature::gender_like : Feature::gender_unlike, std::abs(leaning) / 2);
    features.set_if(cluster.maybe_person, Feature::maybe_person);
    features.set_if(cluster.kind == "state", Feature::state);
    features.set_if(!cluster.plural && cluster.kind != "person" && cluster.kind != "state", Feature::body);
    features.set_if(is_group(cluster.kind), Feature::group);
}

} // namespace dateline::who

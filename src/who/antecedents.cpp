// A pronoun's candidates are the actors of the last sentences whom number, gender, kind and binding allow,
// for `it` and `they` also things, and the subject that a fronted phrase points to. Features describe where
// the candidate was last mentioned, how that stands to the pronoun, and what is known of the actor (Hobbs
// 1978, Lappin and Leass 1994, Grosz, Joshi and Weinstein 1995 on centering); the model weighs them.

#include "who/antecedents.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "who/noun_words.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

constexpr std::size_t window = 40; // actors looked back at
constexpr int sentences_back = 4;
constexpr int sentences_back_things = 1;

int rank_of(Role role) {
    switch (role) {
    case Role::subject: return 6;
    case Role::passive_subject: return 5;
    case Role::object: return 4;
    case Role::agent: return 3;
    case Role::oblique: return 2;
    case Role::possessor: return 1;
    default: return 0;
    }
}

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

bool is_reflexive(std::string_view word) {
    return word.ends_with("self") || word.ends_with("selves");
}

bool is_group(std::string_view kind) {
    return kind == "population" || kind == "armed_group" || kind == "military";
}

/// Nouns of time are never what `it` or `they` stands for.
bool is_time(const Token& token) {
    return token.name_type == NameType::date || token.name_type == NameType::time ||
           token.name_type == NameType::percent || token.name_type == NameType::money ||
           token.name_type == NameType::cardinal || token.name_type == NameType::ordinal ||
           token.dep == Dep::npadvmod;
}

} // namespace

/// A pronoun and its place.
struct Antecedents::View {
    std::size_t index;
    const FoundMention& pronoun;
    const Token& token;
    Position position;
    PronounClass pronoun_class;
    int quote;
    bool possessive;
    bool speaks;             // is the subject of a speech verb
    TokenIndex subject_verb; // verb that has the subject of its clause
    bool controlled;         // its verb is an infinitive without subject
    TokenIndex relative;     // noun that its clause says something of, as subject
    bool in_subject;         // possessor of a main clause's subject
};

Antecedents::Antecedents(const Parse& parse, const std::vector<FoundMention>& mentions,
                         const std::vector<int>& mention_at, const Clusters& clusters,
                         const Quotations& quotations)
    : m_parse(parse), m_mentions(mentions), m_mention_at(mention_at), m_clusters(clusters),
      m_quotations(quotations), m_positions(mentions.size()) {
    for (std::size_t m = 0; m < mentions.size(); ++m) m_positions[m] = position_of(parse, mentions[m].head);
}

bool Antecedents::speaks(TokenIndex head) const {
    const Token& token = m_parse.at(head);
    return token.dep == Dep::nsubj && is_speech_verb(m_parse.at(token.head).lemma);
}

bool Antecedents::owns_main_subject(TokenIndex head) const {
    if (m_parse.at(head).dep != Dep::poss) return false;
    const Position owned = position_of(m_parse, m_parse.at(head).head);
    return is_subject(owned.role) && owned.depth == 0;
}

PronounClass Antecedents::class_of(const FoundMention& pronoun) {
    if (pronoun.gender == "n") return PronounClass::neuter;
    return pronoun.plural ? PronounClass::plural : PronounClass::person;
}

bool Antecedents::agrees(const FoundMention& pronoun, const Cluster& cluster) {
    const bool person = cluster.kind == "person";
    switch (class_of(pronoun)) {
    case PronounClass::person:
        return !cluster.plural &&
               (cluster.maybe_person || (person && Clusters::genders_agree(cluster, pronoun.gender, true)));
    case PronounClass::neuter: return !cluster.plural && !person && cluster.kind != "population";
    case PronounClass::plural: return cluster.plural || (!person && cluster.kind != "state");
    }
    return false;
}

std::vector<Candidate> Antecedents::of(std::size_t pronoun, const std::vector<int>& recent) const {
    const FoundMention& mention = m_mentions[pronoun];
    const Token& token = m_parse.at(mention.head);
    const View view{pronoun,
                    mention,
                    token,
                    m_positions[pronoun],
                    class_of(mention),
                    m_quotations.number(mention.head),
                    token.dep == Dep::poss,
                    speaks(mention.head),
                    verb_with_subject(m_parse, m_positions[pronoun].verb),
                    m_parse.at(m_positions[pronoun].verb).dep == Dep::xcomp,
                    relative_subject(m_parse, verb_with_subject(m_parse, m_positions[pronoun].verb)),
                    owns_main_subject(mention.head)};
    std::vector<Candidate> found;
    add_actors(view, recent, found);
    add_ahead(view, found);
    if (view.pronoun_class != PronounClass::person) {
        add_things(view, found);
        add_nothing(view, found);
    }
    return found;
}

/// Of the last mentions in one sentence, the one of the highest role.
std::size_t Antecedents::best_mention(const Cluster& cluster) const {
    constexpr std::size_t most = 3;
    std::size_t best = cluster.mentions.back();
    const int sentence = m_parse.at(m_mentions[best].head).sentence;
    for (std::size_t back = 1; back < std::min(most, cluster.mentions.size()); ++back) {
        const std::size_t m = cluster.mentions[cluster.mentions.size() - 1 - back];
        if (m_parse.at(m_mentions[m].head).sentence != sentence) break;
        if (rank_of(m_positions[m].role) > rank_of(m_positions[best].role)) best = m;
    }
    return best;
}

/// Two arguments of one verb are one actor only with a reflexive.
bool Antecedents::is_bound(const View& view, const Cluster& cluster) const {
    if (view.possessive || is_reflexive(view.pronoun.lemma)) return false;
    constexpr std::size_t most = 4;
    for (std::size_t back = 0; back < std::min(most, cluster.mentions.size()); ++back) {
        const std::size_t m = cluster.mentions[cluster.mentions.size() - 1 - back];
        if (m_parse.at(m_mentions[m].head).sentence != view.token.sentence) return false;
        const Position& position = m_positions[m];
        if (m_mentions[m].head == view.relative && view.position.inside == no_token) return true;
        if (is_subject(position.role) && !position.conjunct && position.verb == view.subject_verb &&
            position.inside == no_token && view.position.inside == no_token &&
            !m_parse.has_child(view.subject_verb, Dep::dobj))
            return true;
        if (position.role == Role::object && view.controlled && position.verb == view.subject_verb &&
            view.position.inside == no_token)
            return true; // `asked Ada to follow her`
        if (position.role == Role::possessor || position.role == Role::other || position.conjunct) continue;
        if (position.verb == view.position.verb && position.inside == no_token &&
            view.position.inside == no_token)
            return true;
    }
    return false;
}

/// Whether the mention, or what it is an apposition or predicate of, is the actor's.
bool Antecedents::stands_for(std::size_t mention, int cluster) const {
    if (m_clusters.named_as(mention) == cluster) return true;
    const FoundMention& found = m_mentions[mention];
    for (const std::ptrdiff_t of : {found.apposed_to, found.predicate_of})
        if (of >= 0 && m_clusters.named_as(static_cast<std::size_t>(of)) == cluster) return true;
    return false;
}

/// `his` in `his brother`: the pronoun is no part of what it stands for.
bool Antecedents::is_part_of(const View& view, int cluster) const {
    TokenIndex at = view.pronoun.head;
    for (int step = 0; step < 6; ++step) {
        const Token& token = m_parse.at(at);
        if (token.head == at || (token.dep != Dep::poss && token.dep != Dep::compound &&
                                 token.dep != Dep::nmod && token.dep != Dep::pobj && token.dep != Dep::prep))
            return false;
        at = token.head;
        const int above = m_mention_at[static_cast<std::size_t>(at)];
        if (above >= 0 && stands_for(static_cast<std::size_t>(above), cluster)) return true;
        for (const TokenIndex c : m_parse.children(at)) {
            const int other = m_mention_at[static_cast<std::size_t>(c)];
            const Dep dep = m_parse.at(c).dep;
            if (other >= 0 && (dep == Dep::appos || dep == Dep::conj) &&
                m_clusters.named_as(static_cast<std::size_t>(other)) == cluster)
                return true;
        }
    }
    return false;
}

void Antecedents::add_actors(const View& view, const std::vector<int>& recent,
                             std::vector<Candidate>& found) const {
    float nearer = 0;
    for (std::size_t back = 0; back < std::min(window, recent.size()); ++back) {
        const int number = recent[recent.size() - 1 - back];
        const Cluster& cluster = m_clusters[number];
        const std::size_t last = cluster.mentions.back();
        const TokenIndex head = m_mentions[last].head;
        if (view.token.sentence - m_parse.at(head).sentence > sentences_back) break;
        if (!agrees(view.pronoun, cluster) || is_bound(view, cluster) || is_part_of(view, number)) continue;
        if (m_mentions[last].adjective && cluster.mentions.size() == 1) continue;
        Candidate candidate;
        candidate.cluster = number;
        candidate.head = head;
        const std::size_t best = best_mention(cluster);
        set_place(view, m_mentions[best].head, m_positions[best], candidate.features);
        set_actor(view, number, candidate.features);
        candidate.features.set(Feature::rank, std::min(nearer, 4.0F) / 4);
        nearer += 1;
        found.push_back(candidate);
    }
}

bool Antecedents::is_first_in_sentence(TokenIndex head) const {
    for (TokenIndex i = head - 1; i >= m_parse.sentence_of(head).first; --i) {
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
    features.set_if(view.pronoun.head - head < 5, Feature::near);
    const TokenIndex left = m_parse.at(head).left_edge;
    features.set_if(m_parse.at(left).text == "(" || (left > 0 && m_parse.at(left - 1).text == "("),
                    Feature::bracketed);
    features.set_if(view.possessive && head == view.relative, Feature::relative);
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
    features.set_if(view.quote >= 0 && m_quotations.at(view.quote).speaker == head, Feature::speaker);
    features.set_if(quote >= 0 && m_quotations.at(quote).speaker == view.pronoun.head, Feature::quoted);
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
    if (is_inside(m_parse, own, position.verb)) {
        features.set_if(subject, Feature::matrix_subject);
        features.set_if(object, Feature::matrix_object);
    } else if (is_inside(m_parse, position.verb, own)) {
        features.set(Feature::inner);
    } else {
        features.set(Feature::sister);
    }
}

void Antecedents::set_actor(const View& view, int number, Features& features) const {
    const Cluster& cluster = m_clusters[number];
    const FoundMention& last = m_mentions[cluster.mentions.back()];
    features.set_if(last.form == Form::pronoun, Feature::pronoun_last);
    features.set_if(last.form == Form::pronoun && is_subject(m_positions[cluster.mentions.back()].role),
                    Feature::pronoun_subject);
    features.set(Feature::mentions, std::log2(1 + static_cast<float>(cluster.mentions.size())) / 4);
    features.set_if(number == m_clusters.topic(), Feature::topic);
    features.set_if(number == m_clusters.first_person(), Feature::first_met);
    features.set_if(cluster.named, Feature::named);
    features.set_if(!cluster.named, Feature::noun);
    const bool known = !view.pronoun.gender.empty() && cluster.gender == view.pronoun.gender;
    features.set_if(known && cluster.gender_sure, Feature::gender_known);
    features.set_if(!known && (cluster.gender == "m" || cluster.gender == "f"), Feature::gender_doubt);
    features.set_if(cluster.maybe_person, Feature::maybe_person);
    features.set_if(cluster.kind == "state", Feature::state);
    features.set_if(!cluster.plural && cluster.kind != "person" && cluster.kind != "state", Feature::body);
    features.set_if(is_group(cluster.kind), Feature::group);
}

bool Antecedents::is_person(int mention) const {
    if (mention < 0) return false;
    const FoundMention& found = m_mentions[static_cast<std::size_t>(mention)];
    return found.form == Form::name && found.type == NameType::person;
}

void Antecedents::add_ahead(const View& view, std::vector<Candidate>& found) const {
    const TokenIndex subject = subject_ahead(m_parse, view.pronoun.head);
    if (subject == no_token) return;
    int mention = m_mention_at[static_cast<std::size_t>(subject)];
    if (const TokenIndex owner = m_parse.child(subject, Dep::poss); owner != no_token && !is_person(mention))
        mention = m_mention_at[static_cast<std::size_t>(owner)]; // `After her death Ada's books …`
    if (mention < 0) return;
    const FoundMention& ahead = m_mentions[static_cast<std::size_t>(mention)];
    if (ahead.form == Form::pronoun) return;
    const int number = m_clusters.named_as(static_cast<std::size_t>(mention));
    if (number >= 0
            ? !agrees(view.pronoun, m_clusters[number]) || is_part_of(view, number)
            : ahead.plural != view.pronoun.plural || (ahead.gender == "n") != (view.pronoun.gender == "n"))
        return;
    const auto same = [&](const Candidate& candidate) { return number >= 0 && candidate.cluster == number; };
    if (const auto known = std::find_if(found.begin(), found.end(), same); known != found.end()) {
        known->features.set(Feature::ahead);
        return;
    }
    Candidate candidate;
    candidate.ahead = mention;
    candidate.head = subject;
    candidate.features.set(Feature::ahead);
    candidate.features.set(Feature::same_sentence);
    candidate.features.set_if(ahead.form == Form::name, Feature::named);
    if (number >= 0 && !m_clusters[number].mentions.empty()) set_actor(view, number, candidate.features);
    found.push_back(candidate);
}

bool Antecedents::is_thing(const View& view, TokenIndex at) const {
    const Token& token = m_parse.at(at);
    if ((token.pos != Pos::noun && token.pos != Pos::propn) || is_time(token)) return false;
    if (token.dep == Dep::compound || token.dep == Dep::amod || token.dep == Dep::nmod) return false;
    if (m_mention_at[static_cast<std::size_t>(at)] >= 0) return false;
    const bool plural = token.tag == Tag::nns || token.tag == Tag::nnps;
    const bool several = plural || m_parse.has_child(at, Dep::conj);
    if (view.pronoun.plural ? !several : plural) return false;
    return !(token.left_edge <= view.pronoun.head && view.pronoun.head <= token.right_edge);
}

void Antecedents::add_things(const View& view, std::vector<Candidate>& found) const {
    const int first = std::max(0, view.token.sentence - sentences_back_things);
    const TokenIndex start = m_parse.sentences[static_cast<std::size_t>(first)].first;
    const TokenIndex from = std::max(start, view.pronoun.head - 80); // a sentence may be endless
    for (TokenIndex at = view.pronoun.head - 1; at >= from; --at) {
        if (!is_thing(view, at)) continue;
        const Position position = position_of(m_parse, at);
        const bool same_clause = position.verb == view.position.verb && !view.possessive &&
                                 m_parse.at(at).sentence == view.token.sentence;
        if (same_clause && position.inside == no_token) continue;
        Candidate candidate;
        candidate.head = at;
        set_place(view, at, position, candidate.features);
        candidate.features.set(Feature::thing);
        candidate.features.set_if(view.speaks, Feature::thing_speaks);
        found.push_back(candidate);
    }
}

/// `it` of `it is clear that …`, which stands for nothing.
void Antecedents::add_nothing(const View& view, std::vector<Candidate>& found) const {
    Candidate candidate;
    candidate.features.set(Feature::none);
    const Token& verb = m_parse.at(view.token.head);
    const TokenIndex predicate = m_parse.child(view.token.head, Dep::acomp);
    const TokenIndex noun = m_parse.child(view.token.head, Dep::attr);
    const bool clause =
        m_parse.has_child(view.token.head, Dep::ccomp) || m_parse.has_child(view.token.head, Dep::xcomp) ||
        (predicate != no_token &&
         (m_parse.has_child(predicate, Dep::xcomp) || m_parse.has_child(predicate, Dep::ccomp))) ||
        m_parse.has_child(view.token.head, Dep::advcl) ||
        (noun != no_token && m_parse.has_child(noun, Dep::relcl));
    const bool weak = verb.lemma == "be" || verb.lemma == "seem" || verb.lemma == "appear" ||
                      verb.lemma == "take" || verb.lemma == "make" || verb.lemma == "mean" ||
                      verb.lemma == "rain" || verb.lemma == "snow" || verb.lemma == "happen";
    candidate.features.set_if(view.pronoun.lemma == "it" && weak && clause, Feature::pleonastic);
    found.push_back(candidate);
}

} // namespace dateline::who

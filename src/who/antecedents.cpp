// A pronoun's candidates are the actors of the last sentences whom number, gender, kind and binding allow,
// for `it` and `they` also things, and the subject that a fronted phrase points to. Their features are set in
// antecedent_features.cpp; the model weighs them.

#include "who/antecedents.hpp"

#include <algorithm>

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

bool is_subject(Role role) {
    return role == Role::subject || role == Role::passive_subject;
}

/// `rebels` of `rebels, who say they …`.
TokenIndex content_relative(const Parse& parse, TokenIndex verb) {
    return parse.at(verb).dep == Dep::ccomp ? relative_subject(parse, parse.at(verb).head) : no_token;
}

/// The verb that an infinitive without subject hangs on: `asked` of `asked Ada to follow her`.
TokenIndex controller_of(const Parse& parse, TokenIndex verb) {
    return parse.at(verb).dep == Dep::xcomp ? parse.at(verb).head : no_token;
}

/// Whether somebody else than the subject of the verb above may do what a verb without subject of its own
/// says: an object of the verb above (`asked Eve to follow`, `relied on Eve to follow`).
bool has_other_subject(const Parse& parse, TokenIndex verb, TokenIndex above) {
    if (parse.has_child(above, Dep::dobj)) return true;
    const bool infinitive = parse.at(verb).dep == Dep::xcomp || parse.at(verb).dep == Dep::advcl;
    const TokenIndex preposition = infinitive ? parse.child(above, Dep::prep) : no_token;
    return preposition != no_token && preposition < verb && parse.at(verb).tag == Tag::vb &&
           parse.at(parse.at(preposition).right_edge).pos == Pos::propn;
}

bool is_reflexive(std::string_view word) {
    return word.ends_with("self") || word.ends_with("selves");
}

/// Nouns of time are never what `it` or `they` stands for.
bool is_time(const Token& token) {
    return token.name_type == NameType::date || token.name_type == NameType::time ||
           token.name_type == NameType::percent || token.name_type == NameType::money ||
           token.name_type == NameType::cardinal || token.name_type == NameType::ordinal ||
           token.dep == Dep::npadvmod;
}

} // namespace

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

PronounClass Antecedents::class_of(const FoundMention& pronoun) {
    if (pronoun.gender == "n") return PronounClass::neuter;
    return pronoun.plural ? PronounClass::plural : PronounClass::person;
}

bool Antecedents::agrees(const FoundMention& pronoun, const Cluster& cluster) {
    const bool person = cluster.kind == "person";
    switch (class_of(pronoun)) {
    case PronounClass::person:
        return !cluster.plural && (cluster.maybe_person ||
                                   (person && (!cluster.gender_told || cluster.gender == pronoun.gender)));
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
                    speaker_of(m_quotations.number(mention.head)),
                    token.dep == Dep::poss,
                    speaks(mention.head),
                    verb_with_subject(m_parse, m_positions[pronoun].verb),
                    controller_of(m_parse, m_positions[pronoun].verb),
                    relative_subject(m_parse, verb_with_subject(m_parse, m_positions[pronoun].verb)),
                    content_relative(m_parse, verb_with_subject(m_parse, m_positions[pronoun].verb)),
                    owns_main_subject(mention.head),
                    mention.head + 1 < m_parse.size() && m_parse.at(mention.head + 1).lower == "own",
                    named_behind(pronoun)};
    std::vector<Candidate> found;
    add_actors(view, recent, found);
    add_ahead(view, found);
    if (view.pronoun_class == PronounClass::plural) add_pairs(view, found);
    if (view.pronoun_class != PronounClass::person) {
        add_things(view, found);
        add_nothing(view, found);
    }
    return found;
}

/// Known also when the speaker is named only behind the quotation.
int Antecedents::speaker_of(int quote) const {
    const TokenIndex speaker = quote < 0 ? no_token : m_quotations.at(quote).speaker;
    const int mention = speaker == no_token ? -1 : m_mention_at[static_cast<std::size_t>(speaker)];
    return mention < 0 ? -1 : m_clusters.named_as(static_cast<std::size_t>(mention));
}

std::array<int, 6> Antecedents::named_behind(std::size_t pronoun) const {
    constexpr std::size_t reach = 12; // mentions
    std::array<int, 6> found{};
    found.fill(-1);
    std::size_t count = 0;
    const int sentence = m_parse.at(m_mentions[pronoun].head).sentence;
    const std::size_t end = std::min(m_mentions.size(), pronoun + reach);
    for (std::size_t m = pronoun + 1; m < end && count < found.size(); ++m) {
        if (m_parse.at(m_mentions[m].head).sentence != sentence) break;
        if (m_mentions[m].form == Form::name) found[count++] = m_clusters.named_as(m);
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

/// Two arguments of one verb are one actor only with a reflexive; who speaks is not whom the quotation speaks
/// of.
bool Antecedents::is_bound(const View& view, const Cluster& cluster) const {
    const int quote = m_quotations.number(m_mentions[cluster.mentions.back()].head);
    if (quote >= 0 && m_quotations.at(quote).speaker == view.pronoun.head) return true;
    if (view.possessive || is_reflexive(view.pronoun.lemma)) return false;
    constexpr std::size_t most = 4;
    for (std::size_t back = 0; back < std::min(most, cluster.mentions.size()); ++back) {
        const std::size_t m = cluster.mentions[cluster.mentions.size() - 1 - back];
        if (m_parse.at(m_mentions[m].head).sentence != view.token.sentence) return false;
        const Position& position = m_positions[m];
        if (m_mentions[m].head == view.relative && view.position.inside == no_token) return true;
        if (is_subject(position.role) && !position.conjunct && position.verb == view.subject_verb &&
            position.inside == no_token && view.position.inside == no_token &&
            !has_other_subject(m_parse, view.position.verb, view.subject_verb))
            return true;
        if (position.role == Role::object && position.verb == view.controller &&
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
        // It counts where it stands ahead, not where it was mentioned last.
        for (const Feature place : {Feature::sentence_back, Feature::two_back, Feature::far, Feature::rank})
            known->features.set(place, 0);
        known->features.set(Feature::same_sentence);
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

/// The other of two that a phrase or a clause joins to the mention with this head: `Eve` in `Ada and Eve`, in
/// `Ada met Eve`, in `Ada talked with Eve`, in `Ada's talks with Eve`; else `no_token`.
TokenIndex Antecedents::partner_of(TokenIndex head) const {
    const auto actor = [&](TokenIndex at) {
        const int mention = at == no_token ? -1 : m_mention_at[static_cast<std::size_t>(at)];
        return mention >= 0 && !m_mentions[static_cast<std::size_t>(mention)].adjective ? at : no_token;
    };
    if (const TokenIndex other = actor(m_parse.child(head, Dep::conj)); other != no_token) return other;
    const auto behind_with = [&](TokenIndex whole) {
        for (const TokenIndex c : m_parse.children(whole))
            if (m_parse.at(c).dep == Dep::prep && m_parse.at(c).lower == "with")
                return actor(m_parse.child(c, Dep::pobj));
        return no_token;
    };
    const Token& token = m_parse.at(head);
    if (token.dep == Dep::poss) return behind_with(token.head);
    if (token.dep != Dep::nsubj) return no_token;
    const std::string_view verb = m_parse.at(token.head).lemma;
    if (verb == "meet" || verb == "marry" || verb == "join")
        if (const TokenIndex other = actor(m_parse.child(token.head, Dep::dobj)); other != no_token)
            return other;
    return behind_with(token.head);
}

/// Two that are no group of their own, whom only `they` puts together.
void Antecedents::add_pairs(const View& view, std::vector<Candidate>& found) const {
    constexpr std::size_t reach = 24; // mentions
    for (std::size_t back = 1; back <= std::min(reach, view.index); ++back) {
        const std::size_t m = view.index - back;
        const FoundMention& mention = m_mentions[m];
        if (view.token.sentence - m_parse.at(mention.head).sentence > sentences_back_things) break;
        if (mention.adjective || m_positions[m].conjunct) continue;
        const bool nobody_again = mention.form == Form::pronoun && mention.plural &&
                                  mention.lemma.starts_with("the") && m_clusters.of(m) < 0;
        const TokenIndex other = nobody_again ? mention.head : partner_of(mention.head);
        if (other == no_token || other > view.pronoun.head) continue;
        const bool same_clause = m_positions[m].verb == view.position.verb && !view.possessive &&
                                 m_parse.at(mention.head).sentence == view.token.sentence;
        const bool is_owner = m_parse.at(mention.head).dep == Dep::poss; // `at Ada's talks with Eve they …`
        if (same_clause && m_positions[m].inside == no_token && !is_owner) continue;
        Candidate candidate;
        candidate.head = mention.head;
        set_place(view, mention.head, m_positions[m], candidate.features);
        candidate.features.set(Feature::pair);
        candidate.features.set_if(nobody_again, Feature::pronoun_last);
        candidate.features.set_if(nobody_again && is_subject(m_positions[m].role), Feature::pronoun_subject);
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

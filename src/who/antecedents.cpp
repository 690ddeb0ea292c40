// A pronoun's candidates are the actors of the last sentences whom number, gender, kind and binding allow,
// for `it` and `they` also things, and the subject that a fronted phrase points to. Things, pairs and nothing
// at all are added in antecedent_others.cpp, features set in antecedent_features.cpp; the model weighs them.

#include "who/antecedents.hpp"

#include <algorithm>

#include "who/noun_words.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

constexpr std::size_t window = 40; // actors looked back at
constexpr int sentences_back = 4;

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

/// `her` of `took Ada with her`, who may be the subject.
bool is_companion(const Parse& parse, TokenIndex pronoun) {
    const Token& preposition = parse.at(parse.at(pronoun).head);
    if (parse.at(pronoun).dep != Dep::pobj || preposition.lower != "with") return false;
    return is_link_word(parse.at(preposition.head).lemma, LinkWord::take);
}

/// `giving` of `Ada won, giving her the lead`: what happened is its subject, not who did it.
bool has_event_as_subject(const Parse& parse, TokenIndex verb) {
    const Token& token = parse.at(verb);
    return token.dep == Dep::advcl && token.tag == Tag::vbg && token.head < verb &&
           is_link_word(token.lemma, LinkWord::bring_about);
}

bool is_reflexive(std::string_view word) {
    return word.ends_with("self") || word.ends_with("selves");
}

} // namespace

Antecedents::Antecedents(const Parse& parse, const std::vector<FoundMention>& mentions,
                         const std::vector<int>& mention_at, const Clusters& clusters,
                         const Quotations& quotations)
    : m_parse(parse), m_mentions(mentions), m_mention_at(mention_at), m_clusters(clusters),
      m_quotations(quotations), m_positions(mentions.size()) {
    for (std::size_t m = 0; m < mentions.size(); ++m) m_positions[m] = position_of(parse, mentions[m].head);
    m_verbs.reserve(parse.tokens.size() + 1);
    m_verbs.push_back(0);
    for (const Token& token : parse.tokens)
        m_verbs.push_back(m_verbs.back() + (token.pos == Pos::verb ? 1 : 0));
}

bool Antecedents::speaks(TokenIndex head) const {
    const Token& token = m_parse.at(head);
    return token.dep == Dep::nsubj && is_link_word(m_parse.at(token.head).lemma, LinkWord::say);
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
                    mention.head == m_parse.sentence_of(mention.head).first,
                    is_companion(m_parse, mention.head),
                    last_pronoun(pronoun),
                    named_behind(pronoun)};
    std::vector<Candidate> found;
    add_actors(view, recent, found);
    add_ahead(view, found);
    if (view.pronoun_class == PronounClass::plural) add_pairs(view, found);
    if (view.pronoun_class != PronounClass::person) {
        add_things(view, found);
        add_nothing(view, found);
    }
    if (view.pronoun_class == PronounClass::plural &&
        is_link_word(m_parse.at(token.head).lemma, LinkWord::shared))
        leave_to_pairs(view, found);
    return found;
}

/// `Ada met Eve near the camp of the rebels. Their talks …`: of those who talked, unless others are named
/// `with` whom.
void Antecedents::leave_to_pairs(const View& view, std::vector<Candidate>& found) const {
    if (!view.possessive || joined_by_with(view.token.head) != no_token) return;
    const auto is_pair = [](const Candidate& candidate) {
        return candidate.features[static_cast<std::size_t>(Feature::pair)] != 0;
    };
    if (std::none_of(found.begin(), found.end(), is_pair)) return;
    std::erase_if(found, [&](const Candidate& candidate) {
        const bool person = candidate.cluster >= 0 && m_clusters[candidate.cluster].kind == "person";
        return !person && !is_pair(candidate);
    });
}

/// Known also when the speaker is named only behind the quotation.
int Antecedents::speaker_of(int quote) const {
    const TokenIndex speaker = quote < 0 ? no_token : m_quotations.at(quote).speaker;
    const int mention = speaker == no_token ? -1 : m_mention_at[static_cast<std::size_t>(speaker)];
    return mention < 0 ? -1 : m_clusters.named_as(static_cast<std::size_t>(mention));
}

/// The actor that the last pronoun of the same gender stands for, in this sentence or the one before; -1.
int Antecedents::last_pronoun(std::size_t pronoun) const {
    constexpr std::size_t reach = 24; // mentions
    const FoundMention& own = m_mentions[pronoun];
    const int sentence = m_parse.at(own.head).sentence;
    for (std::size_t back = 1; back <= std::min(reach, pronoun); ++back) {
        const FoundMention& mention = m_mentions[pronoun - back];
        if (sentence - m_parse.at(mention.head).sentence > 1) return -1;
        if (mention.form == Form::pronoun && mention.gender == own.gender && mention.plural == own.plural &&
            m_clusters.of(pronoun - back) >= 0)
            return m_clusters.of(pronoun - back);
    }
    return -1;
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
    if (has_event_as_subject(m_parse, view.position.verb)) return false;
    constexpr std::size_t most = 4;
    for (std::size_t back = 0; back < std::min(most, cluster.mentions.size()); ++back) {
        const std::size_t m = cluster.mentions[cluster.mentions.size() - 1 - back];
        if (m_parse.at(m_mentions[m].head).sentence != view.token.sentence) return false;
        const Position& position = m_positions[m];
        if (m_mentions[m].head == view.relative && view.position.inside == no_token) return true;
        if (is_subject(position.role) && view.companion) continue;
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
        if (view.pronoun_class == PronounClass::person && number == view.speaker) continue;
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
        for (const Feature place :
             {Feature::sentence_back, Feature::two_back, Feature::far, Feature::rank, Feature::again_behind})
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
    set_own(view, candidate.features);
    if (number >= 0) set_actor(view, number, candidate.features);
    candidate.features.set(Feature::again_behind, 0);
    found.push_back(candidate);
}

} // namespace dateline::who

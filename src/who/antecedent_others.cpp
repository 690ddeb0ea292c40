// What `it` and `they` may stand for besides actors met: things named shortly before, two whom only the
// pronoun puts together, and nothing at all.

#include <algorithm>

#include "who/antecedents.hpp"
#include "who/noun_words.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

constexpr int sentences_back_things = 1;

bool is_subject(Role role) {
    return role == Role::subject || role == Role::passive_subject;
}

/// Nouns of time are never what `it` or `they` stands for.
bool is_time(const Token& token) {
    return token.name_type == NameType::date || token.name_type == NameType::time ||
           token.name_type == NameType::percent || token.name_type == NameType::money ||
           token.name_type == NameType::cardinal || token.name_type == NameType::ordinal ||
           token.dep == Dep::npadvmod;
}

} // namespace

bool Antecedents::is_thing(const View& view, TokenIndex at) const {
    const Token& token = m_parse.at(at);
    if ((token.pos != Pos::noun && token.pos != Pos::propn) || is_time(token)) return false;
    if (token.dep == Dep::compound || token.dep == Dep::amod || token.dep == Dep::nmod) return false;
    if (m_mention_at[static_cast<std::size_t>(at)] >= 0) return false;
    const bool plural = token.tag == Tag::nns || token.tag == Tag::nnps;
    const bool several = plural || m_parse.has_child(at, Dep::conj);
    if (view.pronoun.plural ? !several : plural) return false;
    return token.left_edge > view.pronoun.head || view.pronoun.head > token.right_edge;
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
    if (const TokenIndex other = as_actor(m_parse.child(head, Dep::conj)); other != no_token) return other;
    const Token& token = m_parse.at(head);
    if (token.dep == Dep::poss) return joined_by_with(token.head);
    if (token.dep != Dep::nsubj) return no_token;
    if (is_link_word(m_parse.at(token.head).lemma, LinkWord::meet))
        if (const TokenIndex other = as_actor(m_parse.child(token.head, Dep::dobj)); other != no_token)
            return other;
    return joined_by_with(token.head);
}

/// Who stands behind the `with` of a word; else `no_token`.
TokenIndex Antecedents::joined_by_with(TokenIndex whole) const {
    for (const TokenIndex c : m_parse.children(whole))
        if (m_parse.at(c).dep == Dep::prep && m_parse.at(c).lower == "with")
            return as_actor(m_parse.child(c, Dep::pobj));
    return no_token;
}

/// The token when it is the head of somebody's mention; else `no_token`.
TokenIndex Antecedents::as_actor(TokenIndex head) const {
    const int mention = head == no_token ? -1 : m_mention_at[static_cast<std::size_t>(head)];
    return mention >= 0 && !m_mentions[static_cast<std::size_t>(mention)].adjective ? head : no_token;
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
    candidate.features.set_if(view.pronoun.lemma == "it" && is_link_word(verb.lemma, LinkWord::weak) &&
                                  clause,
                              Feature::pleonastic);
    found.push_back(candidate);
}

} // namespace dateline::who

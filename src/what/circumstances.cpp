// Where and when. A place or time belongs to the event word it depends on; failing that, to the clause of the
// event; failing that, one in the sentence's main clause holds for the clauses below it (`On Monday X said
// that …` does not: the time then belongs to the saying). Nothing is taken out of another clause.

#include "what/circumstances.hpp"

#include <algorithm>
#include <cstdlib>

namespace dateline::what {

namespace {

constexpr std::size_t max_in_sentence = 24;

bool is_locative(const ReportWords& words, TokenIndex head) {
    TokenIndex at = head;
    for (int i = 0; i < 8 && words.at(at).dep == Dep::conj && words.at(at).head < at; ++i)
        at = words.at(at).head;
    const Token& above = words.at(words.at(at).head);
    if (above.pos != Pos::adp && above.pos != Pos::sconj) return words.at(at).dep == Dep::npadvmod;
    const std::string_view word = above.lower;
    return word == "in" || word == "at" || word == "near" || word == "on" || word == "outside" ||
           word == "inside" || word == "within" || word == "across" || word == "around" || word == "along" ||
           word == "throughout" || word == "over" || word == "off" || word == "into";
}

/// True when the way from a word up to its clause's verb leads over another.
bool leads_over(const ReportWords& words, TokenIndex from, TokenIndex over) {
    TokenIndex at = from;
    for (int i = 0; i < 12 && at != over; ++i) {
        if (words.is_verb(at) || words.at(at).head == at) return false;
        at = words.at(at).head;
    }
    return at == over;
}

/// `until Monday`, `before Friday's arrests`: the preposition above a time that what stands outside comes
/// before; `no_token`. What is told `after` or `since` a day is mostly of that day.
TokenIndex preposition_of_later_time(const ReportWords& words, TokenIndex head) {
    TokenIndex at = head;
    for (int i = 0; i < 6 && words.at(at).head != at && !words.is_verb(at); ++i) {
        at = words.at(at).head;
        const Token& token = words.at(at);
        if (token.pos == Pos::adp || token.pos == Pos::sconj)
            return token.lower == "before" || token.lower == "until" || token.lower == "till" ? at : no_token;
    }
    return no_token;
}

/// `arrived on Monday after a stop in Lima`: the time of the clause is another's.
bool is_of_another_time(const ReportWords& words, TokenIndex trigger) {
    const Token& token = words.at(trigger);
    if (!words.is_noun(trigger) || token.dep != Dep::pobj) return false;
    const std::string_view word = words.at(token.head).lower;
    return word == "after" || word == "before" || word == "following" || word == "since" || word == "until";
}

/// `discussed the war on Monday`: what is talked about has its own time.
bool is_topic(const ReportWords& words, TokenIndex trigger) {
    const Token& token = words.at(trigger);
    if (!words.is_noun(trigger) || token.head == trigger) return false;
    if (token.dep == Dep::dobj) return !words.lexicon().has(WordList::light, words.at(token.head).lemma);
    const std::string_view word = words.at(token.head).lower;
    return token.dep == Dep::pobj && (word == "about" || word == "on" || word == "over" ||
                                      word == "against" || word == "of" || word == "to");
}

} // namespace

TokenIndex clause_of(const ReportWords& words, TokenIndex token) {
    TokenIndex at = token;
    for (int i = 0; i < 40 && !words.is_verb(at) && words.at(at).head != at; ++i) at = words.at(at).head;
    for (int i = 0; i < 4 && (words.at(at).dep == Dep::aux || words.at(at).dep == Dep::auxpass); ++i)
        at = words.at(at).head;
    return at;
}

Circumstances::Circumstances(const ReportWords& words)
    : m_words(words), m_places(words.parse().sentences.size()), m_times(words.parse().sentences.size()) {
    const CodedReport& coded = words.coded();
    for (std::size_t i = 0; i < coded.places.size(); ++i)
        if (coded.places[i].use == "literal" && !words.is_header(coded.places[i].span))
            add(m_places, coded.places[i].span, static_cast<std::int32_t>(i));
    for (std::size_t i = 0; i < coded.times.size(); ++i)
        if (coded.times[i].type != "SET" && coded.times[i].type != "DURATION" &&
            !words.is_header(coded.times[i].span))
            add(m_times, coded.times[i].span, static_cast<std::int32_t>(i));
}

void Circumstances::add(BySentence& anchors, Span span, std::int32_t index) {
    TokenIndex first = m_words.parse().token_at(span.start);
    if (first >= m_words.parse().size()) return;
    Anchor anchor{index, first, no_token, no_token, false, false};
    for (TokenIndex t = first; t < m_words.parse().size() && m_words.at(t).span.start < span.end; ++t)
        if (m_words.at(t).head == t || m_words.at(m_words.at(t).head).span.start < span.start ||
            m_words.at(m_words.at(t).head).span.start >= span.end) {
            anchor.head = t;
            break;
        }
    TokenIndex at = anchor.head;
    for (int i = 0; i < 8 && m_words.at(at).head != at; ++i) {
        const TokenIndex above = m_words.at(at).head;
        const bool event_noun = m_words.is_noun(above) && m_words.at(above).dep != Dep::compound &&
                                !m_words.lexicon().frames_of(m_words.at(above).lemma, Pos::noun).empty();
        at = above;
        if (m_words.is_verb(at) || event_noun) break;
    }
    anchor.tied_to = at;
    anchor.clause = clause_of(m_words, anchor.head);
    anchor.locative = is_locative(m_words, anchor.head);
    if (&anchors == &m_times && m_words.coded().times[static_cast<std::size_t>(index)].type == "DATE")
        anchor.beside = preposition_of_later_time(m_words, anchor.head);
    anchor.of_noun = &anchors == &m_times &&
                     is_of_noun(anchor.head, m_words.coded().times[static_cast<std::size_t>(index)]);
    auto& list = anchors[static_cast<std::size_t>(m_words.at(anchor.head).sentence)];
    if (list.size() < max_in_sentence) list.push_back(anchor);
}

/// `broke the 1991 treaty`, `at this year's congress`: no time of the breach, nor of what was said there. A
/// day is (`Monday's attack killed four`), and what an event did happened in it (`the 2010 quake killed`).
bool Circumstances::is_of_noun(TokenIndex head, const Time& time) const {
    const Dep dep = m_words.at(head).dep;
    const bool modifies = dep == Dep::poss || dep == Dep::nummod || dep == Dep::compound ||
                          dep == Dep::nmod || dep == Dep::amod;
    const Token& noun = m_words.at(m_words.at(head).head);
    if (!modifies || time.from == time.to || (noun.pos != Pos::noun && noun.pos != Pos::propn)) return false;
    return noun.dep != Dep::nsubj || m_words.at(noun.head).tag != Tag::vbd ||
           m_words.lexicon().frames_of(noun.lemma, Pos::noun).empty();
}

/// `met on Monday about the troops that they had massed`; behind a comma a clause tells what came of it.
bool Circumstances::tells_which(TokenIndex clause) const {
    const Token& token = m_words.at(clause);
    return token.dep == Dep::relcl && token.left_edge > 0 && m_words.at(token.left_edge - 1).text != ",";
}

/// True when the clause of `upper` frames that of `lower` and does not just tell of it.
bool Circumstances::is_above(const BySentence& anchors, TokenIndex upper, TokenIndex lower) const {
    TokenIndex at = lower;
    for (int i = 0; i < 20 && m_words.at(at).head != at; ++i) {
        const bool told = m_words.at(at).dep == Dep::ccomp || (&anchors == &m_times && tells_which(at));
        at = m_words.at(at).head;
        if (at == upper) return !told;
        if (told) return false;
    }
    return false;
}

/// `Speaking in Lima on 3 May, she promised`: what is done meanwhile is done there and then; not `having met
/// in May`.
bool Circumstances::is_beside(TokenIndex participle, TokenIndex clause) const {
    const Token& token = m_words.at(participle);
    if (token.dep != Dep::advcl || token.tag != Tag::vbg || token.head != clause || participle > clause)
        return false;
    const Parse& parse = m_words.parse();
    return !parse.has_child(participle, Dep::aux) && !parse.has_child(participle, Dep::mark) &&
           !parse.has_child(participle, Dep::nsubj);
}

/// `a raid that killed ten on Friday`: the raid was then; not `a raid that he planned on Friday`.
bool Circumstances::is_deed_of(TokenIndex verb, TokenIndex noun) const {
    const Token& token = m_words.at(verb);
    if (token.dep != Dep::relcl || token.head != noun) return false;
    const TokenIndex subject = m_words.parse().child(verb, Dep::nsubj);
    return subject != no_token && is_relative_pronoun(m_words.at(subject));
}

std::int32_t Circumstances::place_at(TokenIndex head) const {
    for (const Anchor& anchor : m_places[static_cast<std::size_t>(m_words.at(head).sentence)])
        if (anchor.head == head) return anchor.index;
    return -1;
}

std::int32_t Circumstances::place_before(TokenIndex noun) const {
    for (const TokenIndex c : m_words.parse().children(noun)) {
        if (c > noun) break;
        if ((m_words.built_in(c) & built_in_settlement) == 0) continue;
        const auto& places = m_words.coded().places;
        const std::uint32_t at = m_words.at(c).span.start;
        const auto found =
            std::upper_bound(places.begin(), places.end(), at,
                             [](std::uint32_t byte, const Place& place) { return byte < place.span.start; });
        if (found != places.begin() && std::prev(found)->span.end > at)
            return static_cast<std::int32_t>(std::prev(found) - places.begin());
    }
    return -1;
}

std::int32_t Circumstances::place_of(TokenIndex trigger, const std::vector<TokenIndex>& parties) const {
    const std::int32_t place = nearest(m_places, trigger, parties);
    const TokenIndex where = relative_where(trigger);
    if (where == no_token) return place;
    const auto inside = [&](std::int32_t index) {
        return m_words.coded().places[static_cast<std::size_t>(index)].span.start >
               m_words.at(where).span.start;
    };
    if (place >= 0 && inside(place)) return place;
    const std::int32_t antecedent = place_at(m_words.at(m_words.at(where).head).head);
    return antecedent >= 0 ? antecedent : place;
}

/// `from Rome, where she met him`: the word that opens the clause of a trigger; `no_token`: it is none of
/// these.
TokenIndex Circumstances::relative_where(TokenIndex trigger) const {
    TokenIndex clause = clause_of(m_words, trigger);
    for (int i = 0; i < 3 && m_words.at(clause).dep == Dep::conj && m_words.is_verb(m_words.at(clause).head);
         ++i)
        clause = m_words.at(clause).head;
    if (m_words.at(clause).dep != Dep::relcl) return no_token;
    for (const TokenIndex c : m_words.parse().children(clause))
        if (c < clause && m_words.at(c).lower == "where") return c;
    return no_token;
}

std::int32_t Circumstances::nearest(const BySentence& anchors, TokenIndex trigger,
                                    const std::vector<TokenIndex>& parties) const {
    const auto& list = anchors[static_cast<std::size_t>(m_words.at(trigger).sentence)];
    const TokenIndex clause = clause_of(m_words, trigger);
    const TokenIndex carrier = m_words.is_noun(trigger) ? light_verb_of(m_words, trigger) : no_token;
    const bool apart = &anchors == &m_times && carrier == no_token &&
                       (is_topic(m_words, trigger) || is_of_another_time(m_words, trigger));
    std::int32_t best = -1;
    int best_rank = 0, best_distance = 0;
    for (const Anchor& anchor : list) {
        if (&anchors == &m_places &&
            (!anchor.locative || std::find(parties.begin(), parties.end(), anchor.head) != parties.end()))
            continue;
        const bool outside = anchor.beside != no_token &&
                             (trigger < anchor.beside || trigger > m_words.at(anchor.beside).right_edge);
        if (outside) continue; // `had shelled the town until Monday`
        int rank = 0;
        if (anchor.of_noun)
            rank = m_words.at(anchor.head).head == trigger ? 4 : 0;
        else if (anchor.tied_to == trigger || leads_over(m_words, anchor.head, trigger))
            rank = 4;
        else if (anchor.tied_to == carrier && carrier != no_token)
            rank = 3;
        else if (&anchors == &m_times && is_deed_of(anchor.tied_to, trigger))
            rank = 3;
        else if (anchor.clause == clause && m_words.is_verb(anchor.tied_to))
            rank = apart ? 0 : 2;
        else if (!apart && m_words.is_verb(anchor.tied_to) &&
                 (is_above(anchors, anchor.clause, clause) || is_beside(anchor.clause, clause)))
            rank = 1;
        if (rank == 0) continue;
        const int distance = std::abs(anchor.head - trigger);
        if (rank > best_rank || (rank == best_rank && distance < best_distance)) {
            best = anchor.index;
            best_rank = rank;
            best_distance = distance;
        }
    }
    return best;
}

} // namespace dateline::what

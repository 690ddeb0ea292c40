// A common noun is a mention when `data/who/agents.txt` knows it and it heads a phrase of its own. Adjectives
// with the article stand for groups too: `the wounded`.

#include "base/text.hpp"
#include "who/mention_words.hpp"
#include "who/noun_words.hpp"

namespace dateline::who {

namespace {

bool heads_a_phrase(const Token& token) {
    return token.dep != Dep::compound && token.dep != Dep::nmod && token.dep != Dep::npadvmod &&
           token.dep != Dep::amod && token.dep != Dep::advmod;
}

/// `the dead`: an adjective that takes a noun's place.
bool is_noun_by_use(const Token& token, const Parse& parse, TokenIndex at) {
    if (token.pos != Pos::adj && token.tag != Tag::vbn) return false;
    const TokenIndex det = parse.child(at, Dep::det);
    return det != no_token && parse.at(det).lower == "the" &&
           (token.dep == Dep::nsubj || token.dep == Dep::nsubjpass || token.dep == Dep::dobj ||
            token.dep == Dep::pobj || token.dep == Dep::conj);
}

/// `foreign minister` of `the Turkish foreign minister`, in lower case.
std::string title_words(TokenIndex head, const Parse& parse, const Phrases& phrases) {
    TokenIndex first = head;
    while (first > 0 && parse.at(first - 1).head == head &&
           (parse.at(first - 1).dep == Dep::compound || parse.at(first - 1).dep == Dep::amod) &&
           phrases.country_of_token(first - 1).empty())
        --first;
    TokenIndex last = head + 1;
    if (last + 1 < parse.size() && parse.at(last).lower == "of" && parse.at(last + 1).lower == "state")
        last += 2;
    return to_lower(words(parse.text, parse.span_of(first, last)));
}

/// Article, possessor and number of the phrase.
void read_determiners(FoundMention& mention, const Parse& parse) {
    for (const TokenIndex c : parse.children(mention.head)) {
        const Token& child = parse.at(c);
        if (c > mention.head) break;
        if (child.dep == Dep::det) {
            mention.definite = child.lower == "the" || child.lower == "this" || child.lower == "these" ||
                               child.lower == "both" || child.lower == "that" || child.lower == "those";
            mention.counted = !mention.definite;
        } else if (child.dep == Dep::poss) {
            mention.definite = true;
        } else if (child.dep == Dep::nummod ||
                   (child.dep == Dep::amod &&
                    (child.lower == "other" || child.lower == "many" || child.lower == "several" ||
                     child.lower == "more" || child.lower == "few"))) {
            mention.counted = true;
        }
    }
    if (mention.definite) mention.counted = false;
}

} // namespace

std::optional<FoundMention> noun_mention(TokenIndex at, const Parse& parse, const Phrases& phrases,
                                         const ActorBook& book) {
    const Token& token = parse.at(at);
    const bool by_use = is_noun_by_use(token, parse, at);
    if (token.pos != Pos::noun && token.pos != Pos::propn && !by_use) return {};
    if (!heads_a_phrase(token)) return {};
    const std::string_view lemma = token.pos == Pos::noun ? token.lemma : token.lower;
    const Agent* agent = book.agent(lemma);
    if (agent == nullptr) return {};
    FoundMention mention;
    mention.form = FoundMention::Form::noun;
    mention.head = at;
    mention.core = token.span;
    mention.lemma = lemma;
    mention.agent = agent;
    mention.plural = token.tag == Tag::nns || token.tag == Tag::nnps || by_use;
    mention.span = phrases.noun_phrase(at);
    mention.country = phrases.country_of_modifiers(at, at);
    read_determiners(mention, parse);
    mention.gender = mention.plural ? std::string_view{} : gender_of_noun(lemma);
    if (mention.gender.empty() && agent->is_body && !mention.plural) mention.gender = "n";
    mention.title = title_words(at, parse, phrases);
    mention.role = mention.title;
    return mention;
}

} // namespace dateline::who

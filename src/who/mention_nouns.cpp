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

/// `power`, `movement`, `office` without article or possessor are no bodies; headlines leave articles out.
bool is_bare_idea(const FoundMention& mention, const Parse& parse) {
    const Token& token = parse.at(mention.head);
    if (mention.plural || mention.definite || mention.counted || token.pos == Pos::propn) return false;
    if (!mention.agent->is_body || !mention.country.empty()) return false;
    return mention.agent->kind == "state" || mention.agent->kind == "other" || mention.lemma == "force" ||
           mention.lemma == "office" || mention.lemma == "intelligence" || mention.lemma == "leadership" ||
           mention.lemma == "business" || mention.lemma == "opposition" || mention.lemma == "administration";
}

/// `met Prime Minister`: a title written like a name calls its bearer.
bool is_bare_title(const FoundMention& mention, const Parse& parse) {
    const Token& token = parse.at(mention.head);
    return token.tag == Tag::nnp && is_upper(token.text.front()) && !mention.counted &&
           mention.agent->kind == "person" && !mention.agent->is_body;
}

/// `rebel forces` are rebels.
void take_fighters_in_front(FoundMention& mention, const Parse& parse, const ActorBook& book) {
    if (mention.agent->kind != "military") return;
    for (const TokenIndex c : parse.children(mention.head)) {
        if (c > mention.head) break;
        const Token& child = parse.at(c);
        if (child.dep != Dep::compound && child.dep != Dep::amod) continue;
        const Agent* agent = book.agent(child.lower);
        if (agent == nullptr || agent->kind != "armed_group") continue;
        mention.agent = agent;
        mention.groups = groups_of_noun(child.lower);
    }
}

} // namespace

std::optional<FoundMention> noun_mention(TokenIndex at, const Parse& parse, const Phrases& phrases,
                                         const ActorBook& book) {
    const Token& token = parse.at(at);
    const bool by_use = is_noun_by_use(token, parse, at);
    if (token.pos != Pos::noun && token.pos != Pos::propn && !by_use) return {};
    if (!heads_a_phrase(token)) return {};
    std::string lemma(token.pos == Pos::noun ? token.lemma : token.lower);
    if (at >= 2 && parse.at(at - 1).text == "-") { // `hostage-takers` is three tokens
        std::string whole = std::string(parse.at(at - 2).lower) + "-" + lemma;
        if (book.agent(whole) != nullptr) lemma = std::move(whole);
    }
    if (at >= 1 && lemma == "taker")
        lemma = std::string(parse.at(at - 1).lower) + "-taker"; // `hostage takers`
    const Agent* agent = book.agent(lemma);
    if (agent == nullptr) return {};
    FoundMention mention;
    mention.form = FoundMention::Form::noun;
    mention.head = at;
    mention.core = token.span;
    mention.lemma = lemma;
    mention.agent = agent;
    mention.groups = groups_of_noun(lemma);
    mention.plural = token.tag == Tag::nns || token.tag == Tag::nnps || by_use;
    mention.span = phrases.noun_phrase(at);
    mention.country = phrases.country_of_modifiers(at, at);
    read_determiners(mention, parse);
    if (is_bare_title(mention, parse)) mention.definite = true;
    if (is_bare_idea(mention, parse)) return {};
    take_fighters_in_front(mention, parse, book);
    mention.gender = mention.plural ? std::string_view{} : gender_of_noun(lemma);
    if (mention.gender.empty() && agent->is_body && !mention.plural) mention.gender = "n";
    mention.title = title_words(at, parse, phrases);
    mention.role = mention.title;
    return mention;
}

} // namespace dateline::who

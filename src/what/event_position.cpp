#include "what/event_position.hpp"

#include "what/modality.hpp"

namespace dateline::what {

namespace {

/// `in charge`, `in case`: no event of its own.
bool is_idiom(const ReportWords& words, TokenIndex noun) {
    const Token& token = words.at(noun);
    return token.dep == Dep::pobj && token.head + 1 == noun && token.left_edge == noun &&
           words.lexicon().has(WordList::idiom, token.lower);
}

/// `the report said`: a text that speaks is a source, not an event.
bool is_speaking_text(const ReportWords& words, TokenIndex noun) {
    const Token& token = words.at(noun);
    if (token.dep != Dep::nsubj || !words.is_verb(token.head)) return false;
    const WordClasses& classes = words.lexicon().classes();
    if ((words.classes(noun) & classes.bit_of("documents")) == 0) return false;
    const Token& verb = words.at(token.head);
    for (const std::uint32_t f : words.lexicon().frames_of(verb.lemma, verb.pos))
        if (words.lexicon().frames()[f].speech) return true;
    return false;
}

/// `an invasion plan`, `strike threats`: an event before the noun that says how real it is.
bool is_content_before(const ReportWords& words, TokenIndex noun) {
    const TokenIndex head = words.at(noun).head;
    if (head < noun || words.at(head).pos != Pos::noun || words.at(head).dep == Dep::compound) return false;
    const Effect* effect = words.lexicon().governors().find(words.at(head).lemma, 'n', before_noun);
    return effect != nullptr && !effect->same && !effect->clause && is_unreal(effect->status);
}

/// `a law that makes it illegal`: nobody's opinion.
bool makes_it_so(const ReportWords& words, TokenIndex verb) {
    return words.at(verb).lemma == "make" || words.at(verb).lemma == "render";
}

} // namespace

bool is_event_position(const ReportWords& words, TokenIndex t) {
    const Token& token = words.at(t);
    const char first = token.lower.empty() ? ' ' : token.lower.front();
    if (first == '\'' || first == '\xE2') return false; // `'re`, with either apostrophe
    // `on “Meet the Press”`: part of a name
    if (token.name >= 0 && (token.name_type == NameType::work_of_art || token.name_type == NameType::product))
        return false;
    // `resigned following protests`: as good as a preposition
    if (token.lower == "following" && (token.dep == Dep::advcl || token.dep == Dep::acl)) return false;
    // `land as opposed to water`: no opposition of somebody's
    if (token.lower == "opposed" && t > 0 && words.at(t - 1).lower == "as") return false;
    if (token.tag == Tag::md) return token.lower == "must" || token.lower == "should";
    if (words.is_verb(t)) // `be` too: `was behind the attack`
        return token.dep != Dep::aux && token.dep != Dep::auxpass && token.dep != Dep::amod &&
               token.dep != Dep::compound && token.dep != Dep::prep && token.dep != Dep::case_;
    if (token.pos == Pos::adj)
        return token.dep == Dep::acomp || token.dep == Dep::oprd || token.dep == Dep::root ||
               ((token.dep == Dep::ccomp || token.dep == Dep::xcomp) && !makes_it_so(words, token.head)) ||
               (token.dep == Dep::conj && words.at(token.head).dep != Dep::amod);
    if (!words.is_noun(t) || token.dep == Dep::npadvmod) return false;
    if (token.dep == Dep::compound && !is_content_before(words, t)) return false;
    if (is_idiom(words, t) || is_speaking_text(words, t)) return false;
    if (token.name < 0) return true;
    return token.name_type == NameType::event || token.name_type == NameType::other;
}

} // namespace dateline::what

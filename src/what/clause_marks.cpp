#include "what/clause_marks.hpp"

#include <algorithm>

namespace dateline::what {

namespace {

bool is_negative_word(std::string_view word) {
    return word == "never" || word == "hardly" || word == "nor" || word == "scarcely" || word == "rarely" ||
           word == "barely";
}

void add_auxiliary(const Token& word, ClauseMarks& marks) {
    marks.any_auxiliary |= word.tag != Tag::to;
    marks.finite |= word.lower != "be" && (word.tag == Tag::md || word.tag == Tag::vbz ||
                                           word.tag == Tag::vbd || word.tag == Tag::vbp);
    marks.past |= word.tag == Tag::vbd;
    marks.to |= word.tag == Tag::to;
    marks.future |=
        word.lemma == "will" || word.lower == "shall" || word.lower == "'ll" || word.lower == "wo";
    marks.would |=
        word.lower == "would" || ((word.lower == "'d" || word.lower == "’d") && word.tag == Tag::md);
    marks.may |= word.lower == "may" || word.lower == "might" || word.lower == "could" ||
                 word.lower == "can" || word.lower == "ca";
    marks.must |= word.lower == "must" || word.lower == "should" || word.lower == "ought";
    marks.perfect |= word.lemma == "have";
}

void add_mark(const ReportWords& words, TokenIndex t, ClauseMarks& marks) {
    const std::string_view word = words.at(t).lower;
    const std::string_view before = t > 0 ? words.at(t - 1).lower : std::string_view{};
    marks.if_mark |= word == "if" || word == "unless" || word == "whether" || word == "lest";
    marks.that_mark |= word == "that";
    marks.not_yet_mark |=
        word == "until" || word == "till" || word == "before" || (word == "as" && before == "soon");
    marks.until_mark |= marks.not_yet_mark || word == "once" || word == "when" || word == "whenever";
    marks.after_mark |= word == "after";
}

/// `should talks fail`: no question, and the subject stands behind the auxiliary.
bool is_inverted(const ReportWords& words, TokenIndex auxiliary, TokenIndex verb) {
    const Sentence& sentence = words.parse().sentences[static_cast<std::size_t>(words.at(verb).sentence)];
    if (words.at(sentence.last - 1).lower == "?") return false;
    for (const TokenIndex c : words.parse().children(verb))
        if (c > auxiliary && c < verb && (words.at(c).dep == Dep::nsubj || words.at(c).dep == Dep::nsubjpass))
            return true;
    return false;
}

/// `nobody`, `no state`, `hardly anyone`
bool is_nobody(const ReportWords& words, TokenIndex noun) {
    const std::string_view word = words.at(noun).lower;
    if (word == "nobody" || word == "none" || word == "nothing" || word == "neither" || has_no(words, noun))
        return true;
    for (const TokenIndex c : words.parse().children(noun)) {
        if (words.at(c).dep == Dep::advmod && words.at(c).lower == "hardly") return true;
        if (words.at(c).lower == "neither" && c < noun) return true; // `neither the army nor the rebels`
        if (words.at(c).lower == "any" && c > 0 && is_negative_word(words.at(c - 1).lower)) return true;
    }
    return false;
}

/// `few rebels`, `few of the rebels`, `not all rebels`, but `a few rebels`, `the few rebels`
bool is_few(const ReportWords& words, TokenIndex noun) {
    const TokenIndex first = words.at(noun).left_edge;
    const std::string_view word = words.at(first).lower;
    if (word == "few") return true;
    if (word != "not" || first >= noun) return false;
    const std::string_view next = words.at(first + 1).lower;
    return next == "all" || next == "every" || next == "everyone" || next == "everybody" || next == "many";
}

/// `whether or not they leave`; `not only bombed the town`, `was not just an attack`, but `cannot just
/// leave`.
bool denies_nothing(const ReportWords& words, TokenIndex negation) {
    const Token& before = words.at(std::max(negation, 1) - 1);
    if (before.lower == "or") return true;
    return before.tag != Tag::md && negation + 1 < words.parse().size() &&
           words.lexicon().has(WordList::adding, words.at(negation + 1).lower);
}

void add_child(const ReportWords& words, TokenIndex verb, TokenIndex c, ClauseMarks& marks) {
    const Token& word = words.at(c);
    marks.negative |= word.lower == "neither" && c < verb;
    switch (word.dep) {
    case Dep::neg: marks.negative |= !denies_nothing(words, c); break;
    case Dep::advmod:
        if (is_negative_word(word.lower)) marks.negative = true;
        if ((word.lower == "before" || word.lower == "again") && c > 0)
            marks.negative |= words.at(c - 1).lower == "never";
        if (word.lower == "longer" && c > 0) marks.negative |= words.at(c - 1).lower == "no";
        if (word.tag == Tag::wrb || word.tag == Tag::in) add_mark(words, c, marks);
        break;
    case Dep::mark: add_mark(words, c, marks); break;
    case Dep::nsubj:
    case Dep::nsubjpass:
        marks.has_subject = true;
        marks.negative |= is_nobody(words, c);
        marks.of_few |= is_few(words, c);
        break;
    case Dep::agent: // `was signed by neither side`
        if (const TokenIndex who = words.parse().child(c, Dep::pobj); who != no_token)
            marks.negative |= is_nobody(words, who);
        break;
    case Dep::aux:
    case Dep::auxpass:
        add_auxiliary(word, marks);
        marks.negative |=
            words.parse().has_child(c, Dep::neg); // `did` with the `n’t` that parsers hang on it
        // `should talks fail`: the auxiliary before the subject makes a condition
        marks.if_mark |=
            (word.lower == "should" || (word.lower == "had" && words.at(verb).dep == Dep::advcl)) &&
            !marks.has_subject && c < verb && is_inverted(words, c, verb);
        break;
    default: break;
    }
}

} // namespace

ClauseMarks clause_marks(const ReportWords& words, TokenIndex verb) {
    ClauseMarks marks;
    bool be = false;
    for (const TokenIndex c : words.parse().children(verb)) {
        add_child(words, verb, c, marks);
        be |= (words.at(c).dep == Dep::aux || words.at(c).dep == Dep::auxpass) && words.at(c).lemma == "be";
    }
    const Token& token = words.at(verb);
    if (token.dep == Dep::conj) // `did not meet nor call`
        for (const TokenIndex c : words.parse().children(token.head))
            marks.negative |=
                words.at(c).dep == Dep::cc && words.at(c).lower == "nor" && c < verb && c > token.head;
    marks.finite |= token.tag == Tag::vbd || token.tag == Tag::vbz || token.tag == Tag::vbp;
    if (marks.would) marks.future = false;
    marks.progressive = be && token.tag == Tag::vbg;
    return marks;
}

bool has_no(const ReportWords& words, TokenIndex noun) {
    const TokenIndex det = words.parse().child(noun, Dep::det);
    if (det == no_token) return false;
    if (words.at(det).lower != "no") return words.at(det).lower == "neither";
    if (det + 1 == words.parse().size()) return true;      // wherever parsers hang the last word
    const std::string_view next = words.at(det + 1).lower; // `no more than ten`
    return next != "more" && next != "fewer" && next != "less";
}

bool is_hardly_any(const ReportWords& words, TokenIndex noun) {
    const TokenIndex first = words.at(noun).left_edge;
    const std::string_view word = words.at(first).lower;
    return first != noun && words.at(first).head == noun && (word == "few" || word == "little") &&
           words.at(noun).name < 0;
}

bool is_introduced(const ReportWords& words, TokenIndex noun) {
    for (const TokenIndex c : words.parse().children(noun)) {
        const Token& word = words.at(c);
        if (word.dep == Dep::poss) return false;
        if (word.dep == Dep::amod && words.lexicon().has(WordList::standing, word.lower) &&
            !words.parse().has_child(noun, Dep::det)) // `no recent attacks`
            return false;
        if (word.dep == Dep::det && word.lower != "a" && word.lower != "an" && word.lower != "any" &&
            word.lower != "some" && word.lower != "another" && word.lower != "no")
            return false;
    }
    return true;
}

} // namespace dateline::what

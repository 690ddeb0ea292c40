// What stands around a name and tells its kind: titles, prepositions, what people or teams do, nouns beside
// it. A name in a row (`between Oise and Aube`, `towns such as Oise and Aube`) is also told by what stands
// before the row.

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/name_evidence.hpp"
#include "who/name_words.hpp"

#include <algorithm>

namespace dateline::who {

namespace {

constexpr auto person = NameKind::person;
constexpr auto org = NameKind::org;
constexpr auto place = NameKind::place;
constexpr auto nation = NameKind::nation;
constexpr auto other = NameKind::other;

} // namespace

Points NameEvidence::by_context(const FoundName& name) const {
    Points points;
    add_before(name, points);
    add_behind(name, points);
    add_grammar(name, points);
    return points;
}

void NameEvidence::add_before(const FoundName& name, Points& points) const {
    if (name.first == 0) return;
    TokenIndex i = name.first - 1;
    if (at(i).lower == "the") {
        points[person] -= 1.5F;
        points[org] += 0.3F;
        if (i == 0) return;
        --i;
        // `the band The Larks`
        if (at(i + 1).text == "The" && at(i).pos == Pos::noun) add_noun(at(i), 1.8F, points);
    } else {
        const Token& before = at(i);
        const bool title = is_capitalised(before) && is_plain_title(m_book, before.lower);
        if ((title || before.lower == "mr." || before.lower == "mrs." || before.lower == "ms." ||
             before.lower == "miss") &&
            before.tag != Tag::pos)
            points[person] += 4;
        const bool noun = before.pos == Pos::noun && before.head >= name.first && before.head < name.last;
        if (noun) {
            if (is_name_word(before.lower, NameWord::place_noun)) points[place] += 1.8F;
            if (is_name_word(before.lower, NameWord::org_noun)) points[org] += 1.8F;
            if (is_person_noun(before)) points[person] += 1.8F;
        }
    }
    if (at(i).text == "Near" && i + 1 == name.first && at(i).pos != Pos::adp) points[place] += 2.2F;
    add_preposition(name, points);
}

/// `in X`, `the village of X`.
void NameEvidence::add_preposition(const FoundName& name, Points& points) const {
    TokenIndex i = name.first - 1;
    const bool article = at(i).lower == "the";
    if (article && i > 0) --i;
    const bool bare = at(head_of(name)).head == i || at(i).head >= name.first;
    add_preposition(i, bare ? Bond::close : Bond::loose, article ? 0.4F : 1, points);
}

/// What the word `i`, if it is a preposition, says of the name behind it.
void NameEvidence::add_preposition(TokenIndex i, Bond bond, float weight, Points& points) const {
    const std::string_view word = at(i).lower;
    if (at(i).pos != Pos::adp && at(i).pos != Pos::sconj && at(i).pos != Pos::part) return;
    const bool bare = bond == Bond::close;
    if (word == "near" && bare && weight == 1) {
        points[place] += 2.2F;
        points[person] -= 1.4F;
    } else if (word == "in" || word == "near" || word == "outside" || word == "throughout" ||
               word == "around" || word == "across" || word == "inside") {
        points[place] += bare && weight == 1 ? 1.4F : 0.6F;
        points[person] -= bare ? 1.4F : 0.3F;
    } else if (word == "at") {
        points[person] -= bare ? 1.2F : 0.2F;
        points[place] += bare ? 0.5F : 0.1F;
        points[org] += bare ? 0.2F : 0;
    } else if (word == "from" || word == "to" || word == "toward" || word == "towards" || word == "through" ||
               word == "into" || word == "via" || word == "between") {
        points[place] += bare && word != "to" ? 0.5F : 0.1F;
    } else if (word == "of" && i > 0) {
        const Token& noun = at(i - 1);
        if (is_name_word(noun.lower, NameWord::place_noun))
            points[place] += 2;
        else if (is_name_word(noun.lower, NameWord::place_head))
            points[place] += 1.8F;
        else if (is_person_noun(noun))
            points[person] -= 0.8F;
    }
}

bool NameEvidence::is_person_noun(const Token& token) const {
    const Agent* agent = m_book.agent(token.lemma);
    return agent != nullptr && agent->kind == "person";
}

void NameEvidence::add_behind(const FoundName& name, Points& points) const {
    if (name.last + 1 >= m_parse.size()) return;
    const Token& next = at(name.last);
    const Token& second = at(name.last + 1);
    if (next.tag == Tag::pos) {
        if (is_name_word(second.lower, NameWord::kin)) points[person] += 1.3F;
        return;
    }
    if (next.pos == Pos::noun && next.span.start <= name.span.end + 1) add_next_noun(next, points);
    if (next.lower == "who" || (next.text == "," && (second.lower == "who" || second.lower == "whose")))
        points[person] += 1.5F;
    if (next.text == ",") {
        if (second.tag == Tag::cd && second.text.size() == 2 && name.last + 2 < m_parse.size() &&
            (at(name.last + 2).text == "," || at(name.last + 2).text == "."))
            points[person] += 2;
        if (second.name_type == NameType::gpe && is_capitalised(second)) points[place] += 0.8F;
        if (second.lower == "where") points[place] += 1.5F;
        if (second.lower == "which") points[person] -= 1.5F;
    }
    if (next.text == "(" && second.text.size() >= 4 && second.text[0] == '1' && is_digit(second.text[1]))
        points[person] += 0.8F;
}

/// `X river`, `X shares`, `X residents`, `X boss`.
void NameEvidence::add_next_noun(const Token& next, Points& points) const {
    if (is_name_word(next.lower, NameWord::place_noun)) points[place] += 1.5F;
    if (is_name_word(next.lower, NameWord::of_place)) {
        points[place] += 1.2F;
        points[person] -= 1;
    }
    if (is_name_word(next.lower, NameWord::of_org)) {
        points[org] += 1.2F;
        points[person] -= 1;
    }
    if (is_name_word(next.lower, NameWord::of_person)) points[person] += 1.2F;
    if (is_name_word(next.lower, NameWord::of_nation)) points[nation] += 1.2F;
    if (is_name_word(next.lower, NameWord::of_other)) points[other] += 2.5F;
    if (is_name_word(next.lower, NameWord::org_noun)) points[org] += 1.2F;
    if (m_is_sport && is_name_word(next.lower, NameWord::of_team)) points[org] += 1.5F;
}

void NameEvidence::add_grammar(const FoundName& name, Points& points) const {
    const TokenIndex head = head_of(name);
    const Token& token = at(head);
    const Token& governor = at(token.head);
    const bool compound = token.dep == Dep::compound || token.dep == Dep::nmod;
    if (compound && token.head > name.last && governor.pos == Pos::noun) add_next_noun(governor, points);
    const bool subject = token.dep == Dep::nsubj || token.dep == Dep::nsubjpass;
    if (subject && token.head != head && is_name_word(governor.lemma, NameWord::human_verb)) {
        points[person] += 0.8F;
        points[org] += 0.2F;
        points[place] -= 0.3F;
    }
    if (subject) add_own(name, points);
    for (const TokenIndex c : m_parse.children(head))
        if (at(c).dep == Dep::appos && c >= name.last && at(c).pos == Pos::noun)
            add_noun(at(c), 1.8F, points);
    if (token.dep == Dep::appos && token.head < name.first && governor.pos == Pos::noun)
        add_noun(governor, 1.8F, points);
    if (subject && governor.lemma == "be")
        for (const TokenIndex c : m_parse.children(token.head))
            if (at(c).dep == Dep::attr && at(c).pos == Pos::noun) add_noun(at(c), 5, points);
    if ((token.dep == Dep::dobj || token.dep == Dep::nsubjpass) && token.head != head &&
        is_name_word(governor.lemma, NameWord::place_verb))
        points[place] += 0.8F;
    add_row(head, points);
    if (m_is_sport) add_sport(name, head, points);
}

/// `in Oise and Aube`, `towns such as Oise and Aube`: what stands before the row that the name is in.
void NameEvidence::add_row(TokenIndex head, Points& points) const {
    constexpr int longest = 8;
    constexpr float of_kind = 1.8F;
    TokenIndex first = head;
    for (int step = 0; step < longest && at(first).dep == Dep::conj && at(first).head < first; ++step)
        first = at(first).head;
    const TokenIndex before = at(first).head;
    if (at(first).dep != Dep::pobj || before >= first) return;
    const std::string_view word = at(before).lower;
    if (word == "including" || word == "as" || word == "like") {
        const Token& noun =
            at(at(at(before).head).lower == "such" ? at(at(before).head).head : at(before).head);
        if (noun.pos == Pos::noun) add_noun(noun, of_kind, points);
    }
    const bool one_word = head == 0 || at(head - 1).head != head || at(head - 1).dep != Dep::compound;
    if (first != head) add_preposition(before, one_word ? Bond::close : Bond::loose, 1, points);
}

/// `X sold his house`: what a subject calls its own, as long as nobody else comes in between.
void NameEvidence::add_own(const FoundName& name, Points& points) const {
    constexpr TokenIndex reach = 25;
    const TokenIndex end =
        std::min({m_parse.size(), name.last + reach, m_parse.sentence_of(name.first).last});
    for (TokenIndex i = name.last; i < end; ++i) {
        const Token& token = at(i);
        if (token.dep == Dep::nsubj || token.dep == Dep::nsubjpass || token.name_type == NameType::person)
            return;
        if (token.pos != Pos::pron) continue;
        if (token.lower == "his" || token.lower == "her" || token.lower == "himself" ||
            token.lower == "herself") {
            points[person] += 1.3F;
            return;
        }
        if (token.lower == "its" || token.lower == "itself") {
            points[person] -= 1;
            points[org] += 0.3F;
            return;
        }
    }
}

void NameEvidence::add_noun(const Token& noun, float weight, Points& points) const {
    if (is_name_word(noun.lower, NameWord::place_noun) || is_name_word(noun.lemma, NameWord::place_noun))
        points[place] += weight;
    else if (is_person_noun(noun))
        points[person] += weight;
    else if (is_name_word(noun.lower, NameWord::org_noun) || is_name_word(noun.lemma, NameWord::org_noun))
        points[org] += weight;
}

/// A town that plays is its club; a country's team is called by the country.
void NameEvidence::add_sport(const FoundName& name, TokenIndex head, Points& points) const {
    const Token& token = at(head);
    const bool plays = (token.dep == Dep::nsubj || token.dep == Dep::dobj) && token.head != head &&
                       is_name_word(at(token.head).lemma, NameWord::team_verb);
    if (plays && codes::country_of_name(text(name)).empty()) {
        points[org] += 1.2F;
        points[place] -= 0.5F;
    }
    const bool subject = token.dep == Dep::nsubj && token.head != head;
    const Token& verb = at(token.head);
    const bool several = subject && token.tag == Tag::nnp && (verb.tag == Tag::vbp || verb.lower == "were") &&
                         !m_parse.has_child(head, Dep::conj);
    if (several) points[org] += 2, points[place] -= 0.5F; // `Leeds are fifth`
    if (name.first > 0 && name.last - name.first == 1 && at(name.first - 1).lower == "the" &&
        token.text.ends_with('s') && (plays || subject))
        points[org] += 2; // `beat the Titans`
    if (name.first > 1 && name.last - name.first > 1 && at(name.first - 1).tag == Tag::pos &&
        at(name.first - 2).name_type == NameType::gpe)
        points[person] += 1.5F; // `Norway's Aksel Example won`
    const bool in_brackets = name.first > 1 && name.last < m_parse.size() && at(name.first - 1).text == "(" &&
                             at(name.last).text == ")";
    if (in_brackets && at(name.first - 2).pos == Pos::propn) points[org] += 1;
}

TokenIndex NameEvidence::head_of(const FoundName& name) const {
    for (TokenIndex i = name.last - 1; i >= name.first; --i) {
        const TokenIndex head = at(i).head;
        if (head < name.first || head >= name.last || head == i) return i;
    }
    return name.last - 1;
}

} // namespace dateline::who

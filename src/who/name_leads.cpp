// What an encyclopaedia's article is about stands in front of its first verb, and what kind of thing it is
// behind it: `Glass Harbor Lights (formed in 1999) are a rock band from Leeds.` The words in front of `is a`
// are then one name, whatever the language model made of them, and the noun tells its type.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "who/name_table.hpp"
#include "who/name_words.hpp"

namespace dateline::who {

namespace {

class Lead {
  public:
    Lead(NameTable& table, const Parse& parse, const ActorBook& book)
        : m_table(table), m_parse(parse), m_book(book) {}

    void run() {
        if (m_parse.sentences.empty()) return;
        TokenIndex first = m_parse.sentences.front().first;
        if (at(first).lower == "the") ++first;
        const TokenIndex last = end_of_words(first);
        if (last == first || !is_name(first, last)) return;
        const TokenIndex verb = behind_asides(last);
        if (verb == no_token) return;
        const NameType type = type_of(verb);
        if (type == NameType::other || (type != NameType::work_of_art && holds_link(first, last))) return;
        m_table.take({first, last, {}, type, to_text(type), nullptr, true});
    }

  private:
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_parse.at(i); }
    [[nodiscard]] bool is_inside(TokenIndex i) const { return i < m_parse.size() && !is_break(at(i)); }

    /// Words with capitals, and small ones between them.
    [[nodiscard]] TokenIndex end_of_words(TokenIndex first) const {
        constexpr TokenIndex longest = 8;
        TokenIndex last = first;
        for (TokenIndex i = first; is_inside(i) && i - first < longest; ++i) {
            const bool number = i > first && is_digit(at(i).text.front()); // `Model 12`
            if ((is_capitalised(at(i)) && at(i).pos != Pos::punct) || number)
                last = i + 1;
            else if (i == first || !is_linking(at(i).lower))
                break;
        }
        return last;
    }

    static bool is_linking(std::string_view lower) {
        constexpr std::array<std::string_view, 7> words{"of", "the", "de", "la", "du", "-", "&"};
        return is_title_link(lower) || std::find(words.begin(), words.end(), lower) != words.end();
    }

    /// What stands in small letters in titles alone: `Bread for the Crow`.
    static bool is_title_link(std::string_view lower) {
        constexpr std::array<std::string_view, 7> words{"to", "in", "a", "for", "on", "with", "at"};
        return std::find(words.begin(), words.end(), lower) != words.end();
    }

    [[nodiscard]] bool holds_link(TokenIndex first, TokenIndex last) const {
        for (TokenIndex i = first; i < last; ++i)
            if (is_lower(at(i).text.front()) && is_title_link(at(i).lower)) return true;
        return false;
    }

    /// Several words, or one that is no common word; no title in front of a name.
    [[nodiscard]] bool is_name(TokenIndex first, TokenIndex last) const {
        if (is_plain_title(m_book, at(first).lower) || m_book.title(at(first).lower) != nullptr) return false;
        if (last - first > 1) return true;
        return at(first).pos == Pos::propn && !is_name_word(at(first).lower, NameWord::none);
    }

    /// The verb of `X is a`, `X (1999) was the`, `X, also Y, are a`; `no_token` when there is none.
    [[nodiscard]] TokenIndex behind_asides(TokenIndex i) const {
        constexpr TokenIndex longest = 40;
        if (is_inside(i) && at(i).text == "(") {
            const TokenIndex open = i;
            while (is_inside(i) && i - open < longest && at(i).text != ")") ++i;
            ++i;
        }
        if (is_inside(i) && at(i).text == ",") {
            const TokenIndex comma = i++;
            while (is_inside(i) && i - comma < longest && at(i).text != ",") ++i;
            ++i;
        }
        if (!is_inside(i) || !is_inside(i + 1)) return no_token;
        const std::string_view verb = at(i).lower, next = at(i + 1).lower;
        const bool is = verb == "is" || verb == "was" || verb == "are" || verb == "were";
        return is && (next == "a" || next == "an" || next == "the" || next == "one") ? i : no_token;
    }

    /// The kind of the noun behind the verb: `a village`, `a series of games`.
    [[nodiscard]] NameType type_of(TokenIndex verb) const {
        for (const TokenIndex child : m_parse.children(verb)) {
            if (at(child).dep != Dep::attr || child < verb) continue;
            TokenIndex noun = child;
            const std::string_view word = at(noun).lemma;
            const bool vague = word == "series" || word == "kind" || word == "type" || word == "form" ||
                               word == "one" || word == "name" || word == "set";
            if (const TokenIndex of = m_parse.child(noun, Dep::prep); vague && of != no_token)
                if (const TokenIndex object = m_parse.child(of, Dep::pobj); object != no_token) noun = object;
            return type_of_noun(at(noun));
        }
        return NameType::other;
    }

    [[nodiscard]] NameType type_of_noun(const Token& noun) const {
        const auto is = [&](NameWord word_class) {
            return is_name_word(noun.lemma, word_class) || is_name_word(noun.lower, word_class);
        };
        if (noun.pos != Pos::noun) return NameType::other;
        if (is(NameWord::work_noun)) return NameType::work_of_art;
        if (is(NameWord::place_noun)) return NameType::gpe;
        if (is(NameWord::org_noun)) return NameType::org;
        if (is(NameWord::of_nation)) return NameType::norp;
        if (is(NameWord::of_other) || is_name_word(noun.lemma, NameWord::product)) return NameType::product;
        if (is(NameWord::event)) return NameType::event;
        if (is(NameWord::building)) return NameType::fac;
        if (is(NameWord::place)) return NameType::loc;
        if (is(NameWord::org)) return NameType::org;
        const Agent* agent = m_book.agent(noun.lemma);
        return agent != nullptr && agent->kind == "person" ? NameType::person : NameType::other;
    }

    NameTable& m_table;
    const Parse& m_parse;
    const ActorBook& m_book;
};

} // namespace

void find_lead(NameTable& table, const Parse& parse, const ActorBook& book) {
    Lead(table, parse, book).run();
}

} // namespace dateline::who

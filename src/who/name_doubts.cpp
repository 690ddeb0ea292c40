// What the language model was in doubt about: proper nouns that it all but took for names, names behind an
// article with a capital, and initials that it never takes for names though the report uses them as bodies'
// names. Only what no other step has named is looked at.

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "who/name_table.hpp"
#include "who/name_words.hpp"

namespace dateline::who {

namespace {

class Doubts {
  public:
    Doubts(NameTable& table, const Parse& parse, const ActorBook& book, const where::Gazetteer& gazetteer)
        : m_table(table), m_parse(parse), m_book(book), m_gazetteer(gazetteer),
          m_is_careless(is_careless(parse)) {}

    void run() {
        find_small_places();
        find_nearly_seen();
        find_with_article();
        find_initials();
    }

  private:
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_parse.at(i); }

    // --- nearly seen

    /// Free proper nouns that the model was in doubt about.
    void find_nearly_seen() {
        if (m_parse.opinions.empty()) return;
        for (TokenIndex i = 0; i < m_parse.size(); ++i) {
            if (!could_be_name(i)) continue;
            const bool small = !is_capitalised(at(i));
            TokenIndex last = i + 1;
            while (last < m_parse.size() && last - i < 5 && could_be_name(last) &&
                   small != is_capitalised(at(last)))
                ++last;
            NameType type = nearly_seen(i, doubt_allowed(i, last));
            if (type == NameType::other && could_be_somebody(i, last)) type = NameType::person;
            if (type == NameType::other || (last - i > 1 && is_praise(i))) continue;
            m_table.take({i, last, {}, type, to_text(type), nullptr, false});
            i = last - 1;
        }
    }

    /// `world number one Ash Example`: two proper nouns amid a sentence that, if a name, are somebody's.
    [[nodiscard]] bool could_be_somebody(TokenIndex first, TokenIndex last) const {
        constexpr float much = 5;
        if (last - first != 2 || first == 0 || at(first - 1).lower == "the") return false;
        const std::string_view word = at(first).text, name = at(last - 1).text;
        return is_lower(at(first - 1).text.front()) && is_lower(word.back()) && is_lower(name.back()) &&
               nearly_seen(first, much) == NameType::person;
    }

    /// By how much the model may have preferred no name: more for what looks like a full name, less for a
    /// word that its place alone may have given its capital.
    [[nodiscard]] float doubt_allowed(TokenIndex first, TokenIndex last) const {
        const bool opens =
            first == 0 || m_parse.sentence_of(first).first == first || !is_lower(at(first - 1).text.front());
        const bool known = !m_book.gender_of(at(first).lower).empty();
        if (!is_capitalised(at(first))) return last - first > 1 ? 0 : 2;
        if (last - first == 2 && known) return 4;
        if (opens && acts(first, last)) return known ? 2.5F : 1.5F;
        if (opens) return known ? 1 : 0;
        return last - first > 1 ? 2.5F : 1.5F;
    }

    /// Whether a proper noun is said to do something: its capital is no chance of place.
    [[nodiscard]] bool acts(TokenIndex first, TokenIndex last) const {
        const Token& token = at(first);
        return last - first == 1 && token.tag == Tag::nnp &&
               (token.dep == Dep::nsubj || token.dep == Dep::nsubjpass);
    }

    [[nodiscard]] bool could_be_name(TokenIndex i) const {
        const Token& token = at(i);
        return m_table.is_free(i) && token.pos == Pos::propn && token.text.size() > 1 &&
               token.text.find_first_of("@[_") == std::string_view::npos && !is_ticker(token.text) &&
               !is_plain_title(m_book, token.lower) && !is_name_word(token.lower, NameWord::none) &&
               !is_in_title(i);
    }

    /// `Defense` of `Defense Minister`, `Secretary of Defense`, `Minister for Defence`.
    [[nodiscard]] bool is_in_title(TokenIndex i) const {
        if (opens_title(m_parse, m_book, i)) return true;
        return i > 1 && (at(i - 1).lower == "of" || at(i - 1).lower == "for") && m_table.is_free(i - 2) &&
               is_plain_title(m_book, at(i - 2).lower);
    }

    /// The type the model would have given, had it seen a name here; `other` when it was sure of none.
    [[nodiscard]] NameType nearly_seen(TokenIndex i, float doubt) const {
        const NameOpinion& opinion = m_parse.opinions[static_cast<std::size_t>(i)];
        const float best = std::max({opinion.person, opinion.org, opinion.place});
        if (opinion.none == NameOpinion::least || opinion.none - best > doubt || opinion.other > best)
            return NameType::other;
        if (!is_capitalised(at(i))) {
            const bool known =
                best == opinion.person && m_is_careless && !m_book.gender_of(at(i).lower).empty();
            return known ? NameType::person : best == opinion.place ? NameType::gpe : NameType::other;
        }
        if (best == opinion.person) return NameType::person;
        return best == opinion.org ? NameType::org : NameType::gpe;
    }

    // --- in lower case

    /// `from manila to cebu`: what the tagger takes for a proper noun, in a careless text for a noun.
    void find_small_places() {
        for (TokenIndex i = 1; i < m_parse.size(); ++i) {
            const Token& token = at(i);
            constexpr std::size_t shortest = 5;
            if (!m_table.is_free(i) || token.text.size() < shortest || !is_lower(token.text.front()))
                continue;
            const std::string_view before = at(i - 1).lower;
            const bool led = before == "in" || before == "from" || before == "to" || before == "near" ||
                             before == "around" || before == "visit";
            const bool joined = at(i - 1).pos == Pos::adp || at(i - 1).pos == Pos::cconj;
            const bool proper = token.tag == Tag::nnp && (led || joined);
            if (i + 1 < m_parse.size() && is_capitalised(at(i + 1))) continue; // `from central Lima`
            if (!proper && !(led && m_is_careless && token.tag == Tag::nn)) continue;
            if (is_name_word(token.lower, NameWord::none) || m_book.agent(token.lower) != nullptr) continue;
            if (is_big_place(token.text, proper ? 50'000 : 300'000))
                m_table.take({i, i + 1, {}, NameType::gpe, to_text(NameType::gpe), nullptr, false});
        }
    }

    [[nodiscard]] bool is_big_place(std::string_view lower, std::uint32_t least) const {
        std::string name(lower);
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
        const auto entries = m_gazetteer.find(name);
        return std::any_of(entries.begin(), entries.end(), [&](const where::Gazetteer::NameEntry& entry) {
            const where::PlaceRecord& place = m_gazetteer.place(entry);
            return place.population >= least || place.kind == where::PlaceKind::country ||
                   place.kind == where::PlaceKind::admin1;
        });
    }

    // --- behind an article

    /// `bands like The Larks`: amid a sentence only names keep an article with a capital.
    void find_with_article() {
        for (TokenIndex i = 1; i + 1 < m_parse.size(); ++i) {
            if (at(i).text != "The" || !m_table.is_free(i + 1) || m_parse.sentence_of(i).first == i) continue;
            const Token& before = at(i - 1);
            if (!is_lower(before.text.front()) && before.text != ",") continue;
            TokenIndex last = i + 1;
            while (last < m_parse.size() && last - i < 4 && m_table.is_free(last) &&
                   is_capitalised(at(last)) && at(last).pos == Pos::propn)
                ++last;
            if (last < m_parse.size() && is_capitalised(at(last)) && at(last).pos != Pos::punct) continue;
            if (last == i + 1 || !has_small(i) || is_name_word(at(i + 1).lower, NameWord::none)) continue;
            m_table.take({i + 1, last, {}, NameType::org, to_text(NameType::org), nullptr, false});
        }
    }

    /// `the GHA`: letters that the report uses again and again as bodies are used, though the tagger takes
    /// them for a common noun.
    void find_initials() {
        std::unordered_map<std::string_view, int> uses;
        for (TokenIndex i = 1; i < m_parse.size(); ++i)
            if (could_be_initials(i)) ++uses[at(i).text];
        if (uses.empty()) return;
        constexpr int often = 2;
        for (TokenIndex i = 1; i < m_parse.size(); ++i)
            if (could_be_initials(i) && uses[at(i).text] >= often)
                m_table.take({i, i + 1, {}, NameType::org, to_text(NameType::org), nullptr, false});
    }

    [[nodiscard]] bool could_be_initials(TokenIndex i) const {
        const Token& token = at(i);
        constexpr std::size_t shortest = 3, longest = 6;
        if (token.text.size() < shortest || token.text.size() > longest || !m_table.is_free(i)) return false;
        if (token.pos != Pos::noun && token.pos != Pos::propn) return false;
        if (at(i - 1).lower != "the" || token.dep == Dep::compound) return false;
        return std::all_of(token.text.begin(), token.text.end(), is_upper) &&
               !is_name_word(token.lower, NameWord::none) && has_small(i);
    }

    /// Whether the sentence has words in small letters: in a shouted one every word looks like initials.
    [[nodiscard]] bool has_small(TokenIndex i) const {
        constexpr TokenIndex around = 30;
        const Sentence& sentence = m_parse.sentence_of(i);
        const TokenIndex first = std::max(sentence.first, i - around);
        const TokenIndex last = std::min(sentence.last, i + around);
        int small = 0;
        for (TokenIndex k = first; k < last; ++k)
            if (is_lower(at(k).text.front())) ++small;
        return small * 2 > last - first;
    }

    /// `Great` of `Great Service`, a heading.
    [[nodiscard]] bool is_praise(TokenIndex first) const {
        return is_name_word(at(first).lower, NameWord::praise);
    }

    NameTable& m_table;
    const Parse& m_parse;
    const ActorBook& m_book;
    const where::Gazetteer& m_gazetteer;
    bool m_is_careless; // names may be in lower case
};

} // namespace

void search_doubtful(NameTable& table, const Parse& parse, const ActorBook& book,
                     const where::Gazetteer& gazetteer) {
    Doubts(table, parse, book, gazetteer).run();
}

} // namespace dateline::who

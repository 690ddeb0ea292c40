// A name is a mention when it is a person's, a body's, a nation's or a state's. Places that only say where
// are none, save countries, which are parties to what happens in them, and places that something is done to.
// A person's title counts to the mention.

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/known_names.hpp"
#include "who/mention_words.hpp"
#include "who/name_evidence.hpp"
#include "who/name_words.hpp"
#include "who/noun_words.hpp"
#include "who/person_names.hpp"
#include "who/phrase_words.hpp"

namespace dateline::who {

namespace {

class NameReader {
  public:
    NameReader(const NameSpan& name, const Parse& parse, const Report& report, const Phrases& phrases,
               const ActorBook& book)
        : m_name(name), m_parse(parse), m_report(report), m_phrases(phrases), m_book(book),
          m_first(parse.token_at(name.span.start)), m_last(m_first) {
        while (m_last < parse.size() && parse.at(m_last).span.start < name.span.end) ++m_last;
    }

    std::optional<FoundMention> read() {
        if (m_first >= m_last) return {};
        FoundMention mention;
        mention.type = name_type_of(m_name.type);
        mention.place = place_in_name();
        if (!is_actor(mention)) return {};
        mention.form = FoundMention::Form::name;
        mention.core = m_name.span;
        mention.head = m_phrases.head_of(m_first, m_last);
        mention.name = words(m_parse.text, m_name.span);
        if (is_stray(mention) && mention.type != NameType::gpe) mention.type = NameType::org;
        switch (mention.type) {
        case NameType::person:
            read_person_name(mention, m_first, m_last, m_parse, m_report, m_phrases, m_book);
            break;
        case NameType::norp: read_nation(mention); break;
        case NameType::org: read_body(mention); break;
        default: read_state(mention); break;
        }
        if (is_mere_adjective(mention)) return {};
        return mention;
    }

  private:
    [[nodiscard]] std::ptrdiff_t place_in_name() const {
        for (TokenIndex i = m_first; i < m_last; ++i)
            if (const std::ptrdiff_t found = m_phrases.place_at(i); found >= 0) return found;
        return -1;
    }

    [[nodiscard]] bool is_actor(const FoundMention& mention) const {
        const bool in_dateline = m_report.dateline && m_report.dateline->span.contains(m_name.span);
        if (in_dateline && mention.type != NameType::org) return false;
        if (is_of_page() || is_pair()) return false;
        if (mention.type == NameType::person && is_abbreviated_place(mention)) return false;
        if (mention.type == NameType::person || mention.type == NameType::norp ||
            mention.type == NameType::org)
            return true;
        if (is_stray(mention)) return true;
        if (mention.type != NameType::gpe && mention.type != NameType::loc && mention.type != NameType::fac)
            return false;
        if (mention.place < 0) return mention.type == NameType::gpe;
        const Place& place = m_phrases.place(mention.place);
        // `drove through the Midwest` says where; `the Midwest voted` tells of those who live there
        const bool region = place.precision == "region" && !place.country.empty() &&
                            (mention.type == NameType::gpe || is_core_argument());
        return place.precision == "country" || region ||
               (mention.type == NameType::gpe && (place.use == "actor" || is_core_argument()));
    }

    /// `Daily Newsletters`, the `LLC` of a notice, a letter alone.
    [[nodiscard]] bool is_of_page() const {
        for (TokenIndex i = m_first; i < m_last; ++i) {
            const std::string_view word = m_parse.at(i).text;
            if (is_phrase_word(m_parse.at(i).lower, PhraseWord::page)) return true;
            if (is_digit(word.front()) && word.find(':') != std::string_view::npos) return true; // `01:02`
        }
        if (m_last - m_first > 1) return false;
        const Token& token = m_parse.at(m_first);
        return token.text.size() == 1 || is_name_word(token.lower, NameWord::firm);
    }

    /// `the Trump-Putin summit`: two people of the book, and the name of neither.
    [[nodiscard]] bool is_pair() const {
        const std::string_view word = words(m_parse.text, m_name.span);
        const std::size_t hyphen = word.find('-');
        if (hyphen == std::string_view::npos || word.find(' ') != std::string_view::npos) return false;
        const BookEntry* const one = called(word.substr(0, hyphen));
        const BookEntry* const other = called(word.substr(hyphen + 1));
        return one != nullptr && other != nullptr && one != other && m_book.find(word) == nullptr;
    }

    /// Whom a last name calls on the day of the report.
    [[nodiscard]] const BookEntry* called(std::string_view last_name) const {
        const BookEntry* const entry = m_book.find(last_name);
        if (entry != nullptr && entry->kind == "person") return entry;
        return m_book.find_last_name(last_name, m_report.published.value);
    }

    /// `Calif.`, `D-Calif.`.
    [[nodiscard]] bool is_abbreviated_place(const FoundMention& mention) const {
        return mention.place >= 0 && m_last - m_first == 1 && m_parse.at(m_first).text.ends_with('.');
    }

    /// `Islamic`, `Western` in front of a noun: no people, no state and no body.
    [[nodiscard]] static bool is_mere_adjective(const FoundMention& mention) {
        return mention.type == NameType::norp && mention.adjective && mention.country.empty() &&
               mention.entry == nullptr && homeland(mention.name) == nullptr;
    }

    /// An unknown word alone that is said to do something, or to have something done to it: whatever its
    /// type, it may be a last name.
    [[nodiscard]] bool is_stray(const FoundMention& mention) const {
        if (mention.type == NameType::person || mention.type == NameType::org || !is_lone_unknown_word())
            return false;
        const auto known = known_name(words(m_parse.text, m_name.span));
        if (known && kind_of(known->type) == NameKind::other) return false; // `Medicare`
        const Token& token = m_parse.at(m_first);
        if (token.tag != Tag::nnp || is_name_word(token.lower, NameWord::none)) return false;
        if (!acts(m_first) && token.dep != Dep::dobj) return false;
        if (!codes::country_of_name(mention.name).empty() || !codes::country_of_demonym(mention.name).empty())
            return false;
        if (mention.place < 0) return mention.type != NameType::loc && mention.type != NameType::fac;
        const Place& place = m_phrases.place(mention.place);
        return place.use == "literal" && place.precision == "city" && is_borne(token.lower) &&
               codes::country_of_capital(token.text).empty();
    }

    /// A word taken for a place that the gazetteer does not know, and that does not say where.
    [[nodiscard]] bool may_be_last_name(const FoundMention& mention) const {
        const Token& token = m_parse.at(m_first);
        if (mention.place >= 0 || token.tag != Tag::nnp || !is_lone_unknown_word()) return false;
        if (is_name_word(token.lower, NameWord::none) || token.dep == Dep::compound) return false;
        if (!mention.country.empty() || mention.entry != nullptr) return false;
        if (token.dep != Dep::pobj) return true;
        const std::string_view preposition = m_parse.at(token.head).lower;
        return preposition == "with" || preposition == "by" || preposition == "for" ||
               preposition == "against";
    }

    /// `Ada Example` taken for a body: a given name in front of one more word.
    [[nodiscard]] bool opens_like_person() const {
        if (m_last - m_first != 2 || m_parse.has_child(m_last - 1, Dep::det)) return false;
        const Token& last = m_parse.at(m_last - 1);
        return !m_book.gender_of(m_parse.at(m_first).lower).empty() && is_upper(last.text.front()) &&
               std::any_of(last.text.begin(), last.text.end(), is_lower) &&
               !is_name_word(last.lower, NameWord::org);
    }

    /// Whether people are known to bear the name.
    [[nodiscard]] bool is_borne(std::string_view lower) const {
        return is_phrase_word(lower, PhraseWord::worn) || !m_book.gender_of(lower).empty() ||
               m_book.is_last_name(lower);
    }

    /// Whether the token is a subject, or owns one.
    [[nodiscard]] bool acts(TokenIndex at) const {
        const Token& token = m_parse.at(at);
        const Dep dep = token.dep == Dep::poss ? m_parse.at(token.head).dep : token.dep;
        return dep == Dep::nsubj || dep == Dep::nsubjpass;
    }

    /// `bombed Goma`: a place that something is done to is no mere where.
    [[nodiscard]] bool is_core_argument() const {
        const Dep dep = m_parse.at(m_phrases.head_of(m_first, m_last)).dep;
        return dep == Dep::dobj || dep == Dep::nsubj || dep == Dep::nsubjpass;
    }

    /// `a Republican`, `one Israeli`: one of those whom the name is of.
    [[nodiscard]] bool is_one_of(TokenIndex head) const {
        if (m_parse.at(head).tag != Tag::nnp && m_parse.at(head).tag != Tag::nn) return false;
        for (const TokenIndex c : m_parse.children(head)) {
            const std::string_view word = m_parse.at(c).lower;
            if (c < head && (word == "a" || word == "an" || word == "one" || word == "another")) return true;
        }
        return false;
    }

    /// `a Democrat` is not the party but somebody of it: told by the noun where there is one, of the party's
    /// country.
    void tell_by_noun(FoundMention& mention) const {
        const BookEntry* body = std::exchange(mention.entry, nullptr);
        if (auto noun = noun_mention(mention.head, m_parse, m_phrases, m_book)) mention = std::move(*noun);
        if (mention.country.empty() && body != nullptr) mention.country = body->country;
    }

    void read_nation(FoundMention& mention) const {
        const Token& head = m_parse.at(mention.head);
        mention.country = codes::country_of_demonym(mention.name);
        const bool joined = m_last < m_parse.size() && m_parse.at(m_last).text == "-"; // `Democratic-led`
        mention.adjective =
            head.tag == Tag::jj || head.dep == Dep::amod || head.dep == Dep::compound || joined;
        mention.counted = !mention.adjective && is_one_of(mention.head);
        mention.plural = !mention.adjective && !mention.counted;
        mention.entry = m_book.find(mention.name);
        if (mention.counted) tell_by_noun(mention);
        if (mention.form != FoundMention::Form::name) return;
        mention.span = mention.adjective ? m_name.span : m_phrases.name_phrase(mention.head, m_first, m_last);
    }

    void read_state(FoundMention& mention) const {
        mention.country = mention.place >= 0 ? m_phrases.place(mention.place).country
                                             : std::string(codes::country_of_name(mention.name));
        mention.adjective = m_parse.at(mention.head).dep == Dep::compound;
        mention.gender = "n";
        mention.maybe_person = is_stray(mention) || may_be_last_name(mention);
        mention.entry = m_book.find(mention.name);
        mention.span = mention.adjective || mention.type == NameType::gpe
                           ? m_name.span
                           : m_phrases.name_phrase(mention.head, m_first, m_last);
    }

    void read_body(FoundMention& mention) const {
        mention.gender = "n";
        mention.country = m_phrases.country_of_modifiers(mention.head, m_first);
        mention.entry = m_book.find(mention.name);
        mention.span = m_phrases.name_phrase(mention.head, m_first, m_last);
        mention.maybe_person = mention.entry == nullptr && (is_lone_unknown_word() || opens_like_person());
    }

    /// One capitalised word that is no abbreviation and no word of bodies' names.
    [[nodiscard]] bool is_lone_unknown_word() const {
        const Token& word = m_parse.at(m_first);
        return m_last - m_first == 1 && word.text.size() > 2 &&
               std::any_of(word.text.begin(), word.text.end(), is_lower) &&
               !is_name_word(word.lower, NameWord::org) && !m_parse.has_child(m_first, Dep::det);
    }

    const NameSpan& m_name;
    const Parse& m_parse;
    const Report& m_report;
    const Phrases& m_phrases;
    const ActorBook& m_book;
    TokenIndex m_first, m_last; // tokens of the name: `[first, last)`
};

} // namespace

std::optional<FoundMention> name_mention(const NameSpan& name, const Parse& parse, const Report& report,
                                         const Phrases& phrases, const ActorBook& book) {
    return NameReader(name, parse, report, phrases, book).read();
}

} // namespace dateline::who

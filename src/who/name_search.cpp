// What the language model overlooked. Runs of capitalised words are searched for names of the actor book and
// of `data/who/names/`, for organisations and places by their last word (`Samarra Barrage`), for `Bank of …`,
// for what follows a title, and last for words that the model all but took for names.
// The order is that of certainty: a later step takes only what the earlier ones left free, unless it swallows
// their names whole.

#include <algorithm>

#include "base/text.hpp"
#include "who/known_names.hpp"
#include "who/name_table.hpp"
#include "who/name_words.hpp"

namespace dateline::who {

namespace {

bool is_linking(std::string_view lower) {
    return lower == "of" || lower == "the" || lower == "for" || lower == "in" || lower == "al" ||
           lower == "de" || lower == "and" || lower == "-" || lower == "&";
}

/// `’` and the like.
bool is_mark(const Token& token) {
    return token.pos == Pos::punct && !is_upper(token.text.front()) && !is_lower(token.text.front());
}

class Search {
  public:
    Search(NameTable& table, const Parse& parse, const Report& report, const std::vector<Place>& places,
           const ActorBook& book)
        : m_table(table), m_parse(parse), m_report(report), m_places(places), m_book(book),
          m_is_careless(is_careless(parse)) {}

    void run() {
        find_dateline();
        find_book_names();
        find_known();
        find_last_words();
        find_of_names();
        find_titled();
        find_initialled();
        find_places();
        find_nearly_seen();
    }

  private:
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_parse.at(i); }

    // --- the dateline

    /// `TIJUANA, Mexico/HOUSTON (Reuters) -`.
    void find_dateline() {
        if (!m_report.dateline || m_report.dateline->place.empty()) return;
        const Span place = m_report.dateline->place;
        TokenIndex first = m_parse.token_at(place.start);
        for (TokenIndex i = first; i < m_parse.size() && first < m_parse.size(); ++i) {
            const bool ends = at(i).span.start >= place.end;
            if (!ends && at(i).text != "," && at(i).text != "/" && at(i).pos != Pos::space) continue;
            if (first < i && is_capitalised(at(first)) && !is_name_word(at(first).lower, NameWord::none))
                m_table.take({first, i, {}, NameType::gpe, to_text(NameType::gpe), nullptr, true});
            first = i + 1;
            if (ends) return;
        }
    }

    // --- the actor book

    /// The longest names of the book among capitalised words.
    void find_book_names() {
        constexpr TokenIndex longest = 7;
        for (TokenIndex i = 0; i < m_parse.size(); ++i) {
            const bool arabic = at(i).text == "al" || at(i).text.starts_with("al-");
            if ((!is_capitalised(at(i)) && !arabic) || at(i).pos == Pos::punct) continue;
            if (is_plain_title(m_book, at(i).lower)) continue;
            TokenIndex end = i + 1;
            while (end < m_parse.size() && end - i < longest && at(end).pos != Pos::space &&
                   (is_capitalised(at(end)) || is_linking(at(end).lower)))
                ++end;
            for (; end > i; --end) {
                if (is_linking(at(end - 1).lower) || is_mark(at(end - 1))) continue;
                if (is_settled(i, end)) break;
                if (take_book_name(i, end)) break;
            }
            if (end > i) i = end - 1;
        }
    }

    /// The model's own name with these borders: the types room asks the book about it.
    [[nodiscard]] bool is_settled(TokenIndex first, TokenIndex last) const {
        if (m_table.is_free(first)) return false;
        const FoundName& name = *m_table.at(first);
        return is_corrigible(name.type) && name.first == first && name.last == last;
    }

    bool take_book_name(TokenIndex first, TokenIndex last) {
        if (at(first).lower == "the" && last - first > 1 && in_book(first + 1, last) != nullptr) ++first;
        if (last - first == 1 && (!m_table.is_free(first) || at(first).pos != Pos::propn)) return false;
        const BookEntry* entry = in_book(first, last);
        if (entry == nullptr || (last - first == 1 && entry->kind == "person")) return false;
        FoundName name{first, last, {}, NameType::org, to_text(NameType::org), entry, true};
        if (entry->kind == "person") name.type = NameType::person;
        if (entry->kind == "state") name.type = NameType::gpe;
        if (entry->kind == "population") name.type = NameType::norp;
        name.type_text = to_text(name.type);
        return m_table.take(name);
    }

    [[nodiscard]] const BookEntry* in_book(TokenIndex first, TokenIndex last) const {
        return m_book.find(words(m_parse.text, m_parse.span_of(first, last)));
    }

    // --- names known by heart

    void find_known() {
        for (TokenIndex i = 0; i < m_parse.size(); ++i) {
            const KnownSpan known = longest_known_name(m_parse, i);
            if (known.last == i) continue;
            const bool several = known.last - i > 1;
            const bool alone = m_table.is_free(i) && !known.name.is_team &&
                               (at(i).pos == Pos::propn || known.name.type == NameType::norp ||
                                has_inner_capital(at(i).text));
            if (!several && !alone) continue;
            if (several && known.name.is_team && !m_table.is_free(i)) continue;
            m_table.take({i, known.last, {}, known.name.type, to_text(known.name.type), nullptr, true});
            i = known.last - 1;
        }
    }

    /// `BioNTech`: never a word at the start of a sentence.
    static bool has_inner_capital(std::string_view text) {
        return std::any_of(text.begin() + 1, text.end(), [](char c) { return is_upper(c); });
    }

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
            const NameType type = nearly_seen(i, doubt_allowed(i, last));
            if (type == NameType::other || (last - i > 1 && is_praise(i))) continue;
            m_table.take({i, last, {}, type, to_text(type), nullptr, false});
            i = last - 1;
        }
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
        return m_table.is_free(i) && token.pos == Pos::propn &&
               token.text.find_first_of("@[_") == std::string_view::npos && !is_ticker(token.text) &&
               !is_plain_title(m_book, token.lower) && !is_name_word(token.lower, NameWord::none) &&
               !is_in_title(i);
    }

    /// `Defense` of `Secretary of Defense`.
    [[nodiscard]] bool is_in_title(TokenIndex i) const {
        return i > 1 && at(i - 1).lower == "of" && m_table.is_free(i - 2) &&
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

    // --- last words

    /// A capitalised word that ends names (`Army`, `Barrage`), in no name of its kind yet, with the
    /// capitalised words in front of it.
    void find_last_words() {
        for (TokenIndex i = 1; i < m_parse.size(); ++i) {
            if (!is_capitalised(at(i)) || (at(i).pos != Pos::propn && at(i).pos != Pos::noun)) continue;
            if (i + 1 < m_parse.size() && is_capitalised(at(i + 1)) && at(i + 1).pos == Pos::propn &&
                !is_name_word(at(i + 1).lower, NameWord::firm))
                continue;
            const NameType type = type_by_last_word(i);
            if (type == NameType::other || is_in(i, type)) continue;
            TokenIndex first = i;
            while (first > 0 && i - first < 6 && belongs(first - 1)) --first;
            if (first == i || is_praise(first)) continue;
            m_table.take({first, i + 1, {}, type, to_text(type), nullptr, true});
        }
    }

    /// `Great` of `Great Service`, a heading.
    [[nodiscard]] bool is_praise(TokenIndex first) const {
        return is_name_word(at(first).lower, NameWord::praise);
    }

    [[nodiscard]] NameType type_by_last_word(TokenIndex i) const {
        const std::string_view lower = at(i).lower;
        if (is_name_word(lower, NameWord::org)) return NameType::org;
        if (is_name_word(lower, NameWord::firm) && at(i).pos == Pos::propn) return NameType::org;
        if (is_name_word(lower, NameWord::place)) return NameType::loc;
        if (is_name_word(lower, NameWord::building)) return NameType::fac;
        return NameType::other;
    }

    [[nodiscard]] bool is_in(TokenIndex i, NameType /*type*/) const {
        if (m_table.is_free(i)) return false;
        const FoundName& name = *m_table.at(i);
        return is_corrigible(name.type) || name.type == NameType::event || name.type == NameType::law;
    }

    /// A word that a name may hold in front of its last one.
    [[nodiscard]] bool belongs(TokenIndex i) const {
        const Token& token = at(i);
        if (!is_capitalised(token) || token.pos == Pos::punct || token.pos == Pos::space) return false;
        if (!m_table.is_free(i) && m_table.at(i)->type == NameType::person && m_table.at(i)->last != i + 1)
            return false;
        if (is_plain_title(m_book, token.lower)) return false;
        const bool opens = m_parse.sentence_of(i).first == i;
        return token.pos == Pos::propn || (!opens && (token.pos == Pos::adj || token.pos == Pos::noun)) ||
               (opens && !m_table.is_free(i));
    }

    // --- `Bank of Japan`, `Republic of Congo`

    void find_of_names() {
        for (TokenIndex i = 0; i + 2 < m_parse.size(); ++i) {
            if (at(i + 1).lower != "of" || !is_capitalised(at(i)) || is_break(at(i + 2))) continue;
            const bool body = is_name_word(at(i).lower, NameWord::org_of);
            const bool place = !body && is_name_word(at(i).lower, NameWord::place_of);
            if (!body && !place) continue;
            TokenIndex start = i + 2;
            if (at(start).lower == "the" && start + 1 < m_parse.size()) ++start;
            TokenIndex last = start;
            if (!m_table.is_free(start) && m_table.at(start)->first == start)
                last = m_table.at(start)->last;
            else
                while (last < m_parse.size() && is_capitalised(at(last)) && at(last).pos == Pos::propn)
                    ++last;
            if (last == start || !is_capitalised(at(start))) continue;
            TokenIndex first = i;
            if (!m_table.is_free(i)) first = m_table.at(i)->first;
            if (first <= i && !m_table.is_free(i) && m_table.at(i)->last > i + 1) continue;
            const NameType type = body ? NameType::org : NameType::gpe;
            m_table.take({first, last, {}, type, to_text(type), nullptr, true});
        }
    }

    // --- titles

    /// Free proper nouns behind a title: `Mr Alzoubi`, `Deputy Prime Minister Alzoubi`.
    void find_titled() {
        for (TokenIndex i = 0; i + 1 < m_parse.size(); ++i) {
            if (title_size(i) == 0 || !m_table.is_free(i)) continue;
            TokenIndex first = i;
            for (TokenIndex size = 1; size > 0 && first < m_parse.size(); first += size)
                size = m_table.is_free(first) ? title_size(first) : 0;
            TokenIndex last = first;
            while (last < m_parse.size() && last - first < 4 && is_capitalised(at(last)) &&
                   m_table.is_free(last) && at(last).pos == Pos::propn)
                ++last;
            if (first < last && !is_name_word(at(last - 1).lower, NameWord::org) &&
                !is_name_word(at(first).lower, NameWord::none))
                m_table.take({first, last, {}, NameType::person, to_text(NameType::person), nullptr, true});
            i = first - 1;
        }
    }

    /// Words of the capitalised title that starts at a token; 0 when none does.
    [[nodiscard]] TokenIndex title_size(TokenIndex i) const {
        if (!is_capitalised(at(i))) return 0;
        if (i + 1 < m_parse.size() && is_capitalised(at(i + 1)) && at(i).lower == "prime" &&
            at(i + 1).lower == "minister")
            return 2;
        return is_plain_title(m_book, at(i).lower) ? 1 : 0;
    }

    /// `M. Example`, where no name goes on before the initial.
    void find_initialled() {
        for (TokenIndex i = 0; i + 1 < m_parse.size(); ++i) {
            const std::string_view text = at(i).text;
            if (text.size() != 2 || text[1] != '.' || !is_upper(text[0]) || !m_table.is_free(i)) continue;
            if (i > 0 && is_capitalised(at(i - 1)) && at(i - 1).pos == Pos::propn) continue;
            const Token& next = at(i + 1);
            const bool word = next.text.size() > 2 && is_capitalised(next) && is_lower(next.text[1]);
            if (word && next.pos == Pos::propn && m_table.is_free(i + 1)) m_table.take_free_person(i, i + 2);
        }
    }

    /// Places the gazetteer knows that no name covers.
    void find_places() {
        for (const Place& place : m_places) {
            if (!place.resolved || place.span.empty()) continue;
            const TokenIndex first = m_parse.token_at(place.span.start);
            TokenIndex last = first;
            bool free = true;
            while (last < m_parse.size() && at(last).span.start < place.span.end)
                free = m_table.is_free(last++) && free;
            if (!free || first >= last || !is_capitalised(at(first))) continue;
            if (last - first == 1 && is_name_word(at(first).lower, NameWord::none)) continue;
            const bool region = place.precision == "region";
            const NameType type = region ? NameType::loc : NameType::gpe;
            m_table.take({first, last, {}, type, to_text(type), nullptr, false});
        }
    }

    NameTable& m_table;
    const Parse& m_parse;
    const Report& m_report;
    const std::vector<Place>& m_places;
    const ActorBook& m_book;
    bool m_is_careless; // names may be in lower case
};

} // namespace

void search_names(NameTable& table, const Parse& parse, const Report& report,
                  const std::vector<Place>& places, const ActorBook& book) {
    Search(table, parse, report, places, book).run();
}

} // namespace dateline::who

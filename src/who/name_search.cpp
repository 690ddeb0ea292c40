// What the language model overlooked. Runs of capitalised words are searched for names of the actor book and
// of `data/who/names/`, for organisations and places by their last word (`Samarra Barrage`), for `Bank of …`,
// and for what follows a title.
// The order is that of certainty: a later step takes only what the earlier ones left free, unless it swallows
// their names whole.

#include <algorithm>
#include <array>

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
        : m_table(table), m_parse(parse), m_report(report), m_places(places), m_book(book) {}

    void run() {
        find_dateline();
        find_book_names();
        find_known();
        find_last_words();
        find_of_names();
        find_titled();
        find_initialled();
        find_places();
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
                if (is_linking(at(end - 1).lower) || is_mark(at(end - 1)) || at(end - 1).tag == Tag::pos)
                    continue;
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
        return m_book.find(words(m_parse.text, name_span(m_parse, first, last)));
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
            if (first > 1 && at(first - 1).tag == Tag::pos && is_name_word(at(i).lower, NameWord::shop) &&
                belongs(first - 2))
                first -= 2;
            if (first == i || is_praise(first) || (type == NameType::org && is_one_of_many(first, i + 1)))
                continue;
            m_table.take({first, i + 1, {}, type, to_text(type), nullptr, true});
        }
    }

    /// `a Specialist Group`.
    [[nodiscard]] bool is_one_of_many(TokenIndex first, TokenIndex last) const {
        if (first == 0 || (at(first - 1).lower != "a" && at(first - 1).lower != "an")) return false;
        return at(first - 1).head >= first && at(first - 1).head < last && m_table.is_free(first);
    }

    /// `Great` of `Great Service`, a heading.
    [[nodiscard]] bool is_praise(TokenIndex first) const {
        return is_name_word(at(first).lower, NameWord::praise);
    }

    [[nodiscard]] NameType type_by_last_word(TokenIndex i) const {
        std::string_view lower = at(i).lower;
        lower.remove_suffix(footnote_size(lower));
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
            // `Alder District of Upton` is two places
            if (place && i > 0 && is_capitalised(at(i - 1)) && at(i - 1).dep == Dep::compound &&
                at(i - 1).head == i && !at(i - 1).lower.ends_with("ern"))
                continue;
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
            // `Superior Court of the District of Upton`
            bool court = false;
            for (TokenIndex k = first; k < i; ++k) court = court || is_name_word(at(k).lower, NameWord::org);
            const NameType type = body || court ? NameType::org : NameType::gpe;
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
            while (is_office(first)) ++first; // `Deputy Director`
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

    /// A noun for somebody, written like a title in front of a name.
    [[nodiscard]] bool is_office(TokenIndex i) const {
        if (i + 1 >= m_parse.size() || !is_capitalised(at(i)) || !is_capitalised(at(i + 1))) return false;
        const Agent* agent = m_book.agent(at(i).lower);
        return agent != nullptr && agent->kind == "person" && m_book.gender_of(at(i).lower).empty();
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

    /// Free, or in the name of a place: `Upton` of `Upton upon Lowe`.
    [[nodiscard]] bool is_free_of_others(TokenIndex i) const {
        const FoundName* name = m_table.at(i);
        return name == nullptr || name->type == NameType::gpe || name->type == NameType::loc;
    }

    /// `West End of Upton`, two names; a name that does not start with its first token.
    [[nodiscard]] bool is_part_and_whole(TokenIndex first, TokenIndex last) const {
        if (!m_table.is_free(first) && m_table.at(first)->first != first) return true;
        bool named = false;
        for (TokenIndex i = first; i < last; ++i) named = named || !m_table.is_free(i);
        if (named && !is_upper(at(first).text.front())) return true;
        for (TokenIndex i = first; i < last; ++i)
            if (at(i).lower == "of" && !m_table.is_free(first) && i > first &&
                !is_name_word(at(i - 1).lower, NameWord::place_of))
                return true;
        return false;
    }

    /// Whether a name has these borders, or wider ones.
    [[nodiscard]] bool is_one_name(TokenIndex first, TokenIndex last) const {
        const FoundName* name = m_table.at(first);
        return name != nullptr && name->first <= first && name->last >= last;
    }

    /// Places the gazetteer knows that no name covers.
    void find_places() {
        for (const Place& place : m_places) {
            if (!place.resolved || place.span.empty()) continue;
            const TokenIndex first = m_parse.token_at(place.span.start);
            TokenIndex last = first;
            bool free = true;
            while (last < m_parse.size() && at(last).span.start < place.span.end)
                free = is_free_of_others(last++) && free;
            if (free && (is_one_name(first, last) || is_part_and_whole(first, last))) continue;
            if (!free || first >= last || !is_capitalised(at(first))) continue;
            if (last - first == 1 && is_name_word(at(first).lower, NameWord::none)) continue;
            const bool region = place.precision == "region";
            const NameType type = region ? NameType::loc : NameType::gpe;
            m_table.take({first, last, place.span, type, to_text(type), nullptr, false});
        }
    }

    NameTable& m_table;
    const Parse& m_parse;
    const Report& m_report;
    const std::vector<Place>& m_places;
    const ActorBook& m_book;
};

} // namespace

void search_names(NameTable& table, const Parse& parse, const Report& report,
                  const std::vector<Place>& places, const ActorBook& book) {
    Search(table, parse, report, places, book).run();
}

} // namespace dateline::who

// Borders of names. The language model takes line ends, titles, footnote marks and dashes into names and
// splits or cuts long ones. Each of its names is parted at what never stands inside one and trimmed; then
// runs of capitalised words are searched for names of the actor book, for organisations and places by their
// last word (`Samarra Barrage`), for `Bank of …`, and for what follows a title. The order is that of
// certainty: a later step takes only what the earlier ones left free, unless it swallows their names whole.

#include "who/name_spans.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "who/name_words.hpp"

namespace dateline::who {

namespace {

bool is_break(const Token& token) {
    return token.text.find('\n') != std::string_view::npos;
}

bool is_linking(std::string_view lower) {
    return lower == "of" || lower == "the" || lower == "for" || lower == "in" || lower == "al" ||
           lower == "de" || lower == "and" || lower == "-" || lower == "&";
}

/// `pro-Assad`, `non-Yazidi`: the length of what stands in front of the name.
std::size_t prefix_size(std::string_view text) {
    for (const std::string_view prefix : {"pro-", "anti-", "non-", "ex-", "mid-", "post-", "pre-"})
        if (text.size() > prefix.size() && to_lower(text.substr(0, prefix.size())) == prefix)
            return prefix.size();
    return 0;
}

class Finder {
  public:
    Finder(const Parse& parse, const std::vector<Place>& places, const ActorBook& book)
        : m_parse(parse), m_places(places), m_book(book), m_owner(parse.tokens.size(), -1) {}

    std::vector<FoundName> run() {
        for (const Name& name : m_parse.names) add_pieces(name);
        find_book_names();
        find_last_words();
        find_of_names();
        find_titled();
        find_places();
        std::vector<FoundName> kept;
        for (FoundName& name : m_found)
            if (name.first < name.last) kept.push_back(name);
        std::sort(kept.begin(), kept.end(),
                  [](const FoundName& a, const FoundName& b) { return a.first < b.first; });
        return kept;
    }

  private:
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_parse.at(i); }
    int& owner(TokenIndex i) { return m_owner[static_cast<std::size_t>(i)]; }
    [[nodiscard]] int owner(TokenIndex i) const { return m_owner[static_cast<std::size_t>(i)]; }

    /// Enters a name; names that lie wholly inside it go. False when one would be cut.
    bool take(FoundName name) {
        for (TokenIndex i = name.first; i < name.last; ++i)
            if (owner(i) >= 0) {
                const FoundName& other = m_found[static_cast<std::size_t>(owner(i))];
                if (other.first < name.first || other.last > name.last) return false;
            }
        for (TokenIndex i = name.first; i < name.last; ++i) {
            if (owner(i) >= 0) m_found[static_cast<std::size_t>(owner(i))].last = 0;
            owner(i) = static_cast<int>(m_found.size());
        }
        if (name.span.empty()) name.span = m_parse.span_of(name.first, name.last);
        m_found.push_back(name);
        return true;
    }

    // --- the model's names

    void add_pieces(const Name& name) {
        if (!is_corrigible(name.type)) {
            take({name.first, name.last, name.span, name.type, name.type_text, nullptr, false});
            return;
        }
        TokenIndex start = name.first;
        for (TokenIndex i = name.first; i <= name.last; ++i) {
            if (i < name.last && !parts(i, name)) continue;
            if (start < i && (start == name.first || stands_alone(start, i, name))) add_piece(start, i, name);
            start = i + 1;
        }
    }

    /// What never stands inside a name of this type.
    [[nodiscard]] bool parts(TokenIndex i, const Name& name) const {
        const Token& token = at(i);
        if (is_break(token)) return true;
        const bool spaced = i > 0 && at(i - 1).span.end < token.span.start && i + 1 < m_parse.size() &&
                            token.span.end < at(i + 1).span.start;
        if (token.text == "-" || token.text == "--" || token.text == "\xE2\x80\x93" ||
            token.text == "\xE2\x80\x94")
            return spaced && name.type != NameType::work_of_art && name.type != NameType::product;
        if (token.text == "/") return spaced;
        return token.text == ";" || (token.text == ":" && name.type == NameType::person);
    }

    /// A piece behind a line end is a name of its own if it is not just the first word of a sentence.
    [[nodiscard]] bool stands_alone(TokenIndex first, TokenIndex last, const Name& name) const {
        if (!is_capitalised(at(first))) return false;
        if (last - first > 1 || name.type != NameType::person) return true;
        if (!m_book.gender_of(at(first).lower).empty()) return true;
        return last < m_parse.size() && (is_break(at(last)) || at(last).pos == Pos::punct) &&
               at(first).pos == Pos::propn;
    }

    void add_piece(TokenIndex first, TokenIndex last, const Name& name) {
        trim(first, last, name.type);
        if (first >= last || is_no_name(first, last, name.type)) return;
        Span span = m_parse.span_of(first, last);
        span.start += static_cast<std::uint32_t>(prefix_size(at(first).text));
        span.end -= footnote_size(at(last - 1).text);
        if (span.start >= span.end) return;
        take({first, last, span, name.type, name.type_text, nullptr, false});
    }

    void trim(TokenIndex& first, TokenIndex& last, NameType type) const {
        while (last > first && (at(last - 1).tag == Tag::pos || at(last - 1).pos == Pos::space ||
                                (at(last - 1).pos == Pos::punct && at(last - 1).text.size() <= 3 &&
                                 at(last - 1).text != ")" && type != NameType::work_of_art)))
            --last;
        const bool bare = type == NameType::person || type == NameType::gpe || type == NameType::org ||
                          type == NameType::norp || type == NameType::loc || type == NameType::fac;
        while (first + 1 < last) {
            const Token& token = at(first);
            const bool article = bare && (token.lower == "the" || token.lower == "a" || token.lower == "an");
            const bool mark = token.pos == Pos::space ||
                              (bare && token.pos == Pos::punct && token.text != "(") || token.tag == Tag::pos;
            const bool title = type == NameType::person && is_plain_title(m_book, token.lower);
            const bool prefix = bare &&
                                prefix_size(std::string(token.lower) + "-x") == token.lower.size() + 1 &&
                                at(first + 1).text == "-";
            if (prefix && first + 2 < last) {
                first += 2;
                continue;
            }
            if (!article && !mark && !title) break;
            ++first;
        }
    }

    /// `Levant.[1`: bytes at the end that are a footnote mark.
    static std::uint32_t footnote_size(std::string_view text) {
        std::size_t keep = text.find('[');
        if (keep == std::string_view::npos || keep == 0) return 0;
        while (keep > 1 && (text[keep - 1] == '.' || text[keep - 1] == ',' || text[keep - 1] == ')')) --keep;
        return static_cast<std::uint32_t>(text.size() - keep);
    }

    /// Addresses, stretched words, bare titles, abbreviations that name nothing.
    [[nodiscard]] bool is_no_name(TokenIndex first, TokenIndex last, NameType type) const {
        bool capital = false;
        bool proper = false;
        for (TokenIndex i = first; i < last; ++i) {
            const std::string_view text = at(i).text;
            capital = capital || is_capitalised(at(i)) || prefix_size(text) > 0 || has_capital(text);
            proper = proper || at(i).pos == Pos::propn;
            if (text.find("://") != std::string_view::npos || text.find('@') != std::string_view::npos ||
                text.ends_with(".doc") || text.ends_with(".jpg"))
                return true;
        }
        if (!capital && !proper && type != NameType::norp) return true;
        if (type == NameType::norp || type == NameType::work_of_art) return false;
        if (last - first > 1)
            return type == NameType::org &&
                   m_book.title(to_lower(words(m_parse.text, m_parse.span_of(first, last)))) != nullptr;
        const Token& token = at(first);
        return is_name_word(token.lower, NameWord::none) || is_stretched(token.lower) ||
               token.tag == Tag::uh || (type == NameType::org && is_plain_title(m_book, token.lower));
    }

    static bool has_capital(std::string_view text) {
        return std::any_of(text.begin(), text.end(), [](char c) { return is_upper(c); });
    }

    /// `Sooooo`.
    static bool is_stretched(std::string_view text) {
        for (std::size_t i = 2; i < text.size(); ++i)
            if (is_lower(text[i]) && text[i] == text[i - 1] && text[i] == text[i - 2] && text[i] != 'w')
                return true;
        return false;
    }

    // --- the actor book

    /// The longest names of the book among capitalised words.
    void find_book_names() {
        constexpr TokenIndex longest = 7;
        for (TokenIndex i = 0; i < m_parse.size(); ++i) {
            if (!is_capitalised(at(i)) || at(i).pos == Pos::punct) continue;
            TokenIndex end = i + 1;
            while (end < m_parse.size() && end - i < longest && at(end).pos != Pos::space &&
                   (is_capitalised(at(end)) || is_linking(at(end).lower)))
                ++end;
            for (; end > i; --end) {
                if (is_linking(at(end - 1).lower)) continue;
                if (is_settled(i, end)) break;
                if (take_book_name(i, end)) break;
            }
            if (end > i) i = end - 1;
        }
    }

    /// The model's own name with these borders: the types room asks the book about it.
    [[nodiscard]] bool is_settled(TokenIndex first, TokenIndex last) const {
        if (owner(first) < 0) return false;
        const FoundName& name = m_found[static_cast<std::size_t>(owner(first))];
        return is_corrigible(name.type) && name.first == first && name.last == last;
    }

    bool take_book_name(TokenIndex first, TokenIndex last) {
        if (last - first == 1 && (owner(first) >= 0 || at(first).pos != Pos::propn)) return false;
        const BookEntry* entry = m_book.find(words(m_parse.text, m_parse.span_of(first, last)));
        if (entry == nullptr || (last - first == 1 && entry->kind == "person")) return false;
        FoundName name{first, last, {}, NameType::org, to_text(NameType::org), entry, true};
        if (entry->kind == "person") name.type = NameType::person;
        if (entry->kind == "state") name.type = NameType::gpe;
        if (entry->kind == "population") name.type = NameType::norp;
        name.type_text = to_text(name.type);
        return take(name);
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
            if (first == i) continue;
            take({first, i + 1, {}, type, to_text(type), nullptr, true});
        }
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
        if (owner(i) < 0) return false;
        const FoundName& name = m_found[static_cast<std::size_t>(owner(i))];
        return is_corrigible(name.type) || name.type == NameType::event || name.type == NameType::law;
    }

    /// A word that a name may hold in front of its last one.
    [[nodiscard]] bool belongs(TokenIndex i) const {
        const Token& token = at(i);
        if (!is_capitalised(token) || token.pos == Pos::punct || token.pos == Pos::space) return false;
        if (owner(i) >= 0 && m_found[static_cast<std::size_t>(owner(i))].type == NameType::person &&
            m_found[static_cast<std::size_t>(owner(i))].last != i + 1)
            return false;
        if (is_plain_title(m_book, token.lower)) return false;
        const bool opens = m_parse.sentence_of(i).first == i;
        return token.pos == Pos::propn || (!opens && (token.pos == Pos::adj || token.pos == Pos::noun)) ||
               (opens && owner(i) >= 0);
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
            if (owner(start) >= 0 && m_found[static_cast<std::size_t>(owner(start))].first == start)
                last = m_found[static_cast<std::size_t>(owner(start))].last;
            else
                while (last < m_parse.size() && is_capitalised(at(last)) && at(last).pos == Pos::propn)
                    ++last;
            if (last == start || !is_capitalised(at(start))) continue;
            TokenIndex first = i;
            if (owner(i) >= 0) first = m_found[static_cast<std::size_t>(owner(i))].first;
            if (first <= i && owner(i) >= 0 && m_found[static_cast<std::size_t>(owner(i))].last > i + 1)
                continue;
            const NameType type = body ? NameType::org : NameType::gpe;
            take({first, last, {}, type, to_text(type), nullptr, true});
        }
    }

    // --- titles

    /// Free proper nouns behind a title: `Mr Alzoubi`.
    void find_titled() {
        for (TokenIndex i = 0; i + 1 < m_parse.size(); ++i) {
            const Token& title = at(i);
            if (!is_capitalised(title) || owner(i) >= 0 || !is_plain_title(m_book, title.lower)) continue;
            TokenIndex first = i + 1;
            while (first < m_parse.size() && is_capitalised(at(first)) && owner(first) < 0 &&
                   is_plain_title(m_book, at(first).lower))
                ++first;
            TokenIndex last = first;
            while (last < m_parse.size() && last - first < 4 && is_capitalised(at(last)) && owner(last) < 0 &&
                   at(last).pos == Pos::propn)
                ++last;
            if (first < last && !is_name_word(at(last - 1).lower, NameWord::org) &&
                !is_name_word(at(first).lower, NameWord::none))
                take({first, last, {}, NameType::person, to_text(NameType::person), nullptr, true});
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
                free = owner(last++) < 0 && free;
            if (!free || first >= last || !is_capitalised(at(first))) continue;
            const bool region = place.precision == "region";
            const NameType type = region ? NameType::loc : NameType::gpe;
            take({first, last, {}, type, to_text(type), nullptr, false});
        }
    }

    const Parse& m_parse;
    const std::vector<Place>& m_places;
    const ActorBook& m_book;
    std::vector<int> m_owner; // index into m_found of the name a token is in
    std::vector<FoundName> m_found;
};

} // namespace

bool is_capitalised(const Token& token) {
    const char c = token.text.empty() ? '\0' : token.text.front();
    return is_upper(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_corrigible(NameType type) {
    return type == NameType::person || type == NameType::org || type == NameType::gpe ||
           type == NameType::norp || type == NameType::loc || type == NameType::fac ||
           type == NameType::product || type == NameType::work_of_art;
}

bool is_plain_title(const ActorBook& book, std::string_view lower) {
    if (lower == "mr" || lower == "dr" || lower == "drs" || lower == "drs." || lower == "dear" ||
        lower == "aunt" || lower == "uncle" || lower == "gen" || lower == "lt" || lower == "col" ||
        lower == "sgt" || lower == "capt" || lower == "prof" || lower == "sen" || lower == "rep")
        return true;
    if (lower == "king" || lower == "prince" || lower == "queen" || lower == "pope" || lower == "lady" ||
        lower == "lord" || lower == "sir" || lower == "dame" || lower == "princess" || lower == "judge" ||
        lower == "marshal" || lower == "private" || lower == "father" || lower == "major" ||
        lower == "cardinal" || lower == "justice" || lower == "bishop" || lower == "chief" ||
        lower == "head" || lower == "miss" || lower == "baroness" || lower == "actor" || lower == "singer" ||
        lower == "coach" || lower == "founder" || lower == "editor" || lower == "reporter" ||
        lower == "director")
        return false;
    return book.title(lower) != nullptr;
}

std::vector<FoundName> find_name_spans(const Parse& parse, const std::vector<Place>& places,
                                       const ActorBook& book) {
    return Finder(parse, places, book).run();
}

} // namespace dateline::who

// Names that the form of the text shows where the language model saw none, or only parts: reporters in a
// byline, who greets and signs a letter, the photographer in the credit of a picture, the sender of a letter
// in front of the address.

#include <algorithm>

#include "base/text.hpp"
#include "who/known_names.hpp"
#include "who/name_table.hpp"
#include "who/name_words.hpp"

namespace dateline::who {

namespace {

class Forms {
  public:
    Forms(NameTable& table, const Parse& parse, const ActorBook& book)
        : m_table(table), m_parse(parse), m_book(book) {}

    void run() {
        find_bylines();
        find_correspondents();
        find_signatures();
        for (TokenIndex i = 0; i + 1 < m_parse.size(); ++i) {
            const Token& token = at(i);
            if (token.text == "/" && i > 0 && (is_agency(at(i - 1).text) || is_photo(i - 1)))
                find_credited(i + 1);
            if (is_opening(i)) {
                find_work(i + 1);
                find_nickname(i);
            }
            if (m_table.is_free(i)) take_state(m_table, m_parse, i, i + 1);
            if (token.text.size() == 1) find_state(i);
            if (token.text == "\"" && at(i + 1).text.starts_with('<')) find_sender(i);
            if (const auto size = token.text.find("\"<"); size != std::string_view::npos && size > 0)
                find_glued_sender(i, static_cast<std::uint32_t>(size));
            if (is_birth_mark(token.text) && is_word(i + 1)) find_born(i);
            if (token.text == ":" && i > 0 && is_mail_field(at(i - 1).lower)) find_addressees(i + 1);
            if (token.text == "(") find_cited(i + 1);
            if (token.text == "(") find_spelled(i);
        }
    }

  private:
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_parse.at(i); }

    /// `Ill.` of `Ada Example, D-Ill.,` in three words, of which the first names nothing; `a film (R-Rated)`
    /// has neither a name in front nor an abbreviation.
    void find_state(TokenIndex i) {
        if (i < 2 || i + 2 >= m_parse.size() || !is_party_tag(m_parse, i)) return;
        const Token& state = at(i + 2);
        if (!is_capitalised(state) || at(i + 1).span.end != state.span.start) return;
        if (!is_capitalised(at(i - 2)) && !state.text.ends_with('.')) return;
        if (FoundName* name = m_table.at(i); name != nullptr) m_table.drop(*name);
        m_table.take({i + 2, i + 3, {}, NameType::gpe, to_text(NameType::gpe), nullptr, true});
    }

    /// `(Reporting by A in B and C; Editing by D)`: people behind `by`, places behind `in`.
    void find_bylines() {
        for (TokenIndex i = 0; i + 2 < m_parse.size(); ++i) {
            const std::string_view word = at(i).lower;
            if (word != "reporting" && word != "editing" && word != "writing" && word != "compiled") continue;
            TokenIndex by = i + 1;
            while (by < m_parse.size() && by - i < 4 && at(by).lower != "by") ++by;
            if (by < m_parse.size() && at(by).lower == "by") i = read_byline(by + 1);
        }
    }

    TokenIndex read_byline(TokenIndex i) {
        constexpr TokenIndex longest = 60;
        NameType type = NameType::person;
        for (const TokenIndex end = std::min(m_parse.size(), i + longest); i < end; ++i) {
            const Token& token = at(i);
            if (token.text == ")" || token.text == "." || is_break(token)) break;
            if (token.lower == "editing" || token.lower == "writing") return i - 1;
            if (token.lower == "in") type = NameType::gpe;
            if (token.lower == "by" || token.lower == "and" || token.text == ";") type = NameType::person;
            if (!is_capitalised(token) || token.pos == Pos::punct) continue;
            TokenIndex last = i + 1;
            while (last < end &&
                   (is_capitalised(at(last)) || at(last).text == "-" || at(last).lower == "de" ||
                    at(last).lower == "van" || at(last).lower == "al"))
                ++last;
            if (type == NameType::person && last - i > 1)
                m_table.take({i, last, {}, type, to_text(type), nullptr, true});
            else if (m_table.is_free(i))
                m_table.take({i, last, {}, type, to_text(type), nullptr, false});
            i = last - 1;
        }
        return i;
    }

    /// Who is spoken to and who signs: a line that is one name, behind a greeting or before a comma.
    void find_correspondents() {
        for (TokenIndex i = 0; i < m_parse.size(); ++i) {
            if (is_greeting(at(i).lower) && i + 1 < m_parse.size() && is_first_name(i + 1)) {
                m_table.take_free_person(i + 1, i + 2);
                continue;
            }
            const bool opens = i == 0 || is_break(at(i - 1));
            if (!opens || !is_capitalised(at(i))) continue;
            TokenIndex end = i;
            while (end < m_parse.size() && end - i < 4 && at(end).pos == Pos::propn &&
                   is_capitalised(at(end)))
                ++end;
            if (end == i || !is_first_name(i)) continue;
            const bool ends = end == m_parse.size() || is_break(at(end)) ||
                              ((at(end).text == "," || at(end).text == "-" || at(end).text == ":") &&
                               (end + 1 == m_parse.size() || is_break(at(end + 1))));
            if (ends) m_table.take_free_person(i, end);
        }
    }

    /// Who signs with one word: a line of its own behind `Thanks`, or the last behind the end of a sentence.
    void find_signatures() {
        for (TokenIndex i = 2; i < m_parse.size(); ++i) {
            if (!is_break(at(i - 1)) || at(i).text.size() < 2) continue;
            TokenIndex next = i + 1;
            while (next < m_parse.size() && at(next).pos == Pos::space && !is_break(at(next))) ++next;
            const bool ends = next == m_parse.size();
            if (!ends && !is_break(at(next))) continue;
            const std::string_view text = at(i).text;
            const bool plain = std::all_of(text.begin() + 1, text.end(), is_lower);
            const bool word = plain && (is_upper(text[0]) || is_lower(text[0]));
            const bool named = is_upper(text[0]) && (at(i).pos == Pos::propn || is_first_name(i));
            if (!word || is_name_word(at(i).lower, NameWord::none)) continue;
            if (closes_letter(i - 2) || (ends && named && ends_sentence(i - 2))) take_person(i, i + 1);
        }
    }

    [[nodiscard]] bool ends_sentence(TokenIndex i) const {
        const std::string_view text = at(i).text;
        return text == "." || text == "!" || text == "?" || text == ")";
    }

    /// `Thanks`, `Best regards,`.
    [[nodiscard]] bool closes_letter(TokenIndex i) const {
        if (i > 0 && (at(i).text == "," || at(i).text == "!" || at(i).text == ".")) --i;
        const std::string_view word = at(i).lower;
        return (word == "thanks" || word == "thx" || word == "regards" || word == "sincerely" ||
                word == "cheers" || word == "care" || word == "best" || word == "yours" || word == "wishes" ||
                word == "truly" || word == "love" || word == "later");
    }

    static bool is_greeting(std::string_view lower) {
        return lower == "hi" || lower == "hey" || lower == "hello" || lower == "dear" || lower == "thanks";
    }

    [[nodiscard]] bool is_first_name(TokenIndex i) const {
        return is_capitalised(at(i)) && !m_book.gender_of(at(i).lower).empty();
    }

    /// Who sells pictures, as credits are written.
    static bool is_agency(std::string_view text) {
        return text == "REUTERS" || text == "Reuters" || text == "AFP" || text == "AP" || text == "EPA" ||
               text == "TASS" || text == "Getty" || text == "Bloomberg";
    }

    /// `AP Photo`.
    [[nodiscard]] bool is_photo(TokenIndex i) const {
        return at(i).text == "Photo" && i > 0 && is_agency(at(i - 1).text);
    }

    /// Words of credits that are nobody's name.
    static bool is_credit_word(std::string_view lower) {
        return lower == "file" || lower == "photo" || lower == "pool" || lower == "handout" ||
               lower == "staff" || lower == "stringer" || lower == "via" || lower == "illustration" ||
               lower == "images";
    }

    /// `REUTERS/Ada Example`.
    void find_credited(TokenIndex first) {
        constexpr TokenIndex longest = 4;
        TokenIndex last = first;
        while (last < m_parse.size() && last - first < longest && is_capitalised(at(last)) &&
               at(last).pos != Pos::punct && at(last).pos != Pos::space && !is_credit_word(at(last).lower) &&
               (last == first || at(last - 1).span.end + 1 == at(last).span.start))
            ++last;
        if (last - first > 1) take_person(first, last);
    }

    /// `"Example, Ada" <ada@…`, `"Ada Example" <ada@…`.
    void find_sender(TokenIndex end) {
        constexpr TokenIndex longest = 4;
        TokenIndex first = end;
        int commas = 0;
        while (first > 0 && end - first <= longest && (is_word(first - 1) || at(first - 1).text == ",")) {
            --first;
            if (at(first).text == ",") ++commas;
        }
        if (first == end || first == 0 || at(first - 1).text != "\"" || commas > 1) return;
        if (is_word(first) && is_word(end - 1) && end - first > commas) take_person(first, end);
    }

    /// `"Ada Example"<ada@…`, where the last word of the name and the address are one token.
    void find_glued_sender(TokenIndex end, std::uint32_t size) {
        constexpr TokenIndex longest = 3;
        TokenIndex first = end;
        while (first > 0 && end - first < longest && is_word(first - 1)) --first;
        if (first == 0 || at(first - 1).text != "\"" || !is_capitalised(at(first))) return;
        Span span = m_parse.span_of(first, end + 1);
        span.end = at(end).span.start + size;
        m_table.take({first, end + 1, span, NameType::person, to_text(NameType::person), nullptr, true});
    }

    static bool is_birth_mark(std::string_view text) {
        return text == "n\xC3\xA9"
                       "e" ||
               text == "nee";
    }

    /// `(née Example)`: the mark is no part of the name.
    void find_born(TokenIndex mark) {
        if (FoundName* name = m_table.at(mark); name != nullptr && name->first == mark) m_table.drop(*name);
        TokenIndex last = mark + 1;
        while (last < m_parse.size() && last - mark < 3 && is_word(last)) ++last;
        take_person(mark + 1, last);
    }

    /// `(Example, 1987)`, `(Example 1987)`: who wrote what is told.
    void find_cited(TokenIndex i) {
        if (i + 2 >= m_parse.size() || !is_word(i) || at(i).text.size() < 2 || is_upper(at(i).text[1]))
            return;
        if (known_name(at(i).text) || m_book.find(at(i).text) != nullptr) return;
        if (const FoundName* name = m_table.at(i);
            name != nullptr && name->type != NameType::person && name->type != NameType::org)
            return; // `(Oxford, 1987)`
        const TokenIndex year = at(i + 1).text == "," ? i + 2 : i + 1;
        const std::string_view text = at(year).text;
        const bool is_year = text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
                             is_digit(text[2]) && is_digit(text[3]);
        if (is_year && year + 1 < m_parse.size() && (at(year + 1).text == ")" || at(year + 1).text == ":"))
            take_person(i, i + 1);
    }

    /// `Board of Control for Hockey in Peru (BCHP)`: the letters in brackets tell how far the name reaches.
    void find_spelled(TokenIndex open) {
        constexpr TokenIndex longest = 12;
        constexpr std::size_t fewest = 3;
        if (open + 2 >= m_parse.size() || at(open + 2).text != ")") return;
        const std::string_view letters = at(open + 1).text;
        if (letters.size() < fewest || !std::all_of(letters.begin(), letters.end(), is_upper)) return;
        std::size_t left = letters.size();
        TokenIndex first = open;
        while (first > 0 && left > 0 && open - first < longest) {
            const Token& token = at(first - 1);
            if (is_upper(token.text.front()) && token.text.front() == letters[left - 1])
                --left;
            else if (first == open || (!is_small_link(token.lower) && token.tag != Tag::pos))
                return;
            --first;
        }
        if (left > 0 || at(first).pos == Pos::punct) return;
        m_table.take({first, open, {}, NameType::org, to_text(NameType::org), nullptr, false});
    }

    static bool is_small_link(std::string_view lower) {
        return lower == "of" || lower == "for" || lower == "in" || lower == "and" || lower == "the" ||
               lower == "on" || lower == "to" || lower == "&" || lower == "-";
    }

    static bool is_mail_field(std::string_view lower) {
        return lower == "from" || lower == "to" || lower == "cc" || lower == "bcc";
    }

    /// `From: Example, Ada`, `To: Example, Ada; Sample, Ben`: last names first.
    void find_addressees(TokenIndex i) {
        while (i + 2 < m_parse.size() && is_capitalised(at(i)) && at(i + 1).text == "," &&
               is_capitalised(at(i + 2))) {
            TokenIndex last = i + 3;
            if (last < m_parse.size() && at(last).text.size() == 2 && at(last).text[1] == '.') ++last;
            const bool ends = last >= m_parse.size() || is_break(at(last)) || at(last).text == ";" ||
                              at(last).text == "(" || at(last).text.starts_with('<');
            if (!ends) return;
            take_person(i, last);
            if (last >= m_parse.size() || at(last).text != ";") return;
            i = last + 1;
        }
    }

    [[nodiscard]] bool is_word(TokenIndex i) const {
        return is_capitalised(at(i)) && at(i).pos == Pos::propn &&
               !is_name_word(at(i).lower, NameWord::none) && !is_name_word(at(i).lower, NameWord::org);
    }

    /// A mark that opens a quotation: nothing but a blank or a bracket stands before it.
    [[nodiscard]] bool is_opening(TokenIndex i) const {
        const std::string_view text = at(i).text;
        if (text == "\xE2\x80\x9C") return true;
        return (text == "\"" || text == "``") && at(i).span.end == at(i + 1).span.start;
    }

    static bool is_closing(std::string_view text) {
        return text == "\"" || text == "''" || text == "\xE2\x80\x9D";
    }

    /// `her novel "Rain of Ash"`: a few words with capitals in quotation marks, behind what people make.
    void find_work(TokenIndex first) {
        constexpr TokenIndex longest = 9, near = 4;
        bool told = false;
        for (TokenIndex i = first - 2; i >= 0 && first - i <= near; --i)
            told = told || is_name_word(at(i).lower, NameWord::work_noun);
        if (!told || first >= m_parse.size() || !is_capitalised(at(first))) return;
        TokenIndex last = first;
        while (last < m_parse.size() && last - first <= longest && !is_closing(at(last).text)) {
            const bool small = is_lower(at(last).text.front()) && at(last).text.size() > 4;
            if (small || at(last).pos == Pos::space) return;
            ++last;
        }
        if (last == m_parse.size() || !is_closing(at(last).text)) return;
        if (at(last - 1).text == "," || at(last - 1).text == ".") --last;
        m_table.take({first, last, {}, NameType::work_of_art, to_text(NameType::work_of_art), nullptr, true});
    }

    /// `Ada "Buzz" Example`: a word or two in quotation marks between the parts of a person's name.
    void find_nickname(TokenIndex opening) {
        constexpr TokenIndex longest = 3, parts = 3;
        TokenIndex closing = opening + 1;
        while (closing < m_parse.size() && closing - opening < longest && is_capitalised(at(closing)) &&
               !is_closing(at(closing).text))
            ++closing;
        if (closing == opening + 1 || closing >= m_parse.size() || !is_closing(at(closing).text)) return;
        TokenIndex first = opening, last = closing + 1;
        while (first > 0 && opening - first < parts && is_word(first - 1) &&
               !is_plain_title(m_book, at(first - 1).lower))
            --first;
        while (last < m_parse.size() && last - closing < parts && is_capitalised(at(last)) &&
               at(last).pos == Pos::propn) // `May` is a month elsewhere
            ++last;
        if (first == opening || last == closing + 1) return;
        bool person = is_first_name(first);
        for (TokenIndex i = first; i < last; ++i)
            if (const FoundName* name = m_table.at(i); name != nullptr)
                person = person || name->type == NameType::person;
        if (person) take_person(first, last);
    }

    void take_person(TokenIndex first, TokenIndex last) {
        m_table.take({first, last, {}, NameType::person, to_text(NameType::person), nullptr, true});
    }

    NameTable& m_table;
    const Parse& m_parse;
    const ActorBook& m_book;
};

} // namespace

bool take_state(NameTable& table, const Parse& parse, TokenIndex first, TokenIndex last) {
    constexpr std::uint32_t tag_size = 2; // `D-`
    const std::string_view text = parse.at(first).text;
    if (last - first != 1 || first == 0 || text.size() < 4 || text[1] != '-' || !is_upper(text[2]))
        return false;
    if (text[0] != 'D' && text[0] != 'R' && text[0] != 'I') return false;
    const std::string_view before = parse.at(first - 1).text;
    if (before != "(" && before != "," && before != "[") return false;
    Span span = parse.span_of(first, last);
    span.start += tag_size;
    return table.take({first, last, span, NameType::gpe, to_text(NameType::gpe), nullptr, true});
}

void find_forms(NameTable& table, const Parse& parse, const ActorBook& book) {
    Forms(table, parse, book).run();
}

} // namespace dateline::who

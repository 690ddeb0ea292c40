// Names that the form of the text shows where the language model saw none, or only parts: the photographer in
// the credit of a picture, the sender of a letter in front of the address.

#include "base/text.hpp"
#include "who/name_table.hpp"
#include "who/name_words.hpp"

namespace dateline::who {

namespace {

class Forms {
  public:
    Forms(NameTable& table, const Parse& parse) : m_table(table), m_parse(parse) {}

    void run() {
        for (TokenIndex i = 0; i + 1 < m_parse.size(); ++i) {
            const Token& token = at(i);
            if (token.text == "/" && i > 0 && is_agency(at(i - 1).text)) find_credited(i + 1);
            if (token.text == "\"" && at(i + 1).text.starts_with('<')) find_sender(i);
        }
    }

  private:
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_parse.at(i); }

    /// Who sells pictures, as credits are written.
    static bool is_agency(std::string_view text) {
        return text == "REUTERS" || text == "Reuters" || text == "AFP" || text == "AP" || text == "EPA" ||
               text == "TASS" || text == "Getty" || text == "Bloomberg";
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

    [[nodiscard]] bool is_word(TokenIndex i) const {
        return is_capitalised(at(i)) && at(i).pos == Pos::propn &&
               !is_name_word(at(i).lower, NameWord::none) && !is_name_word(at(i).lower, NameWord::org);
    }

    void take_person(TokenIndex first, TokenIndex last) {
        m_table.take({first, last, {}, NameType::person, to_text(NameType::person), nullptr, true});
    }

    NameTable& m_table;
    const Parse& m_parse;
};

} // namespace

void find_forms(NameTable& table, const Parse& parse) {
    Forms(table, parse).run();
}

} // namespace dateline::who

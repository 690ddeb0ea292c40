// Names that the language model split. Neighbours join when nothing but their own words stands between them
// and the grammar holds them together.

#include "base/text.hpp"
#include "who/name_table.hpp"
#include "who/name_words.hpp"

namespace dateline::who {

namespace {

class Joiner {
  public:
    Joiner(NameTable& table, const Parse& parse, const ActorBook& book)
        : m_table(table), m_parse(parse), m_book(book) {}

    void run() {
        for (TokenIndex i = 0; i < m_parse.size(); ++i)
            if (const FoundName* name = m_table.at(i); name != nullptr && name->first == i)
                if (const TokenIndex end = end_of_byname(*name); end > name->last)
                    take(*name, name->first, end);
        for (TokenIndex i = 1; i < m_parse.size(); ++i) join_firm(i);
        for (TokenIndex i = 1; i < m_parse.size(); ++i) {
            const FoundName* right = m_table.at(i);
            if (right == nullptr || right->first != i || !is_corrigible(right->type)) continue;
            if (is_model(i - 1) && m_table.at(i - 1) == nullptr) {
                take({0, 0, {}, NameType::product, to_text(NameType::product), nullptr, true}, i - 1,
                     right->last);
                continue;
            }
            if (takes_given(*right)) {
                take(*right, i - 1, right->last);
                continue;
            }
            if (const FoundName* left = m_table.at(i - 1); is_numbered(*right) && is_number(i - 1, *right))
                take(*right, i - 1, right->last);
            else if (left == nullptr && names_event(i - 1))
                take({0, 0, {}, NameType::event, to_text(NameType::event), nullptr, true}, i - 1,
                     right->last);
            else if (left != nullptr)
                join_neighbours(*left, *right);
            else
                join_across(*right);
        }
    }

  private:
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_parse.at(i); }

    void take(const FoundName& from, TokenIndex first, TokenIndex last) {
        FoundName joined{first, last, {}, from.type, from.type_text, nullptr, from.sure};
        // The model's opinion is that of the part which gives the type.
        if (from.first < from.last) joined.judged = from.judged == no_token ? from.first : from.judged;
        m_table.take(joined);
    }

    /// `MQ-9` of `MQ-9 Reaper`.
    [[nodiscard]] bool is_model(TokenIndex i) const {
        const std::string_view text = at(i).text;
        const std::size_t dash = text.find('-');
        constexpr std::size_t most_letters = 3, longest = 7;
        return dash != std::string_view::npos && dash > 0 && dash <= most_letters && text.size() <= longest &&
               dash + 1 < text.size() && is_upper(text.front()) && is_upper(text[dash - 1]) &&
               is_digit(text[dash + 1]) && at(i).span.end + 1 == at(i + 1).span.start;
    }

    /// Where `Frederick the Great`, `Ada "Ash" Example` ends, of which the model saw the front; else the
    /// name's own end.
    [[nodiscard]] TokenIndex end_of_byname(const FoundName& name) const {
        if (name.type != NameType::person) return name.last;
        const TokenIndex next = name.last;
        if (next + 1 < m_parse.size() && at(next).lower == "the" && m_table.is_free(next + 1) &&
            is_capitalised(at(next + 1)) && is_name_word(at(next + 1).lower, NameWord::byname))
            return next + 2;
        // `Ada "Ash` and `" Example`
        bool open = false;
        for (TokenIndex i = name.first + 1; i < name.last; ++i) open = open || at(i).text == "\"";
        const bool closes = open && next + 1 < m_parse.size() && at(next).text == "\"" &&
                            is_capitalised(at(next + 1)) && at(next + 1).pos == Pos::propn;
        if (!closes) return name.last;
        TokenIndex last = next + 1;
        while (last < m_parse.size() && last - next < 3 && is_capitalised(at(last)) &&
               at(last).pos == Pos::propn)
            ++last;
        return last;
    }

    /// `Inc.` of `Larch Holdings, Inc.`, which belongs to the name in front and is none alone.
    void join_firm(TokenIndex i) {
        const bool is_firm = is_upper(at(i).text.front()) && is_name_word(at(i).lower, NameWord::firm);
        const FoundName* own = m_table.at(i);
        if (!is_firm || (own != nullptr && own->last - own->first > 1)) return;
        const TokenIndex end = at(i - 1).text == "," ? i - 1 : i;
        const FoundName* left = end > 0 ? m_table.at(end - 1) : nullptr;
        const bool named = left != nullptr && left->last == end &&
                           (left->type == NameType::org || (left->type == NameType::person && end < i));
        if (named)
            take({0, 0, {}, NameType::org, to_text(NameType::org), nullptr, true}, left->first, i + 1);
        else if (own != nullptr && own->type == NameType::org)
            m_table.drop(*m_table.at(i));
    }

    /// `Breezy` in front of `Example`, where nothing else has named it.
    [[nodiscard]] bool takes_given(const FoundName& name) const {
        const TokenIndex given = name.first - 1;
        if (name.type != NameType::person || name.last - name.first != 1 || !m_table.is_free(given))
            return false;
        const Token& token = at(given);
        const bool held = token.dep == Dep::compound && token.head == name.first && token.tag == Tag::nnp;
        if (!held || !is_capitalised(token) || token.text.size() < 2 || !is_lower(token.text.back()))
            return false;
        return !is_plain_title(m_book, token.lower) && m_book.title(token.lower) == nullptr &&
               m_book.agent(token.lower) == nullptr && !is_name_word(token.lower, NameWord::none) &&
               at(given).span.end + 1 == at(name.first).span.start;
    }

    /// `Hurricane` in front of a name.
    [[nodiscard]] bool names_event(TokenIndex i) const {
        return is_capitalised(at(i)) && is_name_word(at(i).lower, NameWord::event_first);
    }

    /// `65th` `Air Division`.
    [[nodiscard]] bool is_numbered(const FoundName& name) const {
        return name.type == NameType::org && is_name_word(at(name.last - 1).lower, NameWord::unit);
    }
    [[nodiscard]] bool is_number(TokenIndex i, const FoundName& force) const {
        const std::string_view lower = at(i).lower;
        // `3 Air Division`
        constexpr std::size_t most_digits = 3;
        if (is_digit(lower.front()) && is_digit(lower.back()) && lower.size() <= most_digits)
            return force.last - force.first > 1 && at(i).head >= force.first && at(i).head < force.last &&
                   !at(force.last - 1).lower.ends_with('s');
        const bool ordinal =
            at(i).pos == Pos::adj && is_capitalised(at(i)) &&
            (lower.ends_with("th") || lower == "first" || lower == "second" || lower == "third");
        return ordinal ||
               (is_digit(lower.front()) && lower.size() <= 5 && lower.size() > 2 && !is_digit(lower.back()));
    }

    /// `Montreal` `Hockey Club`; `Sajida` `al-Rishawi`.
    void join_neighbours(const FoundName& left, const FoundName& right) {
        if (left.span.end + 1 < right.span.start) return;
        const bool held = at(left.last - 1).head >= right.first && at(left.last - 1).head < right.last &&
                          at(left.last - 1).dep == Dep::compound;
        if (left.type == NameType::gpe && right.type == NameType::org && held &&
            (is_name_word(at(right.last - 1).lower, NameWord::org) || is_short(right) || is_team(right)))
            take(right, left.first, right.last);
        else if (left.type == NameType::person && right.type == NameType::org && held &&
                 is_name_word(at(right.last - 1).lower, NameWord::org))
            take(right, left.first, right.last);
        else if (left.type == NameType::person && right.type == NameType::person &&
                 (held || are_given_and_last(left, right)))
            take(right, left.first, right.last);
    }

    /// `Drew` `Alder`, which the tree does not hold together.
    [[nodiscard]] bool are_given_and_last(const FoundName& left, const FoundName& right) const {
        return left.last - left.first == 1 && right.last - right.first == 1 &&
               !m_book.gender_of(at(left.first).lower).empty() && at(right.first).pos == Pos::propn;
    }

    /// `Victorias`, behind a town.
    [[nodiscard]] bool is_team(const FoundName& name) const {
        return name.last - name.first == 1 && at(name.first).text.ends_with('s') &&
               at(name.first).text.size() > 4 && is_lower(at(name.first).text[1]);
    }

    /// `HC`, `FC`.
    [[nodiscard]] bool is_short(const FoundName& name) const {
        return name.last - name.first == 1 && at(name.first).text.size() <= 3 &&
               is_upper(at(name.first).text.back());
    }

    /// `Department of Physics` and `Astronomy`; `Upton` and `Lowe Railway`.
    void join_across(const FoundName& right) {
        const TokenIndex gap = right.first - 1;
        if (is_particle(at(gap).text)) {
            join_particle(right, gap);
        } else if (gap > 1 && at(gap).text == "," && right.type == NameType::person) {
            join_reversed(right, gap);
        } else if (at(gap).lower == "and" && gap > 1) {
            const bool listed = at(gap - 1).text == ","; // `Bureau of Mines, Roads, and Harbours`
            const FoundName* left = m_table.at(listed ? gap - 2 : gap - 1);
            if (listed && (left == nullptr || left->last != gap - 1 || !holds_comma(*left))) return;
            if (left != nullptr && right.last - right.first > 1 && is_route(at(right.last - 1).lower)) {
                take(right, left->first, right.last);
                return;
            }
            if (left == nullptr || left->type != NameType::org || right.type != NameType::org) return;
            const bool one_word = right.last - right.first == 1;
            if (one_word && is_name_word(at(left->first).lower, NameWord::org_of) && has_of(*left))
                take(*left, left->first, right.last);
        }
    }

    /// `Upton and Lowe Railway`: a line has its ends for its name.
    static bool is_route(std::string_view lower) {
        return lower == "railway" || lower == "railroad" || lower == "canal" || lower == "turnpike";
    }

    /// What stands in lower case inside people's names.
    static bool is_particle(std::string_view text) {
        return text == "y" || text == "de" || text == "del" || text == "della" || text == "di" ||
               text == "du" || text == "da" || text == "dos" || text == "van" || text == "von" ||
               text == "der" || text == "den" || text == "bin" || text == "ibn" || text == "binti" ||
               text == "al" || text == "el" || text == "la" || text == "le" || text == "ten" || text == "ter";
    }

    /// `Ada` de `Example`.
    void join_particle(const FoundName& right, TokenIndex gap) {
        TokenIndex first = gap;
        while (first > 0 && gap - first < 2 && is_particle(at(first - 1).text)) --first;
        if (first == 0) return;
        const FoundName* left = m_table.at(first - 1);
        if (left == nullptr || left->type != NameType::person || left->last != first ||
            right.last - right.first > 3)
            return;
        if (right.type == NameType::person || right.type == NameType::org || right.type == NameType::gpe)
            take(*left, left->first, right.last);
    }

    /// `"Example, Ada"`.
    void join_reversed(const FoundName& right, TokenIndex comma) {
        const FoundName* left = m_table.at(comma - 1);
        if (left == nullptr || left->last - left->first != 1 || left->first == 0) return;
        if (at(left->first - 1).text == "\"" && right.last < m_parse.size() && at(right.last).text == "\"")
            take(right, left->first, right.last);
    }

    [[nodiscard]] bool holds_comma(const FoundName& name) const {
        for (TokenIndex i = name.first; i < name.last; ++i)
            if (at(i).text == ",") return true;
        return false;
    }

    [[nodiscard]] bool has_of(const FoundName& name) const {
        for (TokenIndex i = name.first; i < name.last; ++i)
            if (at(i).lower == "of") return true;
        return false;
    }

    NameTable& m_table;
    const Parse& m_parse;
    const ActorBook& m_book;
};

} // namespace

void join_names(NameTable& table, const Parse& parse, const ActorBook& book) {
    Joiner(table, parse, book).run();
}

} // namespace dateline::who

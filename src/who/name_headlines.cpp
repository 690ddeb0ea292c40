// In headlines every word has its capital, and the language model takes verbs and common words into names
// (`Ada Sends Investigators`). The rest of the report knows better: a headline's name is parted at words that
// the report writes small elsewhere, or that headlines are made of, and of the parts only those stay that the
// report or the books know as names.

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "who/known_names.hpp"
#include "who/name_types.hpp"
#include "who/name_words.hpp"

namespace dateline::who {

namespace {

class Headlines {
  public:
    Headlines(std::vector<FoundName>& names, const Parse& parse, const ActorBook& book,
              const where::Gazetteer& gazetteer)
        : m_names(names), m_parse(parse), m_book(book), m_gazetteer(gazetteer),
          m_in_headline(parse.tokens.size(), 0) {}

    void run() {
        if (!mark_headlines()) return;
        read_body();
        std::vector<FoundName> kept;
        kept.reserve(m_names.size());
        for (const FoundName& name : m_names)
            if (m_in_headline[static_cast<std::size_t>(name.first)] == 0 || is_trusted(name))
                kept.push_back(name);
            else
                keep_parts(name, kept);
        m_names = std::move(kept);
    }

  private:
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_parse.at(i); }

    /// Marks the tokens of lines that are headlines; false when there are none.
    bool mark_headlines() {
        bool any = false;
        for (TokenIndex first = 0; first < m_parse.size();) {
            TokenIndex last = first;
            while (last < m_parse.size() && !is_break(at(last))) ++last;
            if (is_headline(first, last)) {
                std::fill(m_in_headline.begin() + first, m_in_headline.begin() + last, 1);
                any = true;
            }
            first = last + 1;
        }
        return any;
    }

    /// A line of a few words or more, without a full stop, whose longer words have capitals.
    [[nodiscard]] bool is_headline(TokenIndex first, TokenIndex last) const {
        constexpr TokenIndex longest = 30;
        constexpr int few = 2, fewest = 5, most_of = 10, small_of = 2;
        if (last - first > longest || last == first || at(last - 1).text == ".") return false;
        int big = 0, small = 0, all = 0;
        for (TokenIndex i = first; i < last; ++i) {
            const std::string_view text = at(i).text;
            if (at(i).pos != Pos::punct && at(i).pos != Pos::space) ++all;
            if (text.size() < 4) continue;
            if (is_upper(text[0])) ++big;
            if (is_lower(text[0])) ++small;
        }
        return all >= fewest && big >= few && small * most_of <= (big + small) * small_of;
    }

    void read_body() {
        for (const FoundName& name : m_names) {
            if (m_in_headline[static_cast<std::size_t>(name.first)] == 0) continue;
            for (TokenIndex i = name.first; i < name.last; ++i) m_small.emplace(at(i).lower, false);
        }
        for (TokenIndex i = 0; i < m_parse.size(); ++i) {
            if (m_in_headline[static_cast<std::size_t>(i)] != 0) continue;
            ++m_body;
            const auto word = m_small.find(at(i).lower);
            if (word == m_small.end()) continue;
            m_heard.insert(at(i).text);
            word->second = word->second || is_lower(at(i).text.front());
        }
        for (const FoundName& name : m_names) {
            if (m_in_headline[static_cast<std::size_t>(name.first)] != 0) continue;
            m_called.insert(words(m_parse.text, name.span));
            if (name.type == NameType::person) m_called.insert(at(name.last - 1).text);
        }
    }

    /// Times and amounts; what the report calls so elsewhere; names without a word that may be a common one.
    [[nodiscard]] bool is_trusted(const FoundName& name) const {
        if (!is_corrigible(name.type) && name.type != NameType::event && name.type != NameType::law)
            return true;
        if (name.entry != nullptr || name.sure || is_called(name.first, name.last)) return true;
        if (name.last - name.first == 1 && is_unheard(name.first)) return false;
        for (TokenIndex i = name.first; i < name.last; ++i)
            if (is_common(i, name)) return false;
        return true;
    }

    /// A word alone that the report, if there is one behind the headline, does not have: `in Peril`.
    [[nodiscard]] bool is_unheard(TokenIndex i) const {
        constexpr TokenIndex enough = 150; // words
        return m_body >= enough && !m_heard.contains(at(i).text);
    }

    [[nodiscard]] bool is_called(TokenIndex first, TokenIndex last) const {
        const std::string_view text = words(m_parse.text, m_parse.span_of(first, last));
        return m_called.contains(text) || known_name(text) || m_book.find(text) != nullptr ||
               is_big_place(text);
    }

    [[nodiscard]] bool is_big_place(std::string_view text) const {
        constexpr std::uint32_t big = 100'000;
        const auto entries = m_gazetteer.find(text);
        return std::any_of(entries.begin(), entries.end(), [this](const where::Gazetteer::NameEntry& entry) {
            const where::PlaceRecord& place = m_gazetteer.place(entry);
            return place.population >= big || place.kind == where::PlaceKind::country ||
                   place.kind == where::PlaceKind::admin1;
        });
    }

    /// A word that is no name by itself: the last word of a body's or place's name may be written small too.
    [[nodiscard]] bool is_common(TokenIndex i, const FoundName& name) const {
        const Token& token = at(i);
        if (!is_upper(token.text.front())) return false;
        if (is_name_word(token.lower, NameWord::headline)) return true;
        if (i + 1 == name.last && i > name.first && ends_names(token.lower)) return false;
        if (token.text.size() <= 2) return false;
        const auto word = m_small.find(token.lower);
        return word != m_small.end() && word->second && m_book.gender_of(token.lower).empty();
    }

    static bool ends_names(std::string_view lower) {
        return is_name_word(lower, NameWord::org) || is_name_word(lower, NameWord::place) ||
               is_name_word(lower, NameWord::building) || is_name_word(lower, NameWord::event) ||
               is_name_word(lower, NameWord::law) || is_name_word(lower, NameWord::award);
    }

    /// The runs of words between common ones that are known as names.
    void keep_parts(const FoundName& name, std::vector<FoundName>& kept) const {
        for (TokenIndex first = name.first; first < name.last;) {
            TokenIndex last = first;
            while (last < name.last && !is_common(last, name)) ++last;
            if (last > first && is_called(first, last)) {
                FoundName part = name;
                part.first = first, part.last = last;
                part.span = m_parse.span_of(first, last);
                part.judged = no_token;
                kept.push_back(part);
            }
            first = std::max(last, first) + 1;
        }
    }

    std::vector<FoundName>& m_names;
    const Parse& m_parse;
    const ActorBook& m_book;
    const where::Gazetteer& m_gazetteer;
    std::vector<char> m_in_headline;                    // of each token
    std::unordered_map<std::string_view, bool> m_small; // words of headlines' names: small elsewhere?
    TokenIndex m_body = 0;                              // tokens outside headlines
    std::unordered_set<std::string_view> m_heard;       // words of headlines' names that the rest has, too
    std::unordered_set<std::string_view> m_called;      // names of the rest, and its people's last names
};

} // namespace

void check_headlines(std::vector<FoundName>& names, const Parse& parse, const ActorBook& book,
                     const where::Gazetteer& gazetteer) {
    Headlines(names, parse, book, gazetteer).run();
}

} // namespace dateline::who

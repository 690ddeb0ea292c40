// The model's names, corrected in three steps: borders (name_spans), types (name_types), and what the report
// calls by a name elsewhere (below): a last name alone, an organisation's initials, the same words again.

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/name_types.hpp"
#include "who/name_words.hpp"
#include "who/who.hpp"

namespace dateline::who {

namespace {

/// Names of the report by what they can be called again.
class Repeats {
  public:
    Repeats(const Parse& parse, std::vector<FoundName>& names) : m_parse(parse), m_names(names) {}

    void add() {
        for (std::size_t n = 0; n < m_names.size(); ++n) {
            note(m_names[n]);
            if (is_corrigible(m_names[n].type) && m_names[n].last - m_names[n].first > 1)
                m_longer.emplace(m_parse.at(m_names[n].first).text, n);
        }
        std::vector<FoundName> more;
        std::size_t next = 0;
        for (TokenIndex i = 0; i < m_parse.size(); ++i) {
            while (next < m_names.size() && m_names[next].last <= i) ++next;
            if (next < m_names.size() && m_names[next].first <= i) continue;
            const Token& token = m_parse.at(i);
            if (!is_capitalised(token)) continue;
            if (const FoundName whole = whole_name(i, next); whole.last > i) {
                more.push_back(whole);
                i = whole.last - 1;
                continue;
            }
            const auto found = m_called.find(token.text);
            if (found == m_called.end() && is_team_again(i))
                more.push_back({i, i + 1, token.span, NameType::org, to_text(NameType::org), nullptr, false});
            if (found == m_called.end()) continue;
            if (token.pos != Pos::propn && !is_initials(token.text) && !is_well_known(token) &&
                !is_called_here(i, found->second))
                continue;
            more.push_back({i, i + 1, token.span, found->second, to_text(found->second), nullptr, false});
        }
        m_names.insert(m_names.end(), more.begin(), more.end());
        std::sort(m_names.begin(), m_names.end(),
                  [](const FoundName& a, const FoundName& b) { return a.first < b.first; });
    }

  private:
    /// A name of several words that the report uses elsewhere and that starts here; an empty one when none
    /// does. `next` is the first name behind the token.
    [[nodiscard]] FoundName whole_name(TokenIndex first, std::size_t next) const {
        const auto [begin, end] = m_longer.equal_range(m_parse.at(first).text);
        const TokenIndex free = next < m_names.size() ? m_names[next].first : m_parse.size();
        for (auto at = begin; at != end; ++at) {
            const FoundName& name = m_names[at->second];
            const TokenIndex last = first + (name.last - name.first);
            if (last > free) continue;
            const Span span = m_parse.span_of(first, last);
            if (words(m_parse.text, span) != words(m_parse.text, name.span)) continue;
            return {first, last, span, name.type, to_text(name.type), nullptr, false};
        }
        return {};
    }

    void note(const FoundName& name) {
        if (name.type != NameType::person && name.type != NameType::org && name.type != NameType::gpe &&
            name.type != NameType::norp)
            return;
        const bool several = name.last - name.first > 1;
        ++m_uses[m_parse.at(name.last - 1).text];
        if (!several) m_called.emplace(m_parse.at(name.first).text, name.type);
        if (several && name.type == NameType::person)
            m_called.emplace(m_parse.at(name.last - 1).text, name.type);
        if (several && name.type == NameType::org) note_body(name);
    }

    /// `Trump` at the start of a sentence, which the tagger takes for a verb: a name the report uses again
    /// and again, and no small word.
    [[nodiscard]] bool is_well_known(const Token& token) const {
        constexpr int often = 3;
        if (token.pos != Pos::verb && token.pos != Pos::noun && token.pos != Pos::adj) return false;
        const auto found = m_uses.find(token.text);
        return found != m_uses.end() && found->second >= often && !is_name_word(token.lower, NameWord::none);
    }

    /// `Brand` of Ada Brand, which the tagger takes for a common word: amid a sentence, or as a bare noun
    /// that does something.
    [[nodiscard]] bool is_called_here(TokenIndex i, NameType type) const {
        const Token& token = m_parse.at(i);
        if (type != NameType::person || token.pos == Pos::pron || token.pos == Pos::det ||
            is_name_word(token.lower, NameWord::none))
            return false;
        const bool amid =
            i > 0 && m_parse.sentence_of(i).first != i && is_lower(m_parse.at(i - 1).text.front());
        if (amid) return true;
        if (token.tag != Tag::nn || token.left_edge != i) return false;
        return token.dep == Dep::nsubj || token.dep == Dep::nsubjpass || token.dep == Dep::poss;
    }

    /// `the League` of the `League of …`; `AHAC` in brackets behind the full name.
    void note_body(const FoundName& name) {
        for (TokenIndex i = name.first; i < name.last; ++i)
            if (is_name_word(m_parse.at(i).lower, NameWord::org) && m_parse.at(i).text.size() > 4)
                m_called.emplace(m_parse.at(i).text, NameType::org);
        const Token& last = m_parse.at(name.last - 1);
        constexpr std::size_t shortest = 4;
        if (last.text.ends_with('s') && last.text.size() >= shortest && is_lower(last.text[1]))
            m_teams.insert(last.text);
        if (name.last + 2 < m_parse.size() && m_parse.at(name.last).text == "(" &&
            m_parse.at(name.last + 2).text == ")" && is_initials(m_parse.at(name.last + 1).text) &&
            !is_ticker(m_parse.at(name.last + 1).text))
            m_called.emplace(m_parse.at(name.last + 1).text, NameType::org);
    }

    /// `the Falcons` of the `Bowling Falcons`.
    [[nodiscard]] bool is_team_again(TokenIndex i) const {
        return i > 0 && m_teams.contains(m_parse.at(i).text) && m_parse.at(i - 1).lower == "the";
    }

    static bool is_initials(std::string_view text) {
        return text.size() >= 2 &&
               std::count_if(text.begin(), text.end(), [](char c) { return is_upper(c); }) >= 2;
    }

    const Parse& m_parse;
    std::vector<FoundName>& m_names;
    std::unordered_map<std::string_view, NameType> m_called;
    std::unordered_multimap<std::string_view, std::size_t> m_longer; // by first word: index into m_names
    std::unordered_set<std::string_view> m_teams;                    // last words of bodies, plural
    std::unordered_map<std::string_view, int> m_uses;                // of a name's last word
};

} // namespace

std::vector<NameSpan> find_names(const Parse& parse, const Report& report, const std::vector<Place>& places,
                                 const ActorBook& book, const where::Gazetteer& gazetteer) {
    auto found = find_name_spans(parse, report, places, book, gazetteer);
    check_headlines(found, parse, book, gazetteer);
    settle_types(found, parse, book, gazetteer);
    Repeats(parse, found).add();
    std::vector<NameSpan> names;
    names.reserve(found.size());
    for (const FoundName& name : found)
        names.push_back({name.span, name.type == NameType::other ? std::string(name.type_text)
                                                                 : std::string(to_text(name.type))});
    return names;
}

} // namespace dateline::who

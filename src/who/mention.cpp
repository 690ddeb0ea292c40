// Mentions come from names, from common nouns that stand for actors, and from pronouns. A mention's span is
// the noun phrase with title and modifiers, without relative clauses and what stands behind a comma.

#include "who/mention.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "codes/countries.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

bool is_actor_type(NameType type) {
    return type == NameType::person || type == NameType::org || type == NameType::gpe ||
           type == NameType::norp;
}

/// Number of the quotation each token stands in; -1 outside. A quotation that never closes ends with its
/// paragraph.
std::vector<int> quotations(const Parse& parse) {
    std::vector<int> numbers(parse.tokens.size(), -1);
    int count = 0;
    bool open = false;
    for (std::size_t i = 0; i < parse.tokens.size(); ++i) {
        const std::string_view text = parse.tokens[i].text;
        const bool straight = text == "\"" || text == "''" || text == "``";
        if (text == "\xE2\x80\x9C" || (straight && !open)) {
            open = true;
            ++count;
        } else if (text == "\xE2\x80\x9D" || straight) {
            open = false;
        } else if (text.find('\n') != std::string_view::npos) {
            open = false;
        } else if (open) {
            numbers[i] = count;
        }
    }
    return numbers;
}

class Finder {
  public:
    Finder(const Parse& parse, const Report& report, const std::vector<NameSpan>& names,
           const std::vector<Place>& places, const ActorBook& book)
        : m_parse(parse), m_report(report), m_names(names), m_places(places), m_book(book),
          m_by_head(parse.tokens.size(), -1), m_in_name(parse.tokens.size(), false) {}

    std::vector<FoundMention> run() {
        for (const NameSpan& name : m_names) add_name(name);
        for (TokenIndex i = 0; i < m_parse.size(); ++i) add_noun(i);
        drop_inner_modifiers();
        for (TokenIndex i = 0; i < m_parse.size(); ++i) add_pronoun(i);
        std::sort(m_found.begin(), m_found.end(),
                  [](const auto& a, const auto& b) { return a.head < b.head; });
        const auto numbers = quotations(m_parse);
        for (auto& mention : m_found) mention.quote = numbers[static_cast<std::size_t>(mention.head)];
        link_appositions();
        return std::move(m_found);
    }

  private:
    /// The token of `[first, last)` whose head lies outside.
    [[nodiscard]] TokenIndex head_of(TokenIndex first, TokenIndex last) const {
        for (TokenIndex i = last - 1; i >= first; --i) {
            const TokenIndex head = m_parse.at(i).head;
            if (head < first || head >= last || head == i) return i;
        }
        return last - 1;
    }

    /// The noun phrase around a head: from its leftmost modifier to the head, and an `of` phrase behind a
    /// noun.
    [[nodiscard]] Span phrase(TokenIndex head, TokenIndex first, TokenIndex last, Form form) const {
        TokenIndex left = first;
        for (const TokenIndex c : m_parse.children(head)) {
            if (c >= first) break;
            const Token& child = m_parse.at(c);
            const bool modifier = child.dep == Dep::compound || child.dep == Dep::amod ||
                                  child.dep == Dep::det || child.dep == Dep::nmod || child.dep == Dep::poss ||
                                  child.dep == Dep::nummod || child.dep == Dep::quantmod ||
                                  child.dep == Dep::predet || child.dep == Dep::advmod;
            const bool punct_inside = child.dep == Dep::punct && child.text == "-";
            if ((modifier || punct_inside) && child.left_edge < left) left = child.left_edge;
        }
        TokenIndex right = last;
        if (form == Form::noun) {
            const TokenIndex of = m_parse.child(head, Dep::prep);
            if (of != no_token && of == last && m_parse.at(of).lower == "of" &&
                m_parse.at(of).right_edge - head < 8) {
                right = m_parse.at(of).right_edge + 1;
                for (TokenIndex i = of; i < right; ++i)
                    if (m_parse.at(i).text == "," || m_parse.at(i).dep == Dep::relcl) {
                        right = i;
                        break;
                    }
            }
        }
        while (left < head && (m_parse.at(left).pos == Pos::punct || m_parse.at(left).pos == Pos::space ||
                               m_parse.at(left).pos == Pos::adv))
            ++left;
        return m_parse.span_of(left, std::max(right, head + 1));
    }

    void add(FoundMention mention) {
        if (m_by_head[static_cast<std::size_t>(mention.head)] >= 0) return;
        m_by_head[static_cast<std::size_t>(mention.head)] = static_cast<int>(m_found.size());
        m_found.push_back(std::move(mention));
    }

    void add_name(const NameSpan& name) {
        const NameType type = name_type_of(name.type);
        TokenIndex first = m_parse.token_at(name.span.start);
        TokenIndex last = first;
        while (last < m_parse.size() && m_parse.at(last).span.start < name.span.end) ++last;
        if (first >= last) return;
        for (TokenIndex i = first; i < last; ++i) m_in_name[static_cast<std::size_t>(i)] = true;
        const bool is_place = type == NameType::loc || type == NameType::fac;
        const std::ptrdiff_t place = place_at(name.span);
        if (!is_actor_type(type) && !(is_place && place >= 0 && is_state_like(place))) return;
        if (m_report.dateline && m_report.dateline->span.contains(name.span) && type != NameType::org) return;
        FoundMention mention;
        mention.form = Form::name;
        mention.type = type;
        mention.core = name.span;
        mention.head = head_of(first, last);
        mention.name = words(m_parse.text, name.span);
        mention.place = place;
        const Token& head = m_parse.at(mention.head);
        if (type == NameType::norp) {
            mention.country = codes::country_of_demonym(mention.name);
            mention.adjective = head.tag == Tag::jj || head.dep == Dep::amod || head.dep == Dep::compound;
            mention.plural = !mention.adjective;
        } else if (type == NameType::gpe || is_place) {
            mention.country = place >= 0 ? m_places[static_cast<std::size_t>(place)].country
                                         : std::string(codes::country_of_name(mention.name));
            mention.adjective = head.dep == Dep::compound;
            mention.gender = "n";
        } else if (type == NameType::org) {
            mention.gender = "n";
        }
        mention.entry = m_book.find(mention.name);
        mention.span = type == NameType::person ? with_title(mention, first, last)
                       : mention.adjective      ? name.span
                                                : phrase(mention.head, first, last, Form::name);
        if (type == NameType::gpe) mention.span = name.span;
        if (type == NameType::person && mention.entry == nullptr)
            mention.entry = m_book.find_last_name(mention.name, m_report.published.value);
        if (type == NameType::person) set_gender(mention);
        if (type == NameType::org && mention.country.empty())
            mention.country = country_of_modifiers(mention.head, first);
        add(std::move(mention));
    }

    [[nodiscard]] std::ptrdiff_t place_at(Span span) const {
        for (std::size_t i = 0; i < m_places.size(); ++i)
            if (m_places[i].span.overlaps(span)) return static_cast<std::ptrdiff_t>(i);
        return -1;
    }

    [[nodiscard]] bool is_state_like(std::ptrdiff_t place) const {
        const Place& p = m_places[static_cast<std::size_t>(place)];
        return p.precision == "country" || (p.precision == "region" && !p.country.empty());
    }

    /// Takes the title in front of a person's name into the span, and reads it.
    Span with_title(FoundMention& mention, TokenIndex first, TokenIndex last) const {
        const Span whole = phrase(mention.head, first, last, Form::name);
        TokenIndex start = m_parse.token_at(whole.start);
        while (start < first && (m_parse.at(start).pos == Pos::det || m_parse.at(start).lower == "the"))
            ++start;
        TokenIndex at = start;
        for (; at < first; ++at) {
            const std::string_view word = m_parse.at(at).text;
            const std::string_view code = m_parse.at(at).name_type == NameType::norp
                                              ? codes::country_of_demonym(word)
                                              : std::string_view{};
            if (!code.empty()) {
                mention.country = code;
                continue;
            }
            const std::size_t matched = place_words(at, first, mention.country);
            if (matched == 0) break;
            at += static_cast<TokenIndex>(matched) - 1;
        }
        if (at < first && m_parse.at(at).tag == Tag::pos) ++at;
        if (at < first) {
            mention.role = words(m_parse.text, m_parse.span_of(at, first));
            mention.title = to_lower(mention.role);
        }
        if (!m_parse.at(mention.head).text.empty() && whole.end < mention.core.end)
            return {whole.start, mention.core.end};
        return {m_parse.at(std::min(start, first)).span.start, mention.core.end};
    }

    /// Length of a country's or other place's name at `at`; sets the country.
    std::size_t place_words(TokenIndex at, TokenIndex end, std::string& country) const {
        const std::int32_t name = m_parse.at(at).name;
        if (name < 0) return 0;
        const Name& found = m_parse.names[static_cast<std::size_t>(name)];
        if (found.type != NameType::gpe || found.first != at || found.last > end) return 0;
        const std::string_view code = codes::country_of_name(words(m_parse.text, found.span));
        if (code.empty()) return 0;
        country = code;
        return static_cast<std::size_t>(found.last - found.first);
    }

    void set_gender(FoundMention& mention) const {
        if (mention.entry != nullptr && !mention.entry->gender.empty()) {
            mention.gender = mention.entry->gender;
            return;
        }
        const std::string& title = mention.title;
        if (title == "mr." || title == "mr" || title == "king" || title == "prince" || title == "sir" ||
            title == "lord" || title == "father")
            mention.gender = "m";
        else if (title == "mrs." || title == "ms." || title == "mrs" || title == "ms" || title == "miss" ||
                 title == "queen" || title == "princess" || title == "lady" || title == "dame")
            mention.gender = "f";
        else if (title.ends_with("spokesman") || title.ends_with("chairman") ||
                 title.ends_with("congressman"))
            mention.gender = "m";
        else if (title.ends_with("woman"))
            mention.gender = "f";
        else {
            const std::size_t space = mention.name.find_first_of(" -");
            if (space != std::string::npos)
                mention.gender = m_book.gender_of(to_lower(std::string_view(mention.name).substr(0, space)));
            else
                mention.gender = m_book.gender_of(to_lower(mention.name));
        }
    }

    /// The country that demonyms, state names and possessors in front of a head say.
    [[nodiscard]] std::string country_of_modifiers(TokenIndex head, TokenIndex first) const {
        std::string found;
        for (const TokenIndex c : m_parse.children(head)) {
            const Token& child = m_parse.at(c);
            if (c >= first && child.dep != Dep::prep) continue;
            if (child.dep == Dep::prep && (child.lower == "of" || child.lower == "in") && c > head) {
                const TokenIndex object = m_parse.child(c, Dep::pobj);
                if (object != no_token && found.empty()) found = country_of_token(object);
                continue;
            }
            if (is_origin_compound(c)) continue;
            if (std::string code = country_of_token(c); !code.empty()) found = std::move(code);
        }
        return found;
    }

    /// `Iran` in `Iran-backed`: a sponsor is no origin.
    [[nodiscard]] bool is_origin_compound(TokenIndex token) const {
        return token + 1 < m_parse.size() && m_parse.at(token).dep == Dep::npadvmod;
    }

    [[nodiscard]] std::string country_of_token(TokenIndex token) const {
        const Token& t = m_parse.at(token);
        if (t.name < 0)
            return std::string(t.pos == Pos::adj || t.pos == Pos::propn ? codes::country_of_demonym(t.text)
                                                                        : std::string_view{});
        const Name& name = m_parse.names[static_cast<std::size_t>(t.name)];
        const std::string_view text = words(m_parse.text, name.span);
        if (name.type == NameType::norp) return std::string(codes::country_of_demonym(text));
        if (name.type != NameType::gpe && name.type != NameType::loc) {
            const std::ptrdiff_t place = name.type == NameType::org ? -1 : place_at(name.span);
            return place >= 0 ? m_places[static_cast<std::size_t>(place)].country : std::string();
        }
        if (const std::ptrdiff_t place = place_at(name.span); place >= 0)
            return m_places[static_cast<std::size_t>(place)].country;
        return std::string(codes::country_of_name(text));
    }

    void add_noun(TokenIndex i) {
        const Token& token = m_parse.at(i);
        const bool common =
            token.pos == Pos::noun || (token.pos == Pos::propn && !m_in_name[static_cast<std::size_t>(i)]);
        if (!common || m_in_name[static_cast<std::size_t>(i)] || token.dep == Dep::compound ||
            token.dep == Dep::nmod || token.dep == Dep::npadvmod)
            return;
        const std::string lemma =
            token.pos == Pos::propn ? std::string(token.lower) : std::string(token.lemma);
        const Agent* agent = m_book.agent(lemma);
        if (agent == nullptr || is_title_of_name(i)) return;
        FoundMention mention;
        mention.form = Form::noun;
        mention.head = i;
        mention.core = token.span;
        mention.lemma = lemma;
        mention.agent = agent;
        mention.plural = token.tag == Tag::nns || token.tag == Tag::nnps;
        mention.span = phrase(i, i, i + 1, Form::noun);
        mention.country = country_of_modifiers(i, i);
        const TokenIndex det = m_parse.child(i, Dep::det);
        mention.definite =
            (det != no_token && (m_parse.at(det).lower == "the" || m_parse.at(det).lower == "this" ||
                                 m_parse.at(det).lower == "these" || m_parse.at(det).lower == "both")) ||
            m_parse.has_child(i, Dep::poss);
        if (lemma == "man" || lemma == "boy" || lemma == "father" || lemma == "son" || lemma == "brother" ||
            lemma == "husband" || lemma == "king" || lemma == "prince" || lemma == "spokesman")
            mention.gender = "m";
        else if (lemma == "woman" || lemma == "girl" || lemma == "mother" || lemma == "daughter" ||
                 lemma == "sister" || lemma == "wife" || lemma == "queen" || lemma == "princess" ||
                 lemma == "spokeswoman")
            mention.gender = "f";
        else if (agent->is_body && !mention.plural)
            mention.gender = "n";
        mention.title = title_words(i);
        mention.role = mention.title;
        add(std::move(mention));
    }

    /// `foreign minister` of `the Turkish foreign minister`.
    [[nodiscard]] std::string title_words(TokenIndex head) const {
        TokenIndex first = head;
        while (first > 0 && m_parse.at(first - 1).head == head &&
               (m_parse.at(first - 1).dep == Dep::compound || m_parse.at(first - 1).dep == Dep::amod) &&
               country_of_token(first - 1).empty())
            --first;
        TokenIndex last = head + 1;
        if (last + 1 < m_parse.size() && m_parse.at(last).lower == "of" &&
            m_parse.at(last + 1).lower == "state")
            last += 2;
        return to_lower(words(m_parse.text, m_parse.span_of(first, last)));
    }

    /// A title before a name belongs to the name's mention.
    [[nodiscard]] bool is_title_of_name(TokenIndex i) const {
        const TokenIndex head = m_parse.at(i).head;
        return head != i && m_in_name[static_cast<std::size_t>(head)] && m_parse.at(i).dep == Dep::compound;
    }

    /// A nation in front of an actor noun (`Turkish officials`) is part of that mention, not one of its own.
    void drop_inner_modifiers() {
        std::vector<FoundMention> kept;
        for (FoundMention& mention : m_found) {
            const Token& head = m_parse.at(mention.head);
            const bool inner = mention.form == Form::name && mention.adjective && head.head != mention.head &&
                               m_by_head[static_cast<std::size_t>(head.head)] >= 0;
            if (!inner) kept.push_back(std::move(mention));
        }
        m_found = std::move(kept);
        std::fill(m_by_head.begin(), m_by_head.end(), -1);
        for (std::size_t i = 0; i < m_found.size(); ++i)
            m_by_head[static_cast<std::size_t>(m_found[i].head)] = static_cast<int>(i);
    }

    void add_pronoun(TokenIndex i) {
        const Token& token = m_parse.at(i);
        if (token.tag != Tag::prp && token.tag != Tag::prps && token.tag != Tag::wp) return;
        if (token.dep == Dep::expl || (token.tag == Tag::wp && token.lower != "who" && token.lower != "whom"))
            return;
        FoundMention mention;
        mention.form = Form::pronoun;
        mention.head = i;
        mention.span = mention.core = token.span;
        mention.lemma = token.lower;
        const std::string_view word = token.lower;
        if (word == "he" || word == "him" || word == "his" || word == "himself")
            mention.gender = "m";
        else if (word == "she" || word == "her" || word == "hers" || word == "herself")
            mention.gender = "f";
        else if (word == "it" || word == "its" || word == "itself")
            mention.gender = "n";
        else if (word == "they" || word == "them" || word == "their" || word == "theirs" ||
                 word == "themselves")
            mention.plural = true;
        else if (word == "we" || word == "us" || word == "our" || word == "ours" || word == "ourselves")
            mention.plural = true;
        else if (word == "you" || word == "your" || word == "yours" || word == "yourself")
            return;
        add(std::move(mention));
    }

    void link_appositions() {
        for (std::size_t i = 0; i < m_found.size(); ++i)
            m_by_head[static_cast<std::size_t>(m_found[i].head)] = static_cast<int>(i);
        for (FoundMention& mention : m_found) {
            const Token& head = m_parse.at(mention.head);
            if (head.dep == Dep::appos && head.head != mention.head)
                mention.apposed_to = m_by_head[static_cast<std::size_t>(head.head)];
        }
    }

    const Parse& m_parse;
    const Report& m_report;
    const std::vector<NameSpan>& m_names;
    const std::vector<Place>& m_places;
    const ActorBook& m_book;
    std::vector<int> m_by_head;
    std::vector<bool> m_in_name;
    std::vector<FoundMention> m_found;
};

} // namespace

std::vector<FoundMention> find_mentions(const Parse& parse, const Report& report,
                                        const std::vector<NameSpan>& names, const std::vector<Place>& places,
                                        const ActorBook& book) {
    return Finder(parse, report, names, places, book).run();
}

} // namespace dateline::who

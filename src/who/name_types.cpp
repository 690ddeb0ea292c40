// Each mention of a name gathers points for person, organisation and place: from the language model, the
// actor book, the gazetteer, the words of the name, and the words around it. Mentions with the same words
// share half of their points, so that a title or a telling neighbour anywhere in the report types the name
// everywhere; a last word alone shares with the full name it ends. Weights are set by hand: a sign that
// hardly ever errs outweighs the model, several weak ones together do.

#include "who/name_types.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/name_words.hpp"

namespace dateline::who {

namespace {

struct Points {
    double person = 0, org = 0, place = 0;

    Points& operator+=(const Points& other) {
        person += other.person;
        org += other.org;
        place += other.place;
        return *this;
    }
};

Points operator*(double factor, const Points& points) {
    return {factor * points.person, factor * points.org, factor * points.place};
}

/// What the types and signs count; the model's own opinion is worth about 1.
struct Weights {
    double model_person = 1.0, model_org = 0.8, model_place = 1.1;
    double book = 3.0, country = 3.0, place = 1.2, big_place = 1.6;
    double title = 3.0, first_name = 1.2, lone_first_name = 0.6, last_name = 1.6, age = 1.5;
    double org_word = 2.2, firm_word = 3.0, place_word = 2.2, initials = 0.5;
    double said_in = 0.8, container = 1.0, human_verb = 0.8, kin = 1.0, article = 1.0, noun_before = 1.6;
    double apposition = 1.4, shared = 0.5;
};
constexpr Weights weights;

bool is_place_type(NameType type) {
    return type == NameType::gpe || type == NameType::loc || type == NameType::fac;
}

class Typer {
  public:
    Typer(std::vector<FoundName>& names, const Parse& parse, const std::vector<Place>& places,
          const ActorBook& book)
        : m_names(names), m_parse(parse), m_places(places), m_book(book) {}

    void run() {
        for (FoundName& name : m_names) {
            if (name.entry == nullptr && is_corrigible(name.type)) name.entry = m_book.find(text(name));
            if (!is_open(name)) continue;
            note_last_name(name);
        }
        std::vector<Points> own(m_names.size());
        std::unordered_map<std::string_view, Points> shared;
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            if (!is_open(m_names[i])) continue;
            own[i] = points_of(m_names[i]);
            shared[text(m_names[i])] += own[i];
        }
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            if (!is_open(m_names[i])) continue;
            Points others = shared[text(m_names[i])];
            others += -1.0 * own[i];
            Points sum = own[i];
            sum += weights.shared * capped(others);
            decide(m_names[i], sum);
        }
    }

  private:
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_parse.at(i); }
    [[nodiscard]] std::string_view text(const FoundName& name) const {
        return words(m_parse.text, name.span);
    }

    /// Whether the points decide: nations, and works of several words, stay what the model says.
    [[nodiscard]] bool is_open(const FoundName& name) const {
        if (name.type == NameType::norp)
            return name.entry == nullptr && codes::country_of_demonym(text(name)).empty() &&
                   is_place_mention(name);
        if (name.type == NameType::work_of_art) return false;
        return is_corrigible(name.type);
    }

    [[nodiscard]] const Place* place_of(const FoundName& name) const {
        for (const Place& place : m_places)
            if (place.span == name.span) return &place;
        return nullptr;
    }
    [[nodiscard]] bool is_place_mention(const FoundName& name) const {
        const Place* place = place_of(name);
        return place != nullptr && place->resolved;
    }

    static Points capped(Points points) {
        constexpr double most = 4.0;
        points.person = std::clamp(points.person, -most, most);
        points.org = std::clamp(points.org, -most, most);
        points.place = std::clamp(points.place, -most, most);
        return points;
    }

    void note_last_name(const FoundName& name) {
        const bool several = name.last - name.first > 1;
        const bool person =
            name.type == NameType::person || (name.entry != nullptr && name.entry->kind == "person");
        if (!several || !person || ends_like_body(name)) return;
        m_last_names[at(name.last - 1).text] += 1;
        if (name.last - name.first == 2) m_first_names[at(name.first).text] += 1;
    }

    [[nodiscard]] bool ends_like_body(const FoundName& name) const {
        const std::string_view last = at(name.last - 1).lower;
        return is_name_word(last, NameWord::org) || is_name_word(last, NameWord::firm);
    }

    [[nodiscard]] Points points_of(const FoundName& name) const {
        Points points = by_model(name);
        points += by_knowledge(name);
        points += by_its_words(name);
        points += by_words_before(name);
        points += by_words_behind(name);
        points += by_grammar(name);
        return points;
    }

    [[nodiscard]] static Points by_model(const FoundName& name) {
        if (name.sure)
            return {name.type == NameType::person ? 2.0 : 0, name.type == NameType::org ? 2.0 : 0,
                    is_place_type(name.type) ? 2.0 : 0};
        if (name.type == NameType::person) return {weights.model_person, 0, 0};
        if (name.type == NameType::org) return {0, weights.model_org, 0};
        if (is_place_type(name.type)) return {0, 0, weights.model_place};
        return {};
    }

    [[nodiscard]] Points by_knowledge(const FoundName& name) const {
        Points points;
        if (name.entry != nullptr) {
            const std::string& kind = name.entry->kind;
            if (kind == "person")
                points.person += weights.book;
            else if (kind != "state" && kind != "population")
                points.org += weights.book;
        } else if (name.last - name.first == 1 && is_book_last_name(name)) {
            points.person += weights.last_name;
        }
        if (!codes::country_of_name(text(name)).empty()) points.place += weights.country;
        if (const Place* place = place_of(name);
            place != nullptr && place->resolved && place->precision != "point")
            points.place += place->precision == "city" ? weights.place : weights.big_place;
        return points;
    }

    [[nodiscard]] bool is_book_last_name(const FoundName& name) const {
        return m_book.is_last_name(text(name));
    }

    [[nodiscard]] Points by_its_words(const FoundName& name) const {
        Points points;
        const Token& first = at(name.first);
        const Token& last = at(name.last - 1);
        const bool several = name.last - name.first > 1;
        if (is_name_word(last.lower, NameWord::firm) && several) points.org += weights.firm_word;
        if (several && is_name_word(last.lower, NameWord::org)) points.org += weights.org_word;
        if (several && name.last - name.first > 2 && at(name.first + 1).lower == "of") {
            if (is_name_word(first.lower, NameWord::org_of))
                points.org += weights.org_word;
            else if (is_name_word(first.lower, NameWord::place_of))
                points.place += weights.place_word;
        }
        if (several &&
            (is_name_word(last.lower, NameWord::place) || is_name_word(last.lower, NameWord::building)))
            points.place += weights.place_word;
        if (several && (first.lower == "mount" || first.lower == "lake" || first.lower == "fort" ||
                        first.lower == "port"))
            points.place += 1;
        const bool known_first = !m_book.gender_of(first.lower).empty();
        if (several && known_first && name.last - name.first <= 4 && points.org == 0 && points.place == 0)
            points.person += weights.first_name;
        if (!several) points += by_lone_word(name, known_first);
        return points;
    }

    [[nodiscard]] Points by_lone_word(const FoundName& name, bool known_first) const {
        Points points;
        const std::string_view word = text(name);
        if (const auto found = m_last_names.find(word); found != m_last_names.end())
            points.person += weights.last_name;
        else if (const auto first = m_first_names.find(word); first != m_first_names.end())
            points.person += weights.last_name;
        else if (known_first)
            points.person += weights.lone_first_name;
        const bool capitals = word.size() >= 2 && std::all_of(word.begin(), word.end(), [](char c) {
                                  return is_upper(c) || c == '.' || c == '&' || is_digit(c);
                              });
        if (capitals && m_parse.text.find('a') != std::string_view::npos) points.org += weights.initials;
        if (word.find_first_of("0123456789") != std::string_view::npos) points.person -= 2;
        return points;
    }

    [[nodiscard]] Points by_words_before(const FoundName& name) const {
        Points points;
        if (name.first == 0) return points;
        const Token& before = at(name.first - 1);
        if (before.lower == "the") {
            points.person -= weights.article;
            points.org += 0.4;
        }
        if (is_capitalised(before) && is_plain_title(m_book, before.lower) && before.tag != Tag::pos)
            points.person += weights.title;
        else if (before.lower == "mr." || before.lower == "mrs." || before.lower == "ms." ||
                 before.lower == "miss")
            points.person += weights.title;
        if ((before.lower == "in" || before.lower == "near" || before.lower == "at" ||
             before.lower == "across") &&
            at(name.last - 1).head == name.first - 1)
            points.place += before.lower == "at" ? 0.2 : weights.said_in;
        const bool noun = before.pos == Pos::noun && before.head >= name.first && before.head < name.last;
        const bool of_noun = before.lower == "of" && name.first > 1 && at(name.first - 2).pos == Pos::noun;
        const Token& nearby = of_noun ? at(name.first - 2) : before;
        if (noun || of_noun) {
            if (is_name_word(nearby.lower, NameWord::place_noun)) points.place += weights.noun_before;
            if (noun && is_name_word(nearby.lower, NameWord::org_noun)) points.org += weights.noun_before;
            if (noun && is_person_noun(nearby)) points.person += weights.noun_before;
        }
        return points;
    }

    [[nodiscard]] bool is_person_noun(const Token& token) const {
        const Agent* agent = m_book.agent(token.lemma);
        return agent != nullptr && agent->kind == "person";
    }

    [[nodiscard]] Points by_words_behind(const FoundName& name) const {
        Points points;
        if (name.last + 1 >= m_parse.size()) return points;
        const Token& next = at(name.last);
        const Token& second = at(name.last + 1);
        if (next.tag == Tag::pos) {
            if (is_name_word(at(name.last + 1).lower, NameWord::kin)) points.person += weights.kin;
            return points;
        }
        if (next.text == ",") {
            if (second.tag == Tag::cd && second.text.size() == 2 && name.last + 2 < m_parse.size() &&
                (at(name.last + 2).text == "," || at(name.last + 2).text == "."))
                points.person += weights.age;
            if (second.name_type == NameType::gpe && is_capitalised(second))
                points.place += weights.container;
        }
        if (next.text == "(" && second.text.size() >= 4 && second.text[0] == '1' && is_digit(second.text[1]))
            points.person += 0.6;
        return points;
    }

    [[nodiscard]] Points by_grammar(const FoundName& name) const {
        Points points;
        const TokenIndex head = head_of(name);
        const Token& token = at(head);
        const Token& governor = at(token.head);
        const bool subject = token.dep == Dep::nsubj || token.dep == Dep::nsubjpass;
        if (subject && token.head != head && is_name_word(governor.lemma, NameWord::human_verb)) {
            points.person += weights.human_verb;
            points.org += 0.3;
        }
        for (const TokenIndex c : m_parse.children(head))
            if (at(c).dep == Dep::appos && c >= name.last && at(c).pos == Pos::noun) add_noun(at(c), points);
        if (token.dep == Dep::appos && token.head < name.first && governor.pos == Pos::noun)
            add_noun(governor, points);
        if (subject && governor.lemma == "be")
            for (const TokenIndex c : m_parse.children(token.head))
                if (at(c).dep == Dep::attr && at(c).pos == Pos::noun) add_noun(at(c), points);
        return points;
    }

    void add_noun(const Token& noun, Points& points) const {
        if (is_name_word(noun.lower, NameWord::place_noun))
            points.place += weights.apposition;
        else if (is_person_noun(noun))
            points.person += weights.apposition;
        else if (is_name_word(noun.lower, NameWord::org_noun))
            points.org += weights.apposition;
    }

    [[nodiscard]] TokenIndex head_of(const FoundName& name) const {
        for (TokenIndex i = name.last - 1; i >= name.first; --i) {
            const TokenIndex head = at(i).head;
            if (head < name.first || head >= name.last || head == i) return i;
        }
        return name.last - 1;
    }

    void decide(FoundName& name, const Points& sum) const {
        const double best = std::max({sum.person, sum.org, sum.place});
        constexpr double enough = 0.9; // a product or nation must be outvoted
        if (best <= enough &&
            !(name.type == NameType::person || name.type == NameType::org || is_place_type(name.type)))
            return;
        if (sum.place == best) {
            if (!is_place_type(name.type)) name.type = NameType::gpe;
        } else {
            name.type = sum.person == best ? NameType::person : NameType::org;
        }
        name.type_text = to_text(name.type);
    }

    std::vector<FoundName>& m_names;
    const Parse& m_parse;
    const std::vector<Place>& m_places;
    const ActorBook& m_book;
    std::unordered_map<std::string_view, int> m_last_names, m_first_names;
};

} // namespace

void settle_types(std::vector<FoundName>& names, const Parse& parse, const std::vector<Place>& places,
                  const ActorBook& book) {
    Typer(names, parse, places, book).run();
}

} // namespace dateline::who

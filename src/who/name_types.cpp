// Each mention of a name gathers points for what it can be (name_evidence). Mentions with the same words are
// judged together: the model's opinions of them are averaged, what the words say and what is known counts
// once, and the contexts of the others count by half, so that a title or a telling neighbour anywhere in the
// report types the name everywhere. Then names that stand in a row lean towards each other, and a word alone
// towards the longer name that it ends or begins.

#include "who/name_types.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/known_names.hpp"
#include "who/name_evidence.hpp"
#include "who/name_words.hpp"

namespace dateline::who {

namespace {

/// All mentions of the same words.
struct Group {
    Points itself, model, context, spelled; // spelled: what the full name is that they abbreviate
    int mentions = 0;
    NameKind kind = NameKind::other; // of the last mention judged
};

class Typer {
  public:
    Typer(std::vector<FoundName>& names, const Parse& parse, const ActorBook& book,
          const where::Gazetteer& gazetteer)
        : m_names(names), m_parse(parse), m_book(book), m_evidence(parse, book, gazetteer),
          m_own(names.size()), m_sums(names.size()) {}

    void run() {
        for (std::size_t i = 0; i < m_names.size(); ++i)
            if (is_open(m_names[i])) gather(i);
        for (std::size_t i = 0; i < m_names.size(); ++i)
            if (is_open(m_names[i])) m_sums[i] = sum_of(i);
        lean_to_spelled();
        lean_in_rows();
        for (std::size_t i = 0; i < m_names.size(); ++i)
            if (is_open(m_names[i]) && is_long(m_names[i])) settle(i);
        for (std::size_t i = 0; i < m_names.size(); ++i)
            if (is_open(m_names[i]) && !is_long(m_names[i])) {
                lean_to_longer(i);
                settle(i);
            }
    }

  private:
    /// A mention by itself.
    struct Own {
        Points model, context;
        Group* group = nullptr;
    };

    /// Whether the points decide; times and amounts stay.
    static bool is_open(const FoundName& name) {
        return is_corrigible(name.type) || name.type == NameType::event || name.type == NameType::law;
    }
    /// Several words; `Ada-Example` is one.
    [[nodiscard]] bool is_long(const FoundName& name) const {
        return name.last - name.first > 1 && m_evidence.text(name).find(' ') != std::string_view::npos;
    }

    static std::string_view without_article(std::string_view text) {
        return text.starts_with("The ") || text.starts_with("the ") ? text.substr(4) : text;
    }

    void gather(std::size_t i) {
        FoundName& name = m_names[i];
        Group& group = m_groups[without_article(m_evidence.text(name))];
        if (group.mentions++ == 0) group.itself = m_evidence.by_itself(name);
        m_own[i] = {m_evidence.by_model(name), m_evidence.by_context(name), &group};
        group.model.add(m_own[i].model);
        group.context.add(m_own[i].context);
    }

    [[nodiscard]] Points sum_of(std::size_t i) const {
        constexpr float most = 4, shared = 0.7F;
        const Own& own = m_own[i];
        const Group& group = *own.group;
        const auto mentions = static_cast<float>(group.mentions);
        Points sum = group.itself;
        sum.add(own.model, 0.5F);
        sum.add(group.model, (0.5F + 0.1F * std::min(mentions - 1, 4.0F)) / mentions);
        sum.add(own.context);
        Points others = group.context;
        others.add(own.context, -1);
        for (float& value : others.of) value = std::clamp(value, -most, most);
        sum.add(others, shared);
        return sum;
    }

    /// `Revolutionary Olive Council (ROC)`: an abbreviation is what its full name is, all over the report.
    void lean_to_spelled() {
        constexpr float weight = 6;
        bool any = false;
        for (std::size_t i = 1; i < m_names.size(); ++i) {
            if (!is_open(m_names[i]) || !is_open(m_names[i - 1]) || !spells(m_names[i - 1], m_names[i]))
                continue;
            m_own[i].group->spelled[m_sums[i - 1].best()] = weight;
            any = true;
        }
        for (std::size_t i = 0; any && i < m_names.size(); ++i)
            if (is_open(m_names[i])) m_sums[i].add(m_own[i].group->spelled);
    }

    /// Whether the second name stands in brackets behind the first and is made of its first letters.
    [[nodiscard]] bool spells(const FoundName& full, const FoundName& brief) const {
        if (is_long(brief) || full.last + 1 != brief.first || m_parse.at(full.last).text != "(") return false;
        std::string_view letters = m_parse.at(brief.first).text;
        for (TokenIndex i = full.first; i < full.last && !letters.empty(); ++i)
            if (m_parse.at(i).text.front() == letters.front()) letters.remove_prefix(1);
        return letters.empty() && brief.span.end - brief.span.start >= 2;
    }

    /// `Oise, Picardie and Hesse`: names in a row are mostly of one kind.
    void lean_in_rows() {
        constexpr float weight = 0.3F, most = 3;
        std::vector<Points> leaning(m_names.size());
        for (std::size_t i = 1; i < m_names.size(); ++i) {
            if (!are_in_row(m_names[i - 1], m_names[i])) continue;
            leaning[i].add(relative(m_sums[i - 1], most), weight);
            leaning[i - 1].add(relative(m_sums[i], most), weight);
        }
        for (std::size_t i = 0; i < m_names.size(); ++i) m_sums[i].add(leaning[i]);
    }

    [[nodiscard]] bool are_in_row(const FoundName& left, const FoundName& right) const {
        if (!is_corrigible(left.type) || !is_corrigible(right.type)) return false;
        const TokenIndex gap = right.first - left.last;
        if (gap < 1 || gap > 3) return false;
        for (TokenIndex i = left.last; i < right.first; ++i) {
            const Token& token = m_parse.at(i);
            if (token.text != "," && token.lower != "and" && token.lower != "or" && token.lower != "the" &&
                token.text != "/" && token.text != "&")
                return false;
        }
        return true;
    }

    /// The best at 0, the others below.
    static Points relative(const Points& points, float most) {
        Points result;
        const float best = points[points.best()];
        for (std::size_t i = 0; i < name_kinds; ++i) result.of[i] = std::max(points.of[i] - best, -most);
        return result;
    }

    void lean_to_longer(std::size_t i) {
        const std::string_view word = m_evidence.text(m_names[i]);
        if (const auto found = m_people.find(word); found != m_people.end())
            m_sums[i][NameKind::person] += !m_families.contains(word)   ? 4.5F
                                           : is_byname_of_country(word) ? 8
                                                                        : 6;
        if (m_places.contains(word)) m_sums[i][NameKind::place] += 1;
        if (m_bodies.contains(word)) m_sums[i][NameKind::org] += 1;
        if (m_events.contains(word)) m_sums[i][NameKind::other] += 6;
    }

    /// `Holland`: where somebody of that name is told of, the country goes by its full name.
    static bool is_byname_of_country(std::string_view word) {
        const auto code = codes::country_of_name(word);
        return !code.empty() && codes::country(code)->names.front() != word;
    }

    void settle(std::size_t i) {
        FoundName& name = m_names[i];
        const NameKind kind = m_sums[i].best();
        if (kind != kind_of(name.type)) name.type = type_of(kind, name);
        name.type_text = to_text(name.type);
        if (!is_long(name)) return;
        const std::string_view text = m_evidence.text(name);
        const std::string_view first = m_parse.at(name.first).text;
        const std::string_view last = m_parse.at(name.last - 1).text;
        if (const std::string_view whole = text.substr(text.rfind(' ') + 1);
            kind == NameKind::person && whole.find('-') != std::string_view::npos)
            m_people[whole] += 1; // `Example-Doe`, three tokens
        if (kind == NameKind::person) {
            m_people[last] += 1;
            if (!m_book.gender_of(m_parse.at(name.first).lower).empty()) m_families.insert(last);
            if (name.last - name.first == 2) m_people[first] += 1;
        }
        if (kind == NameKind::place) m_places[last] += 1;
        if (kind == NameKind::org) m_bodies[first] += 1;
        if (name.type == NameType::event && is_name_word(m_parse.at(name.first).lower, NameWord::event_first))
            m_events[last] += 1;
    }

    [[nodiscard]] NameType type_of(NameKind kind, const FoundName& name) const {
        const std::string_view last = m_parse.at(name.last - 1).lower;
        switch (kind) {
        case NameKind::person: return NameType::person;
        case NameKind::org: return NameType::org;
        case NameKind::nation: return NameType::norp;
        case NameKind::place:
            return is_name_word(last, NameWord::building) ? NameType::fac
                   : is_name_word(last, NameWord::place)  ? NameType::loc
                                                          : NameType::gpe;
        default: break;
        }
        if (const auto known = known_name(m_evidence.text(name));
            known && kind_of(known->type) == NameKind::other)
            return known->type;
        if (is_name_word(m_parse.at(name.first).lower, NameWord::event_first)) return NameType::event;
        if (is_name_word(last, NameWord::award)) return NameType::work_of_art;
        if (is_name_word(last, NameWord::law)) return NameType::law;
        if (m_events.contains(m_evidence.text(name))) return NameType::event;
        return is_name_word(last, NameWord::event) ? NameType::event : NameType::product;
    }

    std::vector<FoundName>& m_names;
    const Parse& m_parse;
    const ActorBook& m_book;
    NameEvidence m_evidence;
    std::vector<Own> m_own;
    std::vector<Points> m_sums;
    std::unordered_map<std::string_view, Group> m_groups;
    std::unordered_set<std::string_view> m_families; // last names behind known first names
    std::unordered_map<std::string_view, int> m_people, m_places, m_bodies, m_events; // words of longer names
};

} // namespace

void settle_types(std::vector<FoundName>& names, const Parse& parse, const ActorBook& book,
                  const where::Gazetteer& gazetteer) {
    Typer(names, parse, book, gazetteer).run();
}

} // namespace dateline::who

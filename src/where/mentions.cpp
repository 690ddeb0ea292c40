// A mention is a name that the language model calls a place (GPE, LOC, FAC) or that it overlooked or called
// something else where the gazetteer and the words around it say place: behind a preposition of place, behind
// "Paris," in a container chain, in the dateline. `Paris, Texas` is two mentions.

#include "where/mentions.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view where_abbreviations();
}

namespace dateline::where {

namespace {

std::unordered_map<std::string_view, std::uint32_t> read_abbreviations() {
    std::unordered_map<std::string_view, std::uint32_t> table;
    for_each_data_line(data::where_abbreviations(), [&](std::string_view line, int at) {
        const auto fields = split(line, '|');
        if (fields.size() != 2)
            throw error("data/where/abbreviations.txt:{}: expected an abbreviation and a code", at);
        table.emplace(fields[0], Gazetteer::division_key(fields[1]));
    });
    return table;
}

std::uint32_t abbreviated_division(std::string_view word) {
    static const auto table = read_abbreviations();
    const auto found = table.find(word);
    return found == table.end() ? 0 : found->second;
}

bool is_place_type(NameType type) {
    return type == NameType::gpe || type == NameType::loc || type == NameType::fac;
}

bool is_place_preposition(std::string_view lower) {
    static const std::unordered_set<std::string_view> words{
        "in",     "at",     "near",       "from",   "to",      "into",  "outside",
        "inside", "across", "throughout", "toward", "towards", "around"};
    return words.contains(lower);
}

bool is_big(const PlaceRecord& place) {
    return place.kind == PlaceKind::country || place.kind == PlaceKind::admin1 ||
           place.population >= 100'000 || place.is_capital != 0 ||
           (place.kind != PlaceKind::city && place.kind != PlaceKind::admin2 &&
            place.kind != PlaceKind::point);
}

class Finder {
  public:
    Finder(const Parse& parse, const Report& report, const Gazetteer& gazetteer)
        : m_parse(parse), m_report(report), m_gazetteer(gazetteer), m_taken(parse.tokens.size(), false) {}

    std::vector<PlaceMention> run() {
        for (const Name& name : m_parse.names)
            if (is_place_type(name.type)) add_name(name);
        add_dateline();
        add_abbreviations();
        add_overlooked();
        std::sort(m_found.begin(), m_found.end(),
                  [](const auto& a, const auto& b) { return a.span < b.span; });
        return std::move(m_found);
    }

  private:
    [[nodiscard]] bool is_free(TokenIndex first, TokenIndex last) const {
        for (TokenIndex i = first; i < last; ++i)
            if (m_taken[static_cast<std::size_t>(i)]) return false;
        return first < last;
    }

    void add(TokenIndex first, TokenIndex last, std::uint32_t division = 0) {
        if (!is_free(first, last)) return;
        PlaceMention mention;
        mention.first = first;
        mention.last = last;
        mention.span = m_parse.span_of(first, last);
        mention.stated_division = division;
        if (division == 0) mention.candidates = candidates(mention.span);
        for (TokenIndex i = first; i < last; ++i) m_taken[static_cast<std::size_t>(i)] = true;
        m_found.push_back(std::move(mention));
    }

    /// What the gazetteer has under the words, else under the words without a common noun around them.
    [[nodiscard]] std::vector<const PlaceRecord*> candidates(Span span) const {
        std::string_view name = words(m_parse.text, span);
        auto found = m_gazetteer.find(name);
        if (!found.empty()) return found;
        for (const std::string_view before :
             {"City of ", "Town of ", "Province of ", "State of ", "Republic of ", "Gulf of ", "northern ",
              "southern ", "eastern ", "western ", "central ", "Northern ", "Southern ", "Eastern ",
              "Western ", "Central ", "Greater ", "downtown "})
            if (name.starts_with(before)) return m_gazetteer.find(name.substr(before.size()));
        for (const std::string_view behind :
             {" City", " city", " Province", " province", " State", " state", " District", " district",
              " Region", " region", " Governorate", " County", " county", " Island", " Islands", " Airport",
              " International Airport"})
            if (name.ends_with(behind)) return m_gazetteer.find(name.substr(0, name.size() - behind.size()));
        return found;
    }

    /// The model's place without article, possessive and closing marks, cut at commas.
    void add_name(const Name& name) {
        TokenIndex first = name.first;
        TokenIndex last = name.last;
        while (last > first &&
               (m_parse.at(last - 1).tag == Tag::pos || m_parse.at(last - 1).pos == Pos::punct ||
                m_parse.at(last - 1).pos == Pos::space))
            --last;
        while (first < last && (m_parse.at(first).lower == "the" || m_parse.at(first).pos == Pos::space ||
                                m_parse.at(first).pos == Pos::punct))
            ++first;
        if (first >= last || !has_capital(first, last)) return;
        TokenIndex start = first;
        for (TokenIndex i = first; i < last; ++i) {
            const bool comma = m_parse.at(i).text == ",";
            if (!comma) continue;
            if (is_state_part(first, last)) break; // `Washington, D.C.` is one name of the gazetteer
            add(start, i);
            start = i + 1;
        }
        if (start < last) add(start, last);
    }

    [[nodiscard]] bool is_state_part(TokenIndex first, TokenIndex last) const {
        return !m_gazetteer.find(words(m_parse.text, m_parse.span_of(first, last))).empty();
    }

    [[nodiscard]] bool has_capital(TokenIndex first, TokenIndex last) const {
        for (TokenIndex i = first; i < last; ++i) {
            const char c = m_parse.at(i).text.front();
            if (is_upper(c) || (static_cast<unsigned char>(c) & 0x80U) != 0) return true;
        }
        return false;
    }

    void add_dateline() {
        if (!m_report.dateline || m_report.dateline->place.empty()) return;
        const Span place = m_report.dateline->place;
        const TokenIndex first = m_parse.token_at(place.start);
        TokenIndex last = first;
        while (last < m_parse.size() && m_parse.at(last).span.start < place.end) ++last;
        if (first < last) add(first, last);
    }

    /// `Mobile, Ala.`: an abbreviation behind a comma behind a capitalised word.
    void add_abbreviations() {
        for (TokenIndex i = 2; i < m_parse.size(); ++i) {
            const bool chained = m_parse.at(i - 1).text == "," && is_upper(m_parse.at(i - 2).text.front());
            if (!chained) continue;
            const std::uint32_t division = abbreviated_division(m_parse.at(i).text);
            if (division == 0) continue;
            replace(i, i + 1, division);
            TokenIndex first = i - 2;
            while (first > 0 && is_upper(m_parse.at(first - 1).text.front()) &&
                   m_parse.at(first - 1).pos == Pos::propn && i - first < 5)
                --first;
            if (is_free(first, i - 1)) add(first, i - 1);
        }
    }

    void replace(TokenIndex first, TokenIndex last, std::uint32_t division) {
        std::erase_if(m_found, [&](const PlaceMention& mention) {
            if (mention.first >= last || mention.last <= first) return false;
            for (TokenIndex i = mention.first; i < mention.last; ++i)
                m_taken[static_cast<std::size_t>(i)] = false;
            return true;
        });
        add(first, last, division);
    }

    /// Proper nouns that no name covers, or that the model called something else, but that are known places
    /// where the words around them speak of a place.
    void add_overlooked() {
        for (TokenIndex i = 0; i < m_parse.size(); ++i) {
            const Token& token = m_parse.at(i);
            if (token.pos != Pos::propn || m_taken[static_cast<std::size_t>(i)] ||
                !is_upper(token.text.front()))
                continue;
            if (token.name >= 0) {
                const Name& name = m_parse.names[static_cast<std::size_t>(token.name)];
                if (name.first == i && is_place_by_context(name.first, name.last)) add(name.first, name.last);
                i = name.last - 1;
                continue;
            }
            TokenIndex last = i + 1;
            while (last < m_parse.size() && m_parse.at(last).pos == Pos::propn && m_parse.at(last).name < 0)
                ++last;
            if (is_place_by_context(i, last)) add(i, last);
            i = last - 1;
        }
    }

    [[nodiscard]] bool is_place_by_context(TokenIndex first, TokenIndex last) const {
        const TokenIndex before = first - 1;
        const bool behind_preposition = before >= 0 && is_place_preposition(m_parse.at(before).lower);
        const Token& head = m_parse.at(last - 1);
        if (!behind_preposition || head.name_type == NameType::person || head.name_type == NameType::norp ||
            head.dep == Dep::compound)
            return false;
        if (head.name_type != NameType::other && head.name_type != NameType::org) return false;
        const auto found = m_gazetteer.find(words(m_parse.text, m_parse.span_of(first, last)));
        return std::any_of(found.begin(), found.end(),
                           [](const PlaceRecord* place) { return is_big(*place); });
    }

    const Parse& m_parse;
    const Report& m_report;
    const Gazetteer& m_gazetteer;
    std::vector<bool> m_taken;
    std::vector<PlaceMention> m_found;
};

} // namespace

std::vector<PlaceMention> find_mentions(const Parse& parse, const Report& report,
                                        const Gazetteer& gazetteer) {
    return Finder(parse, report, gazetteer).run();
}

} // namespace dateline::where

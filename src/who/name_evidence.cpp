// The signs that tell a person from a body, a place, a nation or anything else. Weights are set by hand on
// one scale with the model's own scores: an opinion of the model that is as good as certain counts about 4.

#include "who/name_evidence.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/known_names.hpp"
#include "who/name_words.hpp"

namespace dateline::who {

namespace {

constexpr auto person = NameKind::person;
constexpr auto org = NameKind::org;
constexpr auto place = NameKind::place;
constexpr auto nation = NameKind::nation;
constexpr auto other = NameKind::other;

/// The dash of `2-0`, `30-16`.
bool is_score(const Parse& parse, TokenIndex dash) {
    return parse.at(dash).text == "-" && dash > 0 && dash + 1 < parse.size() &&
           parse.at(dash - 1).pos == Pos::num && parse.at(dash + 1).pos == Pos::num &&
           parse.at(dash - 1).text.size() <= 3 && parse.at(dash + 1).text.size() <= 3;
}

/// Whether a report is about sport: enough words that only sport has.
bool is_about_sport(const Parse& parse) {
    constexpr int enough = 3, one_in = 80;
    int found = 0;
    for (TokenIndex i = 0; i < parse.size(); ++i)
        if (is_name_word(parse.at(i).lower, NameWord::sport) || is_score(parse, i)) ++found;
    return found >= enough && found * one_in >= parse.size();
}

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

bool is_initials(std::string_view word) {
    return word.size() >= 2 && std::all_of(word.begin(), word.end(), [](char c) {
               return is_upper(c) || c == '.' || c == '&' || is_digit(c);
           });
}

/// `F-16`, `Su-27`.
bool is_model_number(std::string_view word) {
    const std::size_t dash = word.find('-');
    return dash != std::string_view::npos && dash > 0 && dash <= 3 && dash + 1 < word.size() &&
           word.size() <= 7 && is_upper(word.front()) && is_digit(word[dash + 1]);
}

/// What a list of names is worth: firms are called like people, things hardly.
float weight_of_known(NameKind kind) {
    constexpr float of_thing = 6, of_nation = 5, of_body = 4;
    return kind == other ? of_thing : kind == nation ? of_nation : of_body;
}

/// `Buddhism`, `Marxism`.
bool is_doctrine(std::string_view word) {
    constexpr std::size_t shortest = 7;
    return word.size() >= shortest && word.ends_with("ism") && is_lower(word[1]);
}

/// `Gardenfence.com`: the name of a site as it is typed.
bool is_site(std::string_view lower) {
    return lower.ends_with(".com") || lower.ends_with(".org") || lower.ends_with(".net");
}

/// `HMS` of `HMS Upton`.
bool is_ship_mark(std::string_view text) {
    return text == "HMS" || text == "USS" || text == "HMAS" || text == "HMCS" || text == "INS" ||
           text == "RMS" || text == "MV" || text == "USNS" || text == "SS";
}

/// `South` of `South Upton`.
bool is_direction(std::string_view lower) {
    return lower == "north" || lower == "south" || lower == "east" || lower == "west" || lower == "upper" ||
           lower == "lower";
}

/// `M.`, `J.R.`: what stands for a given name.
bool is_initial(std::string_view word) {
    if (word.size() < 2 || word.size() > 4 || word.back() != '.') return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (i % 2 == 0 ? !is_upper(word[i]) : word[i] != '.') return false;
    return true;
}

} // namespace

NameKind kind_of(NameType type) {
    switch (type) {
    case NameType::person: return person;
    case NameType::org: return org;
    case NameType::gpe:
    case NameType::loc:
    case NameType::fac: return place;
    case NameType::norp:
    case NameType::language: return nation;
    default: return other;
    }
}

void Points::add(const Points& more, float factor) {
    for (std::size_t i = 0; i < name_kinds; ++i) of[i] += factor * more.of[i];
}

NameKind Points::best() const {
    return static_cast<NameKind>(std::max_element(of.begin(), of.end()) - of.begin());
}

NameEvidence::NameEvidence(const Parse& parse, const ActorBook& book, const where::Gazetteer& gazetteer)
    : m_parse(parse), m_book(book), m_gazetteer(gazetteer), m_is_sport(who::is_about_sport(parse)) {
    for (const char c : parse.text) m_has_small = m_has_small || is_lower(c);
}

Points NameEvidence::by_model(const FoundName& name) const {
    constexpr float scale = 0.36F, least = -4.0F, certain = 2, told = 6;
    Points points;
    for (float& value : points.of) value = -certain;
    points[kind_of(name.type)] = 0;
    if (m_parse.opinions.empty()) return points;
    // A name whose front was cut off has no opinion of its own: the model's type is all there is.
    const NameOpinion& opinion =
        m_parse.opinions[static_cast<std::size_t>(name.judged == no_token ? name.first : name.judged)];
    if (opinion.none == NameOpinion::least) return points;
    const float values[name_kinds] = {opinion.person, opinion.org, opinion.place, opinion.nation,
                                      opinion.other};
    const float most = *std::max_element(values, values + name_kinds);
    for (std::size_t i = 0; i < name_kinds; ++i) points.of[i] = std::max(least, scale * (values[i] - most));
    if (name.sure) points[kind_of(name.type)] += told;
    return points;
}

Points NameEvidence::by_itself(FoundName& name) const {
    Points points = by_knowledge(name);
    points.add(by_words(name));
    return points;
}

Points NameEvidence::by_knowledge(FoundName& name) const {
    Points points;
    std::string_view word = text(name);
    if (word.starts_with("the ") || word.starts_with("The ")) word.remove_prefix(4);
    if (name.entry == nullptr) name.entry = m_book.find(word);
    if (name.entry != nullptr) {
        const std::string& kind = name.entry->kind;
        if (kind == "person")
            points[person] += 4;
        else if (kind == "population")
            points[nation] += 2;
        else if (kind != "state")
            points[org] += 4;
    } else if (name.last - name.first == 1 && m_book.is_last_name(word)) {
        points[person] += 3.5F;
    }
    bool is_club = false;
    if (const auto known = known_name(word)) {
        if (!known->is_team)
            points[kind_of(known->type)] += weight_of_known(kind_of(known->type));
        else if (m_is_sport)
            points[org] += 2.5F, is_club = true;
    }
    if (!codes::country_of_name(word).empty())
        points[place] += 4;
    else if (!codes::country_of_demonym(word).empty())
        points[nation] += 3;
    else if (is_people_of_part(name))
        points[nation] += 5;
    else
        points[place] += by_gazetteer(name) * (is_club ? 0.5F : 1);
    return points;
}

/// `South Vietnamese`, `West African`.
bool NameEvidence::is_people_of_part(const FoundName& name) const {
    if (name.last - name.first != 2 || !is_direction(at(name.first).lower)) return false;
    const std::string_view people = at(name.first + 1).text;
    const auto known = known_name(people);
    return !codes::country_of_demonym(people).empty() || (known && known->type == NameType::norp);
}

/// A big town weighs more than a hamlet, whose name may be anybody's.
float NameEvidence::by_gazetteer(const FoundName& name) const {
    float best = -0.4F;
    for (const where::Gazetteer::NameEntry& entry : m_gazetteer.find(text(name))) {
        const where::PlaceRecord* record = &m_gazetteer.place(entry);
        float weight = 0.3F;
        if (record->kind == where::PlaceKind::country || record->kind == where::PlaceKind::admin1)
            weight = 2;
        else if (record->kind == where::PlaceKind::region || record->kind == where::PlaceKind::water ||
                 record->kind == where::PlaceKind::mountain || record->kind == where::PlaceKind::area)
            weight = 1.5F;
        else if (record->population >= 1'000'000)
            weight = 2;
        else if (record->population >= 100'000)
            weight = 1.5F;
        else if (record->population >= 10'000)
            weight = 0.9F;
        best = std::max(best, weight);
    }
    // Hardly anybody is called by the two words of a town, unless the first is a given name. Arabic towns
    // have articles that are given names, too.
    constexpr float of_several = 1.2F, of_arabic = 3;
    const std::string_view first = at(name.first).lower;
    if (best < 0 || name.last - name.first == 1) return best;
    if (first == "al" || first == "tal" || first == "ain" || first == "umm") return best + of_arabic;
    return m_book.gender_of(first).empty() ? best + of_several : best;
}

Points NameEvidence::by_words(const FoundName& name) const {
    Points points;
    const Token& first = at(name.first);
    const Token& last = at(name.last - 1);
    const TokenIndex size = name.last - name.first;
    if (size == 1) return by_lone_word(name);
    const bool known_first = !m_book.gender_of(first.lower).empty();
    if (is_name_word(last.lower, NameWord::firm)) points[org] += 4;
    if (is_name_word(last.lower, NameWord::org)) points[org] += known_first && size == 2 ? 2.0F : 3.0F;
    if (size > 2 && at(name.first + 1).lower == "of") {
        if (is_name_word(first.lower, NameWord::org_of))
            points[org] += 3;
        else if (is_name_word(first.lower, NameWord::place_of))
            points[place] += 3;
    }
    if (is_name_word(last.lower, NameWord::place) || is_name_word(last.lower, NameWord::building))
        points[place] += known_first && size == 2 ? 2.5F : 4.5F;
    if (first.lower == "mount" || first.lower == "mt" || first.lower == "mt.")
        points[place] += 3.5F;
    else if (first.lower == "lake" || first.lower == "fort" || first.lower == "port" ||
             first.lower == "cape" || first.lower == "camp")
        points[place] += 2;
    if (is_name_word(last.lower, NameWord::event) || is_name_word(last.lower, NameWord::award) ||
        is_name_word(last.lower, NameWord::law))
        points[other] += 3;
    if (is_name_word(first.lower, NameWord::event_first)) points[other] += 5;
    if (at(name.first + 1).lower == "base" && is_initials(first.text)) points[place] += 4; // `RAF Base Upton`
    if (is_ship_mark(first.text)) points[other] += 5;
    const bool plain = points[org] < 1 && points[place] < 1 && points[other] < 1;
    if (plain && size <= 4 && known_first) points[person] += 2.2F;
    if (plain && size == 2 && is_direction(first.lower)) points[place] += 2;
    if (plain && size <= 4 && is_initial(first.text)) points[person] += 2;
    if (has_digit(text(name))) points[person] -= 3;
    for (TokenIndex i = name.first + 1; i + 1 < name.last; ++i)
        if (at(i).tag == Tag::pos) points[person] -= 3; // `Ada's Motors`
    if (is_model_number(first.text) || is_model_number(last.text)) points[other] += 3;
    return points;
}

Points NameEvidence::by_lone_word(const FoundName& name) const {
    Points points;
    const std::string_view word = text(name);
    if (!m_book.gender_of(at(name.first).lower).empty()) points[person] += 0.8F;
    if (m_has_small && is_initials(word)) {
        points[org] += 0.5F;
        points[person] -= 1;
    }
    if (has_digit(word)) points[person] -= 3;
    if (is_model_number(word)) points[other] += 3;
    if (is_doctrine(word)) points[nation] += 4;
    if (is_site(at(name.first).lower)) points[other] += 2;
    const Token& token = at(name.first);
    if (token.tag == Tag::nnp && (token.dep == Dep::nsubj || token.dep == Dep::nsubjpass))
        points[other] -= 0.7F;
    return points;
}

} // namespace dateline::who

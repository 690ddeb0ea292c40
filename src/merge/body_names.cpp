#include "merge/body_names.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"
#include "codes/countries.hpp"

namespace dateline::merge {

namespace {

constexpr std::size_t longest_name = 60;      // bytes
constexpr std::size_t few_reports = 10;       // of an actor: one report may name it alone
constexpr std::size_t reports_a_name = 50;    // one in so many must have a name
constexpr std::size_t most_names_a_body = 40; // those of most reports

bool is_joining(std::string_view word) {
    constexpr std::array<std::string_view, 8> joining = {"of", "and", "for", "the", "in", "de", "on", "to"};
    return std::find(joining.begin(), joining.end(), word) != joining.end();
}

/// `US-Taliban` of the Taliban.
bool is_pair(std::string_view name, std::string_view own) {
    return name.size() > own.size() && name.ends_with(own) && name[name.size() - own.size() - 1] == '-';
}

bool is_called_by_names(const Actor& actor) {
    return actor.kind != "person" && actor.kind != "population" && actor.kind != "thing";
}

} // namespace

std::string_view name_at_end(std::string_view phrase) {
    for (const std::string_view possessive : {"'s", "’s", "'", "’"})
        if (phrase.ends_with(possessive)) phrase.remove_suffix(possessive.size());
    std::size_t start = phrase.size();
    for (std::size_t end = phrase.size(); end > 0;) {
        const std::size_t space = phrase.rfind(' ', end - 1);
        const std::size_t first = space == std::string_view::npos ? 0 : space + 1;
        const std::string_view word = phrase.substr(first, end - first);
        const bool is_name = !word.empty() && is_upper(word.front());
        if (!is_name && (start == phrase.size() || !is_joining(word))) break;
        if (is_name && (word.ends_with("'s") || word.ends_with("’s"))) break; // somebody's
        if (is_name && word != "The") start = first;
        end = space == std::string_view::npos ? 0 : space;
    }
    return phrase.substr(start);
}

void BodyNames::count(std::size_t index, const CodedReport& coded, const Actor& actor) {
    if (!is_called_by_names(actor)) return;
    std::set<std::string_view> names;
    for (const Mention& mention : actor.mentions)
        if (mention.form == "name")
            if (const std::string_view name = name_at_end(words(coded.report.text, mention.span));
                !name.empty() && name.size() <= longest_name && !is_pair(name, actor.name) &&
                name.find_first_of("\n\t[]()\"|/:;") == std::string_view::npos)
                names.insert(name);
    if (names.empty()) return;
    auto& reports = m_reports[index];
    for (const std::string_view name : names) {
        const auto known = reports.find(name);
        known == reports.end() ? void(reports.emplace(name, 1)) : void(++known->second);
    }
}

void BodyNames::give(std::vector<MergedActor>& actors) const {
    for (const auto& [index, reports] : m_reports) {
        MergedActor& actor = actors[index];
        const std::size_t all = actor.members.size();
        std::vector<std::pair<std::size_t, std::string_view>> names;
        for (const auto& [name, count] : reports) {
            const std::string_view country = codes::country_of_name(name);
            if (actor.kind_of == "state" ? country != actor.country : !country.empty()) continue;
            if (count * reports_a_name >= all && (count > 1 || all < few_reports))
                names.emplace_back(count, name);
        }
        std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        if (names.size() > most_names_a_body) names.resize(most_names_a_body);
        for (const auto& [count, name] : names)
            if (std::find(actor.aliases.begin(), actor.aliases.end(), name) == actor.aliases.end())
                actor.aliases.emplace_back(name);
    }
}

} // namespace dateline::merge

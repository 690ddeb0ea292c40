// `The toll rose to 12`: the figure counts nobody that stands in the sentence; it belongs to the event the
// toll is of, or, where that is not named, to what happens to the toll.

#include "what/toll.hpp"

#include <algorithm>
#include <array>

namespace dateline::what {

namespace {

/// Behind which words the figure stands that a toll has come to.
constexpr std::array<std::string_view, 5> reached{"to", "at", "past", "above", "beyond"};

/// What a toll counts: the dead unless its own words say otherwise.
std::string_view counted_by_toll(const ReportWords& words, TokenIndex toll) {
    for (const TokenIndex c : words.parse().children(toll)) {
        if (c > toll) break;
        const std::string_view word = words.at(c).lemma;
        if (word == "injury" || word == "casualty" || word == "tax" || word == "road") return "";
    }
    return "killed";
}

TokenIndex deed_of_toll(const ReportWords& words, TokenIndex toll) {
    for (const TokenIndex c : words.parse().children(toll)) {
        const std::string_view word = words.at(c).lower;
        if (words.at(c).dep == Dep::prep && (word == "from" || word == "in" || word == "of"))
            return words.parse().child(c, Dep::pobj);
    }
    return no_token;
}

/// The figure behind the verb: `rose to 12`, `reached 12`, `stands at 12 people`.
std::optional<Quantity> figure_of(const ReportWords& words, const Arguments& arguments) {
    if (arguments.object != no_token)
        if (const auto quantity = quantity_of(words, arguments.object)) return quantity;
    for (const Oblique& oblique : arguments.obliques)
        if (std::find(reached.begin(), reached.end(), oblique.word) != reached.end())
            if (const auto quantity = quantity_of(words, oblique.object)) return quantity;
    return std::nullopt;
}

} // namespace

std::optional<Toll> toll_told_by(const ReportWords& words, const Arguments& arguments) {
    const TokenIndex toll = arguments.noun || arguments.passive ? no_token : arguments.subject;
    if (toll == no_token || words.at(toll).lemma != "toll") return std::nullopt;
    const std::string_view what = counted_by_toll(words, toll);
    const std::optional<Quantity> figure = figure_of(words, arguments);
    if (what.empty() || !figure) return std::nullopt;
    return Toll{Count{std::string(what), figure->low, figure->high, "", figure->span},
                deed_of_toll(words, toll)};
}

} // namespace dateline::what

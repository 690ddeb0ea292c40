// The object of a verb, the `of` phrase of a noun. Parties are told by roles; what is left are things, and
// two reports that call off two things tell two events.

#include "what/things.hpp"

#include <algorithm>

#include "what/participant_span.hpp"

namespace dateline::what {

namespace {

TokenIndex object_of(const Arguments& arguments) {
    if (!arguments.noun) return arguments.object;
    const auto& obliques = arguments.obliques;
    const auto of = std::find_if(obliques.begin(), obliques.end(),
                                 [](const Oblique& oblique) { return oblique.word == "of"; });
    return of == obliques.end() ? no_token : of->object;
}

bool is_thing(const ReportWords& words, TokenIndex t) {
    const NameType type = words.at(t).name_type;
    return words.is_noun(t) && !words.is_actor(t) && (words.built_in(t) & built_in_amount) == 0 &&
           type != NameType::date && type != NameType::time;
}

} // namespace

std::optional<Thing> thing_done_to(const ReportWords& words, const Arguments& arguments, Span trigger) {
    const TokenIndex object = object_of(arguments);
    if (object == no_token) return std::nullopt;
    const TokenIndex head = whole_of(words, object); // `dozens of flights`
    if (words.at(head).span.overlaps(trigger) || !is_thing(words, head)) return std::nullopt;
    return Thing{participant_at(words, head).span, words.at(head).span};
}

} // namespace dateline::what

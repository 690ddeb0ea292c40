// What is worth a line of a brief. A page that somebody sends on tells who did what to whom; a word with one
// party and neither day nor place tells nothing that its sentence would not tell better. What is left out
// here stands in the timeline.

#include "show/worth.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <string_view>

#include "base/text.hpp"
#include "show/days.hpp"
#include "show/words.hpp"

namespace dateline::show {

namespace {

constexpr int days_of_background = 60; // before the first report: what is older is background

/// Of the days of the story, without a day, or background.
enum class Age { current, unknown, background };

Age age_of(const Event& event, const Period& period) {
    const auto day = day_number(event.from);
    const auto first = day_number(period.first);
    if (!day) return Age::unknown;
    return !first || *day >= *first - days_of_background ? Age::current : Age::background;
}

/// Reports that do not repeat each other.
std::size_t tellers(const Event& event) {
    return event.origins > 0 ? event.origins : event.reports;
}

/// Verbal kinds of PLOVER: what matters is to whom it was said.
bool is_verbal(const Event& event) {
    if (event.mode == "investigate") return false;
    static const std::set<std::string_view> types{"AGREE",  "SUPPORT", "CONCEDE", "ACCUSE",
                                                  "REJECT", "REQUEST", "THREATEN"};
    return types.contains(event.type);
}

/// False for a meeting of one, a visit to nowhere, an accusation by nobody.
bool is_whole(const Event& event) {
    const bool both = !event.actors.empty() && !event.recipients.empty();
    const bool placed = !event.place.name.empty();
    const bool anybody = !event.actors.empty() || !event.recipients.empty();
    if (event.type == "PROTEST" && event.counts.empty()) return anybody || placed || !event.from.empty();
    if (!event.counts.empty()) return true;
    // of no type of PLOVER: two who do something together somewhere, or what several tell
    if (event.type.empty()) {
        const bool two = event.actors.size() + event.recipients.size() > 1;
        return anybody && !event.from.empty() && (tellers(event) > 1 ? both || placed : two && placed);
    }
    if (event.mode == "visit") return !event.actors.empty() && (placed || both || event.status == "planned");
    if (event.type == "CONSULT" || event.type == "COOPERATE")
        return both || event.actors.size() > 1 || (placed && !event.actors.empty() && !event.from.empty());
    if (event.type == "SUPPORT") return both;
    if (is_verbal(event) || event.type == "AID") return !event.actors.empty();
    return anybody;
}

/// A name; letters beyond ASCII (`Élodie`) count as capitals, since phrases seldom begin with one.
bool is_named(std::string_view speaker) {
    return !speaker.empty() &&
           (is_upper(speaker.front()) || (static_cast<unsigned char>(speaker.front()) & 0x80U) != 0);
}

} // namespace

bool is_background(const Event& event, const Period& period) {
    return age_of(event, period) == Age::background;
}

int worth(const Event& event, const Period& period) {
    if (!is_whole(event)) return 0;
    constexpr std::size_t most_tellers = 5;
    const bool both = !event.actors.empty() && !event.recipients.empty();
    const bool verbal = is_verbal(event);
    int sum = 1;
    sum += both || (event.type == "CONSULT" && event.mode == "visit") ? 3 : 0;
    const Age age = age_of(event, period);
    sum += age == Age::current ? 3 : age == Age::background ? -2 : 0;
    sum += event.place.name.empty() ? 0 : 1;
    sum += event.counts.empty() ? 0 : 3;
    sum += event.disputes.empty() ? 0 : 2;
    sum += verbal ? 0 : event.type.empty() ? -2 : 1;
    sum += static_cast<int>(std::min(tellers(event), most_tellers) - 1) * 2;
    constexpr int least_of_what_may_be = 3; // `to free the hostages` alone is nobody's plan
    const bool may_be = event.status == "possible" || event.status == "conditional" ||
                        event.status == "hypothetical" || event.status == "requested";
    if (may_be && sum < least_of_what_may_be) return 0;
    constexpr int least_of_background = 5; // it has figures, or several reports recall it
    if (age == Age::background && sum < least_of_background) return 0;
    return std::max(sum - (may_be ? 1 : 0), 1);
}

int worth(const store::SaidInfo& said) {
    if (is_on(WordList::nobody, said.speaker)) return 0;
    const auto blanks = std::count(said.words.begin(), said.words.end(), ' ');
    constexpr std::int64_t least_blanks = 3;
    if (!said.direct && blanks < least_blanks) return 0;
    constexpr std::size_t longest_speaker = 60; // bytes; longer is a clause
    if (said.speaker.size() > longest_speaker) return 0;
    if (is_on(WordList::headless, std::string_view(said.words).substr(0, said.words.find(' ')))) return 0;
    constexpr std::int64_t few_words = 4;
    return 1 + (said.direct ? 1 : 0) + (is_named(said.speaker) ? 3 : 0) + (blanks >= few_words ? 1 : 0);
}

std::vector<std::size_t> highest(const std::vector<int>& worths, std::size_t most) {
    std::vector<std::size_t> places(worths.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b) { return worths[a] > worths[b]; });
    if (places.size() > most) places.resize(most);
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace dateline::show

// Figures are compared by what they allow, not by the number alone: `at least 20` and 25 agree, `hundreds`
// agrees with 430, `about 90` with 100. A part of the toll is no rival of the whole.

#include "merge/event_counts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

#include "base/text.hpp"
#include "merge/actor_keys.hpp"

namespace dateline::merge {

namespace {

constexpr std::array<std::string_view, 14> all_words{
    "",       "people",   "person", "persons",   "others", "dead", "victims", "individuals",
    "dozens", "hundreds", "scores", "thousands", "tens",   "lives"};
constexpr std::array<std::string_view, 3> beside_words{"other", "others", "more"};

bool has_word(std::string_view text, std::string_view word) {
    const auto all = split(text, ' ');
    return std::find(all.begin(), all.end(), word) != all.end();
}

/// The word that stands before a byte or after it.
std::string neighbour_before(std::string_view text, std::uint32_t at) {
    const std::string_view before = trim(text.substr(0, at));
    return to_lower(before.substr(before.find_last_of(" \n\t") + 1));
}

std::string neighbour_after(std::string_view text, std::uint32_t at) {
    std::string_view after = text.substr(at);
    after = trim(after.substr(0, 24));
    return to_lower(after.substr(0, after.find_first_of(" \n\t,.;")));
}

bool is_beside(const std::string& word) {
    return std::find(beside_words.begin(), beside_words.end(), word) != beside_words.end();
}

/// What the words around a number make of it.
void set_bounds(Figure& figure, const Count& count, std::string_view text) {
    constexpr double near = 0.2;
    constexpr double vague = 3;
    constexpr double no_end = std::numeric_limits<double>::infinity();
    const std::string words_of = to_lower(words(text, count.span));
    figure.low = count.low;
    figure.high = count.high;
    const bool is_round_word =
        std::none_of(words_of.begin(), words_of.end(), is_digit) &&
        (has_word(words_of, "hundred") || has_word(words_of, "thousand") || has_word(words_of, "dozen"));
    if (count.high >= vague * count.low || is_round_word) { // `hundreds`, `several hundred`
        figure.low = count.low / 2;
        figure.high = count.low * 10;
    }
    const std::string before = neighbour_before(text, count.span.start);
    if (has_word(words_of, "least") || (has_word(words_of, "than") && before != "fewer" && before != "less"))
        figure.high = no_end;
    else if (has_word(words_of, "than") || has_word(words_of, "up") || has_word(words_of, "many"))
        figure.low = 0;
    else
        for (const std::string_view word :
             {"about", "around", "some", "nearly", "almost", "roughly", "approximately", "estimated"})
            if (has_word(words_of, word) || before == word) {
                figure.low = std::min(figure.low, count.low * (1 - near));
                figure.high = std::max(figure.high, count.high * (1 + near));
            }
}

bool is_fact(const Telling& telling) {
    return telling.claim->status == "happened" || telling.claim->status == "ongoing";
}

bool is_surer(const Figure& one, const Figure& other) {
    if (one.of.empty() != other.of.empty()) return one.of.empty();
    if (one.value != other.value) return one.value > other.value;
    // A title has the day of its report only.
    return one.telling->view->is_told_day && !other.telling->view->is_told_day;
}

} // namespace

std::map<std::string, std::vector<Figure>> figures_of(const std::vector<Telling>& tellings) {
    std::map<std::string, std::vector<Figure>> out;
    for (const Telling& telling : tellings) {
        if (!telling.is_current || !is_fact(telling)) continue;
        const std::string_view text = telling.coded->report.text;
        for (const Count& count : telling.claim->counts) {
            if (neighbour_before(text, count.span.start) == "another" ||
                is_beside(neighbour_after(text, count.span.end)))
                continue;
            Figure figure{count.low, count.high, 0, 0, common_noun(count.of), &telling, &count};
            if (std::find(all_words.begin(), all_words.end(), figure.of) != all_words.end())
                figure.of.clear();
            set_bounds(figure, count, text);
            auto& list = out[count.what];
            if (list.empty() || list.back().telling->view->report != telling.view->report)
                list.push_back(std::move(figure));
            else if (is_surer(figure, list.back()))
                list.back() = std::move(figure);
        }
    }
    for (auto& [what, list] : out)
        if (std::any_of(list.begin(), list.end(), [](const Figure& figure) { return figure.of.empty(); }))
            std::erase_if(list, [](const Figure& figure) { return !figure.of.empty(); });
    std::erase_if(out, [](const auto& entry) { return entry.second.empty(); });
    return out;
}

bool are_alike(const Figure& one, const Figure& other) {
    if (one.low <= other.high && other.low <= one.high) return true;
    if (one.of != other.of) return true;
    constexpr double rounding = 0.1, least_rounded = 20;
    const double larger = std::max(one.value, other.value), smaller = std::min(one.value, other.value);
    return larger >= least_rounded && larger - smaller <= rounding * larger;
}

bool are_of_other_scale(const Figure& one, const Figure& other) {
    constexpr double same_scale = 6;
    return std::min(one.value, other.value) * same_scale < std::max(one.value, other.value);
}

void tell_counts(Event& event, const std::vector<Telling>& tellings) {
    for (const auto& [what, list] : figures_of(tellings)) {
        MergedCount merged{what, list.front().value, list.front().most, list.back().value, {}};
        std::map<double, std::set<std::string>> voices;
        for (const Figure& figure : list) {
            merged.low = std::min(merged.low, figure.value);
            merged.high = std::max(merged.high, figure.most);
            voices[figure.value].insert(figure.telling->origin);
        }
        // The latest figure, unless more voices give another that is no older.
        const std::string last_day = list.back().telling->day();
        for (const Figure& figure : list)
            if (figure.telling->day() == last_day && voices[figure.value].size() > voices[merged.best].size())
                merged.best = figure.value;
        for (const Figure& figure : list)
            if (figure.value == merged.best)
                for (const CountPart& part : figure.count->parts) merged.parts[to_lower(part.of)] = part.low;
        event.counts.push_back(merged);
    }
}

} // namespace dateline::merge

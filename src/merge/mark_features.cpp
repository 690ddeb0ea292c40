// What tells one happening from another of its kind when words, people and days do not: another thing, people
// of another country, another magnitude or score, another year, `another` itself, one or many of them, or the
// same two with their parts exchanged.

#include <algorithm>
#include <chrono>

#include "merge/order_words.hpp"
#include "merge/sorted.hpp"
#include "merge/tally.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

using enum PairFeature;

template<typename T>
bool are_apart(const std::vector<T>& one, const std::vector<T>& other) {
    return !one.empty() && !other.empty() && !share(one, other);
}

/// Whether two sides have an actor or a word in common.
bool meet(const SideView& one, const SideView& other) {
    return share(one.actors, other.actors) || share(one.words, other.words);
}

/// Whether the words of a side hold a noun.
bool names(const std::vector<std::uint32_t>& words, std::uint64_t noun) {
    return std::binary_search(words.begin(), words.end(), short_hash(noun));
}

void compare_things(const ClaimView& one, const ClaimView& other, Tally& tally) {
    if (is_meeting(one) && is_meeting(other)) return; // what they talk about is many things
    const PhraseMarks &a = one.marks, &b = other.marks;
    if (a.thing_noun != 0 && b.thing_noun != 0) {
        const bool is_same_noun = a.thing_noun == b.thing_noun;
        tally.add(is_same_noun ? same_thing : share(a.thing, b.thing) ? like_thing : other_thing);
        return;
    }
    // `captured the boats` and `captured the pirates`
    const auto is_thing_to_party = [](const ClaimView& thing, const ClaimView& party) {
        return thing.marks.thing_noun != 0 && thing.recipients.actors.empty() &&
               !party.recipients.actors.empty() && !names(party.recipients.words, thing.marks.thing_noun);
    };
    if (is_thing_to_party(one, other) || is_thing_to_party(other, one)) tally.add(thing_or_party);
}

bool has_two_sides(const ClaimView& claim) {
    return !claim.actors.words.empty() && !claim.recipients.words.empty();
}

/// In `X shelled Y` and `Y shelled X` the same two have exchanged their parts. Where one side only is told,
/// `the ship sank` and `sank the ship` are one.
void compare_direction(const ClaimView& one, const ClaimView& other, Tally& tally) {
    // `beat` and `lost to` turn the same two around and mean one game
    constexpr std::uint64_t consult = hash_text("CONSULT");
    if (one.type == consult || other.type == consult || one.key != other.key) return;
    if (!has_two_sides(one) || !has_two_sides(other)) return;
    const bool is_crossed = meet(one.actors, other.recipients) || meet(one.recipients, other.actors);
    if (is_crossed && !meet(one.actors, other.actors) && !meet(one.recipients, other.recipients))
        tally.add(turned_around);
}

void compare_measures(const std::vector<Measure>& one, const std::vector<Measure>& other, Tally& tally) {
    if (one.empty() || other.empty()) return;
    if (share(one, other)) {
        tally.add(same_measure);
        return;
    }
    const bool is_one_kind = std::any_of(one.begin(), one.end(), [&](const Measure& a) {
        return std::any_of(other.begin(), other.end(), [&](const Measure& b) { return a.kind == b.kind; });
    });
    if (is_one_kind) tally.add(other_measure);
}

int year_of(std::int32_t day) {
    using std::chrono::days, std::chrono::sys_days, std::chrono::year_month_day;
    return static_cast<int>(year_month_day(sys_days(days(day))).year());
}

/// Whether the days of a claim lie in none of the years that another names.
bool lies_in_no_year(const ClaimView& claim, const std::array<std::uint16_t, 2>& years) {
    if (claim.first_day == unknown_day) return false;
    const int first = year_of(claim.first_day), last = year_of(claim.last_day);
    return std::none_of(years.begin(), years.end(), [&](int year) { return year >= first && year <= last; });
}

void compare_near_years(const ClaimView& one, const ClaimView& other, Tally& tally) {
    const auto &a = one.marks.years, &b = other.marks.years;
    if (a[0] == 0 && b[0] == 0) return;
    if (a[0] == 0 || b[0] == 0) {
        if (lies_in_no_year(a[0] == 0 ? one : other, a[0] == 0 ? b : a)) tally.add(other_near_year);
        return;
    }
    const bool is_shared = std::any_of(a.begin(), a.end(), [&](std::uint16_t year) {
        return year != 0 && std::find(b.begin(), b.end(), year) != b.end();
    });
    tally.add(is_shared ? same_near_year : other_near_year);
}

bool differ(Number one, Number other) {
    return one != Number::unknown && other != Number::unknown && one != other;
}

/// Whether two claims name the same two, each on the other side.
bool are_exchanged(const ClaimView& one, const ClaimView& other) {
    return share(one.actors.actors, other.recipients.actors) &&
           share(one.recipients.actors, other.actors.actors);
}

/// Men and women, nations, on either side.
void compare_people(const PhraseMarks& one, const PhraseMarks& other, Tally& tally) {
    const auto are_of_other_gender = [](unsigned a, unsigned b) { return a != 0 && b != 0 && (a & b) == 0; };
    if (are_of_other_gender(one.recipient_genders, other.recipient_genders) ||
        are_of_other_gender(one.actor_genders, other.actor_genders))
        tally.add(other_gender);
    if (are_apart(one.actor_nations, other.actor_nations)) tally.add(other_actor_nation);
    if (are_apart(one.recipient_nations, other.recipient_nations)) tally.add(other_recipient_nation);
}

/// One and many.
void compare_numbers(const ClaimView& one, const ClaimView& other, Tally& tally) {
    if (are_meetings_of_two(one, other)) return;
    if (differ(one.marks.actors, other.marks.actors)) tally.add(one_or_more_actors);
    if (differ(one.marks.recipients, other.marks.recipients)) tally.add(one_or_more_recipients);
}

/// What one sentence tells by one word of two people or things is two happenings.
void compare_in_sentence(const ClaimView& one, const ClaimView& other, Tally& tally) {
    if (!are_of_one_sentence(one, other) || !tally.has_like_word()) return;
    if (tally.has(other_thing) || tally.has(thing_or_party) || tally.has(unlike_actors) ||
        tally.has(unlike_recipients))
        tally.add(twin_in_sentence);
}

/// `These attacks` are those that the report has just told of.
void compare_pointing(const ClaimView& one, const ClaimView& other, Tally& tally) {
    if (one.marks.is_pointing == other.marks.is_pointing) return;
    const std::uint64_t gap =
        one.sentence > other.sentence ? one.sentence - other.sentence : other.sentence - one.sentence;
    tally.add(one.report == other.report && gap <= 2 ? pointed_near : pointed_far);
}

/// `Deaths` and `death`, or `the deaths` and `died`: told as many and as one.
bool is_plural_of(const ClaimView& many, const ClaimView& one) {
    return many.is_plural_noun && !one.is_plural_noun;
}

/// `The 2008 campaign` and `the campaign` of a report of 2012.
bool is_of_old_year(const ClaimView& claim) {
    if (claim.published == unknown_day) return false;
    const int year = year_of(claim.published);
    return claim.marks.years[0] != 0 && std::all_of(claim.marks.years.begin(), claim.marks.years.end(),
                                                    [&](int named) { return named < year; });
}

void compare_named(const ClaimView& one, const ClaimView& other, Tally& tally) {
    if (one.sentence == other.sentence) return;
    if (one.report == other.report && name_other_dates(one.named, other.named)) tally.add(other_date);
    if ((one.named.weekdays & other.named.weekdays) != 0) tally.add(same_weekday);
    if ((is_of_old_year(one) && other.marks.years[0] == 0) ||
        (is_of_old_year(other) && one.marks.years[0] == 0))
        tally.add(old_year_on_one);
    if (one.stem == other.stem && (is_plural_of(one, other) || is_plural_of(other, one)))
        tally.add(one_or_more_happenings);
}

bool is_another(const ClaimView& claim) {
    return ((claim.order | claim.marks.order) & another_bit()) != 0;
}

} // namespace

void compare_marks(const ClaimView& one, const ClaimView& other, Tally& tally) {
    const PhraseMarks &a = one.marks, &b = other.marks;
    compare_things(one, other, tally);
    compare_direction(one, other, tally);
    compare_measures(a.measures, b.measures, tally);
    compare_near_years(one, other, tally);
    if (!are_exchanged(one, other)) {
        compare_people(a, b, tally);
        compare_numbers(one, other, tally);
    }
    if (a.cause != 0 && b.cause != 0 && a.cause != b.cause) tally.add(other_cause);
    compare_pointing(one, other, tally);
    compare_named(one, other, tally);
    compare_in_sentence(one, other, tally);
    if (one.report == other.report && a.is_also != b.is_also) tally.add(also_in_report);
    if (is_another(one) != is_another(other)) tally.add(another);
    if (a.order != b.order && !are_meetings_of_two(one, other)) tally.add(other_ordinal); // `the two leaders`
}

} // namespace dateline::merge

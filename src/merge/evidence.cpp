// Each kind of evidence is a feature with a weight in one table; their sum is the logarithm of the odds that
// two claims tell one event (logistic regression). The same word for the happening is the ground; who, when,
// where, how many, the other words of the sentence and the story speak for or against it. Another word needs
// nearly all else the same.

#include "merge/evidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include "merge/sorted.hpp"
#include "merge/tally.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

using enum PairFeature;

constexpr std::int32_t days_of_one_event = 10;
constexpr std::int32_t days_of_span = 7; // a week or a weekend is a day of its own

// What claims are, as their views hold it; hashed when this is compiled.
constexpr std::uint64_t planned = hash_text("planned"), happened = hash_text("happened"),
                        ongoing = hash_text("ongoing"), denied = hash_text("denied"),
                        requested = hash_text("requested"), hypothetical = hash_text("hypothetical"),
                        conditional = hash_text("conditional"), possible = hash_text("possible");
constexpr std::uint64_t consult = hash_text("CONSULT"), visit = hash_text("visit");
constexpr std::array verbal_types{hash_text("ACCUSE"),   hash_text("SUPPORT"), hash_text("REQUEST"),
                                  hash_text("THREATEN"), hash_text("AGREE"),   hash_text("REJECT"),
                                  hash_text("CONCEDE")};

double likeness(const SentenceWords& one, const SentenceWords& other) {
    double sum = 0;
    for_each_shared(one, other, word_of, [&](const WeightedWord& a, const WeightedWord& b) {
        sum += static_cast<double>(a.weight) * static_cast<double>(b.weight);
    });
    return sum;
}

/// How many words two sentences share, but for two of them.
std::size_t shared_beside(const SentenceWords& one, const SentenceWords& other, std::uint32_t word,
                          std::uint32_t other_word) {
    std::size_t count = 0;
    for_each_shared(one, other, word_of, [&](const WeightedWord& a, const WeightedWord&) {
        if (a.word != word && a.word != other_word) ++count;
    });
    return count;
}

/// The share of the shorter list that the longer one has; 0 when one of them is empty.
double overlap(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other) {
    const std::size_t least = std::min(one.size(), other.size());
    return least == 0 ? 0 : static_cast<double>(shared_count(one, other)) / static_cast<double>(least);
}

/// Types that are acts of speech or will: who does it is what it is.
bool is_verbal(std::uint64_t type) {
    return std::find(verbal_types.begin(), verbal_types.end(), type) != verbal_types.end();
}

/// Said to have come to pass.
bool is_fact(const ClaimView& claim) {
    return claim.status == happened || claim.status == ongoing;
}

/// Said to be so, or not to be so.
bool is_flat(const ClaimView& claim) {
    return is_fact(claim) || claim.status == denied;
}

/// Asked for, thought of: no part of what happens or is going to.
bool is_unreal(const ClaimView& claim) {
    return claim.status == requested || claim.status == hypothetical || claim.status == conditional ||
           claim.status == possible;
}

/// A journey is to a region or to nowhere in particular.
bool may_be_one_journey(const ClaimView& one, const ClaimView& other) {
    return (one.place.empty() && other.is_region) || (other.place.empty() && one.is_region);
}

/// How far two numbers lie apart, 0 to 1: 1 when one of them is twice the other.
double number_gap(std::uint32_t one, std::uint32_t other) {
    if (one == 0 || other == 0 || one == other) return 0;
    return std::min(1.0, std::abs(std::log2(static_cast<double>(one) / other)));
}

bool have_nothing_shared(const SideView& one, const SideView& other) {
    return !one.words.empty() && !other.words.empty() && shared_count(one.words, other.words) == 0 &&
           shared_count(one.actors, other.actors) == 0;
}

bool share_no_day(const ClaimView& one, const ClaimView& other) {
    return one.first_day != unknown_day && other.first_day != unknown_day &&
           (one.first_day > other.last_day || other.first_day > one.last_day);
}

bool is_visit(const ClaimView& claim) {
    return claim.type == consult && claim.mode == visit;
}

/// Told in an earlier report than the other, as far as is known.
bool is_told_earlier(const ClaimView& one, const ClaimView& other) {
    return one.published != unknown_day && one.published < other.published;
}

bool share_year(const ClaimView& one, const ClaimView& other) {
    return std::any_of(one.years.begin(), one.years.end(), [&](std::uint16_t year) {
        return year != 0 && std::find(other.years.begin(), other.years.end(), year) != other.years.end();
    });
}

} // namespace

Evidence Comparer::compare(const ClaimView& one, const ClaimView& other) const {
    Tally tally;
    compare(one, other, tally);
    tally.evidence.is_barred = tally.has(never);
    return tally.evidence;
}

PairFeatures Comparer::features(const ClaimView& one, const ClaimView& other) const {
    PairFeatures values{};
    Tally tally;
    tally.values = &values;
    compare(one, other, tally);
    return values;
}

void Comparer::compare(const ClaimView& one, const ClaimView& other, Tally& tally) const {
    const Alike alike = alikeness(one, other);
    tally.add(ground);
    compare_words(one, other, tally);
    compare_kind(one, other, tally);
    compare_parties(one, other, tally);
    compare_days(one, other, tally);
    compare_surroundings(one, other, alike, tally);
    compare_places(one, other, tally);
    compare_figures(one, other, tally);
    compare_marks(one, other, tally);
    compare_lengths(one, other, alike, tally);
}

/// The longer reports are, the more happenings they tell of, and the less it says that a word comes twice.
void Comparer::compare_lengths(const ClaimView& one, const ClaimView& other, const Alike& alike,
                               Tally& tally) const {
    const bool is_word_only = tally.has_only_words();
    if (is_word_only) tally.add(word_only);
    if (one.sentence == other.sentence) return;
    constexpr double short_report = 45, most_doublings = 3; // in claims
    const double claims = std::sqrt(static_cast<double>(m_views.size_of(one.report)) *
                                    static_cast<double>(m_views.size_of(other.report)));
    const double doublings = std::clamp(std::log2(claims / short_report), 0.0, most_doublings);
    tally.add(long_reports, doublings);
    if (is_word_only) tally.add(long_word_only, doublings);
    if (is_word_only && one.report == other.report)
        tally.add(word_in_report, std::clamp(1 + std::log2(claims / short_report), 0.0, 1.0));
    if (tally.has(party) && one.type != consult) tally.add(long_party, doublings);
    if (tally.has(recipient_words))
        tally.add(long_recipients, doublings * overlap(one.recipients.words, other.recipients.words));
    tally.add(long_like, doublings * alike.sentences);
    tally.add(long_near, doublings * alike.near);
    if (one.stem == other.stem && one.form != other.form) tally.add(long_other_form, doublings);
    if (one.actors.words.empty() != other.actors.words.empty()) tally.add(long_doer_on_one, doublings);
    if (one.report == other.report && one.key == other.key)
        tally.add(long_often, doublings * std::min(most_doublings, std::log2(static_cast<double>(one.uses))));
    compare_in_news(one, other, alike, claims, tally);
}

/// What counts in reports as long as news only.
void Comparer::compare_in_news(const ClaimView& one, const ClaimView& other, const Alike& alike,
                               double claims, Tally& tally) {
    constexpr double shortest_news = 75, usual_doublings = 2; // in claims; of 1 + three words
    const double length = std::clamp(2 * std::log2(claims / shortest_news), 0.0, 1.0);
    if (length == 0) return;
    tally.add(long_shared, length * (std::log2(1 + static_cast<double>(alike.shared)) - usual_doublings));
    if (tally.has(unlike_actors)) tally.add(long_unlike_actors, length);
    if (one.report == other.report) tally.add(long_one_report, length);
    compare_around(one, other, length, tally);
}

void Comparer::compare_words(const ClaimView& one, const ClaimView& other, Tally& tally) {
    const bool is_like = one.key == other.key || one.start == other.start;
    if (!is_like) return;
    tally.add(one.stem == other.stem ? same_word : one.key == other.key ? like_word : same_start);
    if (one.is_plain_key && other.is_plain_key) tally.add(plain_word);
    if (one.parties.empty() && other.parties.empty() && one.recipients.words.empty() &&
        other.recipients.words.empty() && one.actors.words.empty() && other.actors.words.empty())
        tally.add(bare_word);
}

void Comparer::compare_kind(const ClaimView& one, const ClaimView& other, Tally& tally) {
    const ClaimView &a = one, &b = other;
    if (a.type != 0 && b.type != 0) tally.add(a.type == b.type ? same_type : other_type);
    if (a.mode != 0 && b.mode != 0 && a.mode != b.mode) tally.add(other_mode);
    if (is_visit(a) != is_visit(b)) {
        const bool are_the_same_two = a.type == b.type && shared_count(one.parties, other.parties, 2) == 2;
        tally.add(are_the_same_two ? visit_or_meeting : never);
    }
    if (is_visit(a) && is_visit(b) && one.place != other.place && !may_be_one_journey(one, other))
        tally.add(one.place.empty() || other.place.empty() ? stop_or_journey : never);
    if (is_unreal(a) && is_unreal(b) && one.voucher != other.voucher) tally.add(other_wish);
    if (a.status != b.status && (is_unreal(a) || is_unreal(b))) tally.add(unreal_and_real);
    if (a.polarity != b.polarity) {
        // One voice that says in one report of what happened that it did and did not speaks of two things.
        const bool is_one_voice = one.report == other.report && one.voucher == other.voucher;
        tally.add(is_one_voice && is_flat(a) && is_flat(b) ? self_denial : other_polarity);
    }
    if ((a.status == planned && is_fact(b) && !is_told_earlier(one, other)) ||
        (b.status == planned && is_fact(a) && !is_told_earlier(other, one)))
        tally.add(plan_and_fact);
    if (one.above != 0 && other.above != 0)
        tally.add(one.above == other.above ? same_above : other_above);
    else if (one.above != other.above)
        tally.add(one_above);
}

Fit Comparer::fit(std::size_t one, std::size_t other) const {
    if (one == other) return Fit::same;
    const MergedActor &a = m_actors.actors[one], &b = m_actors.actors[other];
    const bool same_country = !a.country.empty() && a.country == b.country;
    if (!a.country.empty() && !b.country.empty() && !same_country) return Fit::other;
    if (!m_actors.is_named[one] || !m_actors.is_named[other]) return same_country ? Fit::kin : Fit::open;
    // A state stands for its government and leaders.
    const auto is_state = [](const MergedActor& x) {
        return x.kind_of == "state" || x.kind_of == "government";
    };
    return same_country && (is_state(a) || is_state(b)) ? Fit::kin : Fit::other;
}

Fit Comparer::best_fit(const std::vector<std::size_t>& one, const std::vector<std::size_t>& other) const {
    if (one.empty() || other.empty()) return Fit::open;
    Fit best = Fit::other;
    for (const std::size_t a : one)
        for (const std::size_t b : other) best = std::max(best, fit(a, b));
    return best;
}

Fit Comparer::worst_fit(const std::vector<std::size_t>& fewer, const std::vector<std::size_t>& more) const {
    Fit worst = Fit::same;
    for (const std::size_t actor : fewer) worst = std::min(worst, best_fit({actor}, more));
    return worst;
}

void Comparer::compare_parties(const ClaimView& one, const ClaimView& other, Tally& tally) const {
    std::vector<std::size_t> shared;
    std::set_intersection(one.parties.begin(), one.parties.end(), other.parties.begin(), other.parties.end(),
                          std::back_inserter(shared));
    const auto named = std::count_if(shared.begin(), shared.end(),
                                     [&](std::size_t party) { return m_actors.is_named[party]; });
    if (named > 0) tally.add(party);
    if (named > 1) tally.add(second_party);
    if (named == 0 && !shared.empty()) tally.add(described_party);
    const ClaimView& claim = one;
    if (is_meeting(one) && is_meeting(other)) {
        compare_counterparts(one, other, shared, tally);
    } else {
        if (is_verbal(claim.type)) compare_voices(one, other, tally);
        const Fit actors = best_fit(one.actors.actors, other.actors.actors);
        if (actors == Fit::other)
            tally.add(is_verbal(claim.type) || is_visit(claim) ? other_speaker : other_actors);
        if (actors == Fit::kin && is_verbal(claim.type)) tally.add(kin_speaker);
        if (best_fit(one.recipients.actors, other.recipients.actors) == Fit::other)
            tally.add(is_verbal(claim.type) ? other_target : other_recipients);
        if (is_visit(one) && is_visit(other) && share_no_day(one, other) &&
            have_nothing_shared(one.recipients, other.recipients))
            tally.add(open_counterpart); // two sights on two days are two visits
    }
    const bool are_pooled = are_meetings_of_two(one, other);
    if (!are_pooled && are_other_people(one.recipients.actors, other.recipients.actors))
        tally.add(other_person);
    const bool may_share_doers = is_verbal(one.type) || one.type == consult;
    if (!may_share_doers && are_other_people(one.actors.actors, other.actors.actors))
        tally.add(other_named_doer);
    compare_sides(one, other, tally);
    if (!are_pooled) compare_numbers(one, other, tally);
}

/// How many the sides are: `the two leaders talked` says of both what `he talked with her` says one by one.
void Comparer::compare_numbers(const ClaimView& one, const ClaimView& other, Tally& tally) {
    const double gap = std::max(number_gap(one.actors.count, other.actors.count),
                                number_gap(one.recipients.count, other.recipients.count));
    if (gap > 0) tally.add(other_number, gap);
}

/// What the sides are called.
void Comparer::compare_sides(const ClaimView& one, const ClaimView& other, Tally& tally) {
    compare_phrases(one.actors, other.actors, {actor_words, unlike_actors}, tally);
    compare_phrases(one.recipients, other.recipients, {recipient_words, unlike_recipients}, tally);
    if (tally.has(recipient_words) && !tally.has_like_word()) tally.add(recipients_only);
    const bool are_unlike = have_nothing_shared(one.actors, other.actors) ||
                            have_nothing_shared(one.recipients, other.recipients);
    if (one.report == other.report && are_unlike) tally.add(unlike_in_report);
}

bool Comparer::is_named_person(std::size_t actor) const {
    return m_actors.is_named[actor] && m_actors.actors[actor].kind_of == "person";
}

/// Named people on both sides, and nobody shared.
bool Comparer::are_other_people(const std::vector<std::size_t>& one,
                                const std::vector<std::size_t>& other) const {
    const auto is_person = [&](std::size_t actor) { return is_named_person(actor); };
    return std::any_of(one.begin(), one.end(), is_person) &&
           std::any_of(other.begin(), other.end(), is_person) && shared_count(one, other) == 0;
}

void Comparer::compare_phrases(const SideView& one, const SideView& other,
                               std::pair<PairFeature, PairFeature> like_and_unlike, Tally& tally) {
    if (one.words.empty() || other.words.empty()) return;
    const double shared = overlap(one.words, other.words);
    if (shared > 0)
        tally.add(like_and_unlike.first, shared);
    else
        tally.add(like_and_unlike.second);
}

/// Acts of speech whose sides are described by words that have nothing in common.
void Comparer::compare_voices(const ClaimView& one, const ClaimView& other, Tally& tally) const {
    const auto unlike = [&](const SideView& a, const SideView& b) {
        return !a.words.empty() && !b.words.empty() && shared_count(a.words, b.words) == 0 &&
               best_fit(a.actors, b.actors) == Fit::open;
    };
    if (unlike(one.actors, other.actors)) tally.add(unlike_speaker);
    if (unlike(one.recipients, other.recipients)) tally.add(unlike_target);
}

/// A plan without a day lies ahead of its report, another is long past by then.
bool Comparer::is_plan_of_later(const ClaimView& plan, const ClaimView& other) {
    return plan.first_day == unknown_day && plan.published != unknown_day && plan.status == planned &&
           other.last_day != unknown_day && other.last_day + days_of_one_event < plan.published;
}

void Comparer::compare_days(const ClaimView& one, const ClaimView& other, Tally& tally) {
    const bool has_year = one.years[0] != 0, other_has_year = other.years[0] != 0;
    if (has_year != other_has_year) tally.add(one_year);
    if (has_year && other_has_year && !share_year(one, other)) tally.add(other_year);
    if (one.order != other.order) tally.add(other_order);
    if (is_plan_of_later(one, other) || is_plan_of_later(other, one)) {
        tally.add(other_day);
        tally.add(far_day);
        return;
    }
    if (one.first_day == unknown_day || other.first_day == unknown_day) {
        if (one.is_old || other.is_old) tally.add(old_and_undated);
        return;
    }
    const bool is_near = one.report == other.report || (one.story >= 0 && one.story == other.story);
    const std::int32_t gap = std::max(one.first_day - other.last_day, other.first_day - one.last_day);
    const bool is_exact = one.first_day == one.last_day && other.first_day == other.last_day;
    const bool is_one_span = one.first_day == other.first_day && one.last_day == other.last_day &&
                             one.last_day - one.first_day <= days_of_span;
    if (gap <= 0) {
        if (is_exact || is_one_span) tally.add(is_near ? same_day : same_day_far);
        return;
    }
    if (is_exact && one.is_told_day && other.is_told_day) tally.add(other_told_day);
    // `Monday` of an evening's report and of the next morning's are often a day apart.
    tally.add(gap == 1 ? next_day : other_day);
    if (gap > days_of_one_event) tally.add(far_day);
}

Comparer::Alike Comparer::alikeness(const ClaimView& one, const ClaimView& other) const {
    if (one.sentence == other.sentence) return {};
    const SentenceWords &a = m_views.sentence(one.sentence), &b = m_views.sentence(other.sentence);
    return {likeness(a, b), overlap(one.near, other.near), shared_beside(a, b, one.word, other.word)};
}

void Comparer::compare_surroundings(const ClaimView& one, const ClaimView& other, const Alike& alike,
                                    Tally& tally) {
    if (are_of_one_sentence(one, other)) {
        tally.add(same_sentence);
    } else {
        tally.add(sentence_words, alike.sentences);
        tally.add(near_words, alike.near);
    }
    if (one.is_lead && other.is_lead) tally.add(both_lead);
    if (one.report == other.report)
        tally.add(same_report);
    else
        tally.add(one.story >= 0 && one.story == other.story ? same_story : far_report);
}

} // namespace dateline::merge

// Each kind of evidence has a weight in one table; their sum is the logarithm of the odds, as it were, that
// two claims tell one event. The same word for the happening is the ground; who, when, where, how many, the
// other words of the sentence and the story speak for or against it. Another word needs nearly all else the
// same.

#include "merge/evidence.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace dateline::merge {

namespace {

struct Weights {
    double ground = -6.0;
    double same_word = 5.6;
    double same_plain_word = 3.4; // `make`, `take`: the same word says little
    double same_type = 1.0;
    double same_report = 0.6;
    double same_sentence = -2.8; // one sentence seldom tells one event twice
    double same_story = 0.9;
    double far_report = -1.3;
    double party = 1.0;        // a shared identified party
    double second_party = 0.7; // and one more
    double described_party = 0.5;
    double other_actors = -1.6; // both name actors, and share none
    double other_recipients = -2.7;
    double other_speaker = -6.0; // two voices are two acts, two travellers two trips
    double kin_speaker = -3.0;   // a state and its leader
    double other_target = -4.0;
    double unlike_target = -2.0; // described in quite other words
    double unlike_speaker = -1.5;
    double nobody_shared = -2.0; // of two meetings
    double lone_party = -1.5;    // two meetings share one party, who meets many
    double open_counterpart = -2.5;
    double actor_words = 0.3;
    double recipient_words = 2.1;
    double sentence_words = 1.9;
    double same_day = 0.6;
    double same_day_far = 1.6; // of reports that share no story
    double next_day = -0.5;
    double other_day = -1.6;
    double same_place = 0.1;
    double other_place = -2.0;
    double other_country = -3.5;
    double other_mode = -0.7;
    double same_figure = 1.4;
    double one_of_many = -1.5;
    double other_polarity = -1.0;
    double other_wish = -2.0; // what two people ask for or think of
    double unreal_and_real = -0.8;
    double stop_or_journey = -1.5; // a visit to a place and one to nowhere in particular
    double never = -12.0;
};
constexpr Weights weights;

enum Reason : std::uint32_t {
    word_reason = 1U,
    type_reason = 2U,
    party_reason = 4U,
    day_reason = 8U,
    place_reason = 16U,
    figure_reason = 32U,
    story_reason = 64U,
    report_reason = 128U,
    phrase_reason = 256U,
    sentence_reason = 512U,
};

double likeness(const SentenceWords& one, const SentenceWords& other) {
    double sum = 0;
    for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
        if (a->word < b->word)
            ++a;
        else if (b->word < a->word)
            ++b;
        else
            sum += static_cast<double>(a->weight) * static_cast<double>(b->weight), ++a, ++b;
    }
    return sum;
}

template<typename T>
std::size_t shared_count(const std::vector<T>& one, const std::vector<T>& other) {
    std::size_t shared = 0;
    for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
        if (*a < *b)
            ++a;
        else if (*b < *a)
            ++b;
        else
            ++shared, ++a, ++b;
    }
    return shared;
}

/// The share of the shorter list that the longer one has; 0 when one of them is empty.
double overlap(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other) {
    const std::size_t least = std::min(one.size(), other.size());
    return least == 0 ? 0 : static_cast<double>(shared_count(one, other)) / static_cast<double>(least);
}

/// Types that are acts of speech or will: who does it is what it is.
bool is_verbal(std::string_view type) {
    return type == "ACCUSE" || type == "SUPPORT" || type == "REQUEST" || type == "THREATEN" ||
           type == "AGREE" || type == "REJECT" || type == "CONCEDE";
}

/// Asked for, thought of: no part of what happens or is going to.
bool is_unreal(const Claim& claim) {
    return claim.status == "requested" || claim.status == "hypothetical" || claim.status == "conditional" ||
           claim.status == "possible";
}

/// A journey is to a region or to nowhere in particular.
bool may_be_one_journey(const ClaimView& one, const ClaimView& other) {
    return (one.place.empty() && other.is_region) || (other.place.empty() && one.is_region);
}

bool is_visit(const Claim& claim) {
    return claim.type == "CONSULT" && claim.mode == "visit";
}

} // namespace

struct Comparer::Tally {
    Evidence evidence{weights.ground, 0};

    void add(double points) { evidence.score += points; }
    void add(double points, Reason reason) {
        evidence.score += points;
        if (points > 0) evidence.reasons |= reason;
    }
};

Evidence Comparer::compare(const ClaimView& one, const ClaimView& other) const {
    Tally tally;
    compare_kind(one, other, tally);
    compare_parties(one, other, tally);
    compare_days(one, other, tally);
    compare_surroundings(one, other, tally);
    compare_figures(one, other, tally);
    return tally.evidence;
}

void Comparer::compare_kind(const ClaimView& one, const ClaimView& other, Tally& tally) const {
    const Claim &a = claim_of(one), &b = claim_of(other);
    if (one.key == other.key)
        tally.add(one.is_plain_key ? weights.same_plain_word : weights.same_word, word_reason);
    if (!a.type.empty() && a.type == b.type) tally.add(weights.same_type, type_reason);
    if (!a.mode.empty() && !b.mode.empty() && a.mode != b.mode) tally.add(weights.other_mode);
    if (is_visit(a) != is_visit(b)) tally.add(weights.never);
    if (is_visit(a) && is_visit(b) && one.place != other.place)
        tally.add(may_be_one_journey(one, other)             ? 0
                  : one.place.empty() || other.place.empty() ? weights.stop_or_journey
                                                             : weights.never);
    if (is_unreal(a) && is_unreal(b) && one.voucher != other.voucher) tally.add(weights.other_wish);
    if (a.status != b.status && (is_unreal(a) || is_unreal(b))) tally.add(weights.unreal_and_real);
    if (a.polarity != b.polarity) tally.add(weights.other_polarity);
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
    if (named > 0) tally.add(weights.party, party_reason);
    if (named > 1) tally.add(weights.second_party, party_reason);
    if (named == 0 && !shared.empty()) tally.add(weights.described_party, party_reason);
    const Claim& claim = claim_of(one);
    if (claim.type == "CONSULT" && claim_of(other).type == "CONSULT" && !is_visit(claim)) {
        compare_counterparts(one, other, shared, tally);
    } else {
        if (is_verbal(claim.type)) compare_voices(one, other, tally);
        const Fit actors = best_fit(one.actors.actors, other.actors.actors);
        if (actors == Fit::other)
            tally.add(is_verbal(claim.type) || is_visit(claim) ? weights.other_speaker
                                                               : weights.other_actors);
        if (actors == Fit::kin && is_verbal(claim.type)) tally.add(weights.kin_speaker);
        if (best_fit(one.recipients.actors, other.recipients.actors) == Fit::other)
            tally.add(is_verbal(claim.type) ? weights.other_target : weights.other_recipients);
    }
    tally.add(weights.actor_words * overlap(one.actors.words, other.actors.words));
    tally.add(weights.recipient_words * overlap(one.recipients.words, other.recipients.words), phrase_reason);
}

/// Acts of speech whose sides are described by words that have nothing in common.
void Comparer::compare_voices(const ClaimView& one, const ClaimView& other, Tally& tally) const {
    const auto unlike = [&](const SideView& a, const SideView& b) {
        return !a.words.empty() && !b.words.empty() && shared_count(a.words, b.words) == 0 &&
               best_fit(a.actors, b.actors) == Fit::open;
    };
    if (unlike(one.actors, other.actors)) tally.add(weights.unlike_speaker);
    if (unlike(one.recipients, other.recipients)) tally.add(weights.unlike_target);
}

/// In a meeting the sides are pooled: whom each has beside those they share.
void Comparer::compare_counterparts(const ClaimView& one, const ClaimView& other,
                                    const std::vector<std::size_t>& shared, Tally& tally) const {
    const auto rest = [&](const ClaimView& view) {
        std::vector<std::size_t> out;
        std::set_difference(view.parties.begin(), view.parties.end(), shared.begin(), shared.end(),
                            std::back_inserter(out));
        return out;
    };
    const auto mine = rest(one), theirs = rest(other);
    if (mine.empty() || theirs.empty()) {
        if (shared.size() < 2) tally.add(weights.lone_party);
        return;
    }
    if (shared.empty()) tally.add(weights.nobody_shared);
    const bool mine_are_fewer = mine.size() <= theirs.size();
    switch (worst_fit(mine_are_fewer ? mine : theirs, mine_are_fewer ? theirs : mine)) {
    case Fit::other: tally.add(weights.never); break;
    case Fit::open: tally.add(weights.open_counterpart); break;
    default: break;
    }
}

void Comparer::compare_days(const ClaimView& one, const ClaimView& other, Tally& tally) {
    if (one.first_day == unknown_day || other.first_day == unknown_day) return;
    const bool is_near = one.report == other.report || (one.story >= 0 && one.story == other.story);
    const std::int32_t gap = std::max(one.first_day - other.last_day, other.first_day - one.last_day);
    const bool is_exact = one.first_day == one.last_day && other.first_day == other.last_day;
    if (gap <= 0)
        tally.add(is_exact && !is_near ? weights.same_day_far : is_exact ? weights.same_day : 0, day_reason);
    else
        // `Monday` of an evening's report and of the next morning's are often a day apart.
        tally.add(gap == 1 ? weights.next_day : weights.other_day);
}

void Comparer::compare_surroundings(const ClaimView& one, const ClaimView& other, Tally& tally) const {
    if (one.sentence == other.sentence)
        tally.add(weights.same_sentence);
    else
        tally.add(weights.sentence_words *
                      likeness(m_views.sentence(one.sentence), m_views.sentence(other.sentence)),
                  sentence_reason);
    if (one.report == other.report)
        tally.add(weights.same_report, report_reason);
    else if (one.story >= 0 && one.story == other.story)
        tally.add(weights.same_story, story_reason);
    else
        tally.add(weights.far_report);
    if (!one.place.empty() && !other.place.empty()) {
        const bool fits =
            one.place == other.place || one.place == other.country || one.country == other.place;
        const bool is_abroad = !one.country.empty() && !other.country.empty() && one.country != other.country;
        tally.add(fits        ? weights.same_place
                  : is_abroad ? weights.other_country
                              : weights.other_place,
                  place_reason);
    }
}

void Comparer::compare_figures(const ClaimView& one, const ClaimView& other, Tally& tally) const {
    bool is_same = false;
    for (const Count& a : claim_of(one).counts)
        for (const Count& b : claim_of(other).counts)
            is_same = is_same || (a.what == b.what && a.low == b.low);
    if (is_same) tally.add(weights.same_figure, figure_reason);
    const bool is_one_of_many =
        one.number != Number::unknown && other.number != Number::unknown && one.number != other.number;
    if (is_one_of_many && !is_same) tally.add(weights.one_of_many);
}

std::string reason_text(std::uint32_t reasons) {
    constexpr std::pair<std::uint32_t, std::string_view> texts[] = {
        {word_reason, "same word"},     {type_reason, "same type"},
        {party_reason, "same parties"}, {phrase_reason, "same words for them"},
        {day_reason, "same days"},      {place_reason, "same place"},
        {figure_reason, "same figure"}, {sentence_reason, "like sentences"},
        {report_reason, "same report"}, {story_reason, "same story"}};
    std::string out;
    for (const auto& [bit, text] : texts) {
        if ((reasons & bit) == 0) continue;
        if (!out.empty()) out += ", ";
        out += text;
    }
    return out;
}

} // namespace dateline::merge

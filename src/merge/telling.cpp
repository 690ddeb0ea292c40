// A sentence that stands nearly word for word in an earlier report of another outlet was taken from there, or
// both took it from one source: either way it is one voice.

#include "merge/telling.hpp"
#include "merge/sorted.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace dateline::merge {

namespace {

constexpr std::size_t fewest_words = 8; // a shorter sentence may come about twice
constexpr double same_passage = 0.85;
constexpr std::size_t most_looked_back = 40;

bool is_passage(const SentenceWords& one, const SentenceWords& other) {
    const std::size_t least = std::min(one.size(), other.size());
    if (least < fewest_words || std::max(one.size(), other.size()) > least * 2) return false;
    std::size_t shared = 0;
    for_each_shared(one, other, word_of, [&](const WeightedWord&, const WeightedWord&) { ++shared; });
    return static_cast<double>(shared) >= same_passage * static_cast<double>(least);
}

} // namespace

bool is_dated(const CodedReport& coded, std::size_t claim) {
    constexpr std::uint32_t most_bytes = 60;
    const Claim& dated = coded.claims[claim];
    if (dated.time < 0) return false;
    const Span time = coded.times[static_cast<std::size_t>(dated.time)].span;
    const std::uint32_t from = std::min(time.end, dated.trigger.end),
                        to = std::max(time.start, dated.trigger.start);
    if (to > from + most_bytes) return false;
    const auto stands_between = [&](const Claim& other) {
        return other.sentence == dated.sentence && other.trigger.start >= from && other.trigger.end <= to;
    };
    constexpr std::size_t most_claims = 20; // of a sentence, on either side
    const std::size_t first = claim > most_claims ? claim - most_claims : 0;
    const std::size_t last = std::min(coded.claims.size(), claim + most_claims);
    return std::none_of(coded.claims.begin() + static_cast<std::ptrdiff_t>(first),
                        coded.claims.begin() + static_cast<std::ptrdiff_t>(last), stands_between);
}

namespace {

/// The innermost named source; "" when the outlet says it in its own voice.
std::string_view source_of(const CodedReport& coded, const Claim& claim) {
    for (auto voucher = claim.said_by.rbegin(); voucher != claim.said_by.rend(); ++voucher)
        if (voucher->actor >= 0) return coded.actors[static_cast<std::size_t>(voucher->actor)].name;
    return {};
}

/// Two sources by name, who happen to say it in like words.
bool have_two_sources(const Telling& one, const Telling& other) {
    const std::string_view first = source_of(*one.coded, *one.claim);
    const std::string_view second = source_of(*other.coded, *other.claim);
    return !first.empty() && !second.empty() && first != second;
}

} // namespace

std::string Telling::voucher() const {
    if (const std::string_view source = source_of(*coded, *claim); !source.empty())
        return std::string(source);
    return coded->report.source.empty() ? coded->report.id : coded->report.source;
}

std::vector<Telling> tellings_of(std::span<const std::uint32_t> claims, const Reports& reports,
                                 const ClaimViews& views, const Origins& origins) {
    std::vector<Telling> out;
    bool has_current = false;
    for (const std::size_t v : claims) {
        const ClaimView& view = views[v];
        const CodedReport& coded = *reports[view.report];
        const Claim& claim = coded.claims[view.claim];
        Telling telling{&coded,
                        &claim,
                        &view,
                        origins.of(view.report, claim),
                        !origins.is_replaced(view.report),
                        {coded.report.id, claim.id}};
        has_current = has_current || telling.is_current;
        const std::size_t start = out.size() > most_looked_back ? out.size() - most_looked_back : 0;
        for (std::size_t k = start; k < out.size(); ++k)
            if (out[k].view->report != view.report && !have_two_sources(out[k], telling) &&
                is_passage(views.sentence(out[k].view->sentence), views.sentence(view.sentence))) {
                telling.origin = out[k].origin;
                break;
            }
        out.push_back(std::move(telling));
    }
    // What only a replaced version tells stays told.
    if (!has_current)
        for (Telling& telling : out) telling.is_current = true;
    return out;
}

} // namespace dateline::merge

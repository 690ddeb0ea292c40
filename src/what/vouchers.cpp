// Who vouches for a claim: the speakers of all quotes whose content holds its trigger. One sweep over quotes
// and claims in text order keeps the quotes that are open at a claim, so that long reports cost no more than
// their length.

#include "what/vouchers.hpp"

#include <algorithm>

namespace dateline::what {

namespace {

bool same_voucher(const Voucher& one, const Voucher& other) {
    return one.span == other.span || (one.actor >= 0 && one.actor == other.actor);
}

/// Who intends something, or condemns or discusses it, does not say that it happened.
bool vouches(const Quote& quote) {
    return quote.speaker_span && quote.kind != "intention" && !quote.rule.starts_with("stance");
}

} // namespace

void add_vouchers(const CodedReport& coded, std::vector<Claim>& claims) {
    std::vector<const Quote*> quotes;
    for (const Quote& quote : coded.quotes)
        if (vouches(quote)) quotes.push_back(&quote);
    std::stable_sort(quotes.begin(), quotes.end(), [](const Quote* one, const Quote* other) {
        if (one->span.start != other->span.start) return one->span.start < other->span.start;
        if (one->span.end != other->span.end) return one->span.end > other->span.end;
        // the paper that quotes her, then she
        return one->cue && other->cue && one->cue->start < other->cue->start;
    });
    std::vector<const Quote*> open; // outermost first
    std::size_t next = 0;
    for (Claim& claim : claims) {
        for (; next < quotes.size() && quotes[next]->span.start <= claim.trigger.start; ++next)
            open.push_back(quotes[next]);
        std::erase_if(open, [&](const Quote* quote) { return quote->span.end <= claim.trigger.start; });
        std::vector<Voucher> chain;
        for (const Quote* quote : open) {
            if (quote->cue && quote->cue->overlaps(claim.trigger)) continue;
            Voucher voucher{quote->speaker, *quote->speaker_span, quote->cue};
            const auto same = [&](const Voucher& known) { return same_voucher(known, voucher); };
            if (std::none_of(chain.begin(), chain.end(), same)) chain.push_back(std::move(voucher));
        }
        for (Voucher& own : claim.said_by) {
            const auto same = [&](const Voucher& known) { return same_voucher(known, own); };
            if (std::none_of(chain.begin(), chain.end(), same)) chain.push_back(std::move(own));
        }
        claim.said_by = std::move(chain);
    }
}

} // namespace dateline::what

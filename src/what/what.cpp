// The room's one door: drafts of events become claims with time, place, vouchers and a confidence that puts
// the main event of a sentence first.

#include "what/what.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "codes/cameo.hpp"
#include "codes/plover.hpp"
#include "what/claim_builder.hpp"
#include "what/deed.hpp"
#include "what/news_day.hpp"
#include "what/participant_span.hpp"
#include "what/things.hpp"
#include "what/vouchers.hpp"

namespace dateline::what {

namespace {

Span trigger_span(const ReportWords& words, const Draft& draft) {
    if (draft.named_by != no_token) return words.at(draft.named_by).span;
    Span span = words.at(draft.arguments.trigger).span;
    for (const TokenIndex t : draft.match.trigger_words) {
        span.start = std::min(span.start, words.at(t).span.start);
        span.end = std::max(span.end, words.at(t).span.end);
    }
    return span;
}

/// How many clauses lie above the event, reporting ones not counted.
int clause_depth(const ReportWords& words, TokenIndex trigger) {
    int depth = 0;
    const WordClasses& classes = words.lexicon().classes();
    const std::uint64_t text_bits =
        classes.bit_of("documents") | classes.bit_of("demands") | classes.bit_of("decisions");
    TokenIndex at = trigger;
    for (int i = 0; i < 40 && words.at(at).head != at; ++i) {
        const Token& token = words.at(at);
        const bool clausal = token.dep == Dep::ccomp || token.dep == Dep::xcomp || token.dep == Dep::advcl ||
                             token.dep == Dep::relcl || token.dep == Dep::acl || token.dep == Dep::pcomp ||
                             (token.dep == Dep::conj && words.is_verb(at));
        at = token.head;
        if (!clausal) continue;
        // `passed a resolution condemning …`: what a text says is what its makers say
        if (token.dep == Dep::acl && token.tag == Tag::vbg && (words.classes(at) & text_bits) != 0) continue;
        bool reporting = false;
        for (const std::uint32_t f : words.lexicon().frames_of(words.at(at).lemma, words.at(at).pos))
            reporting |= words.lexicon().frames()[f].speech;
        if (!reporting || token.dep != Dep::ccomp) ++depth;
    }
    return depth;
}

double confidence_of(const ReportWords& words, const Draft& draft) {
    const auto acts = [&](const std::vector<TokenIndex>& side) {
        return std::any_of(side.begin(), side.end(), [&](TokenIndex t) { return words.is_actor(t); });
    };
    double value = draft.typed() ? 0.66 : 0.3;
    if (draft.speech()) value = 0.25;
    value -= 0.14 * std::min(clause_depth(words, draft.arguments.trigger), 4);
    const bool both =
        acts(draft.roles.actors) && (acts(draft.roles.recipients) || draft.roles.actors.size() > 1);
    if (both)
        value += 0.15;
    else if (acts(draft.roles.actors) || ((draft.arguments.passive || draft.arguments.carrier != no_token) &&
                                          acts(draft.roles.recipients)))
        value += 0.05;
    else
        value -= 0.1;
    // `the talks failed`: what is told of them says more
    if (draft.arguments.noun && draft.arguments.carrier == no_token &&
        words.at(draft.arguments.trigger).dep == Dep::nsubj)
        value -= 0.1;
    if (draft.arguments.noun && draft.arguments.carrier == no_token)
        value -= words.at(draft.arguments.trigger).dep == Dep::pobj ? 0.1 : 0.05;
    if (words.at(draft.arguments.trigger).dep == Dep::compound) value -= 0.15;
    if (draft.modality.status == "hypothetical" || draft.modality.status == "conditional") value -= 0.05;
    if (draft.under >= 0) value -= 0.1;
    return std::clamp(value, 0.02, 0.98);
}

void add_side(const ReportWords& words, const std::vector<TokenIndex>& heads,
              std::vector<Participant>& side) {
    const auto size = [](const Participant& p) { return p.span.end - p.span.start; };
    for (const TokenIndex head : heads) {
        const Participant next = participant_at(words, head);
        // parsers make `President` and `John Smith` two members of one name: the longer one is told
        const auto meets = [&](const Participant& p) { return p.span.overlaps(next.span); };
        if (std::any_of(side.begin(), side.end(),
                        [&](const Participant& p) { return meets(p) && size(p) >= size(next); }))
            continue;
        std::erase_if(side, meets);
        side.push_back(next);
    }
}

std::string precision_of(const Claim& claim, const Time& time) {
    if (claim.from.empty() || claim.to.empty()) return "unknown";
    if (claim.from == claim.to) return "day";
    if (time.value.find("-W") != std::string::npos) return "week";
    if (time.value.size() == 7) return "month";
    if (time.value.size() == 4) return "year";
    return claim.from.substr(0, 7) == claim.to.substr(0, 7) ? "month" : "year";
}

void add_time(const ReportWords& words, std::int32_t index, Claim& claim) {
    claim.time = index;
    if (index < 0) return;
    const Time& time = words.coded().times[static_cast<std::size_t>(index)];
    claim.from = time.from;
    claim.to = time.to;
    claim.time_precision = precision_of(claim, time);
}

void add_codes(const Draft& draft, Claim& claim) {
    claim.type = draft.type();
    claim.mode = draft.mode == "-" ? "" : draft.mode;
    claim.cameo = draft.cameo;
    if (draft.match.frame != nullptr) claim.contexts = draft.match.frame->contexts;
    if (const auto weight = codes::plover_weight(claim.type, claim.mode)) {
        claim.quad = weight->quad;
        claim.score = weight->score;
    }
    if (const codes::CameoEvent* event = codes::cameo_event(claim.cameo))
        claim.goldstein = event->goldstein_icews;
}

void explain(const ReportWords& words, const Draft& draft, Claim& claim) {
    if (draft.match.frame != nullptr) {
        const Frame& frame = *draft.match.frame;
        claim.rule = (frame.type.empty() ? "untyped" : frame.type) + ": " + frame.name;
        claim.why = fmt::format("type: frame '{}' ({} line {})\n", frame.name, frame.file, frame.line);
    } else {
        claim.rule = "verb without a frame";
        claim.why = fmt::format("type: no frame for '{}'\n", words.at(draft.arguments.trigger).lemma);
    }
    claim.why += fmt::format("roles: {}{}\n", draft.arguments.noun ? "of an event noun" : "of a verb",
                             draft.arguments.passive ? ", passive" : "");
    if (!draft.modality.why.empty()) claim.why += fmt::format("status: {}\n", draft.modality.why);
}

/// The governor's own words vouch for its content: `X accused Y of …`.
void add_governor_voucher(const ReportWords& words, const Draft& governor, Claim& claim) {
    if (governor.roles.actors.empty()) return;
    const Participant speaker = participant_at(words, governor.roles.actors.front());
    claim.said_by.push_back({speaker.actor, speaker.span, words.at(governor.arguments.trigger).span});
}

/// A visit is where its host is; everything else where its clause says.
std::int32_t place_of(const Circumstances& circumstances, const Draft& draft) {
    std::vector<TokenIndex> parties = draft.roles.actors;
    for (const Oblique& oblique : draft.arguments.obliques) // `was arrested in Niger`: there, too
        if (oblique.word == "in") std::erase(parties, oblique.object);
    parties.insert(parties.end(), draft.roles.recipients.begin(), draft.roles.recipients.end());
    if (draft.mode == "visit")
        for (const TokenIndex host : draft.roles.recipients)
            if (const std::int32_t place = circumstances.place_at(host); place >= 0) return place;
    const std::int32_t place = circumstances.place_of(draft.arguments.trigger, parties);
    return place < 0 && draft.arguments.noun ? circumstances.place_before(draft.arguments.trigger) : place;
}

/// One draft for each destination of a visit, else the draft alone.
std::vector<Draft> by_destination(const Draft& draft) {
    if (draft.mode != "visit" || draft.roles.recipients.size() < 2) return {draft};
    std::vector<Draft> visits;
    for (const TokenIndex host : draft.roles.recipients) {
        visits.push_back(draft);
        visits.back().roles.recipients = {host};
    }
    return visits;
}

/// What is told without a time, or with `currently`, lies on the day the news tells of.
void add_news_day(const CodedReport& coded, const NewsDay& news_day, TokenIndex trigger, Claim& claim) {
    const bool timed =
        claim.time >= 0 && coded.times[static_cast<std::size_t>(claim.time)].value != "PRESENT_REF";
    if (timed || (claim.status != "happened" && claim.status != "ongoing")) return;
    claim.from = claim.to = news_day.day_of(trigger);
    if (claim.from.empty()) return;
    claim.time_precision = "day";
    claim.why += "time: the day the news tells of\n";
}

Claim claim_of(const ReportWords& words, const Circumstances& circumstances, const NewsDay& news_day,
               const Draft& draft) {
    Claim claim;
    const TokenIndex trigger = draft.arguments.trigger;
    claim.sentence = words.at(trigger).sentence;
    claim.trigger = trigger_span(words, draft);
    claim.trigger_token = trigger;
    add_codes(draft, claim);
    add_side(words, draft.roles.actors, claim.actors);
    add_side(words, draft.roles.recipients, claim.recipients);
    claim.object = thing_done_to(words, draft.arguments, claim.trigger);
    claim.deed = deed_of(words, draft.arguments, draft.roles);
    claim.place = place_of(circumstances, draft);
    add_time(words, circumstances.time_of(trigger), claim);
    claim.status = draft.modality.status;
    claim.polarity = draft.modality.negative ? "negative" : "positive";
    claim.certainty = draft.modality.certainty;
    claim.counts = draft.counts;
    claim.speech = draft.speech();
    claim.confidence = confidence_of(words, draft);
    explain(words, draft, claim);
    add_news_day(words.coded(), news_day, trigger, claim);
    return claim;
}

} // namespace

std::vector<Claim> find_claims(const CodedReport& coded, const Lexicon& lexicon) {
    const ReportWords words(coded, lexicon);
    const Circumstances circumstances(words);
    const NewsDay news_day(words);
    const std::vector<Draft> drafts = find_drafts(words);
    std::vector<Claim> claims;
    std::vector<std::int32_t> claim_of_draft(drafts.size(), -1);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (drafts[i].dropped || words.is_header(words.at(drafts[i].arguments.trigger).span)) continue;
        claim_of_draft[i] = static_cast<std::int32_t>(claims.size());
        for (const Draft& draft : by_destination(drafts[i])) {
            claims.push_back(claim_of(words, circumstances, news_day, draft));
            claims.back().id = fmt::format("c{}", claims.size());
        }
    }
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (claim_of_draft[i] < 0 || drafts[i].under < 0) continue;
        Claim& claim = claims[static_cast<std::size_t>(claim_of_draft[i])];
        claim.under = claim_of_draft[static_cast<std::size_t>(drafts[i].under)];
        if (claim.under >= 0)
            add_governor_voucher(words, drafts[static_cast<std::size_t>(drafts[i].under)], claim);
    }
    add_vouchers(coded, claims);
    return claims;
}

} // namespace dateline::what

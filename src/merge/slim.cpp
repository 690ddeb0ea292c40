#include "merge/actor_keys.hpp"
#include "merge/merge.hpp"

namespace dateline::merge {

namespace {

template<typename Text>
void drop(Text& text) {
    Text().swap(text);
}

void slim_claim(Claim& claim) {
    drop(claim.why);
    drop(claim.rule);
    claim.actors.shrink_to_fit();
    claim.recipients.shrink_to_fit();
    claim.said_by.shrink_to_fit();
    claim.counts.shrink_to_fit();
}

} // namespace

void slim(CodedReport& report) {
    drop(report.names);
    drop(report.quotes);
    for (Claim& claim : report.claims) slim_claim(claim);
    for (Place& place : report.places) drop(place.why);
    for (Time& time : report.times) drop(time.value), drop(time.anchor);
    for (Actor& actor : report.actors) {
        actor.why = is_of_book(actor) ? book_mark : "";
        actor.why.shrink_to_fit();
        actor.mentions.shrink_to_fit();
    }
    report.claims.shrink_to_fit();
    report.places.shrink_to_fit();
    report.times.shrink_to_fit();
    report.actors.shrink_to_fit();
    report.parse.sentences.shrink_to_fit();
}

} // namespace dateline::merge

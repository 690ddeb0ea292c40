// Coded reports in the short form, which come back from databases and temporary files: bytes of another
// version, cut off or damaged give nothing; what they do give can be written as JSON.

#include <cstdlib>

#include "base/error.hpp"
#include "driver.hpp"
#include "record/compact.hpp"
#include "record/write_json.hpp"

namespace dateline::fuzz {

namespace {

constexpr const char* text = "LIMA (Reuters) - Ada Alpha met 12 fishers, Omar Beta said.";

std::string full_report() {
    CodedReport coded;
    Report& report = coded.report;
    report.id = "r1", report.source = "Harbour Daily", report.authors = {"C. Gamma"}, report.text = text;
    report.published = {"2020-01-02", "day", "given"};
    report.body_start = 0, report.prose_start = 17;
    report.dateline.emplace();
    report.dateline->span = {0, 17}, report.dateline->place = {0, 4}, report.dateline->index = 0;
    coded.parse.sentences.emplace_back().span = {17, 58};
    coded.times.emplace_back().span = {0, 4};
    Place& place = coded.places.emplace_back();
    place.span = {0, 4}, place.name = "Lima", place.country = "PER", place.resolved = true;
    place.lat = -12.0, place.lon = -77.0;
    Actor& actor = coded.actors.emplace_back();
    actor.id = "a1", actor.name = "Ada Alpha", actor.sectors = {"GOV"}, actor.why = "actor book: A";
    actor.mentions.push_back({{17, 26}, "name", no_token});
    coded.actors.emplace_back().members = {0};
    Claim& claim = coded.claims.emplace_back();
    claim.id = "c1", claim.trigger = {27, 30}, claim.type = "CONSULT", claim.quad = 1, claim.score = 1.0;
    claim.actors.push_back({0, {17, 26}});
    claim.recipients.push_back({-1, {34, 41}});
    claim.place = 0;
    claim.said_by.push_back({1, {43, 52}, Span{53, 57}});
    claim.counts.push_back({"met", 12, 12, "fishers", {31, 33}});
    return to_compact(coded);
}

} // namespace

std::vector<std::string> seeds() {
    return {full_report()};
}

void read(std::string_view bytes) {
    from_compact(bytes, text, Parts::no_claims);
    const auto coded = from_compact(bytes, text);
    if (!coded) throw error("no report");
    for (const Claim& claim : coded->claims)
        if (coded->parse.sentences.at(static_cast<std::size_t>(claim.sentence)).span.end >
            coded->report.text.size())
            std::abort();
    std::string line;
    write_json(line, *coded);
}

} // namespace dateline::fuzz

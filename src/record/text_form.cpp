#include "record/text_form.hpp"

#include <fmt/format.h>

namespace dateline {

namespace {

std::string quoted(const CodedReport& coded, Span span) {
    std::string out = "\"";
    for (const char c : words(coded.report.text, span)) out += c == '\n' ? ' ' : c;
    return out + '"';
}

void add_word(std::string& line, std::string_view word) {
    if (word.empty()) return;
    if (!line.empty()) line += ' ';
    line += word;
}

std::string actor_or_words(const CodedReport& coded, std::int32_t actor, Span span) {
    return actor >= 0 ? coded.actors[static_cast<std::size_t>(actor)].name : quoted(coded, span);
}

std::string participants(const CodedReport& coded, const std::vector<Participant>& items) {
    std::string out;
    for (const Participant& item : items) {
        if (!out.empty()) out += ", ";
        out += actor_or_words(coded, item.actor, item.span);
    }
    return out;
}

std::string range(const std::string& from, const std::string& to) {
    return from == to || to.empty() ? from : from + ".." + to;
}

} // namespace

std::string to_line(const CodedReport& coded, const NameSpan& name) {
    return quoted(coded, name.span) + " " + name.type;
}

std::string to_line(const CodedReport& coded, const Time& time) {
    std::string line = quoted(coded, time.span);
    add_word(line, time.type);
    add_word(line, time.value);
    return line;
}

std::string to_line(const CodedReport& coded, const Place& place) {
    std::string line = quoted(coded, place.span);
    if (!place.name.empty()) line += " = " + place.name;
    add_word(line, place.country);
    add_word(line, place.precision);
    add_word(line, place.use);
    return line;
}

std::string to_line(const CodedReport& coded, const Actor& actor) {
    std::string line = actor.name + " | " + actor.kind;
    add_word(line, actor.country);
    for (const std::string& sector : actor.sectors) add_word(line, sector);
    line += " | ";
    for (std::size_t i = 0; i < actor.mentions.size(); ++i) {
        if (i > 0) line += "; ";
        line += words(coded.report.text, actor.mentions[i].span);
    }
    return line;
}

std::string to_line(const CodedReport& coded, const Quote& quote) {
    std::string line =
        fmt::format("{} {} {}", quote.kind, quote.direct ? "direct" : "indirect", quoted(coded, quote.span));
    if (quote.cue) line += fmt::format(" | {}", words(coded.report.text, *quote.cue));
    if (quote.speaker_span) line += " | " + actor_or_words(coded, quote.speaker, *quote.speaker_span);
    return line;
}

std::string to_line(const CodedReport& coded, const Claim& claim) {
    std::string line = quoted(coded, claim.trigger);
    add_word(line, claim.mode.empty() ? claim.type : claim.type + "/" + claim.mode);
    add_word(line, claim.status);
    if (claim.polarity == "negative") line += ", negative";
    if (claim.certainty != "certain") line += ", " + claim.certainty;
    const std::string recipients = participants(coded, claim.recipients);
    if (!claim.actors.empty() || !recipients.empty()) line += " | " + participants(coded, claim.actors);
    if (!recipients.empty()) line += (claim.actors.empty() ? "-> " : " -> ") + recipients;
    if (claim.place >= 0) {
        const Place& place = coded.places[static_cast<std::size_t>(claim.place)];
        line += " | in " + (place.name.empty() ? quoted(coded, place.span) : place.name);
    }
    if (!claim.from.empty()) line += " | " + range(claim.from, claim.to);
    for (std::size_t i = 0; i < claim.said_by.size(); ++i)
        line += (i == 0 ? " | said by " : " > ") +
                actor_or_words(coded, claim.said_by[i].actor, claim.said_by[i].span);
    for (const Count& count : claim.counts) {
        line += count.low == count.high ? fmt::format(" | {} {}", count.what, count.low)
                                        : fmt::format(" | {} {}-{}", count.what, count.low, count.high);
        for (const CountPart& part : count.parts) line += fmt::format(", {} {}", part.low, part.of);
    }
    return line;
}

} // namespace dateline

#include "what/lexicon_check.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace dateline::what {

namespace {

bool names(const CodedReport& coded, const std::vector<Participant>& side, std::string_view word) {
    return std::any_of(side.begin(), side.end(), [&](const Participant& participant) {
        return words(coded.report.text, participant.span).find(word) != std::string_view::npos;
    });
}

bool all_named(const CodedReport& coded, const std::vector<Participant>& side,
               const std::vector<std::string>& wanted) {
    return side.size() == wanted.size() &&
           std::all_of(wanted.begin(), wanted.end(),
                       [&](const std::string& word) { return names(coded, side, word); });
}

bool holds(const CodedReport& coded, const Claim& claim, const Frame& frame, const Example& example) {
    if (claim.type != frame.type || (!example.status.empty() && claim.status != example.status)) return false;
    if (frame.mode != "*" && frame.mode != "-" && !frame.mode.empty() && claim.mode != frame.mode)
        return false;
    if (frame.direction == Direction::reciprocal) {
        std::vector<Participant> both = claim.actors;
        both.insert(both.end(), claim.recipients.begin(), claim.recipients.end());
        std::vector<std::string> wanted = example.actors;
        wanted.insert(wanted.end(), example.recipients.begin(), example.recipients.end());
        return all_named(coded, both, wanted);
    }
    return all_named(coded, claim.actors, example.actors) &&
           all_named(coded, claim.recipients, example.recipients);
}

std::string describe(const CodedReport& coded) {
    std::string found;
    for (const Claim& claim : coded.claims) {
        found += fmt::format(" {}/{}(", claim.type, claim.mode);
        for (const Participant& p : claim.actors)
            found += fmt::format("{},", words(coded.report.text, p.span));
        found += " > ";
        for (const Participant& p : claim.recipients)
            found += fmt::format("{},", words(coded.report.text, p.span));
        found += fmt::format(") {};", claim.status);
    }
    return found;
}

} // namespace

std::vector<std::string> check_examples(const Lexicon& lexicon,
                                        const std::function<CodedReport(std::string_view)>& code) {
    std::vector<std::string> failed;
    for (const Frame& frame : lexicon.frames()) {
        for (const Example& example : frame.examples) {
            const CodedReport coded = code(example.sentence);
            const bool held = std::any_of(coded.claims.begin(), coded.claims.end(), [&](const Claim& claim) {
                return holds(coded, claim, frame, example);
            });
            if (!held)
                failed.push_back(fmt::format("{}:{}: '{}' gave{}", frame.file, example.line, example.sentence,
                                             describe(coded)));
        }
    }
    return failed;
}

} // namespace dateline::what

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

bool is_trigger_of_line(const Token& token, const Lexicon& lexicon, const Frame& frame) {
    const auto frames = lexicon.frames_of(token.lemma, token.pos);
    return std::any_of(frames.begin(), frames.end(), [&](std::uint32_t index) {
        const Frame& other = lexicon.frames()[index];
        return other.line == frame.line && other.file == frame.file;
    });
}

/// The example is for any trigger of its line, so one of them must be among the words of the claim.
bool is_of_line(const CodedReport& coded, const Claim& claim, const Lexicon& lexicon, const Frame& frame) {
    if (is_trigger_of_line(coded.parse.at(claim.trigger_token), lexicon, frame)) return true;
    for (TokenIndex t = coded.parse.token_at(claim.trigger.start);
         t < coded.parse.size() && coded.parse.at(t).span.start < claim.trigger.end; ++t)
        if (is_trigger_of_line(coded.parse.at(t), lexicon, frame)) return true;
    return false;
}

bool holds(const CodedReport& coded, const Claim& claim, const Frame& frame, const Example& example) {
    if (claim.type != frame.type || (!example.status.empty() && claim.status != example.status)) return false;
    if (claim.speech != frame.speech) return false;
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
        found += fmt::format(") {} '{}';", claim.status, words(coded.report.text, claim.trigger));
    }
    return found;
}

} // namespace

std::vector<std::string> check_examples(const Lexicon& lexicon,
                                        const std::function<bool(const Frame&)>& wanted,
                                        const std::function<CodedReport(std::string_view)>& code) {
    std::vector<std::string> failed;
    for (const Frame& frame : lexicon.frames()) {
        if (!wanted(frame)) continue;
        for (const Example& example : frame.examples) {
            const CodedReport coded = code(example.sentence);
            const bool held = std::any_of(coded.claims.begin(), coded.claims.end(), [&](const Claim& claim) {
                return is_of_line(coded, claim, lexicon, frame) && holds(coded, claim, frame, example);
            });
            if (!held)
                failed.push_back(fmt::format("{}:{}: '{}' gave{}", frame.file, example.line, example.sentence,
                                             describe(coded)));
        }
    }
    return failed;
}

} // namespace dateline::what

// `dateline lexicon check`: does the lexicon code its own worked examples as it says?

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "app/coder.hpp"
#include "app/commands.hpp"
#include "what/lexicon_check.hpp"

namespace dateline::app {

namespace {

using FrameFilter = std::function<bool(const what::Frame&)>;

/// The frames of the named files, or all frames when none is named.
FrameFilter frames_of(const std::vector<std::filesystem::path>& files) {
    return [&files](const what::Frame& frame) {
        return files.empty() || std::ranges::find(files, std::filesystem::path(frame.file)) != files.end();
    };
}

void print_counts(const what::Lexicon& lexicon, const FrameFilter& wanted) {
    std::map<std::string, std::size_t> counts;
    std::size_t all = 0;
    for (const what::Frame& frame : lexicon.frames()) {
        if (!wanted(frame)) continue;
        ++counts[frame.speech ? "speech" : frame.type.empty() ? "untyped" : frame.type];
        ++all;
    }
    for (const auto& [type, count] : counts) fmt::print("{:10} {:5}\n", type, count);
    fmt::print("{:10} {:5} frames\n", "all", all);
}

} // namespace

Exit run_lexicon_check(const CodingFlags& flags) {
    const Coder coder(coder_options(flags));
    auto parser = coder.parser();
    const FrameFilter wanted = frames_of(flags.lexicon_files);
    print_counts(coder.lexicon(), wanted);
    const auto failed = what::check_examples(coder.lexicon(), wanted, [&](std::string_view sentence) {
        Report report;
        report.id = "example";
        report.text = sentence;
        return coder.code(std::move(report), parser);
    });
    for (const std::string& message : failed) fmt::print("{}\n", message);
    fmt::print("{} examples come out otherwise than written\n", failed.size());
    return failed.empty() ? Exit::all_read : Exit::some_skipped;
}

} // namespace dateline::app

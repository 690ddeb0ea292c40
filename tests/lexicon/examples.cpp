// Runs the worked examples of data/what/frames, each a report of its own, and prints how many frames the
// lexicon has of each type. Exit code 77 (skipped) when the model or the gazetteer is not there.

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>

#include <fmt/format.h>

#include "app/coder.hpp"
#include "app/data_folder.hpp"
#include "base/error.hpp"
#include "what/lexicon_check.hpp"

namespace {

using namespace dateline;

constexpr int skipped = 77;

void print_counts(const what::Lexicon& lexicon) {
    std::map<std::string, std::size_t> counts;
    for (const what::Frame& frame : lexicon.frames())
        ++counts[frame.speech ? "speech" : frame.type.empty() ? "untyped" : frame.type];
    for (const auto& [type, count] : counts) fmt::print("{:10} {:5}\n", type, count);
    fmt::print("{:10} {:5} frames\n", "all", lexicon.frames().size());
}

int run() {
    std::filesystem::path data;
    try {
        data = app::data_folder("");
    } catch (const Error& missing) {
        fmt::print("skipped: {}\n", missing.what());
        return skipped;
    }
    const auto model = data / "models" / "en_core_web_md";
    const auto gazetteer = data / "gazetteer" / "gazetteer.bin";
    if (!std::filesystem::exists(model / "config.cfg") || !std::filesystem::exists(gazetteer)) {
        fmt::print("skipped: no model or gazetteer in {}\n", data.string());
        return skipped;
    }
    const app::Coder coder({model, gazetteer, {}, {}, false});
    auto parser = coder.parser();
    const what::Lexicon lexicon;
    print_counts(lexicon);
    const auto failed = what::check_examples(lexicon, [&](std::string_view sentence) {
        Report report;
        report.id = "example";
        report.text = sentence;
        return coder.code(std::move(report), parser);
    });
    for (const std::string& message : failed) fmt::print("{}\n", message);
    fmt::print("{} examples failed\n", failed.size());
    return failed.empty() ? 0 : 1;
}

} // namespace

int main() {
    try {
        return run();
    } catch (const std::exception& failure) {
        fmt::print("{}\n", failure.what());
        return 1;
    }
}

// `dateline actors import`: the community's CAMEO dictionaries as a file for `--actors`.

#include <cstdio>
#include <fstream>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "who/cameo_import.hpp"

namespace dateline::app {

namespace {

void write_book(const std::string& book, const std::string& target) {
    if (target.empty()) {
        std::fwrite(book.data(), 1, book.size(), stdout);
        return;
    }
    std::ofstream file(target, std::ios::binary | std::ios::trunc);
    file << book;
    if (!file.flush()) throw error("{}: cannot be written", target);
}

} // namespace

Exit run_actors_import(const ActorsImportOptions& options) {
    const who::ActorBook known;
    who::CameoImport import(known);
    std::string book;
    std::size_t actors = 0;
    std::size_t nouns = 0;
    std::size_t nations = 0;
    std::size_t left_out = 0;
    for (const std::string& name : options.files) {
        const MappedFile file(name);
        const auto made = import.import(file.text());
        for (const auto& problem : made.left_out)
            fmt::print(stderr, "{}:{}: left out, {}\n", name, problem.line, problem.what);
        for (const std::string& line : made.lines) book += line + "\n";
        actors += made.actors;
        nouns += made.nouns;
        nations += made.known;
        left_out += made.left_out.size();
    }
    if (actors + nouns > 0) write_book(book, options.target);
    fmt::print(stderr, "{} actors, {} nouns; {} names of countries and nations need no entry; {} left out\n",
               actors, nouns, nations, left_out);
    return exit_of(actors + nouns, actors + nouns == 0 ? 1 : left_out);
}

} // namespace dateline::app

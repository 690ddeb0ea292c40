#include <cstdio>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "base/error.hpp"
#include "record/write_json.hpp"

namespace dateline::app {

Exit run_read(const ReadOptions& options) {
    read::Reader reader(options.inputs);
    std::size_t done = 0;
    std::size_t skipped = 0;
    std::string line;
    while (auto result = reader.next()) {
        if (const auto* problem = std::get_if<read::Problem>(&*result)) {
            print_problem(*problem);
            ++skipped;
            continue;
        }
        line.clear();
        write_json(line, std::get<Report>(*result));
        if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size())
            throw error("cannot write to standard output");
        ++done;
    }
    return exit_of(done, skipped);
}

} // namespace dateline::app

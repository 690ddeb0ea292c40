#include <fmt/format.h>

#include "app/commands.hpp"
#include "where/build_gazetteer.hpp"
#include "where/gazetteer.hpp"

namespace dateline::app {

Exit run_gazetteer_build(const GazetteerBuildOptions& options) {
    where::build_gazetteer(options.table, options.target);
    fmt::print("{}: {} places\n", options.target, where::Gazetteer(options.target).size());
    return Exit::all_read;
}

Exit run_gazetteer_import(const GazetteerImportOptions& options) {
    const where::ImportCounts counts = where::import_geonames(options.places, options.names, options.target);
    fmt::print("{}: {} places, {} names of the second file, {} rows left out\n", options.target,
               counts.places, counts.names, counts.left_out);
    return Exit::all_read;
}

} // namespace dateline::app

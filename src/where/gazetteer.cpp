#include "where/gazetteer.hpp"

namespace dateline::where {

Gazetteer::Gazetteer(const std::filesystem::path& /*path*/) {}

} // namespace dateline::where

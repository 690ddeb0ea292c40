#include "where/where.hpp"

namespace dateline::where {

std::vector<Place> find_places(const Parse& /*parse*/, const Report& /*report*/, const Gazetteer& /*gazetteer*/) {
    return {};
}

} // namespace dateline::where

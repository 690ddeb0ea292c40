#include "said/said.hpp"

namespace dateline::said {

std::vector<Quote> find_quotes(const Parse& /*parse*/, const Report& /*report*/,
                               const std::vector<Actor>& /*actors*/) {
    return {};
}

} // namespace dateline::said

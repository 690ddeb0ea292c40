#include "when/when.hpp"

#include "when/resolver.hpp"

namespace dateline::when {

std::vector<Time> find_times(const Parse& parse, const Report& report) {
    const Words words(parse);
    return Resolver(words, report).run(find_expressions(words));
}

} // namespace dateline::when

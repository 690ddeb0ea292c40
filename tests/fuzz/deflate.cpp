// The zlib streams of a database's reports. Nothing that these bytes can unpack to may be larger than the
// packing allows.

#include <stdexcept>

#include "driver.hpp"
#include "store/deflate.hpp"

namespace dateline::fuzz {

std::vector<std::string> seeds() {
    return {store::deflated("Ada Alpha met twelve fishers in Northtown, and Omar Beta met twelve more."),
            store::deflated(std::string(20'000, 'a')), store::deflated("")};
}

void read(std::string_view bytes) {
    const std::string out = store::inflated(bytes);
    if (store::inflated(store::deflated(out)) != out) throw std::logic_error("not the same again");
}

} // namespace dateline::fuzz

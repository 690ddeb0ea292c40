#include "store/deflate.hpp"

#include <algorithm>

#include <zlib.h>

#include "base/error.hpp"

namespace dateline::store {

std::string deflated(std::string_view bytes) {
    constexpr int fast = 1; // a coded line shrinks to a seventh; more effort saves little
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    std::string out(size, '\0');
    if (compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                  static_cast<uLong>(bytes.size()), fast) != Z_OK)
        throw error("database: no memory to pack {} bytes", bytes.size());
    out.resize(size);
    return out;
}

std::string inflated(std::string_view stream) {
    std::string out(std::max<std::size_t>(4096, stream.size() * 8), '\0');
    for (;;) {
        uLongf size = static_cast<uLongf>(out.size());
        const int code =
            uncompress(reinterpret_cast<Bytef*>(out.data()), &size,
                       reinterpret_cast<const Bytef*>(stream.data()), static_cast<uLong>(stream.size()));
        constexpr std::size_t most = 1U << 31U;
        if (code == Z_BUF_ERROR && out.size() < most && out.size() < stream.size() * 1100) {
            out.resize(out.size() * 2);
            continue;
        }
        if (code != Z_OK) throw error("database: a stored report is damaged");
        out.resize(size);
        return out;
    }
}

} // namespace dateline::store

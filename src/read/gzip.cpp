#include "read/gzip.hpp"

#include <zlib.h>

#include "base/error.hpp"

namespace dateline::read {

namespace {

constexpr std::size_t block = std::size_t{64} << 10U;

gzFile handle(void* file) {
    return static_cast<gzFile>(file);
}

} // namespace

bool is_gzip(std::string_view bytes) {
    return bytes.starts_with("\x1F\x8B");
}

void GzipBuffer::Close::operator()(void* file) const {
    gzclose_r(handle(file));
}

GzipBuffer::GzipBuffer(const std::filesystem::path& path)
    : m_file(gzopen(path.c_str(), "rb")), m_bytes(block) {
    if (m_file == nullptr) throw error("the file cannot be opened");
}

GzipBuffer::int_type GzipBuffer::underflow() {
    if (m_file == nullptr) return traits_type::eof();
    const int count = gzread(handle(m_file.get()), m_bytes.data(), static_cast<unsigned>(m_bytes.size()));
    if (count > 0) {
        setg(m_bytes.data(), m_bytes.data(), m_bytes.data() + count);
        return traits_type::to_int_type(m_bytes.front());
    }
    int state = Z_OK;
    gzerror(handle(m_file.get()), &state);
    m_file.reset(); // what comes behind the damage is not to be had
    if (state != Z_OK && state != Z_STREAM_END) throw error("the gzip file is damaged or ends early");
    return traits_type::eof();
}

} // namespace dateline::read

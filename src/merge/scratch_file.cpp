#include "merge/scratch_file.hpp"

#include <cstddef>

#include <unistd.h>

#include "base/error.hpp"

namespace dateline::merge {

ScratchFile::ScratchFile() : m_file(std::tmpfile()) {
    if (!m_file) throw error("cannot make a temporary file; is there room in $TMPDIR or /tmp?");
}

std::uint64_t ScratchFile::append(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), m_file.get()) != bytes.size())
        throw error("cannot write to a temporary file: is the disk full?");
    const std::uint64_t at = m_size;
    m_size += bytes.size();
    return at;
}

void ScratchFile::read(std::uint64_t at, std::string& bytes) const {
    if (m_flushed < m_size && std::fflush(m_file.get()) != 0)
        throw error("cannot write to a temporary file: is the disk full?");
    m_flushed = m_size;
    for (std::size_t done = 0; done < bytes.size();) {
        const ::ssize_t got = ::pread(::fileno(m_file.get()), bytes.data() + done, bytes.size() - done,
                                      static_cast<::off_t>(at + done));
        if (got <= 0) throw error("cannot read a temporary file back");
        done += static_cast<std::size_t>(got);
    }
}

} // namespace dateline::merge

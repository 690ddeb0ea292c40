#pragma once

#include <filesystem>
#include <memory>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::read {

/// Whether these bytes begin a gzip file (RFC 1952).
bool is_gzip(std::string_view bytes);

/// The unpacked bytes of a gzip file, made as they are read. Throws `Error` where the file is damaged or ends
/// early; what stood before is read.
class GzipBuffer : public std::streambuf {
  public:
    explicit GzipBuffer(const std::filesystem::path& path);

  protected:
    int_type underflow() override;

  private:
    struct Close {
        void operator()(void* file) const;
    };
    std::unique_ptr<void, Close> m_file; // zlib's `gzFile`
    std::vector<char> m_bytes;
};

} // namespace dateline::read

#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::merge {

/// A nameless file of the folder for temporary files, for what is too much for memory: written from front to
/// end, then read anywhere. It is gone with the process.
class ScratchFile {
  public:
    /// Throws `Error` when no file can be made.
    ScratchFile();

    /// Where the bytes start. Throws `Error` when the disk is full.
    std::uint64_t append(std::string_view bytes);
    /// Fills `bytes` from there on. Throws `Error` when the file cannot be read.
    void read(std::uint64_t at, std::string& bytes) const;

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> m_file;
    std::uint64_t m_size = 0;
    mutable std::uint64_t m_flushed = 0; // what of it `read` can see
};

} // namespace dateline::merge

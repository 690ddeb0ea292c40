#pragma once

#include <filesystem>
#include <span>
#include <string_view>

namespace dateline {

/// A file mapped read-only into memory. Movable; the bytes stay valid, at the same address, as long as the
/// object that holds them lives. Safe to read from several threads.
class MappedFile {
  public:
    /// Throws `Error` naming the file when it cannot be opened or mapped. An empty file maps to no bytes.
    explicit MappedFile(const std::filesystem::path& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    [[nodiscard]] std::string_view text() const { return {m_data, m_size}; }
    [[nodiscard]] std::span<const std::byte> bytes() const {
        return {reinterpret_cast<const std::byte*>(m_data), m_size};
    }

  private:
    const char* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace dateline

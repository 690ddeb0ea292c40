#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "base/big_array.hpp"
#include "base/mapped_file.hpp"

namespace dateline::language {

/// A pipeline's static word vectors: a mapped matrix and an index from string id to row.
class Vectors {
  public:
    /// Reads `vectors`, `key2row` and `vectors.cfg` of a pipeline's `vocab` folder. Throws `Error` naming the
    /// file.
    explicit Vectors(const std::filesystem::path& folder);

    /// The row of a string; -1 when it has none.
    [[nodiscard]] std::int32_t row(std::uint64_t string) const;
    /// The vector of a row.
    [[nodiscard]] const float* vector(std::int32_t row) const {
        return m_values + static_cast<std::size_t>(row) * m_width;
    }
    [[nodiscard]] std::size_t width() const { return m_width; }
    [[nodiscard]] std::size_t rows() const { return m_rows; }

  private:
    struct Entry {
        std::uint32_t key = 0; // low half of the mixed id; the high half tells the place
        std::uint32_t row = 0; // counted from 1; 0: a free place
    };
    void read_matrix(const std::filesystem::path& path);
    void read_index(const std::filesystem::path& path);
    [[nodiscard]] std::size_t home(std::uint64_t id) const;
    void enter(std::uint64_t id, std::uint64_t row);

    MappedFile m_file;
    const float* m_values = nullptr;
    std::size_t m_rows = 0;
    std::size_t m_width = 0;
    BigArray<Entry> m_index; // open addressing, a power of two long
};

} // namespace dateline::language

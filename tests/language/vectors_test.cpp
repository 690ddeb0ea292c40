// The index of word vectors, with more keys than are asked for ahead, keys that meet in one place, and pruned
// ones.

#include "language/vectors.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/error.hpp"

namespace dateline::language {

namespace {

namespace fs = std::filesystem;

class VectorsTest : public testing::Test {
  protected:
    void SetUp() override {
        fs::create_directory(m_folder);
        write("vectors.cfg", R"({"mode":"default"})");
        std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (40, 2), }";
        header.resize(118 - 1, ' ');
        header += '\n';
        std::string file("\x93NUMPY\x01\x00\x76\x00", 10);
        file += header;
        file.append(40 * 2 * sizeof(float), '\0');
        write("vectors", file);
    }
    void TearDown() override { fs::remove_all(m_folder); }
    void write(const std::string& name, const std::string& bytes) {
        std::ofstream(m_folder / name, std::ios::binary) << bytes;
    }
    /// key2row: a map of 64-bit keys to rows.
    void write_index(const std::vector<std::pair<std::uint64_t, int>>& rows) {
        std::string bytes = std::string("\xDE") + '\0' + static_cast<char>(rows.size());
        for (const auto& [key, row] : rows) {
            bytes += '\xCF';
            for (unsigned shift = 64; shift > 0; shift -= 8) bytes += static_cast<char>(key >> (shift - 8U));
            bytes += static_cast<char>(row);
        }
        write("key2row", bytes);
    }
    fs::path m_folder = fs::temp_directory_path() / ("dateline-vectors-" + std::to_string(::getpid()));
};

TEST_F(VectorsTest, FindsEveryKey) {
    std::vector<std::pair<std::uint64_t, int>> rows;
    for (std::uint64_t i = 0; i < 40; ++i) rows.emplace_back((i << 40U) + i % 3, static_cast<int>(i));
    rows.emplace_back(std::uint64_t{99} << 40U, -1); // pruned
    write_index(rows);
    const Vectors vectors(m_folder);
    EXPECT_EQ(vectors.rows(), 40U);
    EXPECT_EQ(vectors.width(), 2U);
    for (const auto& [key, row] : rows) EXPECT_EQ(vectors.row(key), row);
    EXPECT_EQ(vectors.row(std::uint64_t{77} << 40U), -1);
}

TEST_F(VectorsTest, SymbolsWithSmallNumbersAreToldApart) {
    write_index({{64, 1}, {0, 2}, {1, 3}, {3, 5}, {5, 8}});
    const Vectors vectors(m_folder);
    EXPECT_EQ(vectors.row(64), 1);
    EXPECT_EQ(vectors.row(0), 2);
    EXPECT_EQ(vectors.row(1), 3);
    for (const std::uint64_t other : {2U, 4U, 6U, 65U, 128U}) EXPECT_EQ(vectors.row(other), -1) << other;
}

TEST_F(VectorsTest, ADamagedMatrixIsAnError) {
    write_index({{1, 0}});
    write("vectors", "\x93NUMPY");
    EXPECT_THROW(Vectors{m_folder}, Error);
}

} // namespace

} // namespace dateline::language

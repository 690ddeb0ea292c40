#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>

#include "read/read.hpp"

namespace dateline::read {

namespace {

namespace fs = std::filesystem;

class ReaderTest : public testing::Test {
  protected:
    void SetUp() override {
        m_folder = fs::temp_directory_path() / ("dateline-reader-" + std::to_string(::getpid()));
        fs::create_directory(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }

    std::string file(const std::string& name, const std::string& bytes) {
        const fs::path path = m_folder / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path.string();
    }

    /// Ids of reports and `!reason` of problems, in order.
    static std::vector<std::string> read_all(std::vector<std::string> inputs) {
        std::vector<std::string> out;
        Reader reader(std::move(inputs));
        while (auto result = reader.next()) {
            if (const auto* report = std::get_if<Report>(&*result))
                out.push_back(report->id);
            else
                out.push_back("!" + std::get<Problem>(*result).reason);
        }
        return out;
    }

    fs::path m_folder;
};

TEST_F(ReaderTest, ReadsLinesAndTextsInOrder) {
    const auto lines =
        file("a.jsonl", "{\"id\":\"one\",\"text\":\"A.\"}\n\n{\"id\":\"two\",\"text\":\"B.\"}\n");
    const auto text = file("story.txt", "Rain fell.");
    EXPECT_EQ(read_all({lines, text}), (std::vector<std::string>{"one", "two", "story"}));
}

/// The bytes as a gzip file.
std::string packed(const std::string& bytes) {
    std::string out(compressBound(bytes.size()) + 64, '\0');
    z_stream stream{};
    constexpr int gzip_window = 15 + 16;
    EXPECT_EQ(deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY), Z_OK);
    std::string in = bytes;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

TEST_F(ReaderTest, ReadsWhatIsPacked) {
    const auto lines =
        file("a.jsonl.gz", packed("{\"id\":\"one\",\"text\":\"A.\"}\n{\"id\":\"two\",\"text\":\"B.\"}\n"));
    const auto text = file("story.txt.gz", packed("Rain fell."));
    EXPECT_EQ(read_all({lines, text}), (std::vector<std::string>{"one", "two", "story"}));
}

TEST_F(ReaderTest, ReadsPackedFilesOneBehindTheOther) {
    const auto lines = file("both.gz", packed("{\"id\":\"one\",\"text\":\"A.\"}\n") +
                                           packed("{\"id\":\"two\",\"text\":\"B.\"}\n"));
    EXPECT_EQ(read_all({lines}), (std::vector<std::string>{"one", "two"}));
}

TEST_F(ReaderTest, TellsThatStandardInputIsPacked) {
    std::istringstream in(packed("{\"id\":\"one\",\"text\":\"A.\"}\n"));
    std::streambuf* const before = std::cin.rdbuf(in.rdbuf());
    const auto found = read_all({"-"});
    std::cin.rdbuf(before);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found.front().starts_with("!it is gzipped; unpack it first")) << found.front();
}

TEST_F(ReaderTest, TellsThatAPackedFileIsDamaged) {
    std::string lines;
    for (int i = 0; i < 20000; ++i) lines += "{\"id\":\"r" + std::to_string(i) + "\",\"text\":\"A.\"}\n";
    const std::string whole = packed(lines);
    const auto found = read_all({file("cut.jsonl.gz", whole.substr(0, whole.size() / 2))});
    ASSERT_GT(found.size(), 1U) << "what stands before the damage is read";
    EXPECT_EQ(found.front(), "r0");
    EXPECT_TRUE(found.back().starts_with("!the gzip file is damaged")) << found.back();
    const auto text = read_all({file("story.txt.gz", packed("Rain fell.").substr(0, 14))});
    ASSERT_EQ(text.size(), 1U);
    EXPECT_TRUE(text.front().starts_with("!the gzip file is damaged")) << text.front();
}

TEST_F(ReaderTest, RefusesAReportThatUnpacksToEndlessBytes) {
    const auto found = read_all({file("bomb.txt.gz", packed(std::string(max_report_bytes + 10, 'a')))});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found.front().starts_with("!unpacked it has more bytes")) << found.front();
}

TEST_F(ReaderTest, KeepsGoingBehindABadLine) {
    const auto lines = file(
        "a.jsonl", "{\"id\":\"one\",\"text\":\"A.\"}\n{\"id\":\"tw\n{\"id\":\"three\",\"text\":\"C.\"}\n");
    const auto found = read_all({lines});
    ASSERT_EQ(found.size(), 3U);
    EXPECT_TRUE(found[1].starts_with("!not valid JSON"));
    EXPECT_EQ(found[2], "three");
}

TEST_F(ReaderTest, ReadsADirectoryByName) {
    file("b.txt", "Second.");
    file("a.txt", "First.");
    EXPECT_EQ(read_all({m_folder.string()}), (std::vector<std::string>{"a", "b"}));
}

TEST_F(ReaderTest, NamesWhatIsMissing) {
    EXPECT_EQ(read_all({(m_folder / "none.txt").string()}), (std::vector<std::string>{"!no such file"}));
}

} // namespace

} // namespace dateline::read

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

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

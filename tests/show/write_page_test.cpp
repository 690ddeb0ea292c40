#include <gtest/gtest.h>

#include "show/page.hpp"

namespace dateline::show {

namespace {

const Page page{"A & B",
                "",
                {{"Events", "", {{"2020-01-02", "Ada met <Bob>", "\"quoted\"\nwords", {"r1", "r2"}, "e1"}}},
                 {"Empty", "", {}}}};

TEST(WritePage, EscapesMarkdown) {
    EXPECT_EQ(write(page, Format::markdown),
              "# A & B\n\n## Events\n\n- **2020-01-02** Ada met \\<Bob> [r1, r2] `e1`\n"
              "  > \"quoted\" words\n");
}

TEST(WritePage, NamesTheFirstOfManySources) {
    Page many{"Brief", "", {{"Events", "", {Line{}}}}, {}};
    for (int i = 1; i <= 14; ++i) many.sections[0].lines[0].sources.push_back("r" + std::to_string(i));
    EXPECT_NE(write(many, Format::markdown).find("r12, and 2 more]"), std::string::npos);
    EXPECT_NE(write(many, Format::json).find("r14"), std::string::npos);
}

TEST(WritePage, EscapesHtml) {
    const std::string html = write(page, Format::html);
    EXPECT_NE(html.find("<h1>A &amp; B</h1>"), std::string::npos);
    EXPECT_NE(html.find("Ada met &lt;Bob&gt;"), std::string::npos);
    EXPECT_EQ(html.find("Empty"), std::string::npos);
}

TEST(WritePage, WritesJson) {
    EXPECT_NE(write(page, Format::json).find(R"("when":"2020-01-02","text":"Ada met <Bob>")"),
              std::string::npos);
}

} // namespace

} // namespace dateline::show

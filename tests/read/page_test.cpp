#include <gtest/gtest.h>

#include "base/error.hpp"
#include "read/page.hpp"
#include "read/read.hpp"

namespace dateline::read {

namespace {

const std::string page = R"(<!DOCTYPE html><html lang="en"><head><title>Ferry returns | Harbour Wire</title>
<meta property="og:site_name" content="Harbour Wire"><meta property="og:url" content="https://example.org/2024/05/06/ferry">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry returns", "datePublished": "2024-05-07T01:30:00Z",
"author": [{"@type": "Person", "name": "Ada Example"}, {"@type": "Person", "name": "Ito Sample"}]}</script></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Ferry returns</h1>
<p>The ferry to the island returned on Monday, officials said, after two months in the yard.</p>
<figure><figcaption>The ferry in its yard, seen last week.</figcaption></figure>
<p>Its captain, who had waited long, thanked the workers, the <a href="/mayor">mayor</a> and her crew.</p>
<div class="related-stories"><p>The bridge closes again, and drivers are angry about it, they say.</p></div>
</article><div id="comments"><p>I waited for it every day, and so did all my neighbours, believe me.</p></div></body></html>)";

TEST(Page, GivesTheArticleAlone) {
    const Report report = report_from_page(page, "ferry");
    EXPECT_EQ(report.text.substr(report.body_start),
              "The ferry to the island returned on Monday, officials said, after two months in the yard.\n\n"
              "Its captain, who had waited long, thanked the workers, the mayor and her crew.");
}

TEST(Page, GivesTitleAuthorsSiteAndLocalDay) {
    const Report report = report_from_page(page, "ferry");
    EXPECT_EQ(report.id, "ferry");
    EXPECT_EQ(report.title, "Ferry returns");
    EXPECT_EQ(report.source, "Harbour Wire");
    EXPECT_EQ(report.published.value, "2024-05-06");
    EXPECT_EQ(report.authors, (std::vector<std::string>{"Ada Example", "Ito Sample"}));
}

TEST(Page, FindsTheDayThatPeopleSee) {
    const Report report = report_from_page("<html><body><p>31.12.2020</p><p>The council met in the evening, "
                                           "and it voted on the harbour.</p></body></html>",
                                           "x");
    EXPECT_EQ(report.published.value, "2020-12-31");
}

TEST(Page, IsToldFromText) {
    EXPECT_TRUE(is_page("<!-- saved --><html><body>x</body></html>"));
    EXPECT_TRUE(is_page("<?xml version='1.0'?> <!-- " + std::string(10'000, 'x') + " --><html>x</html>"));
    EXPECT_TRUE(is_page("<article><h1>x</h1></article>"));
    EXPECT_FALSE(is_page("A page begins with <html>, said the teacher."));
    EXPECT_THROW(report_from_page("<html><body></body></html>", "empty"), Error);
}

const std::string prose = "The minister \xE2\x80\x93 Jos\xC3\xA9 N\xC3\xBA\xC3\xB1"
                          "ez \xE2\x80\x93 met his colleague in Lima on Monday, officials said.";

std::string read_prose(const std::string& charset, const std::string& bytes) {
    const std::string whole = "<html><head>" + charset + "</head><body><p>" + bytes + "</p></body></html>";
    return report_from_page(whole, "x").text;
}

TEST(Page, IsReadInTheEncodingThatItHas) {
    const std::string windows = "The minister \x96 Jos\xE9 N\xFA\xF1"
                                "ez \x96 met his colleague in Lima on Monday, officials said.";
    for (const char* charset : {"", "<meta charset=windows-1252>", "<meta charset='iso-8859-1'>",
                                "<meta charset=\"utf-8\">", "<meta charset=x-nobody-knows>"}) {
        EXPECT_EQ(read_prose(charset, windows), prose) << charset;
        EXPECT_EQ(read_prose(charset, prose), prose) << charset;
        EXPECT_EQ(read_prose(charset, prose + " \x93Yes\x94"), prose + " \xE2\x80\x9CYes\xE2\x80\x9D");
    }
    EXPECT_EQ(
        read_prose("<meta charset=koi8-r>", "\xEC\xC9\xCD\xC1, said the ministers when they met on Monday."),
        "\xD0\x9B\xD0\xB8\xD0\xBC\xD0\xB0, said the ministers when they met on Monday.");
}

TEST(Page, TakesOnlyTheDayOfWhatItCallsADay) {
    const auto day = [](const std::string& content) {
        return report_from_page(
                   "<html><head><meta name=pubdate content='" + content +
                       "'></head><body><p>The council met in the evening and voted.</p></body></html>",
                   "x")
            .published.value;
    };
    EXPECT_EQ(day("2024-05-06T07:08:09Z"), "2024-05-06T07:08:09Z");
    EXPECT_EQ(day("2024-05-06 07:08:09"), "2024-05-06 07:08:09");
    EXPECT_EQ(day("2024-05-06 by the desk"), "2024-05-06");
    EXPECT_EQ(day("2024-99-99"), "");
}

TEST(Page, SurvivesDeepNesting) {
    std::string deep = "<html><body>";
    for (int i = 0; i < 100'000; ++i) deep += "<div class=share>";
    EXPECT_THROW(report_from_page(deep, "deep"), Error);
}

} // namespace

} // namespace dateline::read

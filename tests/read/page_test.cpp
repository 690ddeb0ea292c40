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
    EXPECT_FALSE(is_page("A page begins with <html>, said the teacher."));
    EXPECT_THROW(report_from_page("<html><body></body></html>", "empty"), Error);
}

TEST(Page, SurvivesDeepNesting) {
    std::string deep = "<html><body>";
    for (int i = 0; i < 100'000; ++i) deep += "<div class=share>";
    EXPECT_THROW(report_from_page(deep, "deep"), Error);
}

} // namespace

} // namespace dateline::read

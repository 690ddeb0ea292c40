#pragma once

#include <string>
#include <vector>

#include "read/html_document.hpp"

namespace dateline::read {

/// What a page says about its article outside the article's text; fields are empty where it says nothing.
struct PageFacts {
    std::string title, published, source, url;
    std::vector<std::string> authors;
};

/// Title, authors, day of publication, site and address: from JSON-LD, `meta` elements, microdata, headings,
/// the page's address, and last a date written in the page. `published` is ISO 8601, a day or a timestamp.
PageFacts page_facts(const HtmlDocument& page);

/// The article's text, its paragraphs parted by blank lines; empty when the page holds no prose.
std::string page_text(const HtmlDocument& page);

/// The first day of at most `longest` bytes into `text` that stands anywhere in it, ISO; "" without one.
std::string day_in(std::string_view text, std::size_t longest);

} // namespace dateline::read

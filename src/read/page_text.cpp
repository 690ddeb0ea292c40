// The article's text in a page. Every block that reads like prose (a paragraph, a list entry, a quotation)
// gives points to the elements around it, more the nearer they are; links take points away. The element with
// most points holds the article. Of it every block stays that is not mostly links and lies in nothing that
// calls itself a caption, a share bar, a list of related stories and the like.

#include "read/page.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"

namespace dateline::read {

namespace {

constexpr std::array skipped_tags{
    std::string_view("script"),     std::string_view("style"),    std::string_view("noscript"),
    std::string_view("nav"),        std::string_view("footer"),   std::string_view("aside"),
    std::string_view("form"),       std::string_view("iframe"),   std::string_view("figure"),
    std::string_view("figcaption"), std::string_view("button"),   std::string_view("svg"),
    std::string_view("select"),     std::string_view("template"), std::string_view("head"),
    std::string_view("object"),     std::string_view("textarea"), std::string_view("label"),
    std::string_view("dialog"),     std::string_view("video"),    std::string_view("audio"),
    std::string_view("map")};

constexpr std::array block_tags{
    std::string_view("p"),          std::string_view("div"),     std::string_view("li"),
    std::string_view("blockquote"), std::string_view("pre"),     std::string_view("td"),
    std::string_view("th"),         std::string_view("h1"),      std::string_view("h2"),
    std::string_view("h3"),         std::string_view("h4"),      std::string_view("h5"),
    std::string_view("h6"),         std::string_view("section"), std::string_view("article"),
    std::string_view("ul"),         std::string_view("ol"),      std::string_view("table"),
    std::string_view("tr"),         std::string_view("tbody"),   std::string_view("main"),
    std::string_view("body"),       std::string_view("header"),  std::string_view("dl"),
    std::string_view("dt"),         std::string_view("dd"),      std::string_view("html"),
    std::string_view("center"),     std::string_view("hr")};

/// Words in `class` and `id` of what is no part of an article's text.
constexpr std::array unlike{std::string_view("comment"),
                            std::string_view("share"),
                            std::string_view("sharing"),
                            std::string_view("social"),
                            std::string_view("related"),
                            std::string_view("sidebar"),
                            std::string_view("footer"),
                            std::string_view("newsletter"),
                            std::string_view("subscri"),
                            std::string_view("promo"),
                            std::string_view("advert"),
                            std::string_view("sponsor"),
                            std::string_view("breadcrumb"),
                            std::string_view("menu"),
                            std::string_view("navigation"),
                            std::string_view("navbar"),
                            std::string_view("cookie"),
                            std::string_view("consent"),
                            std::string_view("popup"),
                            std::string_view("modal"),
                            std::string_view("caption"),
                            std::string_view("byline"),
                            std::string_view("author"),
                            std::string_view("tags"),
                            std::string_view("tag-list"),
                            std::string_view("recommend"),
                            std::string_view("trending"),
                            std::string_view("most-read"),
                            std::string_view("read-more"),
                            std::string_view("readmore"),
                            std::string_view("more-on"),
                            std::string_view("pagination"),
                            std::string_view("disqus"),
                            std::string_view("widget"),
                            std::string_view("toolbar"),
                            std::string_view("dateline-"),
                            std::string_view("timestamp"),
                            std::string_view("copyright"),
                            std::string_view("disclaimer"),
                            std::string_view("login"),
                            std::string_view("signup"),
                            std::string_view("sign-up"),
                            std::string_view("paywall"),
                            std::string_view("hidden"),
                            std::string_view("screen-reader"),
                            std::string_view("sr-only"),
                            std::string_view("visually-hidden"),
                            std::string_view("outbrain"),
                            std::string_view("taboola"),
                            std::string_view("print-only"),
                            std::string_view("credit"),
                            std::string_view("teaser"),
                            std::string_view("playlist"),
                            std::string_view("gallery"),
                            std::string_view("carousel"),
                            std::string_view("pullquote"),
                            std::string_view("pull-quote"),
                            std::string_view("meta"),
                            std::string_view("skip-")};

/// Words of what holds the article, which outweigh those above on large elements.
constexpr std::array like{
    std::string_view("article-body"),    std::string_view("articlebody"),   std::string_view("story-body"),
    std::string_view("entry-content"),   std::string_view("post-content"),  std::string_view("article__body"),
    std::string_view("article-content"), std::string_view("body-content"),  std::string_view("main-content"),
    std::string_view("post-body"),       std::string_view("story-content"), std::string_view("content-body")};

template<std::size_t n>
bool is_among(const std::array<std::string_view, n>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

template<std::size_t n>
bool holds_any(std::string_view text, const std::array<std::string_view, n>& list) {
    return std::any_of(list.begin(), list.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

std::string marks_of(const HtmlNode* node) {
    return to_lower(attribute(node, "class") + " " + attribute(node, "id") + " " +
                    attribute(node, "itemprop") + " " + attribute(node, "data-testid"));
}

/// Text between two block borders, and the element around it.
struct Block {
    HtmlNode* parent = nullptr;
    std::string text;
    std::size_t linked = 0; // characters in links
    std::string_view tag;
};

class PageText {
  public:
    explicit PageText(HtmlNode* root) : m_root(root) {}

    std::string run() {
        if (m_root == nullptr) return {};
        read_blocks();
        HtmlNode* best = best_element();
        std::string text;
        for (const Block& block : m_blocks) {
            if (!is_inside(block.parent, best) || !is_wanted(block)) continue;
            if (!text.empty()) text += "\n\n";
            text += block.text;
        }
        return text;
    }

  private:
    // --- blocks

    void read_blocks() {
        for (HtmlNode* at = m_root; at != nullptr;) {
            const std::string_view tag = tag_of(at);
            if (!tag.empty() && is_left_out(at, tag)) {
                if (is_among(block_tags, tag)) end_block();
                at = advance(at, Descend::no);
                continue;
            }
            if (is_among(block_tags, tag)) end_block();
            if (tag == "br" && !m_text.empty()) m_text += ' ';
            if (tag == "a") ++m_links;
            add_text(at);
            at = advance(at, Descend::yes);
        }
        end_block();
    }

    /// Steps on; whatever elements end on the way end their blocks and links.
    HtmlNode* advance(HtmlNode* node, Descend descend) {
        HtmlNode* next = next_node(m_root, node, descend);
        const bool down = next != nullptr && parent_of(next) == node;
        if (down) return next;
        HtmlNode* stop = next == nullptr ? nullptr : parent_of(next);
        const bool entered = descend == Descend::yes;
        for (HtmlNode* up = node; up != nullptr && up != stop; up = parent_of(up)) {
            if (up == node && !entered) continue;
            if (tag_of(up) == "a" && m_links > 0) --m_links;
            if (is_among(block_tags, tag_of(up))) end_block();
            if (up == m_root) break;
        }
        return next;
    }

    static HtmlNode* parent_of(HtmlNode* node);

    void end_block() {
        if (std::string text = squeezed(m_text); !text.empty())
            m_blocks.push_back({m_parent, std::move(text), m_linked, tag_of(m_parent)});
        m_text.clear();
        m_linked = 0;
    }

    void add_text(HtmlNode* node) {
        const std::string_view text = own_text(node);
        if (text.empty() || (m_text.empty() && trim(text).empty())) return;
        if (m_text.empty()) {
            m_parent = parent_of(node);
            while (m_parent != m_root && !is_among(block_tags, tag_of(m_parent)))
                m_parent = parent_of(m_parent);
        }
        m_text += text;
        if (m_links > 0) m_linked += trim(text).size();
    }

    bool is_left_out(HtmlNode* node, std::string_view tag) {
        if (is_among(skipped_tags, tag)) return true;
        if (tag == "body" || tag == "html" || tag == "article" || tag == "main") return false;
        if (attribute(node, "hidden") == "hidden" || attribute(node, "aria-hidden") == "true") return true;
        const std::string style = attribute(node, "style");
        if (style.find("display:none") != std::string::npos ||
            style.find("display: none") != std::string::npos)
            return true;
        const std::string marks = marks_of(node);
        if (!holds_any(marks, unlike) || holds_any(marks, like)) return false;
        return !is_most_of_page(node);
    }

    /// Half of the page's paragraphs: then its name means nothing (`class="page has-sidebar"`).
    bool is_most_of_page(HtmlNode* node) {
        constexpr int half = 2;
        if (m_paragraphs < 0) m_paragraphs = paragraphs_in(m_root);
        return m_paragraphs > 0 && paragraphs_in(node) * half > m_paragraphs;
    }

    static int paragraphs_in(HtmlNode* top) {
        constexpr std::size_t long_enough = 80;
        int count = 0;
        for (HtmlNode* at = top; at != nullptr; at = next_node(top, at))
            if (own_text(at).size() > long_enough && tag_of(parent_of(at)) != "script" &&
                tag_of(parent_of(at)) != "style")
                ++count;
        return count;
    }

    // --- the element that holds the article

    /// Null when the page holds no prose.
    HtmlNode* best_element() {
        std::unordered_map<HtmlNode*, double> points;
        std::unordered_map<HtmlNode*, double> prose; // of all blocks inside an element
        std::vector<HtmlNode*> order;                // so that equal points are told apart by place
        constexpr std::size_t least = 25;
        for (const Block& block : m_blocks) {
            if (block.text.size() < least || block.linked * 2 > block.text.size()) continue;
            const double worth = worth_of(block);
            HtmlNode* up =
                block.tag == "div" || block.tag == "section" ? block.parent : parent_of(block.parent);
            for (HtmlNode* around = up; around != nullptr; around = parent_of(around)) prose[around] += worth;
            double share = 1;
            for (int level = 0; level < 4 && up != nullptr; ++level, up = parent_of(up), share /= 2) {
                if (points.emplace(up, bonus_of(up)).second) order.push_back(up);
                points[up] += worth * share;
            }
        }
        if (order.empty()) return nullptr; // no prose
        HtmlNode* best = m_root;
        double most = 0;
        for (HtmlNode* node : order)
            if (points[node] > most) most = points[node], best = node;
        return whole_of_parts(widened(best, points, most), prose);
    }

    static double worth_of(const Block& block) {
        constexpr double full = 3, of_length = 100;
        const auto commas = std::count(block.text.begin(), block.text.end(), ',');
        const double length = std::min(static_cast<double>(block.text.size()) / of_length, full);
        const double list = block.tag == "li" || block.tag == "td" ? 0.5 : 1;
        return list * (1 + static_cast<double>(commas) + length);
    }

    static double bonus_of(HtmlNode* node) {
        constexpr double named = 25, tagged = 10;
        double bonus = tag_of(node) == "article" || tag_of(node) == "main" ? tagged : 0;
        if (holds_any(marks_of(node), like)) bonus += named;
        return bonus;
    }

    /// The parent instead, while its other children hold much prose too: articles parted into sections.
    HtmlNode* widened(HtmlNode* best, std::unordered_map<HtmlNode*, double>& points, double most) const {
        constexpr double much = 0.2;
        for (HtmlNode* up = parent_of(best); up != nullptr && up != m_root; up = parent_of(up)) {
            double others = 0;
            for (const auto& [node, value] : points)
                if (node != best && parent_of(node) == up) others += value;
            if (others < much * most) break;
            best = up;
        }
        return best;
    }

    /// An element further out instead, whose children of one kind (tag and class) each hold a part of the
    /// article.
    HtmlNode* whole_of_parts(HtmlNode* best, std::unordered_map<HtmlNode*, double>& prose) const {
        constexpr double much = 0.5;
        constexpr int farthest = 4; // levels without a gain
        HtmlNode* child = best;
        for (int level = 0; level < farthest && parent_of(child) != nullptr && parent_of(child) != m_root;
             ++level) {
            HtmlNode* up = parent_of(child);
            const std::string kind = attribute(child, "class");
            double others = 0;
            for (HtmlNode* other = first_child(up); other != nullptr; other = next_sibling(other))
                if (other != child && tag_of(other) == tag_of(child) && prose.contains(other) &&
                    attribute(other, "class") == kind)
                    others += prose[other];
            if (others >= much * prose[best]) best = up, level = 0;
            child = up;
        }
        return best;
    }

    // --- what stays

    static bool is_inside(HtmlNode* node, HtmlNode* top) {
        for (; node != nullptr; node = parent_of(node))
            if (node == top) return true;
        return false;
    }

    static bool is_wanted(const Block& block) {
        constexpr std::size_t short_text = 80;
        if (block.tag == "h1") return false;
        if (block.linked * 10 > block.text.size() * 9) return false;
        if (block.linked * 2 > block.text.size() && block.text.size() < short_text) return false;
        return !is_notice(block.text);
    }

    /// `Advertisement`, `Read more: …`, `Share this`.
    static bool is_notice(std::string_view text) {
        constexpr std::size_t longest = 120;
        if (text.size() > longest) return false;
        const std::string lower = to_lower(text);
        for (const std::string_view start : {"advertisement",
                                             "read more",
                                             "share this",
                                             "related:",
                                             "read also",
                                             "see also",
                                             "sign up",
                                             "subscribe",
                                             "follow us",
                                             "click here",
                                             "photo:",
                                             "image:",
                                             "image source",
                                             "copyright",
                                             "\xC2\xA9",
                                             "all rights reserved",
                                             "article continues below",
                                             "most popular",
                                             "recommended by",
                                             "story continues below",
                                             "continue reading",
                                             "listen to this",
                                             "watch:",
                                             "more:",
                                             "also read",
                                             "published",
                                             "updated",
                                             "last updated",
                                             "loading",
                                             "getty images",
                                             "filed under",
                                             "tags:",
                                             "comments"})
            if (lower.starts_with(start)) return true;
        return false;
    }

    HtmlNode* m_root;
    HtmlNode* m_parent = nullptr; // block around m_text
    std::string m_text;
    std::size_t m_linked = 0;
    int m_links = 0;
    int m_paragraphs = -1;
    std::vector<Block> m_blocks;
};

HtmlNode* PageText::parent_of(HtmlNode* node) {
    return parent(node);
}

} // namespace

std::string page_text(const HtmlDocument& page) {
    return PageText(page.root()).run();
}

} // namespace dateline::read

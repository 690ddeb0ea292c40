#include "read/html_document.hpp"

#include <algorithm>
#include <optional>

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/page_encoding.hpp"

namespace dateline::read {

namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

/// Whether a character of several bytes that is white space starts here: its length, else 0.
std::size_t wide_space(std::string_view text) {
    if (text.front() != '\xC2' && text.front() != '\xE2') return 0;
    for (const std::string_view space :
         {"\xC2\xA0", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\x89", "\xE2\x80\x8B"})
        if (text.starts_with(space)) return space.size();
    return 0;
}

} // namespace

std::string squeezed(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::size_t wide = wide_space(text);
        const bool space = wide > 0 || is_space(text.front());
        if (!space)
            result += text.front();
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
        text.remove_prefix(std::max<std::size_t>(wide, 1));
    }
    return std::string(trim(result));
}

void HtmlDocument::Free::operator()(_xmlDoc* document) const {
    xmlFreeDoc(document);
}

HtmlDocument::HtmlDocument(std::string_view bytes) {
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                            HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    // What is UTF-8 is UTF-8, whatever the page says of itself.
    const bool is_utf8 = is_valid_utf8(bytes);
    const std::optional<std::string> mended = is_utf8 ? std::nullopt : western_page(bytes);
    if (mended) bytes = *mended;
    const char* encoding = is_utf8 || mended ? "UTF-8" : nullptr;
    m_document.reset(
        htmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, encoding, options));
    if (m_document == nullptr) throw error("the page cannot be read as HTML");
}

HtmlNode* HtmlDocument::root() const {
    return xmlDocGetRootElement(m_document.get());
}

HtmlNode* next_node(const HtmlNode* top, HtmlNode* node, Descend descend) {
    if (descend == Descend::yes && node->type == XML_ELEMENT_NODE && node->children != nullptr)
        return node->children;
    while (node != nullptr && node != top) {
        if (node->next != nullptr) return node->next;
        node = node->parent;
    }
    return nullptr;
}

HtmlNode* parent(const HtmlNode* node) {
    HtmlNode* up = node->parent;
    return up != nullptr && up->type == XML_ELEMENT_NODE ? up : nullptr;
}

HtmlNode* first_child(const HtmlNode* node) {
    return node->children;
}

HtmlNode* next_sibling(const HtmlNode* node) {
    return node->next;
}

std::string_view tag_of(const HtmlNode* node) {
    return node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view{};
}

std::string attribute(const HtmlNode* node, const char* name) {
    if (node->type != XML_ELEMENT_NODE) return {};
    xmlChar* value = xmlGetProp(const_cast<HtmlNode*>(node), reinterpret_cast<const xmlChar*>(name));
    std::string result(view(value));
    xmlFree(value);
    return result;
}

std::string_view own_text(const HtmlNode* node) {
    const bool text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
    return text ? view(node->content) : std::string_view{};
}

std::string inner_text(const HtmlNode* node) {
    std::string text;
    auto* top = const_cast<HtmlNode*>(node);
    for (HtmlNode* at = top; at != nullptr; at = next_node(top, at)) {
        if (tag_of(at) == "br") text += ' ';
        text += own_text(at);
    }
    return squeezed(text);
}

} // namespace dateline::read

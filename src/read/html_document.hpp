#pragma once

#include <memory>
#include <string>
#include <string_view>

struct _xmlDoc;
struct _xmlNode;

namespace dateline::read {

using HtmlNode = _xmlNode;

/// A parsed page of HTML; broken markup and any encoding that contains ASCII are accepted. Movable.
class HtmlDocument {
  public:
    /// Throws `Error` when the bytes give no document at all.
    explicit HtmlDocument(std::string_view bytes);

    /// The root element; null for an empty page.
    [[nodiscard]] HtmlNode* root() const;

  private:
    struct Free {
        void operator()(_xmlDoc* document) const;
    };
    std::unique_ptr<_xmlDoc, Free> m_document;
};

/// Whether a walk goes into a node's children.
enum class Descend { yes, no };
/// The node behind `node` in document order inside `top`, its children first if it goes into them; null at
/// the end. Walks without recursion, so that no depth of nesting can exhaust the stack.
HtmlNode* next_node(const HtmlNode* top, HtmlNode* node, Descend descend = Descend::yes);

/// The element around a node; null for the root.
HtmlNode* parent(const HtmlNode* node);
HtmlNode* first_child(const HtmlNode* node);
HtmlNode* next_sibling(const HtmlNode* node);
/// The element's name in lower case; empty for text and comments.
std::string_view tag_of(const HtmlNode* node);
/// The value of an attribute; empty without one.
std::string attribute(const HtmlNode* node, const char* name);
/// The text of a text node; empty for others.
std::string_view own_text(const HtmlNode* node);
/// The text with runs of white space, also of wide kinds, as one blank, and none at the ends.
std::string squeezed(std::string_view text);
/// All text inside the node with runs of white space as one blank.
std::string inner_text(const HtmlNode* node);

} // namespace dateline::read

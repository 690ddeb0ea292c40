#include "record/parse.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "base/text.hpp"

namespace dateline {

namespace {

#define DATELINE_TEXT(name, text) std::string_view{text},
constexpr std::array pos_texts{DATELINE_POS(DATELINE_TEXT)};
constexpr std::array tag_texts{DATELINE_TAG(DATELINE_TEXT)};
constexpr std::array dep_texts{DATELINE_DEP(DATELINE_TEXT)};
constexpr std::array name_type_texts{DATELINE_NAME_TYPE(DATELINE_TEXT)};
#undef DATELINE_TEXT

template<typename Label>
Label find_label(std::span<const std::string_view> texts, std::string_view text) {
    const auto found = std::find(texts.begin(), texts.end(), text);
    return found == texts.end() ? Label::other : static_cast<Label>(found - texts.begin());
}

} // namespace

std::string_view to_text(Pos pos) {
    return pos_texts[static_cast<std::size_t>(pos)];
}
std::string_view to_text(Tag tag) {
    return tag_texts[static_cast<std::size_t>(tag)];
}
std::string_view to_text(Dep dep) {
    return dep_texts[static_cast<std::size_t>(dep)];
}
std::string_view to_text(NameType type) {
    return name_type_texts[static_cast<std::size_t>(type)];
}

Pos pos_of(std::string_view text) {
    return find_label<Pos>(pos_texts, text);
}
Tag tag_of(std::string_view text) {
    return find_label<Tag>(tag_texts, text);
}
Dep dep_of(std::string_view text) {
    return find_label<Dep>(dep_texts, text);
}
NameType name_type_of(std::string_view text) {
    return find_label<NameType>(name_type_texts, text);
}

std::string_view TextArena::keep(std::string_view text) {
    constexpr std::size_t block_size = 16 * 1024;
    if (m_blocks.empty() || m_capacity - m_used < text.size()) {
        m_capacity = std::max(block_size, text.size());
        m_blocks.push_back(std::make_unique_for_overwrite<char[]>(m_capacity));
        m_used = 0;
    }
    char* place = m_blocks.back().get() + m_used;
    std::memcpy(place, text.data(), text.size());
    m_used += text.size();
    return {place, text.size()};
}

TokenIndex Parse::child(TokenIndex i, Dep dep) const {
    for (const TokenIndex c : children(i))
        if (at(c).dep == dep) return c;
    return no_token;
}

TokenIndex Parse::token_at(std::uint32_t byte) const {
    const auto behind = std::partition_point(tokens.begin(), tokens.end(),
                                             [&](const Token& token) { return token.span.end <= byte; });
    return static_cast<TokenIndex>(behind - tokens.begin());
}

namespace {

void complete_tokens(Parse& parse) {
    for (Token& token : parse.tokens) {
        token.text = words(parse.text, token.span);
        if (token.lower.empty()) token.lower = parse.arena.keep(to_lower(token.text));
        if (token.pos == Pos::other) token.pos = pos_of(token.pos_text);
        if (token.tag == Tag::other) token.tag = tag_of(token.tag_text);
        if (token.dep == Dep::other) token.dep = dep_of(token.dep_text);
        token.first_child = token.next_sibling = no_token;
        token.name = -1;
        token.name_type = NameType::other;
    }
}

void complete_sentences(Parse& parse) {
    for (std::size_t s = 0; s < parse.sentences.size(); ++s) {
        Sentence& sentence = parse.sentences[s];
        sentence.span = parse.span_of(sentence.first, sentence.last);
        sentence.root = no_token;
        for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
            Token& token = parse.tokens[static_cast<std::size_t>(i)];
            token.sentence = static_cast<std::int32_t>(s);
            if (token.head < sentence.first || token.head >= sentence.last) token.head = i;
            if (token.head == i && sentence.root == no_token) sentence.root = i;
            token.left_edge = token.right_edge = i;
        }
    }
}

void link_children(Parse& parse) {
    for (TokenIndex i = parse.size() - 1; i >= 0; --i) { // backwards, so that children end up in text order
        Token& token = parse.tokens[static_cast<std::size_t>(i)];
        if (token.head == i) continue;
        Token& head = parse.tokens[static_cast<std::size_t>(token.head)];
        token.next_sibling = head.first_child;
        head.first_child = i;
    }
}

/// Spreads each token's edges to all its ancestors; stops where an ancestor already reaches as far. A cycle
/// (only hostile input has one) ends there too, because nothing grows any more.
void spread_edges(Parse& parse) {
    for (TokenIndex i = 0; i < parse.size(); ++i) {
        TokenIndex at = parse.at(i).head;
        for (;;) {
            Token& ancestor = parse.tokens[static_cast<std::size_t>(at)];
            const TokenIndex left = std::min(ancestor.left_edge, i);
            const TokenIndex right = std::max(ancestor.right_edge, i);
            if (left == ancestor.left_edge && right == ancestor.right_edge) break;
            ancestor.left_edge = left;
            ancestor.right_edge = right;
            if (ancestor.head == at) break;
            at = ancestor.head;
        }
    }
}

void complete_names(Parse& parse) {
    for (std::size_t n = 0; n < parse.names.size(); ++n) {
        Name& name = parse.names[n];
        name.span = parse.span_of(name.first, name.last);
        if (name.type == NameType::other) name.type = name_type_of(name.type_text);
        for (TokenIndex i = name.first; i < name.last; ++i) {
            parse.tokens[static_cast<std::size_t>(i)].name = static_cast<std::int32_t>(n);
            parse.tokens[static_cast<std::size_t>(i)].name_type = name.type;
        }
    }
}

} // namespace

void complete(Parse& parse) {
    complete_tokens(parse);
    complete_sentences(parse);
    link_children(parse);
    spread_edges(parse);
    complete_names(parse);
}

} // namespace dateline

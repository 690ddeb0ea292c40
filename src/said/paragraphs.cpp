#include "said/paragraphs.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace dateline::said {

namespace {

/// True when the words before a line break end a sentence.
bool ends_sentence(std::string_view ahead) {
    constexpr std::size_t longest_mark = 40;
    if (ahead.size() > longest_mark) ahead.remove_prefix(ahead.size() - longest_mark);
    ahead = trim(ahead);
    return !ahead.empty() && (std::string_view(".?!:\"'").find(ahead.back()) != std::string_view::npos ||
                              ahead.ends_with("”") || ahead.ends_with("’"));
}

std::vector<std::uint32_t> paragraph_starts(std::string_view text, std::uint32_t body_start) {
    std::vector<std::uint32_t> starts{body_start};
    for (std::size_t i = text.find('\n', body_start); i < text.size(); i = text.find('\n', i)) {
        std::size_t next = i + 1;
        while (next < text.size() && is_space(text[next])) ++next;
        const bool is_blank = text.substr(i + 1, next - i - 1).find('\n') != std::string_view::npos;
        if (next < text.size() && (is_blank || ends_sentence(text.substr(0, i))))
            starts.push_back(static_cast<std::uint32_t>(next));
        i = next;
    }
    return starts;
}

} // namespace

Paragraphs::Paragraphs(const Parse& parse, std::uint32_t body_start)
    : m_parse(parse), m_starts(paragraph_starts(parse.text, body_start)) {
    m_tokens.reserve(m_starts.size());
    for (const std::uint32_t start : m_starts) m_tokens.push_back(parse.token_at(start));
}

std::size_t Paragraphs::of(std::uint32_t byte) const {
    return static_cast<std::size_t>(std::upper_bound(m_starts.begin(), m_starts.end(), byte) -
                                    m_starts.begin());
}

Stretch Paragraphs::sentence_part(TokenIndex token) const {
    const Sentence& sentence = m_parse.sentence_of(token);
    Stretch part{sentence.first, sentence.last};
    const auto next = std::upper_bound(m_tokens.begin(), m_tokens.end(), token);
    if (next != m_tokens.end()) part.last = std::min(part.last, *next);
    if (next != m_tokens.begin()) part.first = std::max(part.first, *std::prev(next));
    return part;
}

} // namespace dateline::said

// Quotation marks are paired inside a paragraph. A paragraph that ends with a quotation still open is
// continued by the next one when that starts with an opening mark (the custom of English newspapers);
// otherwise the paragraph's end closes it, so that one forgotten mark spoils one paragraph only.

#include "said/quotation.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "said/words.hpp"

namespace dateline::said {

namespace {

enum class Side : std::uint8_t { none, open, close, either };

struct Mark {
    Side side = Side::none;
    std::uint32_t length = 0;
    char style = ' '; // marks of one style belong together
};

Mark mark_at(std::string_view text, std::size_t i) {
    const auto starts = [&](std::string_view mark) { return text.compare(i, mark.size(), mark) == 0; };
    if (text[i] == '"') return {Side::either, 1, 's'};
    if (starts("“") || starts("„")) return {Side::open, 3, 'c'};
    if (starts("”")) return {Side::close, 3, 'c'};
    if (starts("«")) return {Side::open, 2, 'g'};
    if (starts("»")) return {Side::close, 2, 'g'};
    if (starts("``")) return {Side::open, 2, 't'};
    if (starts("''")) return {Side::either, 2, 't'};
    return {};
}

bool is_gap(std::string_view text, std::size_t i) {
    return i >= text.size() || is_space(text[i]) || text.compare(i, 2, "\xC2\xA0") == 0;
}

/// A mark that can be either opens before a word and behind a gap.
Side side_of(std::string_view text, std::size_t i, const Mark& mark, bool is_open) {
    if (mark.side != Side::either) return mark.side;
    const bool gap_before = i == 0 || is_space(text[i - 1]) || text[i - 1] == '(' || text[i - 1] == '[';
    const bool gap_behind = is_gap(text, i + mark.length);
    if (gap_before && !gap_behind && !is_open) return Side::open;
    if (is_open) return Side::close;
    return gap_behind ? Side::none : Side::open;
}

bool ends_with_any(std::string_view text, std::string_view marks) {
    return !text.empty() && marks.find(text.back()) != std::string_view::npos;
}

/// Text before a byte, without white space.
std::string_view before(std::string_view text, std::uint32_t byte) {
    return trim(text.substr(byte > 40 ? byte - 40 : 0, byte > 40 ? 40 : byte));
}

class Finder {
  public:
    Finder(const Parse& parse, const std::vector<std::uint32_t>& paragraphs)
        : m_parse(parse), m_text(parse.text), m_paragraphs(paragraphs) {}

    std::vector<Quotation> find() {
        for (std::size_t i = 0; i < m_paragraphs.size(); ++i) {
            const std::uint32_t end =
                i + 1 < m_paragraphs.size() ? m_paragraphs[i + 1] : static_cast<std::uint32_t>(m_text.size());
            scan_paragraph(m_paragraphs[i], end);
        }
        if (m_open) close(m_open_end);
        return std::move(m_found);
    }

  private:
    void scan_paragraph(std::uint32_t start, std::uint32_t end) {
        bool is_first_mark = true;
        for (std::uint32_t i = start; i < end; ++i) {
            const Mark mark = mark_at(m_text, i);
            if (mark.side == Side::none) continue;
            if (m_open && m_is_carried && mark.style != m_style) close(m_open_end);
            if (m_open && mark.style != m_style && mark.side == Side::open) continue; // one inside the other
            const bool at_start = is_first_mark && trim(m_text.substr(start, i - start)).empty();
            is_first_mark = false;
            const bool continues = m_open && m_is_carried;
            if (continues && !at_start) close(m_open_end);
            // the wrong mark of a pair may open a paragraph, too: nothing is open that it could close
            const bool opens = at_start && (continues ? mark.side != Side::close
                                                      : !m_open && !is_gap(m_text, i + mark.length));
            const Side side = opens ? Side::open : side_of(m_text, i, mark, m_open.has_value());
            m_is_carried = false;
            if (side == Side::open && !m_open) m_open = i, m_style = mark.style;
            if (side == Side::close && m_open) close(i + mark.length);
            i += mark.length - 1;
        }
        if (!m_open) return;
        if (m_is_carried) return close(m_open_end); // a paragraph without any mark ends what was carried over
        m_open_end = start + static_cast<std::uint32_t>(
                                 m_text.substr(start, end - start).find_last_not_of(" \t\r\n") + 1);
        m_is_carried = true;
    }

    void close(std::uint32_t end) {
        const Span span{*m_open, std::max(end, *m_open)};
        m_open.reset();
        m_is_carried = false;
        if (span.size() < 3) return;
        Quotation quotation;
        quotation.span = span;
        quotation.first = m_parse.token_at(span.start);
        quotation.last = m_parse.token_at(span.end);
        judge(quotation);
        m_found.push_back(quotation);
    }

    void judge(Quotation& quotation) const {
        const Span span = quotation.span;
        const std::string_view inner = trim(without_marks(words(m_text, span)));
        const std::string_view ahead = before(m_text, span.start);
        const auto paragraph = std::upper_bound(m_paragraphs.begin(), m_paragraphs.end(), span.start);
        quotation.opens_paragraph =
            paragraph != m_paragraphs.begin() &&
            trim(m_text.substr(*std::prev(paragraph), span.start - *std::prev(paragraph))).empty();
        quotation.ends_sentence = ends_with_any(inner, ".?!");
        const bool behind_mark = ahead.ends_with('"') || ahead.ends_with("”") || ahead.ends_with("''");
        const bool starts_clause =
            quotation.opens_paragraph || ahead.empty() || ends_with_any(ahead, ".?!:,;-)") ||
            (behind_mark && !is_title(inner)) || ahead.ends_with("—") ||
            (!inner.empty() && is_upper(inner.front()) && !names_a_work(ahead) && !is_title(inner)) ||
            is_spoken(ahead);
        const bool ends_clause = ends_with_any(inner, ".?!,;:-") || inner.ends_with("—") ||
                                 inner.ends_with("…") || is_followed_by_comma(span.end);
        const bool is_answer =
            !inner.empty() && is_upper(inner.front()) && !ends_with_any(ahead, ",") &&
            (ends_with_any(inner, ",!?") || (quotation.ends_sentence && ends_with_any(ahead, ".")));
        quotation.whole =
            starts_clause && ends_clause && (inner.find(' ') != std::string_view::npos || is_answer);
        if (starts_clause && ((ends_clause && quotation.opens_paragraph) || has_sentences(inner)))
            quotation.whole = true;
    }

    /// `on the network's "This Day"`, `on Example News' "This Day"`: the name of a work, no speech.
    static bool names_a_work(std::string_view ahead) {
        return ahead.ends_with("'s") || ahead.ends_with("’s") || ahead.ends_with("s'") ||
               ahead.ends_with("s’");
    }

    /// `a banner saying "Peace Now"`: what stands behind such a word is no title.
    static bool is_spoken(std::string_view ahead) {
        const std::size_t space = ahead.find_last_of(" \n");
        return space != std::string_view::npos && is_on(WordList::spoken, ahead.substr(space + 1));
    }

    /// `The Young and the Restless`: some words, the long ones all capital.
    static bool is_title(std::string_view inner) {
        constexpr std::size_t longest = 60, long_word = 4;
        if (inner.size() > longest || inner.ends_with('!') || inner.ends_with('?')) return false;
        int capitals = 0;
        for (std::size_t at = 0; at < inner.size();) {
            const std::size_t end = std::min(inner.find(' ', at), inner.size());
            const std::string_view word = inner.substr(at, end - at);
            if (!word.empty() && is_upper(word.front()))
                ++capitals;
            else if (word.size() >= long_word)
                return false;
            at = end + 1;
        }
        return capitals > 1;
    }

    /// More than one sentence.
    static bool has_sentences(std::string_view inner) {
        for (std::size_t i = 20; i + 2 < inner.size(); ++i)
            if ((inner[i] == '.' || inner[i] == '?' || inner[i] == '!') && inner[i + 1] == ' ' &&
                is_upper(inner[i + 2]) && is_lower(inner[i - 1]) && is_lower(inner[i - 2]) &&
                is_lower(inner[i - 3]))
                return true;
        return false;
    }

    [[nodiscard]] bool is_followed_by_comma(std::uint32_t end) const {
        return end < m_text.size() && m_text[end] == ',';
    }

    static std::string_view without_marks(std::string_view text) {
        if (const Mark mark = mark_at(text, 0); mark.side != Side::none) text.remove_prefix(mark.length);
        for (const std::string_view end : {"\"", "”", "''", "»"})
            if (text.ends_with(end)) {
                text.remove_suffix(end.size());
                break;
            }
        for (const std::string_view inner : {"'", "’"}) // the end of a quotation inside
            if (text.ends_with(inner)) text.remove_suffix(inner.size());
        return text;
    }

    const Parse& m_parse;
    std::string_view m_text;
    const std::vector<std::uint32_t>& m_paragraphs;
    std::vector<Quotation> m_found;
    std::optional<std::uint32_t> m_open;
    std::uint32_t m_open_end = 0; // end of the paragraph it was carried out of
    bool m_is_carried = false;
    char m_style = ' ';
};

} // namespace

std::vector<Quotation> find_quotations(const Parse& parse, const Paragraphs& paragraphs) {
    return Finder(parse, paragraphs.starts()).find();
}

bool opens_with_mark(std::string_view text) {
    return !text.empty() && mark_at(text, 0).side != Side::none;
}

} // namespace dateline::said

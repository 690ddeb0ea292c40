// Web pages embed posts with a signature: a dash, the author's name, the handle in brackets, the day. The
// brackets with the handle are what is looked for; the dash before and the day behind must be there too, or
// it is a reporter's own signature.

#include "said/posts.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/calendar_names.hpp"
#include "base/text.hpp"
#include "said/phrases.hpp"

namespace dateline::said {

namespace {

constexpr std::size_t longest_name = 60; // bytes
constexpr std::size_t shortest_post = 8;

/// The length of ` May 6, 2024` at the start of a text; 0 when there is none.
std::size_t day_length(std::string_view text) {
    if (!text.starts_with(' ')) return 0;
    const std::string_view rest = text.substr(1);
    const auto month = std::find_if(month_names.begin(), month_names.end(),
                                    [&](std::string_view name) { return rest.starts_with(name); });
    if (month == month_names.end()) return 0;
    std::size_t at = 1 + month->size();
    const std::size_t start = at;
    while (at < text.size() && (is_digit(text[at]) || text[at] == ' ' || text[at] == ',')) ++at;
    while (at > start && !is_digit(text[at - 1])) --at;
    return at > start ? at : 0;
}

struct Dash {
    std::size_t start = 0, length = 0;
};

/// The last dash before a name.
std::optional<Dash> dash_before(std::string_view text) {
    std::optional<Dash> found;
    for (const std::string_view mark : {"—", "–", "―", "--"})
        if (const std::size_t at = text.rfind(mark);
            at != std::string_view::npos && (!found || at > found->start))
            found = Dash{at, mark.size()};
    if (!found || text.size() - found->start > longest_name) return std::nullopt;
    return found;
}

/// Without the caption that pages put in front: `Skip Twitter post by @ada`.
std::string_view without_caption(std::string_view text) {
    if (!text.starts_with("Skip ")) return text;
    const std::size_t handle = text.find(" by @");
    const std::size_t end = handle == std::string_view::npos ? handle : text.find(' ', handle + 5);
    return end == std::string_view::npos ? text : text.substr(end);
}

class Reader {
  public:
    explicit Reader(const Parse& parse) : m_parse(parse) {}

    void read(std::uint32_t start, std::uint32_t end, std::vector<Attribution>& posts) const {
        std::string_view rest = m_parse.text.substr(start, end - start);
        for (std::size_t at = rest.find("(@"); at != std::string_view::npos; at = rest.find("(@")) {
            const std::size_t close = rest.find(')', at);
            if (close == std::string_view::npos) return;
            const std::size_t day = day_length(rest.substr(close + 1));
            if (const auto dash = dash_before(rest.substr(0, at)); dash && day > 0)
                add(rest.substr(0, dash->start), rest.substr(dash->start, dash->length),
                    trim(rest.substr(dash->start + dash->length, at - dash->start - dash->length)), posts);
            rest.remove_prefix(close + 1 + day);
        }
    }

  private:
    [[nodiscard]] Span span_of(std::string_view part) const {
        const auto start = static_cast<std::uint32_t>(part.data() - m_parse.text.data());
        return {start, start + static_cast<std::uint32_t>(part.size())};
    }

    void add(std::string_view words, std::string_view dash, std::string_view name,
             std::vector<Attribution>& posts) const {
        words = trim(without_caption(words));
        if (words.size() < shortest_post || name.empty()) return;
        Attribution post;
        post.cue_span = span_of(dash);
        post.source_span = span_of(name);
        post.source = std::max<TokenIndex>(m_parse.token_at(post.source_span->end) - 1, 0);
        post.contents.push_back(span_of(words));
        post.direct = true;
        post.rule = "post";
        posts.push_back(std::move(post));
    }

    const Parse& m_parse;
};

} // namespace

std::vector<Attribution> find_posts(const Parse& parse, const Paragraphs& paragraphs) {
    std::vector<Attribution> posts;
    if (parse.text.find("(@") == std::string_view::npos) return posts;
    const std::vector<std::uint32_t>& starts = paragraphs.starts();
    const Reader reader(parse);
    for (std::size_t i = 0; i < starts.size(); ++i)
        reader.read(starts[i],
                    i + 1 < starts.size() ? starts[i + 1] : static_cast<std::uint32_t>(parse.text.size()),
                    posts);
    return posts;
}

} // namespace dateline::said

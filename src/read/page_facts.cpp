// What a page says about its article. Newspapers say it several times, for search engines (JSON-LD), for
// networks (`meta property="og:…"`), in microdata and in what people see; the sources are asked in the order
// in which they err least. A day is looked for last in the address and in the visible text.

#include <algorithm>
#include <array>
#include <chrono>
#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "read/date_text.hpp"
#include "read/page.hpp"
#include "record/json_reader.hpp"

namespace dateline::read {

namespace {

using Value = rapidjson::Value;

bool is_iso_day(std::string_view text) {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
    for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
        if (!is_digit(text[i])) return false;
    const int month = (text[5] - '0') * 10 + (text[6] - '0'), day = (text[8] - '0') * 10 + (text[9] - '0');
    return (text[0] == '1' || text[0] == '2') && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// The day or timestamp without what stands behind it.
std::string iso_day(std::string_view text) {
    constexpr std::size_t day = 10, longest = 40;
    const bool has_time =
        text.size() > day + 1 && (text[day] == 'T' || text[day] == ' ') && is_digit(text[day + 1]);
    return std::string(has_time ? text.substr(0, std::min(text.find(' ', day + 1), longest))
                                : text.substr(0, day));
}

/// What JSON-LD says of the page's article: the first object of an article's type.
class LinkedData {
  public:
    void read(const std::string& script) {
        rapidjson::Document document;
        document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseTrailingCommasFlag>(script.c_str());
        if (!document.HasParseError()) visit(document, 0);
    }

    PageFacts facts;

  private:
    static bool is_article(const Value& object) {
        const auto type = object.FindMember("@type");
        if (type == object.MemberEnd()) return false;
        const auto tells = [](const Value& value) {
            if (!value.IsString()) return false;
            const std::string_view name(value.GetString(), value.GetStringLength());
            return name.ends_with("Article") || name == "BlogPosting" || name == "LiveBlogPosting" ||
                   name == "WebPage" || name == "Report";
        };
        if (!type->value.IsArray()) return tells(type->value);
        return std::any_of(type->value.Begin(), type->value.End(), tells);
    }

    void visit(const Value& value, int depth) {
        constexpr int deepest = 6;
        if (depth > deepest) return;
        if (value.IsArray())
            for (const Value& item : value.GetArray()) visit(item, depth + 1);
        if (!value.IsObject()) return;
        if (is_article(value)) take(value);
        for (const char* name : {"@graph", "mainEntity", "mainEntityOfPage"})
            if (const auto member = value.FindMember(name); member != value.MemberEnd())
                visit(member->value, depth + 1);
    }

    void take(const Value& object) {
        const JsonObject fields(object);
        if (facts.title.empty()) facts.title = fields.text("headline");
        if (facts.published.empty()) facts.published = fields.text("datePublished");
        if (facts.published.empty()) facts.published = fields.text("dateCreated");
        if (facts.authors.empty())
            if (const Value* author = fields.find("author")) add_author(*author, 0);
        if (facts.source.empty())
            if (const Value* publisher = fields.find("publisher"))
                facts.source = JsonObject(*publisher).text("name");
    }

    void add_author(const Value& value, int depth) {
        constexpr int deepest = 4;
        if (depth > deepest) return;
        if (value.IsString()) facts.authors.emplace_back(value.GetString(), value.GetStringLength());
        if (value.IsArray())
            for (const Value& item : value.GetArray()) add_author(item, depth + 1);
        if (!value.IsObject()) return;
        const JsonObject fields(value);
        if (fields.text("@type") == "Organization") return;
        if (const Value* name = fields.find("name")) add_author(*name, depth + 1);
    }
};

/// Everything of interest that stands in elements, gathered in one walk.
struct Marks {
    std::map<std::string, std::string> meta; // by lower-case name or property; the first value
    std::vector<std::string> authors, headings, times;
    std::string title, canonical;
    LinkedData linked;
};

void read_meta(const HtmlNode* node, Marks& marks) {
    std::string name = attribute(node, "property");
    if (name.empty()) name = attribute(node, "name");
    if (name.empty()) name = attribute(node, "itemprop");
    std::string content = attribute(node, "content");
    if (to_lower(name) == "article:author" || to_lower(name) == "author") marks.authors.push_back(content);
    if (!name.empty() && !trim(content).empty())
        marks.meta.emplace(to_lower(name), std::string(trim(content)));
}

void read_prop(const HtmlNode* node, Marks& marks) {
    const std::string prop = to_lower(attribute(node, "itemprop"));
    if (prop == "datepublished") {
        std::string value = attribute(node, "datetime");
        if (value.empty()) value = attribute(node, "content");
        marks.meta.emplace(prop, value.empty() ? inner_text(node) : value);
    }
    const std::string rel = to_lower(attribute(node, "rel"));
    if (prop == "author" || rel == "author") marks.meta.emplace("visible author", inner_text(node));
}

bool is_byline(const HtmlNode* node) {
    const std::string marks = to_lower(attribute(node, "class"));
    return marks.find("byline") != std::string::npos || marks.find("author-name") != std::string::npos ||
           marks.find("author__name") != std::string::npos || marks.find("author_name") != std::string::npos;
}

Marks read_marks(const HtmlDocument& page) {
    constexpr std::size_t longest_byline = 120;
    Marks marks;
    HtmlNode* root = page.root();
    for (HtmlNode* at = root; at != nullptr; at = next_node(root, at)) {
        const std::string_view tag = tag_of(at);
        if (tag.empty()) continue;
        if (tag == "meta")
            read_meta(at, marks);
        else
            read_prop(at, marks);
        if (tag == "title" && marks.title.empty()) marks.title = inner_text(at);
        if (tag == "h1") marks.headings.push_back(inner_text(at));
        if (tag == "time") marks.times.push_back(attribute(at, "datetime"));
        if (tag == "link" && attribute(at, "rel") == "canonical") marks.canonical = attribute(at, "href");
        if (tag == "script" && attribute(at, "type") == "application/ld+json")
            marks.linked.read(inner_text(at));
        if (is_byline(at))
            if (std::string text = inner_text(at); text.size() < longest_byline)
                marks.meta.emplace("byline", std::move(text));
    }
    return marks;
}

const std::string& meta(const Marks& marks, const char* name) {
    static const std::string none;
    const auto found = marks.meta.find(name);
    return found == marks.meta.end() ? none : found->second;
}

// --- title

/// The title without the site's name behind a bar or dash.
std::string without_site(const std::string& title, const std::string& site) {
    constexpr std::size_t longest = 500; // so that no page of bars makes the recursion deep
    if (title.size() > longest) return title;
    for (const std::string_view bar :
         {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", " :: "}) {
        const std::size_t at = title.rfind(bar);
        if (at == std::string::npos || at == 0) continue;
        const std::string tail = to_lower(title.substr(at + bar.size()));
        constexpr std::size_t short_tail = 25;
        const bool is_site = !site.empty() && (tail.find(to_lower(site)) != std::string::npos ||
                                               to_lower(site).find(tail) != std::string::npos);
        if (is_site || (bar == " | " && tail.size() < short_tail))
            return without_site(title.substr(0, at), site);
    }
    return title;
}

std::string title_of(const Marks& marks, const std::string& site) {
    const std::string& social = meta(marks, "og:title");
    const std::string whole = to_lower(marks.title + " " + social + " " + marks.linked.facts.title);
    for (const std::string& heading : marks.headings)
        if (heading.size() > 8 && whole.find(to_lower(heading)) != std::string::npos) return heading;
    for (const std::string* title : {&social, &marks.linked.facts.title, &meta(marks, "twitter:title")})
        if (!title->empty()) return without_site(*title, site);
    if (!marks.title.empty()) return without_site(marks.title, site);
    return marks.headings.empty() ? std::string() : marks.headings.front();
}

// --- authors

bool is_person_like(std::string_view name, const std::string& site) {
    constexpr std::size_t longest = 40;
    if (name.size() < 3 || name.size() > longest ||
        name.find_first_of("@/:|0123456789") != std::string_view::npos)
        return false;
    if (std::count(name.begin(), name.end(), ' ') > 4) return false;
    const std::string lower = to_lower(name);
    for (const std::string_view word :
         {"staff", "editor", "admin", "newsroom", "team", "contributor", "correspondent", "reporter", "desk",
          "updated", "published", "writer"})
        if (lower == word || lower.ends_with(" " + std::string(word))) return false;
    return lower != to_lower(site);
}

void add_authors(std::string_view text, const std::string& site, std::vector<std::string>& authors) {
    constexpr std::size_t longest = 500;
    text = trim(text);
    if (text.size() > longest) return;
    if (to_lower(text.substr(0, 3)) == "by ") text = trim(text.substr(3));
    std::size_t cut = std::string_view::npos;
    std::size_t length = 0;
    for (const std::string_view bar : {" and ", ", ", " & ", " | ", "; "})
        if (const std::size_t at = text.find(bar); at < cut) cut = at, length = bar.size();
    const std::string_view first = trim(text.substr(0, cut));
    if (is_person_like(first, site) && std::find(authors.begin(), authors.end(), first) == authors.end())
        authors.emplace_back(first);
    if (cut != std::string_view::npos) add_authors(text.substr(cut + length), site, authors);
}

std::vector<std::string> authors_of(const Marks& marks, const std::string& site) {
    std::vector<std::string> authors;
    for (const std::string& name : marks.linked.facts.authors) add_authors(name, site, authors);
    if (authors.empty())
        for (const std::string& name : marks.authors) add_authors(name, site, authors);
    for (const char* name :
         {"parsely-author", "sailthru.author", "dc.creator", "byl", "visible author", "byline"})
        if (authors.empty()) add_authors(meta(marks, name), site, authors);
    return authors;
}

// --- day

/// The value as an ISO day or timestamp; "" when it is none.
std::string as_day(std::string_view value) {
    value = trim(value);
    if (is_iso_day(value)) return iso_day(value);
    if (const auto match = match_date(value); match && is_iso_day(match->value)) return match->value;
    if (value.size() >= 8 && std::all_of(value.begin(), value.begin() + 8, is_digit)) {
        const std::string day(value.substr(0, 4));
        return as_day(day + "-" + std::string(value.substr(4, 2)) + "-" + std::string(value.substr(6, 2)));
    }
    return day_in(value, value.size());
}

/// The text that people see, at most `far` bytes of it.
std::string visible_text(const HtmlDocument& page, std::size_t far) {
    std::string visible;
    HtmlNode* root = page.root();
    for (HtmlNode* at = root; at != nullptr && visible.size() < far;) {
        const std::string_view tag = tag_of(at);
        const bool skip = tag == "script" || tag == "style" || tag == "head" || tag == "noscript";
        if (const std::string_view text = trim(own_text(at)); !text.empty())
            visible.append(text).append("\n");
        at = next_node(root, at, skip ? Descend::no : Descend::yes);
    }
    return visible;
}

std::string day_in_address(const Marks& marks) {
    const std::string day = date_in_path(marks.canonical);
    return day.empty() ? date_in_path(meta(marks, "og:url")) : day;
}

/// The day of a time in UTC is that of the address when this is the day before: west of Greenwich a page of
/// the evening bears tomorrow's day.
std::string in_local_day(std::string time, const std::string& address) {
    const bool utc = time.ends_with('Z') || time.ends_with("+00:00") || time.ends_with("+0000");
    if (!utc || !is_iso_day(address)) return time;
    const auto number = [](std::string_view text) { return std::stoi(std::string(text)); };
    const auto days = [&](const std::string& day) {
        return std::chrono::sys_days{std::chrono::year{number(day.substr(0, 4))} / number(day.substr(5, 2)) /
                                     number(day.substr(8, 2))};
    };
    return days(time) - days(address) == std::chrono::days{1} ? address : time;
}

/// What `meta` elements call the day of publication, the surest first; and, where nothing else tells, of
/// change.
constexpr std::array day_names{"article:published_time",
                               "og:published_time",
                               "datepublished",
                               "article.published",
                               "parsely-pub-date",
                               "sailthru.date",
                               "pubdate",
                               "publishdate",
                               "publish-date",
                               "dc.date.issued",
                               "dcterms.created",
                               "dc.date",
                               "dcterms.date",
                               "date",
                               "article_date_original",
                               "og:article:published_time",
                               "cxenseparse:recs:publishtime",
                               "originalpublicationdate",
                               "datecreated",
                               "og:pubdate",
                               "publication_date",
                               "rnews:datepublished",
                               "article:post_date",
                               "displaydate",
                               "bt:pubdate",
                               "publication-date",
                               "release_date",
                               "created"};
constexpr std::array change_names{"article:modified_time", "og:updated_time", "datemodified", "last-modified",
                                  "dc.date.modified"};

std::string day_of(const Marks& marks, const HtmlDocument& page) {
    constexpr std::size_t far = 20'000;
    if (std::string day = as_day(marks.linked.facts.published); !day.empty()) return day;
    for (const char* name : day_names)
        if (std::string day = as_day(meta(marks, name)); !day.empty()) return day;
    for (const std::string& time : marks.times)
        if (std::string day = as_day(time); !day.empty()) return day;
    if (std::string day = day_in_address(marks); !day.empty()) return day;
    if (std::string day = day_in(visible_text(page, far), far); !day.empty()) return day;
    for (const char* name : change_names)
        if (std::string day = as_day(meta(marks, name)); !day.empty()) return day;
    return {};
}

/// `31.12.2020` at the start of a text, as much of Europe writes; "" without one.
std::string dotted_day(std::string_view text) {
    std::array<int, 3> parts{};
    std::size_t at = 0;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const std::size_t most = part == 2 ? 4 : 2;
        std::size_t digits = 0;
        for (; at < text.size() && digits < most && is_digit(text[at]); ++at, ++digits)
            parts[part] = parts[part] * 10 + (text[at] - '0');
        if (digits == 0 || (part == 2 && digits < most)) return {};
        if (part == 2) break;
        if (at >= text.size() || text[at] != '.') return {};
        ++at;
        if (at < text.size() && text[at] == ' ') ++at;
    }
    const auto [day, month, year] = parts;
    if (day < 1 || day > 31 || month < 1 || month > 12 || year < 1900 || year > 2100) return {};
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

} // namespace

std::string day_in(std::string_view text, std::size_t longest) {
    text = text.substr(0, longest);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && (is_letter(text[i - 1]) || is_digit(text[i - 1]))) continue;
        if (!is_letter(text[i]) && !is_digit(text[i])) continue;
        if (const auto match = match_date(text.substr(i, 40)); match && is_iso_day(match->value))
            return match->value;
        if (std::string day = dotted_day(text.substr(i, 40)); !day.empty()) return day;
    }
    return {};
}

PageFacts page_facts(const HtmlDocument& page) {
    if (page.root() == nullptr) return {};
    Marks marks = read_marks(page);
    PageFacts facts;
    facts.source = meta(marks, "og:site_name");
    if (facts.source.empty()) facts.source = marks.linked.facts.source;
    facts.title = title_of(marks, facts.source);
    facts.authors = authors_of(marks, facts.source);
    facts.published = in_local_day(day_of(marks, page), day_in_address(marks));
    facts.url = marks.canonical.empty() ? meta(marks, "og:url") : marks.canonical;
    return facts;
}

} // namespace dateline::read

// The origin graph: report → the report it copies or replaces → the agency its dateline, byline or opening
// names → else its own outlet. A claim that another outlet vouches for (`CNN reported`) has that outlet as
// its origin, whoever prints it.

#include "merge/origins.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"
#include "merge/actor_keys.hpp"

namespace dateline::data {
std::string_view merge_agencies();
}

namespace dateline::merge {

namespace {

using Names = std::unordered_map<std::string, std::string, StringHash, std::equal_to<>>;

/// Every name of an agency, lowered, leads to the first.
const Names& agencies() {
    static const auto names = [] {
        Names out;
        for_each_data_line(data::merge_agencies(), [&](std::string_view line, int /*number*/) {
            const std::string first(trim(line.substr(0, line.find('='))));
            for (const std::string_view name : split(line, '=')) out.emplace(to_lower(trim(name)), first);
        });
        return out;
    }();
    return names;
}

/// One form for the names of an outlet: `The New York Times`, `nytimes.com` stay two, articles and ends do
/// not.
std::string outlet_name(std::string_view name) {
    std::string lower = to_lower(trim(name));
    if (const auto agency = agencies().find(lower); agency != agencies().end())
        return to_lower(agency->second);
    if (lower.starts_with("the ")) lower.erase(0, 4);
    for (const std::string_view end : {".com", " online", " news"})
        if (lower.ends_with(end) && lower.size() > end.size() + 2) lower.resize(lower.size() - end.size());
    return lower;
}

/// The agency in a byline (`By JANE ROE, Associated Press`); "" for none.
std::string agency_in(std::string_view byline) {
    for (std::string_view part : split(byline, ',')) {
        part = trim(part);
        if (part.starts_with("By ") || part.starts_with("by ")) part.remove_prefix(3);
        if (const auto found = agencies().find(to_lower(part)); found != agencies().end())
            return to_lower(found->second);
    }
    return "";
}

/// The agency in brackets that opens wire text: `LONDON (Reuters) - …`; "" for none.
std::string agency_in_opening(std::string_view body) {
    constexpr std::size_t most_looked_at = 240;
    body = body.substr(0, most_looked_at);
    for (std::size_t open = body.find('('); open != std::string_view::npos; open = body.find('(', open + 1)) {
        const std::size_t close = body.find(')', open);
        if (close == std::string_view::npos) break;
        const auto found = agencies().find(to_lower(trim(body.substr(open + 1, close - open - 1))));
        if (found != agencies().end()) return to_lower(found->second);
    }
    return "";
}

std::string credited(const Report& report) {
    if (report.dateline && !report.dateline->agency.empty()) return outlet_name(report.dateline->agency);
    for (const std::string& author : report.authors)
        if (std::string agency = agency_in(author); !agency.empty()) return agency;
    if (report.body_start < report.text.size())
        return agency_in_opening(std::string_view(report.text).substr(report.body_start));
    return "";
}

std::string own_origin(const Report& report) {
    if (std::string agency = credited(report); !agency.empty()) return agency;
    return report.source.empty() ? report.id : outlet_name(report.source);
}

/// An address without scheme, `www.`, query and fragment.
std::string page_of(std::string_view url) {
    if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    if (url.starts_with("www.")) url.remove_prefix(4);
    url = url.substr(0, url.find('#'));
    // A query may be what names the page (`?id=12`): only well-known marks of campaigns are cut off.
    if (const std::size_t mark = url.find("?utm_"); mark != std::string_view::npos) url = url.substr(0, mark);
    while (url.ends_with('/')) url.remove_suffix(1);
    return url.find('/') == std::string_view::npos ? "" : to_lower(url); // a bare host is no page
}

} // namespace

std::vector<Revision> find_revisions(const Reports& reports, const std::vector<Copy>& copies) {
    std::unordered_map<std::string_view, std::string_view> copy_of;
    for (const Copy& copy : copies) {
        copy_of.emplace(copy.of, copy.of);
        for (const std::string& id : copy.reports) copy_of.emplace(id, copy.of);
    }
    std::unordered_map<std::string, const Report*> latest;
    std::vector<Revision> out;
    for (std::size_t r = 0; r < reports.size(); ++r) {
        const Report& report = reports.header(r);
        std::vector<std::string> keys;
        if (const std::string page = page_of(report.url); !page.empty()) keys.push_back("url " + page);
        const auto copy = copy_of.find(report.id);
        if (!report.source.empty() && !report.title.empty() && copy != copy_of.end())
            keys.push_back("title " + outlet_name(report.source) + " | " + to_lower(report.title) + " | " +
                           std::string(copy->second));
        const Report* before = nullptr;
        for (const std::string& key : keys) {
            const auto [at, is_new] = latest.emplace(key, &report);
            if (is_new) continue;
            if (before == nullptr && at->second->id != report.id) before = at->second;
            at->second = &report;
        }
        if (before != nullptr) out.push_back({report.id, before->id});
    }
    return out;
}

Origins::Origins(const Reports& reports, const std::vector<Copy>& copies,
                 const std::vector<Revision>& revisions)
    : m_reports(reports), m_replaced(reports.size(), false) {
    std::unordered_map<std::string_view, std::size_t> index;
    reports.each_without_claims([&](std::size_t r, const CodedReport& coded) {
        index.emplace(reports.header(r).id, r);
        m_of_report.push_back(own_origin(coded.report));
    });
    for (const Copy& copy : copies)
        for (const std::string& id : copy.reports)
            if (index.contains(id) && index.contains(copy.of))
                m_of_report[index.at(id)] = m_of_report[index.at(copy.of)];
    for (const Revision& revision : revisions) m_replaced[index.at(revision.replaces)] = true;
}

std::string Origins::of(std::size_t report, const Claim& claim) const {
    const CodedReport& coded = *m_reports[report];
    for (const Voucher& voucher : claim.said_by) {
        if (voucher.actor < 0) continue;
        const Actor& actor = coded.actors[static_cast<std::size_t>(voucher.actor)];
        if (actor.kind == "media" && is_named(actor)) return outlet_name(actor.name);
    }
    return m_of_report[report];
}

} // namespace dateline::merge

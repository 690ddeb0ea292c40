#include "show/said.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "show/describe.hpp"
#include "show/scope.hpp"

namespace dateline::show {

namespace {

constexpr std::size_t most_read = 5000;   // statements looked at for one page
constexpr std::size_t most_reports = 400; // looked at for one page, those that came out last

/// Ids of the reports that came out last.
std::vector<std::string> latest(std::vector<store::ReportInfo> reports, std::size_t most) {
    std::stable_sort(reports.begin(), reports.end(),
                     [](const auto& a, const auto& b) { return a.published > b.published; });
    std::vector<std::string> ids;
    for (const store::ReportInfo& report : reports)
        if (ids.size() < most) ids.push_back(report.id);
    return ids;
}

/// A fragment of one or two words tells a reader nothing unless it is somebody's own words.
bool is_telling(const store::SaidInfo& said) {
    return said.direct || std::count(said.words.begin(), said.words.end(), ' ') > 1;
}

/// A quotation without the comma that leads on to its speaker: `"We stay,"`.
std::string content(std::string words) {
    for (const std::string_view end : {",\"", ",\xE2\x80\x9D", ",'"})
        if (words.ends_with(end)) words.erase(words.size() - end.size(), 1);
    return words;
}

/// `Paper quoted him as saying`: the words stand with their speaker.
bool is_passed_on(const store::SaidInfo& said, const std::map<std::string, std::size_t>& tellers) {
    return said.cue.starts_with("quot") && tellers.at(said.report + said.words) > 1;
}

/// The statements worth telling, those of who said most first.
std::vector<const store::SaidInfo*> by_speaker(const std::vector<store::SaidInfo>& all,
                                               const std::map<std::string, std::size_t>& tellers) {
    std::map<std::string_view, std::vector<const store::SaidInfo*>> statements;
    for (const store::SaidInfo& said : all)
        if (is_telling(said) && !is_passed_on(said, tellers)) statements[said.speaker].push_back(&said);
    std::vector<const std::vector<const store::SaidInfo*>*> speakers;
    for (const auto& [speaker, told] : statements) speakers.push_back(&told);
    std::stable_sort(speakers.begin(), speakers.end(),
                     [](const auto* a, const auto* b) { return a->size() > b->size(); });
    std::vector<const store::SaidInfo*> out;
    for (const auto* told : speakers) out.insert(out.end(), told->begin(), told->end());
    return out;
}

} // namespace

Line said_line(const store::SaidInfo& said) {
    Line line;
    line.when = said.published.substr(0, 10);
    line.text = said.cue.empty() ? fmt::format("{}: {}", said.speaker, one_line(content(said.words)))
                                 : fmt::format("{} ({}): {}", said.speaker, one_line(said.cue, 40),
                                               one_line(content(said.words)));
    line.sources = {said.report};
    return line;
}

Section said_section(store::Database& database, const std::vector<store::ReportInfo>& reports,
                     const Scope& scope) {
    if (reports.empty()) return {"Who said what", "", {}};
    const auto all = database.said_in(latest(reports, most_reports), most_read);
    std::map<std::string, std::size_t> tellers; // of the same words of a report
    for (const store::SaidInfo& said : all) ++tellers[said.report + said.words];
    const std::vector<const store::SaidInfo*> told = by_speaker(all, tellers);
    Section section{"Who said what", "", {}};
    if (reports.size() > most_reports)
        section.note = fmt::format("Only the latest {} reports are looked at.", most_reports);
    for (const store::SaidInfo* said : told) {
        if (section.lines.size() == scope.limit) {
            section.note =
                fmt::format("Only the first {} of {} statements are shown.", scope.limit, told.size());
            break;
        }
        section.lines.push_back(said_line(*said));
    }
    return section;
}

} // namespace dateline::show

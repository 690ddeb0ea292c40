#include "show/said.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "show/describe.hpp"
#include "show/words.hpp"
#include "show/worth.hpp"

namespace dateline::show {

namespace {

constexpr std::size_t most_read = 5000;   // statements looked at for one page
constexpr std::size_t most_reports = 250; // looked at for one page, those that came out last

/// Ids of the reports that came out last.
std::vector<std::string> latest(std::vector<store::ReportInfo> reports, std::size_t most) {
    std::stable_sort(reports.begin(), reports.end(),
                     [](const auto& a, const auto& b) { return a.published > b.published; });
    std::vector<std::string> ids;
    for (const store::ReportInfo& report : reports)
        if (ids.size() < most) ids.push_back(report.id);
    return ids;
}

/// A quotation without the comma that leads on to its speaker: `"We stay,"`.
std::string content(std::string words) {
    for (const std::string_view end : {",\"", ",\xE2\x80\x9D", ",'"})
        if (words.ends_with(end)) words.erase(words.size() - end.size(), 1);
    return words;
}

/// A cue without the colon in front of its quotation and the `to` of an infinitive: `said:`, `to deny`.
std::string_view bare_cue(std::string_view cue) {
    if (cue.ends_with(':')) cue.remove_suffix(1);
    return cue.substr(cue.starts_with("to ") ? 3 : 0);
}

/// `Paper quoted him as saying`: the words stand with their speaker.
bool is_passed_on(const store::SaidInfo& said, const std::map<std::string, std::size_t>& tellers) {
    return said.cue.starts_with("quot") && tellers.at(said.report + said.words) > 1;
}

/// Statements of those who said most first.
std::vector<const store::SaidInfo*> by_speaker(const std::vector<store::SaidInfo>& all) {
    std::map<std::string_view, std::vector<const store::SaidInfo*>> statements;
    for (const store::SaidInfo& said : all) statements[said.speaker].push_back(&said);
    std::vector<const std::vector<const store::SaidInfo*>*> speakers;
    for (const auto& [speaker, told] : statements) speakers.push_back(&told);
    std::stable_sort(speakers.begin(), speakers.end(),
                     [](const auto* a, const auto* b) { return a->size() > b->size(); });
    std::vector<const store::SaidInfo*> out;
    for (const auto* told : speakers) out.insert(out.end(), told->begin(), told->end());
    return out;
}

/// Each speaker's further statements weigh less than the first ones, so that many are heard.
std::vector<int> weights(const std::vector<const store::SaidInfo*>& statements) {
    std::map<std::string_view, int> told;
    std::vector<int> out;
    for (const store::SaidInfo* said : statements) out.push_back(worth(*said) - told[said->speaker]++);
    return out;
}

/// The content as it stands behind a colon: without `that`, the bullet of a list, and the comma that led on
/// to its speaker.
std::string told_words(const store::SaidInfo& said) {
    std::string words = content(said.words);
    for (const std::string_view lead : {"\xE2\x80\xA2 ", "- ", "-- ", "that "})
        if (words.starts_with(lead)) words.erase(0, lead.size());
    return one_line(words);
}

} // namespace

bool is_mere_saying(std::string_view cue) {
    if (cue == ":") return true;
    cue = bare_cue(cue);
    constexpr std::string_view also = "also ";
    if (to_lower(cue.substr(0, also.size())) == also) cue.remove_prefix(also.size());
    return is_on(WordList::saying, cue);
}

Line said_line(const store::SaidInfo& said) {
    Line line;
    line.when = said.published.substr(0, 10);
    line.text =
        said.cue.empty() || is_mere_saying(said.cue)
            ? fmt::format("{}: {}", said.speaker, told_words(said))
            : fmt::format("{} ({}): {}", said.speaker, one_line(bare_cue(said.cue), 40), told_words(said));
    line.sources = {said.report};
    return line;
}

Statements statements_in(store::Database& database, const std::vector<store::ReportInfo>& reports) {
    if (reports.empty()) return {};
    std::vector<store::SaidInfo> all = database.said_in(latest(reports, most_reports), most_read);
    std::string note;
    if (reports.size() > most_reports || all.size() == most_read)
        note = fmt::format(
            "Looked at: {} statements of the latest {} of {} reports; a narrower --since, --until "
            "looks at others.",
            all.size(), std::min(reports.size(), most_reports), reports.size());
    std::map<std::string, std::size_t> tellers; // of the same words of a report
    for (const store::SaidInfo& said : all) ++tellers[said.report + said.words];
    std::set<std::string> known;
    std::erase_if(all, [&](const store::SaidInfo& said) {
        return worth(said) == 0 || is_passed_on(said, tellers) ||
               !known.insert(said.speaker + "\n" + to_lower(said.words)).second;
    });
    return {std::move(all), std::move(note)};
}

Section said_section(const Statements& statements, std::size_t most) {
    Section section{"Who said what", statements.note, {}};
    std::vector<const store::SaidInfo*> told = by_speaker(statements.all);
    if (const std::size_t left_out = keep_worthiest(told, weights(told), most); left_out > 0)
        section.note += fmt::format("{}{} of {} statements; --limit N shows more.",
                                    section.note.empty() ? "" : " ", told.size(), told.size() + left_out);
    for (const store::SaidInfo* said : told) section.lines.push_back(said_line(*said));
    return section;
}

} // namespace dateline::show

// A day weighs as much as reports speak of it: a date in the text counts more than a day of publication, and
// more when the report came out soon behind it (after Tran et al. 2015 and Ghalandari and Ifrim 2020, who
// rank days by mentions and publications).

#include "merge/digest.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace dateline::merge {

namespace {

struct DayTally {
    double weight = 0;
    std::vector<std::pair<double, std::string>> sentences; // score, text
};

constexpr double published_weight = 1.0;
constexpr double mention_weight = 1.6;
constexpr std::size_t most_days = 400;
constexpr std::size_t most_sentences = 5;

std::string_view sentence_at(const CodedReport& coded, Span span) {
    for (const Sentence& sentence : coded.parse.sentences)
        if (sentence.span.contains(span)) return words(coded.report.text, sentence.span);
    return {};
}

bool is_day(const Time& time) {
    return time.from.size() == 10 && time.from == time.to && time.type != "DURATION" && time.type != "SET";
}

} // namespace

Digest find_digest(const std::vector<const CodedReport*>& reports) {
    std::map<std::string, DayTally> days;
    for (const CodedReport* coded : reports) {
        std::set<std::string> seen;
        const std::string published = coded->report.published.value.substr(0, 10);
        if (published.size() == 10 && published[0] != 'X') {
            days[published].weight += published_weight;
            if (!coded->parse.sentences.empty())
                days[published].sentences.emplace_back(
                    0.5, words(coded->report.text, coded->parse.sentences.front().span));
        }
        for (const Time& time : coded->times) {
            if (!is_day(time)) continue;
            DayTally& day = days[time.from];
            const std::string_view sentence = sentence_at(*coded, time.span);
            if (sentence.size() > 30 && sentence.size() < 400)
                day.sentences.emplace_back(1.0 / (1.0 + static_cast<double>(time.span.start) / 1000.0),
                                           sentence);
            if (seen.insert(time.from).second) day.weight += mention_weight;
        }
    }
    Digest digest;
    for (auto& [date, day] : days) {
        std::stable_sort(day.sentences.begin(), day.sentences.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        DigestEntry entry{date, day.weight, {}};
        for (const auto& [score, text] : day.sentences) {
            if (entry.text.size() >= most_sentences) break;
            if (std::find(entry.text.begin(), entry.text.end(), text) == entry.text.end())
                entry.text.push_back(text);
        }
        digest.entries.push_back(std::move(entry));
    }
    std::stable_sort(digest.entries.begin(), digest.entries.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
    if (digest.entries.size() > most_days) digest.entries.resize(most_days);
    return digest;
}

} // namespace dateline::merge

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

constexpr double published_weight = 1.0;
constexpr double mention_weight = 1.6;
constexpr std::size_t most_days = 400;
constexpr std::size_t most_sentences = 5;

/// A day with its best sentences, best first, of equals the first offered.
struct DayTally {
    double weight = 0;
    std::vector<std::pair<double, std::string>> sentences; // score, text

    void offer(double score, std::string_view text) {
        const auto same = std::find_if(sentences.begin(), sentences.end(),
                                       [&](const auto& known) { return known.second == text; });
        if (same != sentences.end()) {
            if (same->first >= score) return;
            sentences.erase(same);
        }
        const auto behind = std::find_if(sentences.begin(), sentences.end(),
                                         [&](const auto& known) { return known.first < score; });
        if (behind == sentences.end() && sentences.size() == most_sentences) return;
        sentences.emplace(behind, score, text);
        if (sentences.size() > most_sentences) sentences.pop_back();
    }
};

std::string_view sentence_at(const CodedReport& coded, Span span) {
    for (const Sentence& sentence : coded.parse.sentences)
        if (sentence.span.contains(span)) return words(coded.report.text, sentence.span);
    return {};
}

bool is_day(const Time& time) {
    return time.from.size() == 10 && time.from == time.to && time.type != "DURATION" && time.type != "SET";
}

} // namespace

Digest find_digest(const Reports& reports) {
    std::map<std::string, DayTally> days;
    reports.each_without_claims([&](std::size_t, const CodedReport& coded) {
        std::set<std::string> seen;
        const std::string published = coded.report.published.value.substr(0, 10);
        if (published.size() == 10 && published[0] != 'X') {
            days[published].weight += published_weight;
            if (!coded.parse.sentences.empty())
                days[published].offer(0.5, words(coded.report.text, coded.parse.sentences.front().span));
        }
        for (const Time& time : coded.times) {
            if (!is_day(time)) continue;
            DayTally& day = days[time.from];
            const std::string_view sentence = sentence_at(coded, time.span);
            if (sentence.size() > 30 && sentence.size() < 400)
                day.offer(1.0 / (1.0 + static_cast<double>(time.span.start) / 1000.0), sentence);
            if (seen.insert(time.from).second) day.weight += mention_weight;
        }
    });
    Digest digest;
    for (auto& [date, day] : days) {
        DigestEntry entry{date, day.weight, {}};
        for (auto& sentence : day.sentences) entry.text.push_back(std::move(sentence.second));
        digest.entries.push_back(std::move(entry));
    }
    std::stable_sort(digest.entries.begin(), digest.entries.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
    if (digest.entries.size() > most_days) digest.entries.resize(most_days);
    return digest;
}

} // namespace dateline::merge

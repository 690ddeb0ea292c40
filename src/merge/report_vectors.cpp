// Words alone join what is of one subject; pairs of words and names tell events of one subject apart.
// Function words are left out, and a word that only one report of the pile has counts little: in a pile of
// two reports everything would be rare.

#include "merge/report_vectors.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/text.hpp"
#include "merge/days.hpp"
#include "merge/stems.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

constexpr double weight_of_unique = 0.3; // of what only one report has, in the length of its vector
constexpr std::size_t most_reports_of_rare = 60;
constexpr int fewest_shared = 3;

using Counts = std::unordered_map<std::uint64_t, float>;

bool has_name(const Actor& actor) {
    return std::any_of(actor.mentions.begin(), actor.mentions.end(),
                       [](const Mention& m) { return m.form == "name"; });
}

void count_names(const CodedReport& coded, Counts& counts) {
    for (const Actor& actor : coded.actors) {
        if (!has_name(actor)) continue;
        const std::size_t space = actor.name.rfind(' ');
        const std::string last =
            to_lower(std::string_view(actor.name).substr(space == std::string::npos ? 0 : space + 1));
        counts[hash_text("actor " + last)] += static_cast<float>(actor.mentions.size());
    }
    for (const Place& place : coded.places)
        if (!place.name.empty()) counts[hash_text("place " + place.name)] += 1;
}

/// The two views of a report: its words with its names, its pairs of words.
struct ReportCounts {
    Counts words, pairs;
};

ReportCounts count(const CodedReport& coded) {
    ReportCounts counts;
    const std::vector<std::uint64_t> stems = stems_of(coded.report.text);
    for (std::size_t i = 0; i < stems.size(); ++i) {
        if (stems[i] != 0) counts.words[stems[i]] += 1;
        if (i > 0 && (stems[i] != 0 || stems[i - 1] != 0))
            counts.pairs[(stems[i - 1] * 0x9E3779B97F4A7C15ULL) ^ (stems[i] + 0x7F4A7C15ULL)] += 1;
    }
    count_names(coded, counts.words);
    return counts;
}

/// Adds the features of one view, its length made √½, so that the product of two vectors is the mean of two
/// cosines.
void add_view(const Counts& counts, const std::unordered_map<std::uint64_t, std::uint32_t>& reports_with,
              double total, ReportVector& out) {
    const std::size_t start = out.size();
    double square = 0;
    for (const auto& [id, count] : counts) {
        const std::uint32_t reports = reports_with.at(id);
        const double weight = (1 + std::log(count)) * std::log((1 + total) / reports);
        square += weight * weight * (reports == 1 ? weight_of_unique : 1.0);
        if (reports > 1) out.push_back({id, static_cast<float>(weight)});
    }
    const double scale = std::sqrt(0.5 / std::max(square, 1e-12));
    for (std::size_t i = start; i < out.size(); ++i)
        out[i].weight = static_cast<float>(out[i].weight * scale);
}

} // namespace

std::vector<ReportVector> report_vectors(const Reports& reports) {
    std::vector<ReportCounts> counts;
    counts.reserve(reports.size());
    std::unordered_map<std::uint64_t, std::uint32_t> reports_with;
    reports.each([&](std::size_t, const CodedReport& coded) {
        counts.push_back(count(coded));
        for (const auto& entry : counts.back().words) ++reports_with[entry.first];
        for (const auto& entry : counts.back().pairs) ++reports_with[entry.first];
    });
    std::vector<ReportVector> vectors(reports.size());
    const auto total = static_cast<double>(reports.size());
    for (std::size_t i = 0; i < reports.size(); ++i) {
        add_view(counts[i].words, reports_with, total, vectors[i]);
        add_view(counts[i].pairs, reports_with, total, vectors[i]);
        counts[i] = {};
        std::sort(vectors[i].begin(), vectors[i].end(),
                  [](const Feature& a, const Feature& b) { return a.id < b.id; });
    }
    return vectors;
}

/// What is told within three days belongs together rather than what is told a week apart; 1 for unknown days.
static double nearness(std::int32_t one, std::int32_t other) {
    constexpr double a_day = 0.08;
    constexpr std::int32_t neutral = 3;
    return one == unknown_day || other == unknown_day ? 1 : 1 + a_day * (neutral - std::abs(one - other));
}

double product(const ReportVector& one, const ReportVector& other) {
    double sum = 0;
    for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
        if (a->id < b->id)
            ++a;
        else if (b->id < a->id)
            ++b;
        else
            sum += static_cast<double>(a->weight) * static_cast<double>(b->weight), ++a, ++b;
    }
    return sum;
}

std::vector<ScoredPair> like_pairs(const std::vector<ReportVector>& vectors,
                                   const std::vector<std::int32_t>& days, double least,
                                   std::int32_t most_days) {
    std::unordered_map<std::uint64_t, std::uint32_t> uses;
    for (const ReportVector& vector : vectors)
        for (const Feature& feature : vector) ++uses[feature.id];
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> index;
    std::vector<int> shared(vectors.size(), 0);
    std::vector<std::uint32_t> touched;
    std::vector<ScoredPair> pairs;
    for (std::uint32_t i = 0; i < vectors.size(); ++i) {
        touched.clear();
        for (const Feature& feature : vectors[i]) {
            if (uses[feature.id] > std::max<std::size_t>(most_reports_of_rare, vectors.size() / 50)) continue;
            auto& posting = index[feature.id];
            for (const std::uint32_t j : posting)
                if (shared[j]++ == 0) touched.push_back(j);
            posting.push_back(i);
        }
        for (const std::uint32_t j : touched) {
            const bool is_near =
                days[i] == unknown_day || days[j] == unknown_day || std::abs(days[i] - days[j]) <= most_days;
            const int found = shared[j];
            shared[j] = 0;
            if (!is_near || found < fewest_shared) continue;
            const double value = product(vectors[i], vectors[j]) * nearness(days[i], days[j]);
            if (value >= least) pairs.push_back({j, i, static_cast<float>(value)});
        }
    }
    return pairs;
}

} // namespace dateline::merge

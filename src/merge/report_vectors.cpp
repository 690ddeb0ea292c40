// Words alone join what is of one subject; pairs of words and names tell events of one subject apart.
// Function words are left out, and a word that only one report of the pile has counts little: in a pile of
// two reports everything would be rare.

#include "merge/report_vectors.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "merge/actor_keys.hpp"
#include "merge/sorted.hpp"
#include "merge/stems.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

constexpr double weight_of_unique = 0.3; // of what only one report has, in the length of its vector

using Counts = std::vector<std::pair<std::uint64_t, float>>;

void count_names(const CodedReport& coded, Counts& counts) {
    for (const Actor& actor : coded.actors) {
        if (!is_named(actor)) continue;
        const std::size_t space = actor.name.rfind(' ');
        const std::string last =
            to_lower(std::string_view(actor.name).substr(space == std::string::npos ? 0 : space + 1));
        counts.emplace_back(hash_text("actor " + last), static_cast<float>(actor.mentions.size()));
    }
    for (const Place& place : coded.places)
        if (!place.name.empty()) counts.emplace_back(hash_text("place " + place.name), 1.0F);
}

/// Sorted by feature, each once with all it counts.
void add_up(Counts& counts) {
    std::sort(counts.begin(), counts.end());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (kept > 0 && counts[kept - 1].first == counts[i].first)
            counts[kept - 1].second += counts[i].second;
        else
            counts[kept++] = counts[i];
    }
    counts.resize(kept);
}

/// The two views of a report: its words with its names, its pairs of words.
struct ReportCounts {
    Counts words, pairs;
};

ReportCounts count(const CodedReport& coded) {
    ReportCounts counts;
    const std::vector<std::uint64_t> stems = stems_of(coded.report.text);
    for (std::size_t i = 0; i < stems.size(); ++i) {
        if (stems[i] != 0) counts.words.emplace_back(stems[i], 1.0F);
        if (i > 0 && (stems[i] != 0 || stems[i - 1] != 0))
            counts.pairs.emplace_back((stems[i - 1] * 0x9E3779B97F4A7C15ULL) ^ (stems[i] + 0x7F4A7C15ULL),
                                      1.0F);
    }
    count_names(coded, counts.words);
    add_up(counts.words);
    add_up(counts.pairs);
    return counts;
}

/// Adds the features of one view, its length made √½, so that the product of two vectors is the mean of two
/// cosines.
void add_view(const Counts& counts, const ReportCounter& reports_with, double total, ReportVector& out) {
    const std::size_t start = out.size();
    double square = 0;
    for (const auto& [id, count] : counts) {
        const std::uint32_t reports = reports_with.count(id);
        const double weight = (1 + std::log(count)) * std::log((1 + total) / reports);
        square += weight * weight * (reports == 1 ? weight_of_unique : 1.0);
        if (reports > 1) out.push_back({id, static_cast<float>(weight)});
    }
    const double scale = std::sqrt(0.5 / std::max(square, 1e-12));
    for (std::size_t i = start; i < out.size(); ++i)
        out[i].weight = static_cast<float>(out[i].weight * scale);
}

} // namespace

std::size_t ReportCounter::find(std::uint64_t feature) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = (feature * 0x9E3779B97F4A7C15ULL >> 32U) & mask;
    while (m_slots[at].count != 0 && m_slots[at].feature != feature) at = (at + 1) & mask;
    return at;
}

void ReportCounter::add(std::uint64_t feature) {
    Slot& slot = m_slots[find(feature)];
    if (slot.count++ != 0) return;
    slot.feature = feature;
    if (++m_used * 4 > m_slots.size() * 3) grow();
}

std::uint32_t ReportCounter::count(std::uint64_t feature) const {
    return m_slots[find(feature)].count;
}

void ReportCounter::grow() {
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot& slot : old)
        if (slot.count != 0) m_slots[find(slot.feature)] = slot;
}

ReportVectors::ReportVectors(const Reports& reports) : m_reports(reports) {
    reports.each_without_claims([&](std::size_t, const CodedReport& coded) {
        const ReportCounts counts = count(coded);
        for (const auto& entry : counts.words) m_counter.add(entry.first);
        for (const auto& entry : counts.pairs) m_counter.add(entry.first);
    });
}

ReportVector ReportVectors::of(std::size_t report) const {
    const ReportCounts counts =
        m_reports.without_claims(report, [](const CodedReport& coded) { return count(coded); });
    ReportVector out;
    const auto total = static_cast<double>(m_reports.size());
    add_view(counts.words, m_counter, total, out);
    add_view(counts.pairs, m_counter, total, out);
    std::sort(out.begin(), out.end(), [](const Feature& a, const Feature& b) { return a.id < b.id; });
    return out;
}

double product(const ReportVector& one, const ReportVector& other) {
    double sum = 0;
    for_each_shared(
        one, other, [](const Feature& feature) { return feature.id; },
        [&](const Feature& a, const Feature& b) {
            sum += static_cast<double>(a.weight) * static_cast<double>(b.weight);
        });
    return sum;
}

} // namespace dateline::merge

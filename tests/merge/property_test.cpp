// The same reports give the same record, whatever order they come in. Reports are made up from a few people,
// towns and words with a fixed seed, so that many of them tell of one thing.

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "build.hpp"
#include "merge/days.hpp"
#include "merge/linkage.hpp"
#include "merge/merge.hpp"
#include "merge/report_vectors.hpp"
#include "record/write_json.hpp"

namespace dateline::merge {
namespace {

std::string pick(std::mt19937& random, const std::vector<std::string>& from) {
    return from[random() % from.size()];
}

CodedReport random_report(std::mt19937& random, int number) {
    static const std::vector<std::string> people = {"Ada Alpha", "Omar Beta", "Eva Gamma", "Ivo Delta"};
    static const std::vector<std::string> words = {"met",      "accused", "visited",
                                                   "attacked", "thanked", "warned"};
    static const std::vector<std::string> types = {"CONSULT", "ACCUSE", "ASSAULT", ""};
    static const std::vector<std::string> status = {"happened", "planned", "denied", "ongoing"};
    ReportDraft draft("r" + std::to_string(number), "2020-01-0" + std::to_string(1 + random() % 5),
                      "Paper " + std::to_string(random() % 3));
    for (int s = 0; s < 4; ++s) {
        const std::string one = pick(random, people), other = pick(random, people),
                          word = pick(random, words);
        draft.sentence(one + " " + word + " " + other + " in Northtown over the old harbour and its fish.");
        const auto a = draft.actor(one, "person"), b = draft.actor(other, "person");
        Claim& claim = draft.claim(word, pick(random, types), word == "visited" ? "visit" : "");
        claim.actors = {draft.by(a)};
        claim.recipients = {draft.by(b)};
        claim.status = pick(random, status);
        if (random() % 2 == 0) on_day(claim, "2020-01-0" + std::to_string(1 + random() % 5));
        if (random() % 3 == 0) {
            const auto killed = static_cast<double>(1 + random() % 3);
            claim.counts.push_back({"killed", killed, killed, "", claim.trigger});
        }
    }
    return std::move(draft.coded);
}

std::string text_of(const std::vector<CodedReport>& reports) {
    std::string out;
    write_json(out, merge(reports));
    return out;
}

TEST(Property, AnyOrderOfReportsGivesTheSameRecord) {
    std::mt19937 random(7);
    for (int round = 0; round < 8; ++round) {
        std::vector<CodedReport> reports;
        for (int n = 0; n < 12; ++n) reports.push_back(random_report(random, n));
        const std::string first = text_of(reports);
        for (int turn = 0; turn < 3; ++turn) {
            std::shuffle(reports.begin(), reports.end(), random);
            ASSERT_EQ(text_of(reports), first) << "round " << round;
        }
    }
}

TEST(Property, RoomForFewReportsGivesTheSameRecord) {
    std::mt19937 random(5);
    std::vector<CodedReport> reports;
    for (int n = 0; n < 40; ++n) {
        reports.push_back(random_report(random, n));
        reports.back().actors.front().why = "actor book: " + reports.back().actors.front().name;
        reports.back().claims.front().why = "type: a frame that was found";
    }
    std::string small;
    const auto line = [&](const auto& object) {
        write_json(small, object);
        small += '\n';
    };
    const auto rest = [&](const Record& record) { write_json(small, record); };
    merge(Reports(source_of(reports), 1), {}, {line, line, rest});
    EXPECT_EQ(small, text_of(reports));
}

TEST(Property, LikePairsAreFoundInAWindowAsInTheWholePile) {
    std::mt19937 random(3);
    std::vector<CodedReport> pile;
    for (int n = 0; n < 60; ++n) {
        const int day = n / 3;
        const std::string iso = n % 11 == 0 ? "2020" : fmt::format("2020-01-{:02}", 1 + day);
        ReportDraft draft(fmt::format("r{:02}", n), iso);
        for (int s = 0; s < 12; ++s) draft.sentence(fmt::format("word{}", random() % 40));
        pile.push_back(std::move(draft.coded));
    }
    const Reports reports(source_of(pile));
    const ReportVectors vectors(reports);
    std::vector<std::int32_t> days;
    for (std::size_t r = 0; r < reports.size(); ++r)
        days.push_back(day_number(reports.header(r).published.value));
    constexpr std::int32_t most_days = 4;
    std::set<std::pair<std::uint32_t, std::uint32_t>> found, expected;
    for (const ScoredPair& pair : like_pairs(vectors, days, 0.05, most_days))
        found.emplace(pair.first, pair.second);
    for (std::uint32_t b = 0; b < reports.size(); ++b)
        for (std::uint32_t a = 0; a < b; ++a) {
            const bool is_known = days[a] != unknown_day && days[b] != unknown_day;
            if (is_known && std::abs(days[a] - days[b]) > most_days) continue;
            const double nearness = is_known ? 1 + 0.08 * (3 - std::abs(days[a] - days[b])) : 1;
            const ReportVector one = vectors.of(a), other = vectors.of(b);
            std::size_t shared = 0;
            for (const Feature& x : one)
                for (const Feature& y : other) shared += x.id == y.id ? 1 : 0;
            if (shared >= 3 && product(one, other) * nearness >= 0.05) expected.emplace(a, b);
        }
    EXPECT_GT(expected.size(), 20U);
    EXPECT_EQ(found, expected);
}

/// Average linkage as its definition reads.
std::vector<std::vector<std::uint32_t>> slow_linkage(std::size_t items, const std::vector<ScoredPair>& pairs,
                                                     const LinkageOptions& options) {
    std::vector<std::vector<std::uint32_t>> clusters;
    for (std::uint32_t i = 0; i < items; ++i) clusters.push_back({i});
    const auto average = [&](const auto& a, const auto& b) {
        double sum = 0;
        for (const auto x : a)
            for (const auto y : b) {
                const auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const ScoredPair& p) {
                    return p.first == std::min(x, y) && p.second == std::max(x, y);
                });
                sum += pair == pairs.end() ? options.missing : static_cast<double>(pair->score);
            }
        return sum / static_cast<double>(a.size() * b.size());
    };
    for (;;) {
        double best = -1e9;
        std::size_t one = 0, other = 0;
        for (std::size_t a = 0; a < clusters.size(); ++a)
            for (std::size_t b = a + 1; b < clusters.size(); ++b)
                if (const double found = average(clusters[a], clusters[b]); found > best + 1e-9)
                    best = found, one = a, other = b;
        if (clusters.size() < 2 || best < options.least_average) break;
        clusters[one].insert(clusters[one].end(), clusters[other].begin(), clusters[other].end());
        std::sort(clusters[one].begin(), clusters[one].end());
        clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(other));
    }
    std::sort(clusters.begin(), clusters.end());
    return clusters;
}

TEST(Property, LinkageIsWhatItsDefinitionReads) {
    std::mt19937 random(11);
    std::uniform_real_distribution<float> score(-3, 3);
    for (int round = 0; round < 200; ++round) {
        const auto items = static_cast<std::uint32_t>(2 + random() % 7);
        std::vector<ScoredPair> pairs;
        for (std::uint32_t b = 1; b < items; ++b)
            for (std::uint32_t a = 0; a < b; ++a) pairs.push_back({a, b, score(random)});
        LinkageOptions options;
        options.missing = -1.5;
        ASSERT_EQ(average_linkage(items, pairs, options), slow_linkage(items, pairs, options)) << round;
    }
}

} // namespace
} // namespace dateline::merge

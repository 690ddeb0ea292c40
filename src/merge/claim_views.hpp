#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"
#include "merge/actors.hpp"
#include "merge/days.hpp"
#include "merge/page_cache.hpp"
#include "merge/reports.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// A word (hash of its stem) and its weight, sorted by word, length 1.
struct WeightedWord {
    std::uint32_t word = 0;
    float weight = 0;
};
using SentenceWords = std::vector<WeightedWord>;

/// One side of a claim.
struct SideView {
    std::vector<std::size_t> actors;  // merged actors, sorted
    std::vector<std::uint32_t> words; // hashes of the words that stand for them, sorted
    std::uint32_t count = 0;          // how many they are; 0 unknown
};

/// A count of a claim.
struct ClaimFigure {
    std::uint64_t what = 0; // hash
    double low = 0, high = 0;
};

/// How many there are on a side, as far as it matters: one climber is not the two climbers.
enum class Number { unknown, one, many };

/// A claim with what merging compares.
struct ClaimView {
    std::size_t report = 0; // in order
    std::size_t claim = 0;
    // Hashes of the claim's words for what it is; 0 for none.
    std::uint64_t type = 0, mode = 0, status = 0, polarity = 0;
    std::vector<ClaimFigure> figures;
    std::uint64_t key = 0;   // trigger group or stem
    std::uint64_t stem = 0;  // of the trigger
    std::uint64_t start = 0; // its first letters
    std::uint64_t above = 0; // key of the claim that it is part of; 0 none
    std::uint8_t order = 0;  // `second`, `another`, `earlier` before the trigger, one bit each kind
    bool is_lead = false;    // in the title or the first sentence
    bool is_old = false;     // long before its report
    std::array<std::uint16_t, 2> years{}; // that the sentence names; 0 none
    std::vector<std::uint32_t> near;      // hashes of the words around the trigger, sorted
    bool is_plain_key = false;            // the word names many happenings (`data/merge/plain_words.txt`)
    SideView actors, recipients;
    std::vector<std::size_t> parties; // merged actors of both sides, sorted
    std::string place;                // country or GeoNames id of a finer place
    std::string country;
    bool is_region = false; // the place is larger than a country
    std::int32_t first_day = unknown_day, last_day = unknown_day;
    std::int32_t published = unknown_day; // its report
    bool is_told_day = false;             // a time expression beside the trigger names its days
    Number number = Number::unknown;      // of the recipients
    std::ptrdiff_t voucher = -1; // merged actor who vouches for it, or who asks for it; -1 the outlet
    std::ptrdiff_t story = -1;
    std::uint64_t sentence = 0; // for `ClaimViews::sentence`; equal for claims of one sentence
};

/// The claims of all reports that are no mere speech, in order. They are made anew from the reports when they
/// are asked for and not kept: references last until `settle`. The arguments must outlive this.
class ClaimViews {
  public:
    ClaimViews(const Reports& reports, const ActorTable& actors, const std::vector<Story>& stories);

    [[nodiscard]] std::size_t size() const { return m_report_of.size(); }
    [[nodiscard]] const ClaimView& operator[](std::size_t number) const {
        const std::size_t report = m_report_of[number];
        return m_cache.at(report).claims[number - m_first[report]];
    }
    /// The words of `ClaimView::sentence`.
    [[nodiscard]] const SentenceWords& sentence(std::uint64_t key) const {
        return m_cache.at(key >> 32U).sentences[static_cast<std::uint32_t>(key)];
    }
    /// The report (in order) of a view, without making the view.
    [[nodiscard]] std::size_t report_of(std::size_t number) const { return m_report_of[number]; }
    /// The story of a report (in order), -1 for none.
    [[nodiscard]] std::ptrdiff_t story_of(std::size_t report) const {
        const auto story = m_story_of.find(m_reports.header(report).id);
        return story == m_story_of.end() ? -1 : story->second;
    }
    /// The view of a claim; empty for mere speech.
    [[nodiscard]] std::optional<std::size_t> find(std::size_t report, std::size_t claim) const;

    /// Says that nothing points into views or reports any more.
    void settle() const {
        m_cache.settle();
        m_reports.settle();
    }

  private:
    /// The views of one report and the words of the sentences they stand in.
    struct Page {
        std::vector<ClaimView> claims;
        std::vector<SentenceWords> sentences;
    };
    class Viewer;
    /// Hashes of what a trigger is known by.
    struct Trigger {
        std::uint64_t key = 0, stem = 0, start = 0;
        bool is_plain = false;
    };
    using Triggers = std::unordered_map<std::string, Trigger, StringHash, std::equal_to<>>;

    void count_words(const CodedReport& coded);
    [[nodiscard]] Page view(std::size_t report) const;
    void weigh(SentenceWords& sentence) const;
    static std::size_t weight_of(const Page& page);

    const Reports& m_reports;
    const ActorTable& m_actors;
    std::unordered_map<std::string_view, std::ptrdiff_t> m_story_of;
    std::unordered_map<std::uint32_t, double> m_weights; // of words
    mutable Triggers m_triggers;
    std::vector<std::uint32_t> m_report_of; // of each view
    std::vector<std::size_t> m_first;       // view of each report
    mutable PageCache<Page> m_cache;        // a cache is no part of what the claims are
};

} // namespace dateline::merge

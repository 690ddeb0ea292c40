#pragma once

#include <string>
#include <vector>

#include "what/words.hpp"

namespace dateline::what {

/// The day that news tells of where it does not say one. Simple past in the main line of a report goes on on
/// the day that was told last, else on the day of the lead, else on that of publication (the narrative
/// convention of Reichenbach 1947 and of the SemEval-2015 timelines, whose undated events lie on the day of
/// their report). What goes on from an older time, in its paragraph and in those behind it that are told in
/// the past, is background of no known day. The present is that of publication.
class NewsDay {
  public:
    explicit NewsDay(const ReportWords& words);

    /// ISO day of an event at the trigger that has no time of its own; "" where the text does not go on from
    /// the day (background, other tenses, other people's words, unknown publication).
    [[nodiscard]] std::string day_of(TokenIndex trigger) const;

  private:
    [[nodiscard]] bool is_told_of(const Time& time) const;
    [[nodiscard]] bool goes_on(std::size_t sentence) const;
    [[nodiscard]] bool is_past(TokenIndex verb) const;
    [[nodiscard]] bool is_mentioned_only(TokenIndex trigger) const;
    [[nodiscard]] bool is_of_another_time(TokenIndex verb) const;
    [[nodiscard]] bool is_reason(TokenIndex preposition) const;
    [[nodiscard]] bool is_narrated(TokenIndex trigger) const;
    [[nodiscard]] bool is_now(TokenIndex verb) const;
    [[nodiscard]] bool is_lead(TokenIndex trigger) const;
    [[nodiscard]] bool is_reporting(TokenIndex verb) const;
    [[nodiscard]] bool is_speech(TokenIndex verb) const;
    [[nodiscard]] bool is_quoted(Span span) const;

    const ReportWords& m_words;
    std::string m_published;        // ISO day; "" unknown
    std::vector<std::string> m_day; // by sentence: told last before or in it; "" in background
    std::vector<bool> m_is_caption; // by sentence: of a page's pictures, which show any day
    std::int32_t m_first_prose = 0; // index of the first sentence behind title and header
    std::vector<Span> m_quoted;     // other people's words, in text order
};

} // namespace dateline::what

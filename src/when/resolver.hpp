#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record/coded_report.hpp"
#include "when/expression.hpp"
#include "when/tense.hpp"

namespace dateline::when {

/// Gives the expressions of one report their values; one use.
class Resolver {
  public:
    Resolver(const Words& words, const Report& report);

    std::vector<Time> run(std::vector<Expression> expressions);

  private:
    using Kind = Expression::Kind;

    /// A time that was told.
    struct Told {
        Day day;
        Unit unit = Unit::day;
        std::int32_t index = -1, sentence = 0;
    };

    void stand_in_for_open_year(const std::vector<Expression>& expressions);
    void open_year(const Expression& e, Time& time) const;
    Time time(const Expression& e, std::int32_t index);
    [[nodiscard]] bool is_reported(const Expression& e, Day last) const;
    void remember(const Expression& e, const Time& time, std::int32_t index);

    [[nodiscard]] std::int32_t sentence_of(const Expression& e) const {
        return m_words.token(e.first).sentence;
    }
    [[nodiscard]] Direction direction(const Expression& e) const;
    std::optional<Day> base(Expression::Anchor anchor, const Expression& e);
    std::optional<Day> published_base();
    std::optional<Day> told_base();

    std::string value(const Expression& e);
    std::string day_offset(const Expression& e);
    std::string holiday(const Expression& e);
    std::string date(const Expression& e);
    std::string monthday(const Expression& e);
    std::string weekday(const Expression& e);
    std::string deictic(const Expression& e);
    std::string quarter(Day from, const Expression& e) const;
    std::string distance(const Expression& e);
    std::string years_later(const Expression& e);
    std::string same(const Expression& e);
    std::string clock(const Expression& e);
    std::optional<Day> day_behind(const Expression& e);
    [[nodiscard]] std::string duration(const Expression& e) const;

    const Words& m_words;
    const std::vector<Expression>* m_expressions = nullptr; // all of the report, while it is run
    std::optional<Day> m_published;
    std::string m_published_anchor;               // `published` or `dateline`
    std::string m_open_date;                      // the day of publication as it is known
    bool m_is_year_open = false;                  // the year of m_published only stands in
    bool m_narrative = false;                     // a history: its times count from one another
    std::optional<Told> m_told;                   // last
    std::optional<Told> m_quarter;                // last, what `a year earlier` is compared with
    std::array<std::optional<Day>, 8> m_weekdays; // the day each weekday meant last
    std::string m_anchor;
    std::int32_t m_anchor_time = -1;
};

/// True for a history: a text that dates most of what it tells by years before its publication and does not
/// count from its own day (`yesterday`, `on Monday`).
bool is_narrative(const std::vector<Expression>& expressions, std::optional<Day> published);

/// Gives `April and June 1955`, `26 June - 4 August 1952` the year that only the last of them has.
void share_years(std::vector<Expression>& expressions, const Words& words);

/// A duration in TIMEX3: `P4D`, `PXW`, `P2Y6M`, `PT1H30M`.
std::string duration_value(const Expression& e);

} // namespace dateline::when

#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "when/expression.hpp"

namespace dateline::when {

/// The rules of the grammar. Each looks at a word and returns the expression that starts there, if any; the
/// families of rules are in `grammar_*.cpp`.
class Grammar {
  public:
    explicit Grammar(const Words& words);

    std::vector<Expression> run();

  private:
    using Match = std::optional<Expression>;
    using Kind = Expression::Kind;

    static Expression made(WordIndex first, WordIndex last, Kind kind, std::string type = "DATE",
                           std::string value = {});

    Match longest(WordIndex i);
    Match plain(WordIndex i);
    [[nodiscard]] bool may_start(WordIndex i) const;
    Match modified(WordIndex i);
    Match behind(WordIndex first, WordIndex at);
    void extend(Expression& e);
    void take_owner_year(Expression& e) const;
    void take_part_of_day(Expression& e) const;
    void take_apposed_date(Expression& e);
    void continue_range(std::vector<Expression>& found, WordIndex& i) const;

    // dates
    Match iso_date(WordIndex i) const;
    Match phrase(WordIndex i) const;
    [[nodiscard]] bool is_time_in_spite(const Phrase& phrase, WordIndex first, WordIndex last) const;
    Match month_date(WordIndex i) const;
    Match day_month(WordIndex i) const;
    Match day_of_range(WordIndex i) const;
    Match year(WordIndex i) const;
    Match spelled_year(WordIndex i) const;
    Match year_of_range(WordIndex i) const;
    Match monthday(WordIndex i) const;
    Match quarter(WordIndex i) const;
    Match season(WordIndex i) const;
    Match decade(WordIndex i) const;
    Match century(WordIndex i) const;
    Match year_end(WordIndex i) const;
    void take_year(Expression& e) const;
    void take_known_year(Expression& e) const;
    [[nodiscard]] int month(WordIndex i) const;
    [[nodiscard]] int day_number(WordIndex i) const;
    [[nodiscard]] bool is_bc(WordIndex i) const;
    [[nodiscard]] bool is_year_in_context(WordIndex i) const;
    [[nodiscard]] bool is_joiner(WordIndex i) const;

    // relative to a day
    Match weekday(WordIndex i) const;
    Match deictic(WordIndex i) const;
    void take_own_date(Expression& e) const;
    Match same(WordIndex i) const;
    [[nodiscard]] WordIndex behind_last_year(WordIndex at) const;
    Match period_last_year(WordIndex i) const;
    Match year_ago(WordIndex i) const;
    Match day_part(WordIndex i);

    // amounts
    struct Amount {
        WordIndex next = 0;
        int value = 0;
        bool vague = false;
        bool and_half = false;
    };
    [[nodiscard]] std::optional<Amount> number(WordIndex i) const;
    [[nodiscard]] std::optional<Amount> counted(WordIndex i) const;
    [[nodiscard]] WordIndex degree(WordIndex i) const;
    Match amount(WordIndex i) const;
    Match bare_units(WordIndex i) const;
    Match set(WordIndex i) const;
    bool finish_amount(Expression& e, WordIndex unit_word) const;
    void take_distance(Expression& e) const;
    void take_span_of_date(Expression& e) const;

    // times of day
    Match clock(WordIndex i);
    Match middle_of_part(WordIndex i) const;
    Match clock_with_date(Expression e);
    [[nodiscard]] std::optional<Expression> clock_time(WordIndex i) const;

    [[nodiscard]] bool is_name_of_thing(WordIndex i) const;
    [[nodiscard]] bool is_title(const Expression& e) const;
    [[nodiscard]] bool opens_name(WordIndex i) const;
    [[nodiscard]] bool ends_name(WordIndex i) const;

    const Words& m_words;
    unsigned m_people = 0; // months that are names of people in this report, a bit each: `Theresa May`
    int m_depth = 0;       // of modifiers in front of one another
};

} // namespace dateline::when

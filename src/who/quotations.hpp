#pragma once

#include <vector>

#include "record/parse.hpp"

namespace dateline::who {

/// Words between quotation marks, the marks left out, or a turn of a transcript: tokens `[first, last)`.
struct Quotation {
    TokenIndex first = 0, last = 0;
    TokenIndex speaker = no_token;   // head of the phrase that names who speaks; not inside any quotation
    TokenIndex addressee = no_token; // the same of whom a question of a transcript is put to
};

/// The quotations of a text with their speakers.
class Quotations {
  public:
    explicit Quotations(const Parse& parse);

    /// Number of the quotation that the token stands in; -1 outside.
    [[nodiscard]] int number(TokenIndex token) const { return m_number[static_cast<std::size_t>(token)]; }
    [[nodiscard]] const Quotation& at(int number) const {
        return m_quotations[static_cast<std::size_t>(number)];
    }
    [[nodiscard]] std::size_t size() const { return m_quotations.size(); }

  private:
    void find(const Parse& parse);
    void add_turns(const Parse& parse);
    [[nodiscard]] TokenIndex speaker_beside(const Parse& parse, const Quotation& quotation) const;
    [[nodiscard]] TokenIndex speaker_in(const Parse& parse, TokenIndex first, TokenIndex last,
                                        const Quotation& quotation) const;

    std::vector<int> m_number; // by token
    std::vector<Quotation> m_quotations;
};

} // namespace dateline::who

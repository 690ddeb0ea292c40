#pragma once

#include <optional>
#include <string>

#include "record/merged.hpp"
#include "store/sqlite.hpp"

namespace dateline::store {

/// The claim that is shown for an event, and its word; empty when its claims are not in the database.
struct Teller {
    std::string words, report, claim;
};

/// Chooses the tellers of events. The connection must outlive this.
class Tellers {
  public:
    explicit Tellers(Connection& connection);

    /// The word that most of the event's claims have, from the earliest report that has it, in a sentence
    /// that says what was done if there is one.
    Teller of(const Event& event);
    /// The mean of the Goldstein values of the event's claims; none when they have none.
    std::optional<double> goldstein(const Event& event);

  private:
    Statement m_claim, m_goldstein;
};

} // namespace dateline::store

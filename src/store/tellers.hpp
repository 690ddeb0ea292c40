#pragma once

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

    /// The word that most of the event's claims have, from the earliest report that has it.
    Teller of(const Event& event);

  private:
    Statement m_claim;
};

} // namespace dateline::store

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "merge/claim_views.hpp"
#include "merge/origins.hpp"
#include "merge/reports.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// A claim of an event with what its fields are made from. Points into the reports and views.
struct Telling {
    const CodedReport* coded = nullptr;
    const Claim* claim = nullptr;
    const ClaimView* view = nullptr;
    std::string origin;     // one string a voice
    bool is_current = true; // no later version of the same page tells the event as well
    MemberRef member;

    /// Who vouches for it: the innermost named source, else the outlet or the report.
    [[nodiscard]] std::string voucher() const;
    /// The day of publication; "" unknown.
    [[nodiscard]] std::string day() const { return coded->report.published.value.substr(0, 10); }
};

/// Whether the time of a claim stands beside its trigger, no other event between them: in `on Friday
/// condemned the violence after the coup` the coup has no day. `claim` is an index into the claims of the
/// report.
bool is_dated(const CodedReport& coded, std::size_t claim);

/// The tellings of an event in order of publication. They last until `ClaimViews::settle`.
std::vector<Telling> tellings_of(std::span<const std::uint32_t> claims, const Reports& reports,
                                 const ClaimViews& views, const Origins& origins);

/// Status, polarity and history by order of publication: planned becomes happened, cancelled or did not
/// happen; a report that still looks ahead undoes nothing.
void tell_status(Event& event, const std::vector<Telling>& tellings);

/// Figures: lowest, best, highest. One report's figure is the largest it gives.
void tell_counts(Event& event, const std::vector<Telling>& tellings);

/// Where reports contradict each other: occurrence, figures, place, date, who did it.
void tell_disputes(Event& event, const std::vector<Telling>& tellings, const ActorTable& actors);

} // namespace dateline::merge

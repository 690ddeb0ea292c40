// Users' decisions. On claims they are verdicts on pairs: `one` pulls two claims together whatever the
// evidence says, `apart` keeps them apart; all other claims go on as before, so that new reports find their
// way to the right side. Actors are joined and parted as the log says, after the rules have had their say.

#include "merge/decisions.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "merge/actor_edits.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

std::uint64_t pair_key(std::uint64_t one, std::uint64_t other) {
    return (std::min(one, other) << 32U) | std::max(one, other);
}

/// How much of the anchor a span covers, in bytes.
std::uint32_t overlap(Span span, Span anchor) {
    const std::uint32_t start = std::max(span.start, anchor.start), end = std::min(span.end, anchor.end);
    return end > start ? end - start : 0;
}

/// The anchor in bytes; empty when the text is shorter.
Span bytes_of(const Anchor& anchor, const std::string& text) {
    const CodePoints points(text);
    if (anchor.end > points.size()) return {};
    return {points.to_byte(anchor.start), points.to_byte(anchor.end)};
}

} // namespace

Decisions::Decisions(const std::vector<Decision>& log, const Reports& reports) : m_reports(reports) {
    std::set<std::string_view> undone;
    for (const Decision& decision : log)
        if (decision.action == "undo") undone.insert(decision.of);
    for (const Decision& decision : log)
        if (decision.action != "undo" && !undone.contains(decision.id)) m_standing.push_back(decision);
    if (m_standing.empty()) return;
    for (std::size_t r = 0; r < reports.size(); ++r) m_report_of.emplace(reports.header(r).id, r);
}

template<typename Look>
std::optional<Decisions::Place> Decisions::find(const Anchor& anchor, Look look) const {
    const auto report = m_report_of.find(anchor.report);
    if (report == m_report_of.end()) return std::nullopt;
    const CodedReport& coded = *m_reports[report->second];
    std::optional<Place> best;
    std::uint32_t most = 0;
    look(coded,
         [&, span = bytes_of(anchor, coded.report.text)](std::size_t at, Span its, std::string_view id) {
             const std::uint32_t shared = overlap(its, span);
             const bool is_meant = shared > 0 && !anchor.id.empty() && id == anchor.id;
             if (shared > most || (is_meant && shared >= most))
                 best = Place{report->second, at}, most = shared;
         });
    m_reports.settle();
    return best;
}

std::optional<Decisions::Place> Decisions::find_claim(const Anchor& anchor) const {
    return find(anchor, [](const CodedReport& coded, auto offer) {
        for (std::size_t c = 0; c < coded.claims.size(); ++c)
            offer(c, coded.claims[c].trigger, coded.claims[c].id);
    });
}

std::optional<Decisions::Place> Decisions::find_actor(const Anchor& anchor) const {
    return find(anchor, [](const CodedReport& coded, auto offer) {
        for (std::size_t a = 0; a < coded.actors.size(); ++a)
            for (const Mention& mention : coded.actors[a].mentions)
                offer(a, mention.span, coded.actors[a].id);
    });
}

void Decisions::find_claims(const ClaimViews& views) {
    if (m_standing.empty()) return;
    for (const Decision& decision : m_standing) {
        if (decision.of != "event") continue;
        const auto these = views_of(decision.these, views);
        if (decision.action == "merge") decide(these, these, {true, decision.id});
        if (decision.action == "split") {
            decide(these, these, {true, decision.id});
            decide(these, views_of(decision.from, views), {false, decision.id});
        }
        if (decision.action == "rename")
            for (const std::uint32_t view : these) m_names[view] = decision.name;
    }
    for (const auto& [pair, verdict] : m_verdicts)
        if (verdict.are_one)
            m_joined.emplace_back(static_cast<std::uint32_t>(pair >> 32U), static_cast<std::uint32_t>(pair));
    std::sort(m_joined.begin(), m_joined.end());
}

std::vector<std::uint32_t> Decisions::views_of(const std::vector<Anchor>& anchors,
                                               const ClaimViews& views) const {
    std::vector<std::uint32_t> out;
    for (const Anchor& anchor : anchors)
        if (const auto place = find_claim(anchor)) {
            if (const auto view = views.find(place->first, place->second))
                out.push_back(static_cast<std::uint32_t>(*view));
            views.settle();
        }
    return out;
}

void Decisions::decide(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other,
                       const Verdict& verdict) {
    for (const std::uint32_t a : one)
        for (const std::uint32_t b : other)
            if (a != b) m_verdicts[pair_key(a, b)] = verdict;
}

const Verdict* Decisions::verdict(std::uint32_t one, std::uint32_t other) const {
    if (m_verdicts.empty()) return nullptr;
    const auto found = m_verdicts.find(pair_key(one, other));
    return found == m_verdicts.end() ? nullptr : &found->second;
}

std::string Decisions::event_name(std::span<const std::uint32_t> claims) const {
    if (m_names.empty()) return "";
    for (const std::uint32_t claim : claims)
        if (const auto found = m_names.find(claim); found != m_names.end()) return found->second;
    return "";
}

void Decisions::apply(ActorTable& actors) const {
    const auto merged_of = [&](const Anchor& anchor) -> std::optional<std::size_t> {
        const auto place = find_actor(anchor);
        return place ? std::optional(actors.of_report[place->first][place->second]) : std::nullopt;
    };
    for (const Decision& decision : m_standing) {
        if (decision.of != "actor") continue;
        if (decision.action == "split") {
            std::vector<Place> parted;
            for (const Anchor& anchor : decision.these)
                if (const auto place = find_actor(anchor)) parted.push_back(*place);
            part_actors(actors, m_reports, parted, decision.id);
            continue;
        }
        std::optional<std::size_t> first;
        for (const Anchor& anchor : decision.these) {
            const auto index = merged_of(anchor);
            if (!index) continue;
            if (decision.action == "rename") rename_actor(actors, *index, decision.name, decision.id);
            if (decision.action == "merge" && first && *first != *index)
                join_two(actors, *first, *index, decision.id);
            if (!first) first = index;
        }
    }
    drop_empty(actors);
}

std::vector<std::string> Decisions::lost() const {
    std::vector<std::string> out;
    for (const Decision& decision : m_standing) {
        const auto is_found = [&](const Anchor& anchor) {
            return decision.of == "event" ? find_claim(anchor).has_value() : find_actor(anchor).has_value();
        };
        const auto found = std::count_if(decision.these.begin(), decision.these.end(), is_found);
        if (found < (decision.action == "merge" ? 2 : 1)) out.push_back(decision.id);
    }
    return out;
}

} // namespace dateline::merge

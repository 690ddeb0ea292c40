#pragma once

// Builds coded reports by hand, so that merging can be tested without a language model.

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "merge/merge.hpp"
#include "record/coded_report.hpp"

namespace dateline::merge {

/// A report that grows sentence by sentence.
class ReportDraft {
  public:
    ReportDraft(const std::string& id, const std::string& day, const std::string& source = "") {
        coded.report.id = id;
        coded.report.published.value = day;
        coded.report.source = source;
    }

    ReportDraft& sentence(const std::string& text) {
        Sentence sentence;
        const auto start = static_cast<std::uint32_t>(coded.report.text.size());
        coded.report.text += text + " ";
        sentence.span = {start, static_cast<std::uint32_t>(start + text.size())};
        coded.parse.sentences.push_back(sentence);
        return *this;
    }

    /// An actor whose mention is its name in the last sentence; the same name again is the same actor.
    std::int32_t actor(const std::string& name, const std::string& kind, const std::string& country = "",
                       const std::string& form = "name") {
        for (std::size_t i = 0; i < coded.actors.size(); ++i)
            if (coded.actors[i].name == name) return static_cast<std::int32_t>(i);
        Actor actor;
        actor.id = "a" + std::to_string(coded.actors.size() + 1);
        actor.name = name;
        actor.kind = kind;
        actor.country = country;
        actor.mentions.push_back({find(name), form, no_token});
        coded.actors.push_back(actor);
        return static_cast<std::int32_t>(coded.actors.size() - 1);
    }

    std::int32_t place(const std::string& name, const std::string& country, const std::string& precision,
                       double lat = 0, double lon = 0) {
        Place place;
        place.span = find(name);
        place.name = name;
        place.geonames = name;
        place.lat = lat;
        place.lon = lon;
        place.resolved = true;
        place.country = country;
        place.precision = precision;
        place.use = "literal";
        coded.places.push_back(place);
        return static_cast<std::int32_t>(coded.places.size() - 1);
    }

    /// A claim of the last sentence. The reference holds until the next claim.
    Claim& claim(const std::string& trigger, const std::string& type = "", const std::string& mode = "") {
        Claim claim;
        claim.id = "c" + std::to_string(coded.claims.size() + 1);
        claim.sentence = static_cast<std::int32_t>(coded.parse.sentences.size()) - 1;
        claim.trigger = find(trigger);
        claim.type = type;
        claim.mode = mode;
        coded.claims.push_back(claim);
        return coded.claims.back();
    }

    Participant by(std::int32_t actor) const {
        return {actor, coded.actors[static_cast<std::size_t>(actor)].mentions.front().span};
    }

    CodedReport coded;

  private:
    /// The words in the last sentence.
    [[nodiscard]] Span find(const std::string& text) const {
        const std::uint32_t from =
            coded.parse.sentences.empty() ? 0 : coded.parse.sentences.back().span.start;
        const auto at = static_cast<std::uint32_t>(coded.report.text.find(text, from));
        return {at, static_cast<std::uint32_t>(at + text.size())};
    }
};

/// The reports as one pile.
template<typename... Reports>
std::vector<CodedReport> pile(Reports&&... reports) {
    std::vector<CodedReport> out;
    (out.push_back(std::move(reports)), ...);
    return out;
}

/// How many events the tellings make; `told` makes a report of each.
template<typename Telling>
std::size_t events_of(std::initializer_list<Telling> tellings, const std::vector<Decision>& log = {}) {
    std::vector<CodedReport> reports;
    for (const Telling& telling : tellings) reports.push_back(told(telling));
    return merge(reports, log).events.size();
}

/// A copy that is changed.
template<typename Value>
Value with(Value value, auto change) {
    change(value);
    return value;
}

inline void on_day(Claim& claim, const std::string& day) {
    claim.from = claim.to = day;
    claim.time_precision = "day";
}

} // namespace dateline::merge

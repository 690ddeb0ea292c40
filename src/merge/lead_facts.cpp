// Two arrests for one offence, two deaths on one mountain, two raids on pirates are told in the same words;
// the people and the numbers tell them apart. Of victims only those count that the title or the first
// sentence names: further down a report recalls others.

#include "merge/lead_facts.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "merge/actor_keys.hpp"
#include "merge/how_many.hpp"
#include "merge/sorted.hpp"
#include "merge/trigger.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

constexpr std::int32_t sentences_of_news = 2; // the title is one
constexpr std::int32_t sentences_of_lead = 3;
constexpr std::uint32_t fewest = 3;  // smaller numbers stand in every report
constexpr double most_others = 0.34; // of the people of a lead
constexpr double most_numbers = 0.5; // of the numbers of a lead

bool befalls_people(const Claim& claim) {
    return claim.type == "ASSAULT" || claim.type == "COERCE" || claim.type == "ACCUSE";
}

/// What is counted on for days, and differs by who counts.
bool is_toll(const Count& count) {
    return count.what == "killed" || count.what == "injured" || count.what == "missing" ||
           count.what == "displaced";
}

bool is_named_person(const Actor& actor) {
    return actor.kind == "person" && is_named(actor);
}

std::uint64_t last_name(std::string_view name) {
    const std::size_t blank = name.rfind(' ');
    return hash_text(to_lower(name.substr(blank == std::string::npos ? 0 : blank + 1)));
}

/// Reads the facts of one report.
class Reader {
  public:
    explicit Reader(const CodedReport& coded) : m_coded(coded) {}

    LeadFacts run() {
        find_people();
        for (const Claim& claim : m_coded.claims) {
            if (claim.sentence < sentences_of_news) find_victims(claim);
            find_numbers(claim);
        }
        for (auto* list : {&m_facts.victims, &m_facts.people, &m_facts.all_people}) sort_unique(*list);
        for (auto* list : {&m_facts.numbers, &m_facts.tolls, &m_facts.all_numbers}) sort_unique(*list);
        return std::move(m_facts);
    }

  private:
    void find_people() {
        const auto& sentences = m_coded.parse.sentences;
        const auto lead = std::min<std::size_t>(sentences_of_lead, sentences.size());
        const std::uint32_t end = lead == 0 ? 0 : sentences[lead - 1].span.end;
        for (const Actor& actor : m_coded.actors) {
            if (!is_named_person(actor)) continue;
            m_facts.all_people.push_back(last_name(actor.name));
            const bool is_in_lead =
                std::any_of(actor.mentions.begin(), actor.mentions.end(),
                            [&](const Mention& m) { return m.form == "name" && m.span.start < end; });
            if (is_in_lead && actor.mentions.size() > 1) m_facts.people.push_back(last_name(actor.name));
        }
    }

    void find_victims(const Claim& claim) {
        static const std::string dying = trigger_key("died");
        if (befalls_people(claim))
            add_victims(claim.recipients);
        else if (claim.recipients.empty() && trigger_key(words(m_coded.report.text, claim.trigger)) == dying)
            add_victims(claim.actors);
    }

    void add_victims(const std::vector<Participant>& side) {
        for (const Participant& participant : side) {
            if (participant.actor < 0) continue;
            const Actor& actor = m_coded.actors[static_cast<std::size_t>(participant.actor)];
            if (is_named_person(actor)) m_facts.victims.push_back(last_name(actor.name));
        }
    }

    void find_numbers(const Claim& claim) {
        const bool counts_people = claim.type == "ASSAULT" || claim.type.empty() ||
                                   std::any_of(claim.counts.begin(), claim.counts.end(), is_toll);
        for (const Count& count : claim.counts)
            if (count.what != "money" && count.low >= 0 && count.low < 1e5)
                add_number(claim, static_cast<std::uint32_t>(count.low), is_toll(count));
        for (const auto* side : {&claim.recipients, &claim.actors})
            for (const Participant& participant : *side)
                add_number(claim, how_many(words(m_coded.report.text, participant.span)), counts_people);
    }

    void add_number(const Claim& claim, std::uint32_t number, bool is_of_toll) {
        if (number < fewest) return;
        m_facts.all_numbers.push_back(number);
        if (claim.sentence < sentences_of_lead)
            (is_of_toll ? m_facts.tolls : m_facts.numbers).push_back(number);
    }

    const CodedReport& m_coded;
    LeadFacts m_facts;
};

/// The share of the items that the other report does not have.
template<typename T>
double share_missing(const std::vector<T>& items, const std::vector<T>& all) {
    if (items.empty()) return 0;
    const auto missing = std::count_if(items.begin(), items.end(), [&](const T& item) {
        return !std::binary_search(all.begin(), all.end(), item);
    });
    return static_cast<double>(missing) / static_cast<double>(items.size());
}

std::vector<std::uint32_t> numbers_of(const LeadFacts& facts, Tolls tolls) {
    std::vector<std::uint32_t> out = facts.numbers;
    if (tolls == Tolls::counted) out.insert(out.end(), facts.tolls.begin(), facts.tolls.end());
    return out;
}

} // namespace

std::vector<LeadFacts> lead_facts_of(const Reports& reports) {
    std::vector<LeadFacts> out(reports.size());
    reports.each([&](std::size_t r, const CodedReport& coded) { out[r] = Reader(coded).run(); });
    return out;
}

bool are_other_victims(const LeadFacts& one, const LeadFacts& other) {
    return !one.victims.empty() && !other.victims.empty() && !share(one.victims, other.victims);
}

bool are_of_other_people(const LeadFacts& one, const LeadFacts& other) {
    return share_missing(one.people, other.all_people) > most_others &&
           share_missing(other.people, one.all_people) > most_others;
}

bool have_other_numbers(const LeadFacts& one, const LeadFacts& other, Tolls tolls) {
    return share_missing(numbers_of(one, tolls), other.all_numbers) > most_numbers &&
           share_missing(numbers_of(other, tolls), one.all_numbers) > most_numbers;
}

} // namespace dateline::merge

#include "show/describe.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

#include "base/text.hpp"
#include "show/days.hpp"
#include "show/words.hpp"

namespace dateline::show {

namespace {

constexpr std::size_t most_names = 4; // more are counted

/// A visit's destination and an actor's own state are told once, as the place.
bool is_place(const std::string& name, const Event& event) {
    return name == event.place.name;
}

/// Meetings, deals and joint acts have two equal sides.
bool has_equal_sides(const Event& event) {
    return (event.type == "CONSULT" && event.mode != "visit") || event.type == "COOPERATE" ||
           event.type == "AGREE";
}

std::string facts_of(const Event& event) {
    std::string facts = event.type.empty()   ? ""
                        : event.mode.empty() ? event.type
                                             : event.type + "/" + event.mode;
    const auto add = [&](std::string_view fact) { facts += (facts.empty() ? "" : ", ") + std::string(fact); };
    if (event.status != "happened") add(event.status);
    if (event.lapsed) add("its day has passed, no report tells of it");
    if (event.polarity == "negative" && event.status != "denied" && event.status != "cancelled")
        add("did not happen");
    for (const MergedCount& count : event.counts) {
        add(count.low == count.high ? fmt::format("{} {}", count.what, count.best)
                                    : fmt::format("{} {}\xE2\x80\x93{} (best {})", count.what, count.low,
                                                  count.high, count.best));
        std::string_view lead = ", among them";
        for (const auto& [of, figure] : count.parts) {
            facts += fmt::format("{} {} {}", lead, figure, of);
            lead = " and";
        }
    }
    return facts;
}

/// The reports' own word, unless it tells nothing without the words around it.
std::string told_word(const Event& event, const std::string& word) {
    const std::string_view name = event_name(event.type, event.mode);
    constexpr std::size_t most_bytes = 24; // `spoke with … by telephone` names who is named anyway
    const bool is_long = event.mode == "phone" && word.size() > most_bytes;
    return !name.empty() && (is_long || is_on(WordList::light, word)) ? std::string(name) : word;
}

/// `22 people`, `at least nine people`.
bool starts_with_number(std::string_view name) {
    std::size_t blank = name.find(' ');
    for (int words = 1; words <= 2 && blank != std::string_view::npos; ++words) {
        if (is_on(WordList::about, name.substr(0, blank))) {
            name.remove_prefix(blank + 1);
            break;
        }
        blank = name.find(' ', blank + 1);
    }
    return !name.empty() &&
           (is_digit(name.front()) || is_on(WordList::number, name.substr(0, name.find(' '))));
}

/// `A, B and 3 others`.
std::string few(const std::vector<std::string>& names) {
    constexpr std::size_t most = 3;
    std::string out;
    const std::size_t shown = names.size() > most ? most - 1 : names.size();
    for (std::size_t i = 0; i < shown; ++i) out += (i == 0 ? "" : ", ") + names[i];
    if (shown < names.size()) out += fmt::format(" and {} others", names.size() - shown);
    return out;
}

/// A sentence without the closing quotation mark of the one before it and the bullet of a list.
std::string_view without_marks(std::string_view sentence) {
    for (const std::string_view mark : {"\" ", "\xE2\x80\x9D ", "\xE2\x80\xA2 "})
        if (sentence.starts_with(mark)) sentence.remove_prefix(mark.size());
    return sentence;
}

/// Whether words have one of a name in them; a short one (`the`, `of`) only where the name is no longer.
bool has_word_of(std::string_view words, std::string_view name) {
    constexpr std::size_t short_word = 3; // bytes
    const std::string text = to_lower(words);
    const auto stands_in = [&](const std::string& word) { return text.find(word) != std::string::npos; };
    bool has_long = false;
    for (const std::string_view word : split(name, ' ')) {
        if (word.size() <= short_word) continue;
        if (stands_in(to_lower(word))) return true;
        has_long = true;
    }
    return !has_long && stands_in(to_lower(name));
}

/// Not for what is too long, a bare verb, or an infinitive that is nobody's plan.
bool is_sentence_of(const Event& event, std::string_view deed) {
    constexpr std::size_t most_bytes = 200;
    if (deed.size() > most_bytes || deed.find(' ') == std::string_view::npos) return false;
    return event.status == "planned" || !deed.starts_with("to ");
}

/// ` (2022-08-02: report-a, report-b)`.
std::string dated(const std::string& day, const std::string& sources) {
    if (day.empty() && sources.empty()) return "";
    return fmt::format(" ({}{}{})", day, day.empty() || sources.empty() ? "" : ": ", sources);
}

/// `travelled to A and B` is two visits and one sentence: the first line of those stays, with all sources.
void tell_once(std::vector<Line>& lines) {
    std::map<std::pair<std::string_view, std::string_view>, Line*> told;
    std::vector<Line> kept;
    kept.reserve(lines.size()); // `told` points into it
    for (Line& line : lines) {
        const auto known = told.find({line.when, line.text});
        if (known == told.end()) {
            Line& own = kept.emplace_back(std::move(line));
            told.emplace(std::pair<std::string_view, std::string_view>(own.when, own.text), &own);
            continue;
        }
        Line& first = *known->second;
        if (first.detail.empty()) first.detail = std::move(line.detail);
        for (std::string& source : line.sources)
            if (std::find(first.sources.begin(), first.sources.end(), source) == first.sources.end())
                first.sources.push_back(std::move(source));
    }
    lines = std::move(kept);
}

} // namespace

void arrange(Section& section) {
    std::stable_sort(section.lines.begin(), section.lines.end(), [](const Line& a, const Line& b) {
        if (a.when.empty() != b.when.empty()) return b.when.empty();
        return std::tie(a.when, a.order) < std::tie(b.when, b.order);
    });
    tell_once(section.lines);
    for (std::size_t i = 0; i + 1 < section.lines.size(); ++i)
        if (section.lines[i].detail == section.lines[i + 1].detail) section.lines[i].detail.clear();
}

std::string one_line(std::string_view text, std::size_t most) {
    std::string out;
    for (const char c : trim(text)) {
        const bool blank = is_space(c);
        if (blank && (out.empty() || out.back() == ' ')) continue;
        out += blank ? ' ' : c;
    }
    if (out.size() <= most) return out;
    const std::size_t cut = out.rfind(' ', most);
    out.resize(cut == std::string::npos ? 0 : cut);
    return out + " \xE2\x80\xA6";
}

const std::string& Describer::actor_name(const std::string& id) {
    const auto known = m_names.find(id);
    if (known != m_names.end()) return known->second;
    std::string name = m_database.actor_name(id);
    if (name.empty()) name = id;
    return m_names.emplace(id, std::move(name)).first->second;
}

/// Actors that merging kept apart and that have one name are named once.
std::string Describer::actor_names(const std::vector<std::string>& ids) {
    std::vector<std::string_view> names;
    std::set<std::string> known;
    for (const std::string& id : ids)
        if (const std::string& name = actor_name(id); known.insert(to_lower(name)).second)
            names.push_back(name);
    std::string out;
    const std::size_t shown = names.size() > most_names ? most_names - 1 : names.size();
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
        out += names[i];
    }
    if (shown < names.size()) out += fmt::format(" and {} others", names.size() - shown);
    return out;
}

std::vector<std::string> Describer::report_ids(const std::vector<MemberRef>& claims) {
    std::vector<std::string> ids;
    for (const auto& claim : claims)
        if (std::find(ids.begin(), ids.end(), claim.first) == ids.end()) ids.push_back(claim.first);
    return ids;
}

/// One group of those counted stands for all: `22 people`, not `nine people, 22 people and 10 patients`.
std::vector<std::string> Describer::recipients_of(const Event& event) {
    std::vector<std::string> out;
    bool is_counted = false;
    const std::string best = event.counts.empty() ? "" : fmt::format("{}", event.counts.front().best);
    for (const std::string& id : event.recipients) {
        const std::string& name = actor_name(id);
        if (is_place(name, event)) continue;
        if (!event.counts.empty() && starts_with_number(name)) {
            if (is_counted && !name.starts_with(best)) continue;
            if (is_counted)
                std::erase_if(out, [&](const auto& other) { return starts_with_number(actor_name(other)); });
            is_counted = true;
        }
        out.push_back(id);
    }
    return out;
}

/// `A has recalled its ambassador to B, Lima`: the reports' own words behind the names of one side; "" when
/// there are none or they do not name the other side.
std::string Describer::sentence(const Event& event) {
    const store::ToldInfo& teller = teller_of(event.id);
    if (!is_sentence_of(event, teller.deed)) return "";
    const bool is_of_actors = teller.deed_of != "recipients";
    std::vector<std::string> front = is_of_actors ? event.actors : recipients_of(event);
    std::vector<std::string> others = is_of_actors ? recipients_of(event) : event.actors;
    if (teller.deed_of == "parties") front.insert(front.end(), others.begin(), others.end()), others.clear();
    const std::string deed = one_line(teller.deed);
    const bool names_all = std::all_of(others.begin(), others.end(), [&](const std::string& id) {
        return has_word_of(deed, actor_name(id));
    });
    if (front.empty() || !names_all) return "";
    std::string text = fmt::format("{} {}", actor_names(front), deed);
    if (!event.place.name.empty() && !has_word_of(text, event.place.name)) text += ", " + event.place.name;
    return text;
}

/// `A with B: talks, Lima`, `A: arrived, Lima`, `A: accused → B`.
std::string Describer::phrase(const Event& event, const std::string& word) {
    const std::vector<std::string> others = recipients_of(event);
    const std::string who = actor_names(event.actors);
    const std::string whom = actor_names(others);
    std::string text;
    if (!who.empty() && !whom.empty() && has_equal_sides(event)) {
        text = fmt::format("{} with {}: {}", who, whom, word);
    } else {
        text = who.empty() ? word : fmt::format("{}: {}", who, word);
        if (!whom.empty()) text += fmt::format(" \xE2\x86\x92 {}", whom);
    }
    if (!event.place.name.empty()) text += ", " + event.place.name;
    return text;
}

const store::ToldInfo& Describer::teller_of(const std::string& event) {
    const auto known = m_tellers.find(event);
    return known != m_tellers.end() ? known->second
                                    : m_tellers.emplace(event, m_database.told(event)).first->second;
}

const Line& Describer::event_line(const Event& event) {
    const auto known = m_lines.find(event.id);
    return known != m_lines.end() ? known->second : m_lines.emplace(event.id, told(event)).first->second;
}

Line Describer::told(const Event& event) {
    Line line;
    line.id = event.id;
    line.when = days(event.from, event.to);
    line.sources = report_ids(event.claims);
    const store::ToldInfo& teller = teller_of(event.id);
    line.text = sentence(event);
    line.detail = one_line(without_marks(teller.sentence));
    // words that are most of the sentence need not be read twice
    if (line.text.empty())
        line.text = phrase(event, told_word(event, one_line(teller.words, 80)));
    else if (teller.deed.size() * 3 > teller.sentence.size() * 2)
        line.detail.clear();
    if (!event.name.empty()) line.text = event.name + ": " + line.text;
    line.order = fmt::format("{} {} {:>6}", teller.published.empty() ? "~" : teller.published, teller.report,
                             teller.claim);
    if (const std::string facts = facts_of(event); !facts.empty()) line.text += fmt::format(" ({})", facts);
    if (event.history.size() > 1) {
        line.text += ";";
        for (const StatusChange& change : event.history)
            line.text += fmt::format(" {}{}{}", &change == &event.history.front() ? "" : "\xE2\x86\x92 ",
                                     change.status == "denied" ? "did not happen" : change.status,
                                     dated(change.published.substr(0, 10), few(report_ids(change.claims))));
    }
    if (event.origins > 0 && event.origins != line.sources.size())
        line.text += fmt::format("; {} independent origin{}", event.origins, event.origins == 1 ? "" : "s");
    return line;
}

std::vector<Line> Describer::itinerary_lines(const Itinerary& itinerary) {
    std::vector<Line> lines;
    for (const Stop& stop : itinerary.stops) {
        Line line;
        line.when = days(stop.from, stop.to);
        line.text = stop.place.name;
        if (stop.status != "happened") line.text += fmt::format(" ({}{})", stop.status, lapse(stop));
        for (const std::string& id : stop.events)
            for (const std::string& report : m_database.reports_of(id))
                if (std::find(line.sources.begin(), line.sources.end(), report) == line.sources.end())
                    line.sources.push_back(report);
        if (!stop.met.empty()) line.text += fmt::format(" \xE2\x80\x94 met {}", actor_names(stop.met));
        std::vector<std::string> expected;
        for (const std::string& id : stop.expected)
            if (std::find(stop.met.begin(), stop.met.end(), id) == stop.met.end()) expected.push_back(id);
        if (!expected.empty())
            line.text += fmt::format("{} was to meet {}", stop.met.empty() ? " \xE2\x80\x94" : ";",
                                     actor_names(expected));
        lines.push_back(std::move(line));
    }
    return lines;
}

/// What to add to a planned stop whose day has passed.
std::string Describer::lapse(const Stop& stop) {
    if (stop.status != "planned") return "";
    for (const std::string& id : stop.events)
        if (const auto event = m_database.event(id); event && event->lapsed)
            return "; its day has passed, no report tells of it";
    return "";
}

/// Each side with who says so and since when; where nobody is named, the reports.
Line Describer::dispute_line(const Event& event, const Dispute& dispute) {
    Line line = event_line(event);
    line.detail.clear();
    line.text += fmt::format(". Disputed: {}: ", dispute.field == "actors" ? "who did it" : dispute.field);
    for (const DisputedValue& value : dispute.values)
        line.text += fmt::format("{}{} ({}{}{})", &value == &dispute.values.front() ? "" : "; ",
                                 value.value.empty() ? "not said" : value.value,
                                 few(value.said_by.empty() ? report_ids(value.claims) : value.said_by),
                                 value.since.empty() ? "" : ", ", value.since);
    return line;
}

} // namespace dateline::show

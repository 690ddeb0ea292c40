#include "app/coder.hpp"

#include <algorithm>
#include <future>
#include <unordered_set>

#include "said/said.hpp"
#include "what/place_actors.hpp"
#include "what/what.hpp"
#include "when/when.hpp"
#include "where/where.hpp"
#include "who/offices.hpp"
#include "who/who.hpp"

namespace dateline::app {

namespace {

std::vector<NameSpan> raw_names(const Parse& parse) {
    std::vector<NameSpan> names;
    for (const Name& name : parse.names) names.push_back({name.span, std::string(name.type_text)});
    return names;
}

/// The dateline's place is known only once places are.
void link_dateline(CodedReport& coded) {
    if (!coded.report.dateline) return;
    Dateline& dateline = *coded.report.dateline;
    const auto inside = [&](const Place& place) { return dateline.place.overlaps(place.span); };
    const auto found = std::find_if(coded.places.begin(), coded.places.end(), inside);
    if (found != coded.places.end()) dateline.index = static_cast<std::size_t>(found - coded.places.begin());
}

/// A name the gazetteer does not know is no place when it turns out to be a person's.
void drop_people(std::vector<Place>& places, const std::vector<NameSpan>& names) {
    std::unordered_set<std::uint32_t> people; // where their names start
    for (const NameSpan& name : names)
        if (name.type == "PERSON") people.insert(name.span.start);
    std::erase_if(places,
                  [&](const Place& place) { return !place.resolved && people.contains(place.span.start); });
}

/// A dateline without a year gets it where the people's terms of office leave only one.
void complete_year(CodedReport& coded, const who::ActorBook& book) {
    if (!coded.report.published.value.starts_with("XXXX-")) return;
    when::complete_year(coded.parse, who::terms_of(coded.actors, book), coded.report);
}

/// Where title and header end and prose begins: they are no sentence together.
std::uint32_t header_border(const Report& report) {
    return std::max(report.prose_start, report.body_start);
}

} // namespace

Coder::Knowledge::Knowledge(const CoderOptions& options)
    : gazetteer(options.gazetteer), actor_book(options.actor_files), lexicon(options.lexicon_files) {}

/// The model and the rest of the knowledge are about as long to load, so each has a thread.
Coder::Coder(const CoderOptions& options) : m_raw_names(options.raw_names), m_depth(options.depth) {
    std::future<void> loading;
    if (!options.model.empty())
        loading = std::async(std::launch::async, [&] { m_language.emplace(options.model); });
    if (m_depth == Depth::claims) m_knowledge.emplace(options);
    if (loading.valid()) loading.get();
}

CodedReport Coder::code(Report report, language::Parser& parser) const {
    Parse parse = parser.parse(report.text, m_raw_names ? 0 : header_border(report));
    return code(std::move(report), std::move(parse));
}

CodedReport Coder::code(Report report, Parse parse) const {
    CodedReport coded;
    coded.report = std::move(report);
    coded.parse = std::move(parse);
    if (m_depth == Depth::parse) {
        coded.names = raw_names(coded.parse);
        return coded;
    }
    const auto& [gazetteer, actor_book, lexicon] = *m_knowledge;
    coded.places = where::find_places(coded.parse, coded.report, gazetteer);
    coded.names = m_raw_names
                      ? raw_names(coded.parse)
                      : who::find_names(coded.parse, coded.report, coded.places, actor_book, gazetteer);
    if (!m_raw_names) drop_people(coded.places, coded.names);
    coded.actors =
        who::find_actors(coded.parse, coded.report, coded.names, coded.places, actor_book, gazetteer);
    complete_year(coded, actor_book);
    coded.times = when::find_times(coded.parse, coded.report);
    link_dateline(coded);
    coded.quotes = said::find_quotes(coded.parse, coded.report, coded.actors);
    coded.claims = what::find_claims(coded, lexicon);
    what::add_place_actors(coded);
    return coded;
}

} // namespace dateline::app

// What an actor is follows from its fullest mention; where it is from, and what it does, from all mentions,
// the surest words first: the actor book on the report's day, the nation in the phrase, the title, the body
// it works for, the head noun, the words of the name.

#include "who/actor_builder.hpp"

#include "who/phrase_words.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

/// The country a report was sent from; "" unknown.
std::string dateline_country(const Report& report, const std::vector<Place>& places) {
    if (!report.dateline) return {};
    for (const Place& place : places)
        if (report.dateline->place.overlaps(place.span) && !place.country.empty()) return place.country;
    return {};
}

} // namespace

ActorBuilder::ActorBuilder(const Parse& parse, const Report& report,
                           const std::vector<FoundMention>& mentions, const std::vector<Place>& places,
                           const ActorBook& book, const where::Gazetteer& gazetteer)
    : m_parse(parse), m_report(report), m_mentions(mentions), m_places(places), m_book(book),
      m_reader(parse, mentions, places, gazetteer), m_dateline_country(dateline_country(report, places)),
      m_countries(mentions, places, m_dateline_country) {}

Actor ActorBuilder::build(const std::vector<std::size_t>& members) const {
    Actor actor;
    const FoundMention& best = m_mentions[best_mention(members)];
    actor.name = best.form == Form::name ? best.name : noun_name(best);
    for (const std::size_t m : members) {
        const FoundMention& mention = m_mentions[m];
        // `the top Republican` describes somebody, though it holds a name.
        const bool describes = best.type == NameType::person &&
                               (mention.type == NameType::norp || is_party_member(mention, best));
        const char* form = mention.form == Form::pronoun             ? "pronoun"
                           : mention.form == Form::noun || describes ? "noun"
                                                                     : "name";
        if (!mention.attribute || members.size() == 1)
            actor.mentions.push_back({mention.span, form, mention.head});
        if (actor.gender.empty()) actor.gender = mention.gender;
        if (best.maybe_person && mention.form == Form::pronoun && mention.gender != "n" && !mention.plural) {
            actor.kind = "person"; // a body by the type of its name only, but called he or she
            actor.gender = mention.gender;
            actor.why = "pronoun: he or she";
        }
    }
    const BookEntry* const entry = entry_of(members, best);
    if (entry != nullptr) take_entry(actor, *entry);
    set_kind(actor, best);
    const bool is_of_many = entry != nullptr && entry->kind == "armed_group" && entry->country.empty();
    if (!is_of_many)
        set_country(actor, members); // else the country of one report's fighters is not the group's
    set_role(actor, members);
    set_sectors(actor, members);
    if (actor.kind == "state")
        name_state(actor);
    else if (actor.code.empty())
        actor.code = cameo_code(actor.kind, actor.country, actor.sectors);
    return actor;
}

/// The words of a noun's phrase without what only says that its number is not exact: `31 people` of `at least
/// 31 people`.
std::string ActorBuilder::noun_name(const FoundMention& noun) const {
    const TokenIndex start = m_parse.token_at(noun.span.start);
    TokenIndex first = start;
    while (first < noun.head && is_phrase_word(m_parse.at(first).lower, PhraseWord::degree)) ++first;
    const Token& number = m_parse.at(first);
    const bool is_number = first > start && first < noun.head && number.pos == Pos::num &&
                           number.text.find('-') == std::string_view::npos; // an 18-year-old boy
    const std::uint32_t from = is_number ? number.span.start : noun.span.start;
    return std::string(words(m_parse.text, {from, noun.span.end}));
}

/// `Utah Democrat` of `Ada Example, Utah Democrat`, seen as somebody's name.
bool ActorBuilder::is_party_member(const FoundMention& mention, const FoundMention& best) const {
    if (mention.form != Form::name || &mention == &best) return false;
    const std::string_view name = mention.name;
    const std::string_view last = name.substr(name.rfind(' ') + 1);
    if (best.name.ends_with(last)) return false;
    const BookEntry* party = m_book.find(last);
    return party != nullptr && party->kind == "party";
}

/// The fullest name, else the first noun.
std::size_t ActorBuilder::best_mention(const std::vector<std::size_t>& members) const {
    std::size_t best = members.front();
    for (const std::size_t m : members) {
        const FoundMention& a = m_mentions[m];
        const FoundMention& b = m_mentions[best];
        if (a.form < b.form || (a.form == b.form && a.form == Form::name && !a.adjective &&
                                (b.adjective || a.name.size() > b.name.size())))
            best = m;
    }
    return best;
}

} // namespace dateline::who

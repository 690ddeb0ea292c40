// What an actor is and where it is from: by the type of its name, by what the words of a body's name say, by
// its noun; the country by all its mentions, the surest first.

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/actor_builder.hpp"
#include "who/actor_words.hpp"
#include "who/phrase_words.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

/// `TEHRAN` as `Tehran`; other spellings stay.
std::string in_title_case(std::string_view name) {
    std::string text(name);
    if (!std::all_of(text.begin(), text.end(), [](char c) { return is_upper(c) || c == ' '; })) return text;
    for (std::size_t i = 1; i < text.size(); ++i)
        if (text[i - 1] != ' ') text[i] = to_lower(text[i]);
    return text;
}

} // namespace

void ActorBuilder::set_kind(Actor& actor, const FoundMention& best) const {
    if (!actor.kind.empty()) return;
    if (best.form == Form::noun && best.agent != nullptr)
        set_kind_of_noun(actor, best);
    else if (best.form == Form::pronoun)
        actor.kind = best.gender == "m" || best.gender == "f" || best.lemma == "i" ? "person" : "other";
    else
        set_kind_of_name(actor, best);
    if (actor.why.empty()) actor.why = fmt::format("name of type {}", to_text(best.type));
}

void ActorBuilder::set_kind_of_noun(Actor& actor, const FoundMention& best) {
    actor.kind = best.agent->kind;
    if (!best.plural && !best.agent->is_body &&
        (actor.kind == "population" || actor.kind == "government" || actor.kind == "military" ||
         actor.kind == "armed_group"))
        actor.kind = "person";
    actor.why = "noun: " + best.lemma;
}

void ActorBuilder::set_kind_of_name(Actor& actor, const FoundMention& best) const {
    const Homeland* home = homeland(best.name);
    const bool nation =
        !codes::country_of_demonym(best.name).empty() || (home != nullptr && !home->is_region);
    const bool many = best.name.ends_with('s') && is_one_word(best.name);
    if (best.type == NameType::person) {
        actor.kind = nation && many ? "population" : "person"; // `Kazakhs` taken for somebody
    } else if (best.type == NameType::gpe || best.type == NameType::loc || best.type == NameType::fac) {
        const bool known = best.place >= 0 || !best.country.empty() || home != nullptr ||
                           !m_reader.country_within(best).empty();
        actor.kind = known ? "state" : "other"; // a name that no list of places has may be anything
    } else if (best.type == NameType::norp) {
        actor.kind = best.counted ? "person" : best.adjective && nation ? "state" : "population";
    } else if (home != nullptr) {
        actor.kind = home->is_region ? "state" : "population";
    } else {
        set_body_kind(actor, best);
    }
}

/// What the words of an organisation's name say, else what its last word stands for as a noun.
void ActorBuilder::set_body_kind(Actor& actor, const FoundMention& best) const {
    const std::string lower = to_lower(actor.name);
    if (const BodyWords* found = body_words(lower)) {
        actor.kind = found->kind;
        actor.sectors = found->sectors;
        actor.why = fmt::format("name with the words {}", found->words);
        return;
    }
    const std::size_t space = lower.rfind(' ');
    const Agent* agent =
        space == std::string::npos ? nullptr : agent_of(m_book, std::string_view(lower).substr(space + 1));
    if (agent == nullptr) {
        actor.kind = "other";
        return;
    }
    const bool one = !agent->is_body && m_parse.at(best.head).tag == Tag::nnp;
    actor.kind = one ? "person" : agent->kind;
    actor.sectors = agent->sectors;
    actor.why = "name that ends with a noun for an actor";
}

// --- country

void ActorBuilder::set_country(Actor& actor, const std::vector<std::size_t>& members) const {
    if (!actor.country.empty() || actor.kind == "igo" || has_sector(actor.sectors, "IGO")) return;
    const auto take = [&](std::string_view country, std::string_view why) {
        if (!actor.country.empty() || country.empty()) return;
        actor.country = country;
        actor.why += why;
    };
    for (const std::size_t m : members) { // the Peruvian Embassy in Chile is Peru's
        const FoundMention& mention = m_mentions[m];
        if (mention.form == Form::name && mention.type == NameType::org &&
            is_phrase_word(to_lower(mention.name.substr(mention.name.rfind(' ') + 1)), PhraseWord::sender))
            take(m_reader.country_within(mention), ", country within the name");
    }
    for (const std::size_t m : members) take(m_mentions[m].country, ", country by its words");
    for (const std::size_t m : members) {
        if (!actor.country.empty()) return;
        const FoundMention& mention = m_mentions[m];
        if (mention.form == Form::pronoun) continue;
        take(m_reader.country(mention), ", country by its phrase");
        if (mention.form == Form::name && actor.kind != "person")
            take(m_reader.country_within(mention), ", country within the name");
    }
    const FoundMention& first = m_mentions[members.front()];
    const bool is_body = actor.kind == "government" || actor.kind == "military" || actor.kind == "party";
    if (is_body && first.form == Form::name && is_common_body(first.name))
        take(m_countries.main(), ", country of the report");
    const bool unnamed =
        first.form == Form::noun && (first.definite || first.plural || actor.kind != "person");
    if (!unnamed || !is_phrase_word(first.lemma, PhraseWord::local)) return;
    if (!is_abroad(first, m_dateline_country)) take(m_dateline_country, ", country of the dateline");
    // `governments around the world` are of many countries, `the Soviet army` of one that is no more
    const bool is_many = first.plural && first.agent != nullptr && first.agent->is_body;
    if (is_body && !is_many && (first.definite || first.plural) && !is_of_unknown_people(first) &&
        !is_abroad(first, m_countries.main()))
        take(m_countries.main(), ", country of the report");
}

/// Whether the phrase names a people whose country is not known.
bool ActorBuilder::is_of_unknown_people(const FoundMention& noun) const {
    for (TokenIndex i = m_parse.token_at(noun.span.start); i < noun.head; ++i)
        if (m_parse.at(i).name_type == NameType::norp && m_book.find(m_parse.at(i).text) == nullptr)
            return true;
    return false;
}

/// Whether the last country spoken of, in the mention's sentence or the two before, is another than `home`:
/// those whom a report tells of from elsewhere (`Peru, where residents say`) are hardly from where it was
/// sent.
bool ActorBuilder::is_abroad(const FoundMention& mention, std::string_view home) const {
    constexpr int reach = 2; // sentences back
    const int sentence = m_parse.at(mention.head).sentence;
    const std::uint32_t from =
        m_parse
            .span_of(m_parse.sentences[static_cast<std::size_t>(std::max(0, sentence - reach))].first,
                     mention.head + 1)
            .start;
    const std::uint32_t to = m_parse.at(m_parse.sentence_of(mention.head).last - 1).span.end;
    bool abroad = false;
    auto place = std::lower_bound(m_places.begin(), m_places.end(), from,
                                  [](const Place& p, std::uint32_t at) { return p.span.start < at; });
    for (; place != m_places.end() && place->span.start < to; ++place)
        if (!place->country.empty()) abroad = place->country != home;
    return abroad;
}

// --- states

/// `Burkina` and `Faso`, seen as two names.
void ActorBuilder::join_split_country(Actor& actor) const {
    if (actor.mentions.empty()) return; // named only inside names of others
    const TokenIndex head = actor.mentions.front().head;
    for (const TokenIndex first : {head - 1, head}) {
        if (first < 0 || first + 2 > m_parse.size()) continue;
        const auto code = codes::country_of_name(words(m_parse.text, m_parse.span_of(first, first + 2)));
        if (code.empty()) continue;
        actor.country = code;
        actor.name = codes::country(code)->names.front();
        return;
    }
}

/// A state goes by its country's name, however it was mentioned; its capital and its regions speak for who
/// governs them.
void ActorBuilder::name_state(Actor& actor) const {
    if (const Homeland* home = homeland(actor.name); home != nullptr && home->is_region) {
        actor.country = home->country;
        actor.sectors = home->sectors;
        actor.code = cameo_code(actor.kind, actor.country, {});
        return;
    }
    if (actor.country.empty()) join_split_country(actor);
    const auto names_whole = [&](const Mention& mention) {
        const std::string_view text = words(m_parse.text, mention.span);
        return codes::country_of_name(text) == actor.country ||
               codes::country_of_demonym(text) == actor.country;
    };
    const bool whole = std::any_of(actor.mentions.begin(), actor.mentions.end(), names_whole);
    const bool capital = !whole && codes::country_of_capital(in_title_case(actor.name)) == actor.country;
    if (!actor.country.empty() && (whole || capital)) actor.sectors = {"GOV"};
    if (whole && !actor.country.empty()) actor.name = codes::country(actor.country)->names.front();
    actor.code = actor.country;
}

} // namespace dateline::who

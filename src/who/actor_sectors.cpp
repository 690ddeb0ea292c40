// What an actor does: role and sectors, by its title, the body it works for, the words in front of its noun.

#include <algorithm>

#include "base/text.hpp"
#include "who/actor_builder.hpp"
#include "who/actor_words.hpp"
#include "who/phrase_words.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

/// The kind of a body of this sector; `otherwise` for those that bodies of several kinds have.
std::string_view kind_of_sector(std::string_view sector, std::string_view otherwise) {
    if (sector == "MIL") return "military";
    if (sector == "REB" || sector == "UAF" || sector == "PRM" || sector == "CRM") return "armed_group";
    if (sector == "COP" || sector == "LEG" || sector == "JUD" || sector == "SPY" || sector == "GOV")
        return "government";
    if (sector == "PTY" || sector == "OPP") return "party";
    if (sector == "BUS") return "company";
    if (sector == "JRN") return "media";
    if (sector == "NGO") return "ngo";
    return otherwise;
}

} // namespace

void ActorBuilder::set_role(Actor& actor, const std::vector<std::size_t>& members) const {
    if (actor.kind != "person") return;
    for (const std::size_t m : members) {
        const FoundMention& mention = m_mentions[m];
        const bool honorific = mention.title == "mr." || mention.title == "mrs." || mention.title == "ms." ||
                               mention.title == "mr" || mention.title == "dr.";
        if (mention.role.empty() || honorific || (mention.form != Form::name && mention.apposed_to < 0))
            continue;
        actor.role = mention.role;
        return;
    }
}

/// A title of several words that the lexicon has says by itself what its bearer is.
bool ActorBuilder::is_specific_title(std::string_view title) const {
    for (; title.find(' ') != std::string_view::npos; title.remove_prefix(title.find(' ') + 1))
        if (m_book.title(title) != nullptr) return true;
    return false;
}

/// `former`, `ex-`, `ousted` in front of an office: the bearer is of the elite, no longer of the office.
bool ActorBuilder::is_former(const FoundMention& mention) const {
    static constexpr std::string_view signs[] = {"former", "ex",      "ousted", "deposed",
                                                 "exiled", "retired", "onetime"};
    if (mention.form == Form::pronoun) return false;
    const TokenIndex last = m_parse.token_at(mention.core.start);
    for (TokenIndex i = m_parse.token_at(mention.span.start); i < last; ++i) {
        const std::string_view word = m_parse.at(i).lower;
        if (word.starts_with("ex-")) return true;
        for (const std::string_view sign : signs)
            if (word == sign) return true;
    }
    return false;
}

void ActorBuilder::set_sectors(Actor& actor, const std::vector<std::size_t>& members) const {
    if (actor.kind == "person") {
        // `Senator Brook, a former governor`: what stands with the name outranks what is told of it.
        const bool titled = std::any_of(members.begin(), members.end(), [&](std::size_t m) {
            const FoundMention& mention = m_mentions[m];
            const auto* sectors = mention.form == Form::name ? sectors_of_title(mention.title) : nullptr;
            return sectors != nullptr && !has_sector(*sectors, "CVL") && !is_former(mention);
        });
        for (const std::size_t m : members) {
            const FoundMention& mention = m_mentions[m];
            const bool noun = mention.form == Form::noun;
            if (!is_former(mention) || (noun && (titled || has_sector(mention.agent->sectors, "CVL"))))
                continue;
            actor.sectors = {"ELI"};
            actor.code.clear();
            return;
        }
    }
    if (!actor.sectors.empty()) return;
    for (const std::size_t m : members) {
        const FoundMention& mention = m_mentions[m];
        if (mention.form == Form::pronoun) continue;
        take_employer(actor, mention);
        if (!actor.sectors.empty() || take_body_words(actor, mention)) return;
        if (const auto* sectors = sectors_of_title(mention.title))
            actor.sectors = *sectors;
        else if (mention.agent != nullptr)
            actor.sectors = mention.agent->sectors;
        if (!actor.sectors.empty()) return;
    }
    if (actor.kind == "population") actor.sectors = {"CVL"};
    if (actor.kind == "igo") actor.sectors = {"IGO"};
}

/// A noun with a modifier can be more than the noun: `central bank`, `defence ministry`, `news agency`.
bool ActorBuilder::take_body_words(Actor& actor, const FoundMention& mention) const {
    if (mention.form != Form::noun || is_one_word(mention.title)) return false;
    for (std::string_view words = mention.title; !is_one_word(words);
         words.remove_prefix(words.find(' ') + 1))
        if (const Agent* agent = m_book.agent(words)) {
            actor.sectors = agent->sectors;
            return true;
        }
    if (actor.kind == "person") return false;
    const BodyWords* found = body_words(mention.title);
    if (found == nullptr || is_one_word(found->words) || !mention.title.ends_with(found->words)) return false;
    actor.kind = found->kind;
    actor.sectors = found->sectors;
    return true;
}

ActorBuilder::BodyFacts ActorBuilder::facts_of(const FoundMention& body) const {
    const std::string_view day = m_report.published.value;
    const std::string said =
        body.entry != nullptr && body.form == Form::name ? country_said_of(body) : std::string();
    if (body.entry != nullptr && (said.empty() || said == body.entry->country))
        return {body.entry->kind, body.entry->country, m_book.sectors_on(*body.entry, day),
                std::string(body.entry->code_on(day))};
    BodyFacts facts;
    facts.country = !said.empty() ? said : body.country.empty() ? m_reader.country(body) : body.country;
    if (body.form == Form::noun) {
        facts.kind = body.agent->kind;
        facts.sectors = body.agent->sectors;
        return facts;
    }
    if (facts.country.empty()) facts.country = m_reader.country_within(body);
    if (const BodyWords* found = body_words(to_lower(body.name))) {
        facts.kind = found->kind;
        facts.sectors = found->sectors;
    }
    return facts;
}

/// Officials, spokesmen, members and the like take the codes of the body they stand with, or the sector that
/// a modifier says. Others have a sector of their own (`EU legislators`); of the body they take the country,
/// or that it is international.
void ActorBuilder::take_employer(Actor& actor, const FoundMention& mention) const {
    if (mention.form == Form::name && mention.type != NameType::person) return;
    if (actor.kind == "state") return; // a member of an alliance is not the alliance
    const std::string_view title = mention.title;
    const std::string_view head =
        mention.form == Form::noun ? std::string_view(mention.lemma) : title.substr(title.rfind(' ') + 1);
    if (head.empty()) return;
    const bool specific = is_specific_title(title);
    const bool collective = is_phrase_word(head, PhraseWord::collective);
    const bool employed = !specific && (collective || is_phrase_word(head, PhraseWord::employed));
    const FoundMention* body = m_reader.employer(mention);
    if (body == nullptr) {
        if (employed) take_modifier(actor, m_reader.modifier_sector(mention));
        return;
    }
    const BodyFacts facts = facts_of(*body);
    if (employed)
        become(actor, facts, collective ? Adopts::kind_too : Adopts::codes);
    else if (facts.kind == "igo")
        join_international(actor, mention, facts);
    if (actor.country.empty() && actor.kind != "igo" && facts.kind != "igo") actor.country = facts.country;
}

void ActorBuilder::take_modifier(Actor& actor, std::string_view sector) {
    if (sector.empty()) return;
    actor.sectors = {std::string(sector)};
    if (actor.kind == "person" || actor.kind == "population") return;
    actor.kind = kind_of_sector(sector, actor.kind);
}

void ActorBuilder::become(Actor& actor, const BodyFacts& facts, Adopts adopts) {
    const bool collective = adopts == Adopts::kind_too;
    actor.sectors = facts.sectors;
    if (actor.country.empty()) actor.country = facts.country;
    if (actor.country == facts.country) actor.code = facts.code;
    const bool people = actor.kind == "person" || actor.kind == "population";
    if ((people && !collective) || facts.kind.empty() || facts.kind == "other") return;
    actor.kind = collective && facts.kind == "person" ? "population" : facts.kind;
    if (actor.kind == "igo") actor.country.clear();
}

void ActorBuilder::join_international(Actor& actor, const FoundMention& mention,
                                      const BodyFacts& facts) const {
    const auto* own = sectors_of_title(mention.title);
    if (own == nullptr && mention.agent != nullptr) own = &mention.agent->sectors;
    if (own == nullptr || own->empty() || own->front() == "CVL") return;
    actor.sectors = {"IGO"};
    for (const std::string& sector : *own)
        if (sector != "GOV" && sector != "IGO") actor.sectors.push_back(sector);
    if (!actor.country.empty()) return;
    actor.code = cameo_code("igo", "", actor.sectors, facts.code);
    if (actor.kind != "person") actor.kind = "igo";
}

const std::vector<std::string>* ActorBuilder::sectors_of_title(std::string_view title) const {
    while (!title.empty()) {
        if (const auto* found = m_book.title(title)) return found;
        const std::size_t space = title.find(' ');
        if (space == std::string_view::npos) break;
        title.remove_prefix(space + 1);
    }
    return nullptr;
}

} // namespace dateline::who

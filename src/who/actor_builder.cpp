// What an actor is follows from its fullest mention; where it is from, and what it does, from all mentions,
// the surest words first: the actor book on the report's day, the nation in the phrase, the title, the body
// it works for, the head noun, the words of the name.

#include "who/actor_builder.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/phrase_words.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

bool is_one_word(std::string_view name) {
    return name.find(' ') == std::string_view::npos;
}

bool holds(const std::vector<std::string>& sectors, std::string_view sector) {
    return std::find(sectors.begin(), sectors.end(), sector) != sectors.end();
}

/// `TEHRAN` as `Tehran`; other spellings stay.
std::string in_title_case(std::string_view name) {
    std::string text(name);
    if (!std::all_of(text.begin(), text.end(), [](char c) { return is_upper(c) || c == ' '; })) return text;
    for (std::size_t i = 1; i < text.size(); ++i)
        if (text[i - 1] != ' ') text[i] = to_lower(text[i]);
    return text;
}

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

/// The agent of a word in lower case, singular or plural.
const Agent* agent_of(const ActorBook& book, std::string_view lower) {
    if (const Agent* agent = book.agent(lower)) return agent;
    return lower.size() > 3 && lower.back() == 's' ? book.agent(lower.substr(0, lower.size() - 1)) : nullptr;
}

} // namespace

ActorBuilder::ActorBuilder(const Parse& parse, const Report& report,
                           const std::vector<FoundMention>& mentions, const std::vector<Place>& places,
                           const ActorBook& book, const where::Gazetteer& gazetteer)
    : m_parse(parse), m_report(report), m_mentions(mentions), m_places(places), m_book(book),
      m_reader(parse, mentions, places, gazetteer) {
    if (!report.dateline) return;
    for (const Place& place : places)
        if (report.dateline->place.overlaps(place.span) && m_dateline_country.empty())
            m_dateline_country = place.country;
}

Actor ActorBuilder::build(const std::vector<std::size_t>& members) const {
    Actor actor;
    const FoundMention& best = m_mentions[best_mention(members)];
    actor.name = best.form == Form::name ? best.name : std::string(words(m_parse.text, best.span));
    for (const std::size_t m : members) {
        const FoundMention& mention = m_mentions[m];
        const char* form = mention.form == Form::name   ? "name"
                           : mention.form == Form::noun ? "noun"
                                                        : "pronoun";
        if (!mention.attribute || members.size() == 1)
            actor.mentions.push_back({mention.span, form, mention.head});
        if (actor.gender.empty()) actor.gender = mention.gender;
        if (best.maybe_person && mention.form == Form::pronoun && mention.gender != "n" && !mention.plural) {
            actor.kind = "person"; // a body by the type of its name only, but called he or she
            actor.gender = mention.gender;
            actor.why = "pronoun: he or she";
        }
    }
    if (const BookEntry* entry = entry_of(members, best)) take_entry(actor, *entry);
    set_kind(actor, best);
    set_country(actor, members);
    set_role(actor, members);
    set_sectors(actor, members);
    if (actor.kind == "state")
        name_state(actor);
    else if (actor.code.empty())
        actor.code = cameo_code(actor.kind, actor.country, actor.sectors);
    return actor;
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

/// A last name alone calls somebody of the book only while the report names nobody else so in full; a body's
/// name is another one's where the text says another country.
const BookEntry* ActorBuilder::entry_of(const std::vector<std::size_t>& members,
                                        const FoundMention& best) const {
    const bool full_stranger = best.form == Form::name && best.type == NameType::person &&
                               best.entry == nullptr && !is_one_word(best.name);
    for (const std::size_t m : members) {
        const FoundMention& mention = m_mentions[m];
        if (mention.form != Form::name) continue;
        if (mention.entry == nullptr) {
            if (&mention != &best || mention.type == NameType::person) continue;
            if (const BookEntry* entry = entry_within(mention)) return entry;
            continue;
        }
        if (mention.entry->kind == "person") {
            const bool last_name_only = is_one_word(mention.name) && !is_one_word(mention.entry->name);
            if ((last_name_only && (full_stranger || is_of_other_gender(mention))) || is_namesake(mention))
                continue;
            return mention.entry;
        }
        const std::string said = m_reader.country(mention);
        if (said.empty() || said == mention.entry->country) return mention.entry;
        if (const BookEntry* entry = m_book.find(mention.name, said)) return entry;
    }
    return nullptr;
}

/// `Mr. Brook` is not Ada Brook.
bool ActorBuilder::is_of_other_gender(const FoundMention& mention) {
    const std::string_view title = mention.title;
    const bool man =
        title == "mr." || title == "mr" || title == "sir" || title == "king" || title == "prince";
    const bool woman = title == "mrs." || title == "ms." || title == "mrs" || title == "ms" ||
                       title == "miss" || title == "queen" || title == "princess";
    return (man && mention.entry->gender == "f") || (woman && mention.entry->gender == "m");
}

/// A common name of somebody who was in office long ago calls somebody else, if no title says otherwise.
bool ActorBuilder::is_namesake(const FoundMention& mention) const {
    const std::string& name = mention.entry->name;
    return mention.title.empty() &&
           is_phrase_word(to_lower(name.substr(name.rfind(' ') + 1)), PhraseWord::worn) &&
           !ActorBook::is_remembered(*mention.entry, m_report.published.value);
}

/// A body of the book with telling words around its name: `Lebanese Hezbollah movement`.
const BookEntry* ActorBuilder::entry_within(const FoundMention& mention) const {
    if (mention.type != NameType::org || is_one_word(mention.name)) return nullptr;
    std::string_view name = mention.name;
    std::string_view country;
    for (std::size_t space = name.find(' '); space != std::string_view::npos; space = name.find(' ')) {
        const auto nation = codes::country_of_demonym(name.substr(0, space));
        if (nation.empty()) break;
        country = nation;
        name.remove_prefix(space + 1);
    }
    const auto find = [&](std::string_view shorter) {
        const BookEntry* entry = m_book.find(shorter, country);
        return entry == nullptr || entry->kind == "person" ? nullptr : entry;
    };
    if (name.size() != mention.name.size())
        if (const BookEntry* entry = find(name)) return entry;
    std::size_t space = name.rfind(' ');
    for (int dropped = 0; dropped < 3 && space != std::string_view::npos; ++dropped) {
        if (says_kind_of(to_lower(name.substr(space + 1)), find(name.substr(0, space))))
            return find(name.substr(0, space));
        space = space == 0 ? std::string_view::npos : name.rfind(' ', space - 1);
    }
    return nullptr;
}

/// Whether words behind a body's name only say what it is: the `security service` of `Shin Bet`.
bool ActorBuilder::says_kind_of(std::string_view lower, const BookEntry* entry) const {
    if (entry == nullptr) return false;
    if (const BodyWords* found = body_words(lower)) return found->kind == entry->kind;
    const Agent* agent = agent_of(m_book, lower);
    return agent != nullptr && (agent->kind == entry->kind || agent->kind == "other");
}

void ActorBuilder::take_entry(Actor& actor, const BookEntry& entry) const {
    const std::string_view day = m_report.published.value;
    actor.name = entry.name;
    actor.kind = entry.kind;
    actor.country = entry.country;
    actor.sectors = m_book.sectors_on(entry, day);
    actor.code = entry.code_on(day);
    if (actor.kind == "person" && holds(actor.sectors, "IGO"))
        actor.country.clear(); // of no country in office
    actor.wikidata = entry.wikidata;
    if (!entry.gender.empty()) actor.gender = entry.gender;
    actor.why = "actor book: " + entry.name;
    for (const Office& office : entry.offices)
        if (covers(office.from, office.to, day)) actor.role = office.title;
}

// --- kind

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

void ActorBuilder::set_kind_of_noun(Actor& actor, const FoundMention& best) const {
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
        actor.kind = "state";
    } else if (best.type == NameType::norp) {
        actor.kind = best.adjective && nation ? "state" : "population";
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
    if (!actor.country.empty() || actor.kind == "igo" || holds(actor.sectors, "IGO")) return;
    const auto take = [&](std::string_view country, std::string_view why) {
        if (!actor.country.empty() || country.empty()) return;
        actor.country = country;
        actor.why += why;
    };
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
    const bool unnamed =
        first.form == Form::noun && (first.definite || first.plural || actor.kind != "person");
    if (unnamed && is_phrase_word(first.lemma, PhraseWord::local))
        take(m_dateline_country, ", country of the dateline");
}

// --- role and sectors

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
            return sectors != nullptr && !holds(*sectors, "CVL") && !is_former(mention);
        });
        for (const std::size_t m : members) {
            const FoundMention& mention = m_mentions[m];
            const bool noun = mention.form == Form::noun;
            if (!is_former(mention) || (noun && (titled || holds(mention.agent->sectors, "CVL")))) continue;
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
    if (body.entry != nullptr)
        return {body.entry->kind, body.entry->country, m_book.sectors_on(*body.entry, day),
                std::string(body.entry->code_on(day))};
    BodyFacts facts;
    facts.country = body.country.empty() ? m_reader.country(body) : body.country;
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

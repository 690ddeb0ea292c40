// Which entry of the actor book an actor is. A full name calls its bearer; a last name alone only while
// nothing in the text speaks against it; a body's name also with telling words around it.

#include <algorithm>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/actor_builder.hpp"
#include "who/actor_words.hpp"
#include "who/phrase_words.hpp"
#include "who/spelling.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

} // namespace

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
            if ((last_name_only && (full_stranger || is_called_otherwise(members, *mention.entry) ||
                                    is_of_another(mention, best))) ||
                is_namesake(mention))
                continue;
            return mention.entry;
        }
        const bool is_last_name = best.type == NameType::person && !is_one_word(best.name) &&
                                  mention.type == NameType::person && is_one_word(mention.name);
        // `Example` of Ada Example, not the firm; `ABC` of the Amal Bakery Club, not the broadcaster
        if (is_last_name || is_spelt_out(mention, best)) continue;
        const std::string said = country_said_of(mention);
        if (said.empty() || said == mention.entry->country) return mention.entry;
        if (const BookEntry* entry = m_book.find(mention.name, said)) return entry;
    }
    return nullptr;
}

/// The country that the words around a body's name say; of one whose name is common to all countries the one
/// that the report is about, if it never tells of the one whose body the book calls so.
std::string ActorBuilder::country_said_of(const FoundMention& body) const {
    std::string said = m_reader.country(body);
    const std::string_view main = m_countries.main(), known = body.entry->country;
    if (!said.empty() || main.empty() || known.empty() || m_countries.speaks_of(known)) return said;
    return is_common_body(body.name) ? std::string(main) : said;
}

/// Initials whose full name stands in the report, and shares no word with the one that the book knows by
/// them.
bool ActorBuilder::is_spelt_out(const FoundMention& mention, const FoundMention& best) {
    const std::string_view known = mention.entry->name;
    if (best.form != Form::name || best.entry != nullptr || is_one_word(best.name) || is_one_word(known) ||
        !is_one_word(mention.name) || to_lower(mention.name) != initials(best.name))
        return false;
    for (const std::string_view word : split(best.name, ' '))
        if (!word.empty() && is_upper(word.front()) && known.find(word) != std::string_view::npos)
            return false;
    return true;
}

/// `Brook` among the names of Ada Brook, though the book knows another Brook.
bool ActorBuilder::is_of_another(const FoundMention& mention, const FoundMention& best) {
    return best.form == Form::name && best.type == NameType::person && !is_one_word(best.name) &&
           best.entry != mention.entry;
}

/// `Brook … she`: not Adam Brook of the book.
bool ActorBuilder::is_called_otherwise(const std::vector<std::size_t>& members,
                                       const BookEntry& entry) const {
    return std::any_of(members.begin(), members.end(), [&](std::size_t m) {
        const FoundMention& mention = m_mentions[m];
        return mention.form == Form::pronoun && !mention.gender.empty() && mention.gender != "n" &&
               !entry.gender.empty() && mention.gender != entry.gender;
    });
}

/// A common name of somebody who was in office long ago calls somebody else, if no title says otherwise; not
/// one of three words (`Ada B. Example`).
bool ActorBuilder::is_namesake(const FoundMention& mention) const {
    const std::string& name = mention.entry->name;
    const bool is_full = std::count(mention.name.begin(), mention.name.end(), ' ') > 1;
    return !is_full && mention.title.empty() &&
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
    if (actor.kind == "person" && has_sector(actor.sectors, "IGO"))
        actor.country.clear(); // of no country in office
    actor.wikidata = entry.wikidata;
    if (!entry.gender.empty()) actor.gender = entry.gender;
    actor.why = "actor book: " + entry.name;
    for (const Office& office : entry.offices)
        if (covers(office.from, office.to, day)) actor.role = office.title;
}

} // namespace dateline::who

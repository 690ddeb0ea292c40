// Linked mentions become actors: name, kind, country, sectors, role, CAMEO code, each with its reason.

#include "who/who.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/linker.hpp"
#include "who/mention.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

class ActorBuilder {
  public:
    ActorBuilder(const Parse& parse, const Report& report, const std::vector<FoundMention>& mentions,
                 const std::vector<Place>& places, const ActorBook& book)
        : m_parse(parse), m_report(report), m_mentions(mentions), m_places(places), m_book(book) {}

    Actor build(const std::vector<std::size_t>& members) {
        Actor actor;
        const FoundMention& best = m_mentions[best_mention(members)];
        actor.name = best.form == Form::name ? best.name : std::string(words(m_parse.text, best.span));
        for (const std::size_t m : members) add_mention(actor, m_mentions[m]);
        take_book_entry(actor, members);
        set_kind(actor, best);
        set_country(actor, members);
        set_role_and_sectors(actor, members);
        set_code(actor);
        for (const std::size_t m : members)
            if (actor.gender.empty()) actor.gender = m_mentions[m].gender;
        if (actor.kind == "state") name_state(actor);
        return actor;
    }

  private:
    /// The fullest name, else the first noun.
    [[nodiscard]] std::size_t best_mention(const std::vector<std::size_t>& members) const {
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

    static void add_mention(Actor& actor, const FoundMention& mention) {
        actor.mentions.push_back({mention.span,
                                  mention.form == Form::name   ? "name"
                                  : mention.form == Form::noun ? "noun"
                                                               : "pronoun",
                                  mention.head});
    }

    void take_book_entry(Actor& actor, const std::vector<std::size_t>& members) {
        const BookEntry* entry = nullptr;
        for (const std::size_t m : members)
            if (m_mentions[m].entry != nullptr && entry == nullptr) entry = m_mentions[m].entry;
        if (entry == nullptr) return;
        actor.name = entry->name;
        actor.kind = entry->kind;
        actor.country = entry->country;
        actor.sectors = entry->sectors;
        actor.code = entry->code;
        actor.wikidata = entry->wikidata;
        actor.gender = entry->gender;
        actor.why = "actor book: " + entry->name;
        const std::string_view day = m_report.published.value;
        for (const Office& office : entry->offices)
            if (day.empty() || day.starts_with('X') ||
                (office.from <= day && (office.to.empty() || office.to >= day)))
                actor.role = office.title;
    }

    void set_kind(Actor& actor, const FoundMention& best) const {
        if (!actor.kind.empty()) return;
        if (best.form == Form::noun && best.agent != nullptr) {
            actor.kind = best.agent->kind;
            if (!best.plural && !best.agent->is_body &&
                (actor.kind == "population" || actor.kind == "government" || actor.kind == "military" ||
                 actor.kind == "armed_group"))
                actor.kind = "person";
            actor.why = "noun: " + best.lemma;
        } else if (best.form == Form::pronoun) {
            actor.kind = best.gender == "m" || best.gender == "f" || best.lemma == "i" ? "person" : "other";
        } else if (best.type == NameType::person) {
            actor.kind = "person";
        } else if (best.type == NameType::gpe || best.type == NameType::loc || best.type == NameType::fac) {
            actor.kind = "state";
        } else if (best.type == NameType::norp) {
            actor.kind = best.adjective && !best.country.empty() ? "state" : "population";
        } else {
            set_body_kind(actor);
        }
        if (actor.why.empty()) actor.why = fmt::format("name of type {}", to_text(best.type));
    }

    /// What the words of an organisation's name say of its kind.
    void set_body_kind(Actor& actor) const {
        struct Sign {
            std::string_view word, kind, sector;
        };
        static constexpr Sign signs[] = {{"ministry", "government", "GOV"},
                                         {"department", "government", "GOV"},
                                         {"parliament", "government", "LEG"},
                                         {"congress", "government", "LEG"},
                                         {"senate", "government", "LEG"},
                                         {"assembly", "government", "LEG"},
                                         {"court", "government", "JUD"},
                                         {"police", "government", "COP"},
                                         {"army", "military", "MIL"},
                                         {"navy", "military", "MIL"},
                                         {"forces", "military", "MIL"},
                                         {"guard", "military", "MIL"},
                                         {"guards", "military", "MIL"},
                                         {"brigade", "armed_group", "REB"},
                                         {"brigades", "armed_group", "REB"},
                                         {"front", "armed_group", "REB"},
                                         {"militia", "armed_group", "REB"},
                                         {"party", "party", "PTY"},
                                         {"university", "other", "EDU"},
                                         {"college", "other", "EDU"},
                                         {"school", "other", "EDU"},
                                         {"times", "media", "JRN"},
                                         {"post", "media", "JRN"},
                                         {"news", "media", "JRN"},
                                         {"tv", "media", "JRN"},
                                         {"radio", "media", "JRN"},
                                         {"agency", "government", "GOV"},
                                         {"commission", "government", "GOV"},
                                         {"committee", "other", "GOV"},
                                         {"council", "government", "GOV"},
                                         {"union", "other", "LAB"},
                                         {"association", "ngo", "NGO"},
                                         {"foundation", "ngo", "NGO"},
                                         {"hospital", "other", "MED"},
                                         {"church", "other", "REL"},
                                         {"nations", "igo", "IGO"},
                                         {"office", "government", "GOV"},
                                         {"embassy", "government", "GOV"},
                                         {"bank", "company", "BUS"},
                                         {"inc", "company", "BUS"},
                                         {"inc.", "company", "BUS"},
                                         {"corp", "company", "BUS"},
                                         {"corp.", "company", "BUS"},
                                         {"co.", "company", "BUS"},
                                         {"ltd", "company", "BUS"},
                                         {"ltd.", "company", "BUS"},
                                         {"group", "company", "BUS"},
                                         {"airlines", "company", "BUS"},
                                         {"airways", "company", "BUS"},
                                         {"motors", "company", "BUS"}};
        const std::string lower = to_lower(actor.name);
        for (const std::string_view word : split(lower, ' '))
            for (const Sign& sign : signs)
                if (word == sign.word) {
                    actor.kind = sign.kind;
                    actor.sectors = {std::string(sign.sector)};
                    actor.why = fmt::format("name with the word {}", sign.word);
                }
        if (actor.kind.empty()) actor.kind = "other";
    }

    void set_country(Actor& actor, const std::vector<std::size_t>& members) const {
        if (!actor.country.empty() || actor.kind == "igo") return;
        for (const std::size_t m : members)
            if (actor.country.empty() && !m_mentions[m].country.empty()) {
                actor.country = m_mentions[m].country;
                actor.why += ", country by its words";
            }
        if (actor.country.empty() && actor.kind != "person") country_in_name(actor);
        const bool local = actor.kind == "government" || actor.kind == "military";
        const Form form = m_mentions[members.front()].form;
        if (actor.country.empty() && local && form == Form::noun && m_report.dateline)
            for (const Place& place : m_places)
                if (m_report.dateline->place.overlaps(place.span) && !place.country.empty()) {
                    actor.country = place.country;
                    actor.why += ", country of the dateline";
                }
    }

    /// `Saudi National Guard`, `Bank of Japan`: a nation within the name.
    static void country_in_name(Actor& actor) {
        const auto parts = split(actor.name, ' ');
        for (std::size_t i = 0; i < parts.size() && actor.country.empty(); ++i) {
            std::string_view found = codes::country_of_demonym(parts[i]);
            if (found.empty()) found = codes::country_of_name(parts[i]);
            if (found.empty() && i + 1 < parts.size()) {
                const std::string two = std::string(parts[i]) + " " + std::string(parts[i + 1]);
                found = codes::country_of_name(two);
                if (found.empty()) found = codes::country_of_demonym(two);
            }
            actor.country = found;
        }
        if (!actor.country.empty()) actor.why += ", country within the name";
    }

    /// `former`, `ex-`, `ousted` in front of an office: the bearer is of the elite, no longer of the office.
    [[nodiscard]] static bool is_former(std::string_view title) {
        return title.starts_with("former ") || title.starts_with("ex-") || title.starts_with("ousted ") ||
               title.starts_with("deposed ") || title.starts_with("exiled ") ||
               title.starts_with("disgraced former ");
    }

    void set_role_and_sectors(Actor& actor, const std::vector<std::size_t>& members) const {
        for (const std::size_t m : members) {
            const FoundMention& mention = m_mentions[m];
            const bool honorific = mention.title == "mr." || mention.title == "mrs." ||
                                   mention.title == "ms." || mention.title == "mr" || mention.title == "dr.";
            if (actor.kind == "person" && !mention.role.empty() && !honorific &&
                (mention.form == Form::name || mention.apposed_to >= 0)) {
                actor.role = mention.role;
                break;
            }
        }
        for (const std::size_t m : members)
            if (actor.kind == "person" && is_former(m_mentions[m].title) &&
                m_mentions[m].form != Form::pronoun) {
                actor.sectors = {"ELI"};
                return;
            }
        if (!actor.sectors.empty()) return;
        for (const std::size_t m : members) {
            const FoundMention& mention = m_mentions[m];
            if (const auto* sectors = sectors_of_title(mention.title);
                sectors != nullptr && mention.form == Form::name)
                actor.sectors = *sectors;
            else if (mention.agent != nullptr)
                actor.sectors = mention.agent->sectors;
            if (!actor.sectors.empty()) return;
        }
        if (actor.kind == "population") actor.sectors = {"CVL"};
        if (actor.kind == "igo") actor.sectors = {"IGO"};
    }

    /// The sectors of the longest title at the end of the words in front of a name.
    [[nodiscard]] const std::vector<std::string>* sectors_of_title(std::string_view title) const {
        while (!title.empty()) {
            if (const auto* found = m_book.title(title)) return found;
            const std::size_t space = title.find(' ');
            if (space == std::string_view::npos) break;
            title.remove_prefix(space + 1);
        }
        return nullptr;
    }

    /// CAMEO: country, then the roles; some roles are called otherwise there.
    static void set_code(Actor& actor) {
        if (!actor.code.empty()) return;
        if (actor.kind == "igo" || actor.kind == "ngo") actor.code = actor.kind == "igo" ? "IGO" : "NGO";
        actor.code += actor.country == "XKX" ? "KSV" : actor.country;
        for (const std::string& sector : actor.sectors) {
            if (sector == "IGO" || sector == "NGO") continue;
            actor.code += sector == "JRN"   ? "MED"
                          : sector == "MED" ? "HLH"
                          : sector == "PRM" ? "MIL"
                                            : sector;
        }
    }

    /// A state goes by its country's name, however it was mentioned.
    void name_state(Actor& actor) const {
        const bool whole =
            std::any_of(actor.mentions.begin(), actor.mentions.end(), [&](const Mention& mention) {
                const std::string_view text = words(m_parse.text, mention.span);
                return codes::country_of_name(text) == actor.country ||
                       codes::country_of_demonym(text) == actor.country;
            });
        if (whole && !actor.country.empty()) actor.name = codes::country(actor.country)->names.front();
        actor.code = actor.country;
    }

    const Parse& m_parse;
    const Report& m_report;
    const std::vector<FoundMention>& m_mentions;
    const std::vector<Place>& m_places;
    const ActorBook& m_book;
};

} // namespace

std::vector<Actor> find_actors(const Parse& parse, const Report& report, const std::vector<NameSpan>& names,
                               std::vector<Place>& places, const ActorBook& book) {
    const auto mentions = find_mentions(parse, report, names, places, book);
    const auto clusters = link_mentions(parse, mentions, places);
    std::vector<std::vector<std::size_t>> members;
    for (std::size_t m = 0; m < clusters.size(); ++m) {
        if (clusters[m] < 0) continue;
        if (static_cast<std::size_t>(clusters[m]) >= members.size())
            members.resize(static_cast<std::size_t>(clusters[m]) + 1);
        members[static_cast<std::size_t>(clusters[m])].push_back(m);
    }
    ActorBuilder builder(parse, report, mentions, places, book);
    std::vector<Actor> actors;
    for (const auto& cluster : members) {
        if (cluster.empty()) continue;
        actors.push_back(builder.build(cluster));
        actors.back().id = "a" + std::to_string(actors.size());
    }
    return actors;
}

} // namespace dateline::who

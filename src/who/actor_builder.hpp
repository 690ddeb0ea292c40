#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/coded_report.hpp"
#include "who/actor_book.hpp"
#include "who/mention.hpp"
#include "who/phrase_reader.hpp"
#include "who/report_countries.hpp"

namespace dateline::who {

/// Makes an actor of the mentions that were linked: name, kind, country, sectors, role and CAMEO code, each
/// with its reason. What the actor book says holds for the report's day.
class ActorBuilder {
  public:
    ActorBuilder(const Parse& parse, const Report& report, const std::vector<FoundMention>& mentions,
                 const std::vector<Place>& places, const ActorBook& book, const where::Gazetteer& gazetteer);

    /// `members` are indexes into the mentions, not empty.
    [[nodiscard]] Actor build(const std::vector<std::size_t>& members) const;
    /// The entry of the actor book that the actor of these mentions is; null for none.
    [[nodiscard]] const BookEntry* entry(const std::vector<std::size_t>& members) const {
        return entry_of(members, m_mentions[best_mention(members)]);
    }

  private:
    /// What is known of a body that an actor stands with.
    struct BodyFacts {
        std::string kind, country;
        std::vector<std::string> sectors;
        std::string code;
    };
    /// Whether an actor is the body's people, or a group of what it consists of.
    enum class Adopts { codes, kind_too };

    [[nodiscard]] std::string noun_name(const FoundMention& noun) const;
    [[nodiscard]] std::string country_said_of(const FoundMention& body) const;
    [[nodiscard]] std::size_t best_mention(const std::vector<std::size_t>& members) const;
    [[nodiscard]] bool is_party_member(const FoundMention& mention, const FoundMention& best) const;
    [[nodiscard]] const BookEntry* entry_of(const std::vector<std::size_t>& members,
                                            const FoundMention& best) const;
    [[nodiscard]] const BookEntry* entry_within(const FoundMention& mention) const;
    [[nodiscard]] static bool is_spelt_out(const FoundMention& mention, const FoundMention& best);
    [[nodiscard]] static bool is_of_another(const FoundMention& mention, const FoundMention& best);
    [[nodiscard]] bool is_called_otherwise(const std::vector<std::size_t>& members,
                                           const BookEntry& entry) const;
    [[nodiscard]] bool is_namesake(const FoundMention& mention) const;
    [[nodiscard]] bool says_kind_of(std::string_view lower, const BookEntry* entry) const;
    void take_entry(Actor& actor, const BookEntry& entry) const;

    void set_kind(Actor& actor, const FoundMention& best) const;
    void set_kind_of_name(Actor& actor, const FoundMention& best) const;
    static void set_kind_of_noun(Actor& actor, const FoundMention& best);
    void set_body_kind(Actor& actor, const FoundMention& best) const;

    void set_country(Actor& actor, const std::vector<std::size_t>& members) const;
    [[nodiscard]] bool is_of_unknown_people(const FoundMention& noun) const;
    [[nodiscard]] bool is_abroad(const FoundMention& mention, std::string_view home) const;
    void set_role(Actor& actor, const std::vector<std::size_t>& members) const;
    void set_sectors(Actor& actor, const std::vector<std::size_t>& members) const;
    [[nodiscard]] BodyFacts facts_of(const FoundMention& body) const;
    bool take_body_words(Actor& actor, const FoundMention& mention) const;
    void take_employer(Actor& actor, const FoundMention& mention) const;
    static void take_modifier(Actor& actor, std::string_view sector);
    static void become(Actor& actor, const BodyFacts& facts, Adopts adopts);
    void join_international(Actor& actor, const FoundMention& mention, const BodyFacts& facts) const;
    [[nodiscard]] bool is_specific_title(std::string_view title) const;
    [[nodiscard]] const std::vector<std::string>* sectors_of_title(std::string_view title) const;
    [[nodiscard]] bool is_former(const FoundMention& mention) const;
    void name_state(Actor& actor) const;
    void join_split_country(Actor& actor) const;

    const Parse& m_parse;
    const Report& m_report;
    const std::vector<FoundMention>& m_mentions;
    const std::vector<Place>& m_places;
    const ActorBook& m_book;
    PhraseReader m_reader;
    std::string m_dateline_country;
    ReportCountries m_countries;
};

/// CAMEO code of a country (ISO alpha-3, "" none) and sectors of an actor of this kind; `stem` is the code of
/// the body it belongs to, "" none.
std::string cameo_code(std::string_view kind, std::string_view country,
                       const std::vector<std::string>& sectors, std::string_view stem = {});

} // namespace dateline::who

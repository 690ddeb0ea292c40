#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/coded_report.hpp"
#include "who/actor_book.hpp"

namespace dateline::who {

/// A mention before it is put with others: its words and what they say of the actor.
struct FoundMention {
    enum class Form { name, noun, pronoun } form = Form::name;
    Span span; // with title and modifiers
    Span core; // the name itself, or the head noun
    TokenIndex head = no_token;
    NameType type = NameType::other;
    std::string name;         // of a name: its words without article and title
    std::string lemma;        // of a noun: its head; of a pronoun: itself in lower case
    std::string country;      // ISO alpha-3 said by a modifier or the name itself
    std::string title;        // in lower case
    std::string role;         // as written
    std::string gender;       // m, f, n or ""
    std::uint64_t groups = 0; // of a noun: those it belongs to, see `groups_of_noun`
    bool gender_sure = true;  // false when only a single name suggests it, which may be a last name
    bool plural = false;
    bool definite = false;
    bool counted = false;   // `six rebels`, `some rebels`, `a Republican`: others than those named before
    bool adjective = false; // a nation as modifier: `Israeli` in `Israeli raid`
    bool attribute =
        false; // says what another mention's actor is, and does not mention it anew: `Ada, a judge`
    bool maybe_person = false; // a single unknown word of a body's or place's type may be a last name
    bool relative = false;     // named as somebody's kin: `her brother Ada Example`
    const BookEntry* entry = nullptr;
    const Office* office = nullptr; // of the entry, held on the report's day
    const Agent* agent = nullptr;
    std::ptrdiff_t place = -1;        // index into places
    std::ptrdiff_t apposed_to = -1;   // mention this one is an apposition of
    std::ptrdiff_t predicate_of = -1; // mention this one is said to be: `Ada is the leader`
};

/// The mentions of people, organisations, states and groups in a text, in order of their heads.
std::vector<FoundMention> find_mentions(const Parse& parse, const Report& report,
                                        const std::vector<NameSpan>& names, const std::vector<Place>& places,
                                        const ActorBook& book);

} // namespace dateline::who

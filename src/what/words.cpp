#include "what/words.hpp"

#include <algorithm>

#include "what/page_furniture.hpp"

namespace dateline::what {

namespace {

/// People in politics and parties; a state or its army may fight with more than words.
bool is_political(const Actor& actor) {
    if (actor.kind == "party") return true;
    if (actor.kind != "person" || actor.sectors.empty()) return false;
    const std::string& sector = actor.sectors.front();
    return sector == "GOV" || sector == "LEG" || sector == "PTY" || sector == "OPP" || sector == "ELI";
}

} // namespace

ReportWords::ReportWords(const CodedReport& coded, const Lexicon& lexicon)
    : m_coded(coded), m_lexicon(lexicon), m_mentions(coded.parse, coded.actors) {
    const WordClasses& classes = lexicon.classes();
    m_human_bits = classes.bit_of("people") | classes.bit_of("armed") | classes.bit_of("police");
    m_body_bits = classes.bit_of("organisations");
    m_weapon_bits = classes.bit_of("weapons");
    m_moving_bits = classes.bit_of("vehicles") | classes.bit_of("ships");
    m_gadget_bits = classes.bit_of("gadgets");
    m_classes.resize(coded.parse.tokens.size());
    m_built_in.resize(coded.parse.tokens.size());
    for (TokenIndex t = 0; t < coded.parse.size(); ++t) {
        const Token& token = at(t);
        // of `anti-Chadian`, which taggers may take for three adjectives of one name, only the people counts
        const bool sign = token.lower == "-" || token.lower == "anti";
        if (sign || token.pos == Pos::punct || token.pos == Pos::space) continue;
        std::uint64_t bits = classes.of(token.lemma);
        if (token.lemma != token.lower) bits |= classes.of(token.lower);
        // `ex-ministers`: what the last part is
        if (const std::size_t hyphen = token.lemma.rfind('-'); bits == 0 && hyphen != std::string_view::npos)
            bits |= classes.of(std::string_view(token.lemma).substr(hyphen + 1));
        if (before(t) != no_token && classes.ends_pair(token.lemma))
            bits |= classes.of_pair(at(before(t)).lower, token.lemma);
        if ((bits & m_gadget_bits) != 0) bits = m_gadget_bits;
        m_classes[static_cast<std::size_t>(t)] = bits | of_kind(t);
        m_built_in[static_cast<std::size_t>(t)] = built_in_of(t);
    }
    mark_furniture();
    mark_settlements();
    mark_things();
    mark_lists();
    note_names();
    pass_on_to_partitives();
}

void ReportWords::note_names() {
    for (std::size_t i = 0; i < m_coded.actors.size(); ++i)
        for (const Mention& mention : m_coded.actors[i].mentions) {
            if (mention.form != "name" || mention.head < 0 || mention.head >= m_coded.parse.size()) continue;
            if (at(mention.head).span.start == mention.span.start &&
                at(mention.head).span.end == mention.span.end)
                m_named.emplace(at(mention.head).lower, static_cast<std::int32_t>(i));
        }
}

void ReportWords::mark_lists() {
    for (TokenIndex t = 0; t < m_coded.parse.size(); ++t) {
        const TokenIndex first = at(t).head;
        if (at(t).dep != Dep::conj || !is_actor(t) || !is_actor(first)) continue;
        m_built_in[static_cast<std::size_t>(first)] |= built_in_several;
        // `British and French marines`: two nations before one noun
        if (t > first && at(first).head > t && is_noun(at(first).head) && is_actor(at(first).head))
            m_built_in[static_cast<std::size_t>(at(first).head)] |= built_in_several;
    }
}

/// Products and works do nothing, whatever the language model took them for.
void ReportWords::mark_things() {
    for (const NameSpan& name : m_coded.names) {
        if (name.type != to_text(NameType::product) && name.type != to_text(NameType::work_of_art)) continue;
        for (TokenIndex t = m_coded.parse.token_at(name.span.start);
             t < m_coded.parse.size() && at(t).span.start < name.span.end; ++t)
            m_built_in[static_cast<std::size_t>(t)] &=
                ~(built_in_actor | built_in_person | built_in_organisation);
    }
}

void ReportWords::mark_furniture() {
    for (const auto& [first, last] : page_furniture(m_coded.parse))
        for (TokenIndex t = first; t < last; ++t)
            m_built_in[static_cast<std::size_t>(t)] = built_in_furniture;
}

void ReportWords::mark_settlements() {
    for (const Place& place : m_coded.places) {
        if (place.precision != "city" && place.precision != "point" && place.precision != "admin2") continue;
        for (TokenIndex t = m_coded.parse.token_at(place.span.start);
             t < m_coded.parse.size() && at(t).span.start < place.span.end; ++t)
            m_built_in[static_cast<std::size_t>(t)] |= built_in_settlement;
    }
}

void ReportWords::pass_on_to_partitives() {
    for (TokenIndex t = 0; t + 1 < m_coded.parse.size(); ++t) {
        const TokenIndex of = m_coded.parse.child(t, Dep::prep);
        const bool part = m_lexicon.has(WordList::partitive, at(t).lower) || at(t).pos == Pos::num ||
                          (at(t).tag == Tag::nns && m_lexicon.has(WordList::partitive, at(t).lemma));
        if (of == no_token || at(of).lower != "of" || !part) continue;
        const TokenIndex whole = m_coded.parse.child(of, Dep::pobj);
        if (whole == no_token) continue;
        m_classes[static_cast<std::size_t>(t)] |= classes(whole);
        m_built_in[static_cast<std::size_t>(t)] |= built_in(whole);
    }
}

TokenIndex ReportWords::before(TokenIndex t) const {
    if (t > 1 && at(t - 1).lower == "-") return t - 2;
    return t > 0 ? t - 1 : no_token;
}

std::uint64_t ReportWords::of_kind(TokenIndex t) const {
    const MentionRef ref = m_mentions.headed_by(t);
    if (ref.actor < 0) return 0;
    const std::string& kind = m_coded.actors[static_cast<std::size_t>(ref.actor)].kind;
    const WordClasses& classes = m_lexicon.classes();
    if (kind == "armed_group" || kind == "military") return classes.bit_of("armed");
    if (kind == "person" || kind == "population") return classes.bit_of("people");
    const bool body = kind == "government" || kind == "state" || kind == "igo" || kind == "ngo" ||
                      kind == "company" || kind == "party" || kind == "media";
    return body ? classes.bit_of("organisations") : 0;
}

/// Spelt like people or bodies, but `state-of-the-art`, `rebel-held`, `national security`, `a state of
/// alert`.
bool ReportWords::is_mere_word(TokenIndex t) const {
    const Token& token = at(t);
    if (token.pos == Pos::propn) return false;
    if (token.pos == Pos::adj && m_lexicon.has(WordList::quality, token.lower)) return true;
    if (t + 1 >= m_coded.parse.size()) return false;
    const Token& next = at(t + 1);
    if (next.lower == "-" && next.span.start == token.span.end) return true;
    if (next.lower != "of" || !m_lexicon.has(WordList::condition, token.lower)) return false;
    const TokenIndex whole = m_coded.parse.child(t + 1, Dep::pobj);
    return whole != no_token && at(whole).pos == Pos::noun;
}

bool ReportWords::is_platform(TokenIndex t) const {
    const Token& token = at(t);
    return token.dep == Dep::pobj && at(token.head).lower == "on" && is_verb(at(token.head).head) &&
           m_lexicon.has(WordList::platform, token.lower);
}

std::uint32_t ReportWords::built_in_of(TokenIndex t) const {
    const Token& token = at(t);
    std::uint32_t bits = 0;
    switch (token.name_type) {
    case NameType::person: bits = built_in_person | built_in_actor | built_in_name; break;
    case NameType::org: bits = built_in_organisation | built_in_actor | built_in_name; break;
    case NameType::norp: bits = built_in_actor | built_in_name; break;
    case NameType::gpe: bits = built_in_actor | built_in_place | built_in_name; break;
    case NameType::loc:
    case NameType::fac: bits = built_in_place | built_in_name; break;
    case NameType::money:
    case NameType::cardinal:
    case NameType::quantity: bits = built_in_amount; break;
    default: break;
    }
    if (!is_mere_word(t) && (token.pos == Pos::noun || token.pos == Pos::propn || token.pos == Pos::adj)) {
        if (classes(t) & m_human_bits) bits |= built_in_person | built_in_actor;
        if (classes(t) & m_body_bits) bits |= built_in_organisation | built_in_actor;
    }
    if (token.pos == Pos::propn && token.name < 0) bits |= built_in_actor | built_in_name;
    if (token.tag == Tag::prp && token.lower != "it")
        bits |= built_in_pronoun | built_in_person | built_in_actor;
    if (token.tag == Tag::prp && token.lower == "it") bits |= built_in_pronoun | built_in_actor;
    if (token.tag == Tag::prps) bits |= built_in_pronoun | built_in_actor;
    const MentionRef ref = m_mentions.headed_by(t);
    if (ref.actor >= 0) {
        const std::string& kind = m_coded.actors[static_cast<std::size_t>(ref.actor)].kind;
        if (kind == "thing" || kind == "other") {
            bits &= ~(built_in_actor | built_in_person | built_in_organisation);
        } else {
            bits |= built_in_actor;
            if (kind == "person" || kind == "population") bits |= built_in_person;
            if (is_political(m_coded.actors[static_cast<std::size_t>(ref.actor)]))
                bits |= built_in_politician;
        }
    }
    if (is_platform(t)) bits &= ~(built_in_actor | built_in_person | built_in_organisation);
    return bits;
}

bool ReportWords::fits(const Constraint& constraint, TokenIndex filler) const {
    if (constraint.any) return true;
    if ((constraint.classes & classes(filler)) != 0 || (constraint.built_in & built_in(filler)) != 0)
        return true;
    if ((constraint.built_in & built_in_event) != 0 &&
        !m_lexicon.frames_of(at(filler).lemma, at(filler).pos).empty())
        return true;
    const Token& token = at(filler);
    return std::any_of(constraint.words.begin(), constraint.words.end(), [&](const std::string& word) {
        if (word == token.lemma || word == token.lower) return true;
        const std::size_t blank = word.find(' ');
        return blank != std::string::npos && before(filler) != no_token &&
               (word.substr(blank + 1) == token.lemma || word.substr(blank + 1) == token.lower) &&
               word.substr(0, blank) == at(before(filler)).lower;
    });
}

} // namespace dateline::what

// In front of the head the nearest nation wins (`Afghan-born US envoy`), behind it the first. Both indexes
// from tokens to mentions and places are filled once a report, so that a phrase costs only its own words.

#include "who/phrase_reader.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/phrase_words.hpp"

namespace dateline::who {

namespace {

bool starts_capital(std::string_view text) {
    return !text.empty() && (is_upper(text[0]) || (static_cast<unsigned char>(text[0]) & 0x80U) != 0);
}

std::string_view country_of_words(std::string_view words) {
    if (const auto code = codes::country_of_demonym(words); !code.empty()) return code;
    if (const auto code = codes::country_of_name(words); !code.empty()) return code;
    const Homeland* home = homeland(words);
    return home == nullptr ? std::string_view{} : home->country;
}

} // namespace

PhraseReader::PhraseReader(const Parse& parse, const std::vector<FoundMention>& mentions,
                           const std::vector<Place>& places, const where::Gazetteer& gazetteer)
    : m_parse(parse), m_mentions(mentions), m_places(places), m_gazetteer(gazetteer),
      m_mention_at(parse.tokens.size(), -1), m_place_at(parse.tokens.size(), -1) {
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        if (mentions[m].form == FoundMention::Form::pronoun) continue;
        for (TokenIndex i = parse.token_at(mentions[m].core.start);
             i < parse.size() && parse.at(i).span.start < mentions[m].core.end; ++i)
            m_mention_at[static_cast<std::size_t>(i)] = static_cast<std::int32_t>(m);
    }
    for (std::size_t p = 0; p < places.size(); ++p) {
        if (places[p].country.empty()) continue;
        for (TokenIndex i = parse.token_at(places[p].span.start);
             i < parse.size() && parse.at(i).span.start < places[p].span.end; ++i)
            m_place_at[static_cast<std::size_t>(i)] = static_cast<std::int32_t>(p);
    }
}

PhraseReader::Range PhraseReader::front(const FoundMention& mention) const {
    const TokenIndex last = m_parse.token_at(mention.core.start);
    // A possessor with a possessor of its own stands in front of the mention's span.
    const TokenIndex first =
        std::min(m_parse.token_at(mention.span.start), m_parse.at(mention.head).left_edge);
    constexpr TokenIndex widest = 14;
    return {std::max(first, last - widest), last};
}

PhraseReader::Range PhraseReader::behind(TokenIndex preposition) const {
    Range range{preposition + 1, m_parse.at(preposition).right_edge + 1};
    constexpr TokenIndex widest = 14;
    range.last = std::min(range.last, range.first + widest);
    for (TokenIndex i = range.first; i < range.last; ++i)
        if (m_parse.at(i).text == "," || m_parse.at(i).dep == Dep::cc || m_parse.at(i).dep == Dep::relcl)
            range.last = i;
    return range;
}

/// `Iran-backed`, `Somali-born`, `anti-Russian`: not where the actor is from; `Nairobi-based` is, of a body,
/// and `US-led` of a coalition.
bool PhraseReader::is_no_origin(TokenIndex i, const FoundMention& mention) const {
    if (i >= 2 && m_parse.at(i - 1).text == "-" &&
        (m_parse.at(i - 2).lower == "anti" || m_parse.at(i - 2).lower == "pro"))
        return true;
    if (i + 2 >= m_parse.size() || m_parse.at(i + 1).text != "-") return false;
    const std::string_view part = m_parse.at(i + 2).lower;
    const bool person =
        mention.type == NameType::person || (mention.agent != nullptr && mention.agent->kind == "person");
    if (part == "based" || part == "registered" || part == "owned") return person;
    if (part == "led") return person;
    return m_parse.at(i + 2).pos == Pos::verb || part == "born" || part == "backed" || part == "style" ||
           part == "speaking" || part == "controlled" || part == "occupied" || part == "held";
}

/// The country that the words ending at `i` name, two words first.
std::string PhraseReader::country_at(TokenIndex i, Range range, const FoundMention& mention) const {
    const Token& token = m_parse.at(i);
    if (!starts_capital(token.text)) return {};
    if (i > range.first && starts_capital(m_parse.at(i - 1).text)) {
        const auto two = words(m_parse.text, m_parse.span_of(i - 1, i + 1));
        if (const auto code = country_of_words(two); !code.empty()) return std::string(code);
        if (!is_in_body(i, mention))
            if (std::string code = country_of_city(two); !code.empty()) return code;
    }
    if (const std::int32_t place = m_place_at[static_cast<std::size_t>(i)]; place >= 0)
        return m_places[static_cast<std::size_t>(place)].country;
    if (const auto code = country_of_words(token.text); !code.empty()) return std::string(code);
    const bool may_be_city = token.pos == Pos::propn || token.pos == Pos::adj;
    return may_be_city && !is_in_body(i, mention) ? country_of_city(token.text) : std::string();
}

/// Whether a word belongs to the name of another body or of somebody: the `Union` of `African Union envoys`
/// is no town, nor is Kennedy.
bool PhraseReader::is_in_body(TokenIndex i, const FoundMention& mention) const {
    const std::int32_t at = m_mention_at[static_cast<std::size_t>(i)];
    if (m_parse.at(i).name_type == NameType::person) return true;
    if (at < 0 || &m_mentions[static_cast<std::size_t>(at)] == &mention) return false;
    const NameType type = m_mentions[static_cast<std::size_t>(at)].type;
    return type == NameType::org || type == NameType::person;
}

/// The country of the town that nearly everybody means by the name; "" for a name that several share. Other
/// spellings and languages' names count only for very large towns: too many are words of English.
std::string PhraseReader::country_of_city(std::string_view name) const {
    constexpr std::uint32_t known = 100'000; // people
    constexpr std::uint32_t famous = 2'000'000;
    constexpr std::uint32_t clear = 4; // times as many as the next country's namesake
    constexpr std::size_t shortest = 4;
    if (name.size() < shortest || name.back() == '.') return {};
    const where::PlaceRecord* best = nullptr;
    std::uint32_t next = 0;
    for (const auto& entry : m_gazetteer.find(name)) {
        const where::PlaceRecord* place = &m_gazetteer.place(entry);
        if (place->country_code().empty()) continue;
        const bool two_words = name.find(' ') != std::string_view::npos;
        if (place->kind != where::PlaceKind::city && !(two_words && place->kind == where::PlaceKind::admin1))
            continue;
        if (place->population < famous && m_gazetteer.name(*place) != name) continue;
        if (best == nullptr || place->population > best->population) {
            if (best != nullptr && best->country_code() != place->country_code()) next = best->population;
            best = place;
        } else if (best->country_code() != place->country_code()) {
            next = std::max(next, place->population);
        }
    }
    const bool clearly = best != nullptr && best->population >= known && best->population / clear >= next;
    return clearly ? std::string(best->country_code()) : std::string();
}

std::string PhraseReader::country(const FoundMention& mention) const {
    const Range range = front(mention);
    for (TokenIndex i = range.last - 1; i >= range.first; --i) {
        if (is_no_origin(i, mention)) continue;
        if (std::string code = country_at(i, range, mention); !code.empty()) return code;
    }
    // `Ada Example in Lima`: where somebody is, as where an envoy is sent, is no origin
    const bool sent = is_phrase_word(mention.lemma, PhraseWord::sender) ||
                      (mention.form == FoundMention::Form::name && mention.type == NameType::person);
    for (const TokenIndex c : m_parse.children(mention.head)) {
        const std::string_view word = m_parse.at(c).lower;
        if (c <= mention.head || m_parse.at(c).dep != Dep::prep) continue;
        if (word != "of" && (sent || (word != "in" && word != "at" && word != "from"))) continue;
        const Range phrase = behind(c);
        for (TokenIndex i = phrase.first; i < phrase.last; ++i)
            if (std::string code = country_at(i, phrase, mention); !code.empty()) return code;
    }
    return {};
}

const FoundMention* PhraseReader::body_at(TokenIndex i, const FoundMention& of) const {
    const std::int32_t at = m_mention_at[static_cast<std::size_t>(i)];
    if (at < 0) return nullptr;
    const FoundMention& found = m_mentions[static_cast<std::size_t>(at)];
    if (&found == &of) return nullptr;
    if (found.form == FoundMention::Form::name) {
        const bool person =
            found.type == NameType::person || (found.entry != nullptr && found.entry->kind == "person");
        return !person && (found.entry != nullptr || found.type == NameType::org) ? &found : nullptr;
    }
    return found.agent != nullptr && found.agent->kind != "state" ? &found : nullptr;
}

const FoundMention* PhraseReader::employer(const FoundMention& mention) const {
    const Range range = front(mention);
    for (TokenIndex i = range.last - 1; i >= range.first; --i)
        if (const FoundMention* body = body_at(i, mention)) return body;
    for (const TokenIndex c : m_parse.children(mention.head)) {
        const std::string_view word = m_parse.at(c).lower;
        if (c <= mention.head || m_parse.at(c).dep != Dep::prep) continue;
        if (word != "of" && word != "at" && word != "from" && word != "with" && word != "for") continue;
        const Range phrase = behind(c);
        for (TokenIndex i = phrase.first; i < phrase.last; ++i)
            if (const FoundMention* body = body_at(i, mention)) return body;
    }
    return nullptr;
}

std::string_view PhraseReader::modifier_sector(const FoundMention& mention) const {
    const Range range = front(mention);
    for (TokenIndex i = range.last - 1; i >= range.first; --i)
        if (const auto sector = sector_of_modifier(m_parse.at(i).lower); !sector.empty()) return sector;
    return {};
}

std::string PhraseReader::country_within(const FoundMention& mention) const {
    const Range range{m_parse.token_at(mention.core.start), m_parse.token_at(mention.core.end - 1) + 1};
    for (TokenIndex i = range.first; i < range.last && i < m_parse.size(); ++i) {
        if (is_no_origin(i, mention)) continue;
        if (std::string code = country_at(i, range, mention); !code.empty()) return code;
    }
    return {};
}

} // namespace dateline::who

// From the words of a source to an actor: the mention at its head; the noun a relative pronoun stands for;
// the speaker of the quotation for `I` inside one; the author of a document that speaks; last, a known
// surname that no layer before took for a name.

#include "said/speakers.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "said/phrases.hpp"
#include "said/sources.hpp"
#include "said/words.hpp"

namespace dateline::said {

namespace {

bool is_first_person(std::string_view word) {
    return word == "i" || word == "we" || word == "my" || word == "our" || word == "me" || word == "us";
}

/// The noun a relative pronoun stands for.
TokenIndex antecedent(const Parse& parse, TokenIndex source) {
    const Token& token = parse.at(source);
    if (token.tag != Tag::wp && token.tag != Tag::wdt) return source;
    TokenIndex clause = token.head;
    for (int depth = 0; depth < 6 && parse.at(clause).head != clause; ++depth) {
        if (parse.at(clause).dep == Dep::relcl) return parse.at(clause).head;
        clause = parse.at(clause).head;
    }
    return source;
}

} // namespace

Speakers::Speakers(const Parse& parse, const std::vector<Actor>& actors,
                   const std::vector<Attribution>& attributions)
    : m_parse(parse), m_mentions(parse, actors) {
    for (const Attribution& attribution : attributions)
        if (attribution.direct && attribution.source != no_token)
            for (const Span piece : attribution.contents) m_pieces.push_back({piece, attribution.source});
    std::stable_sort(m_pieces.begin(), m_pieces.end(),
                     [](const Piece& one, const Piece& other) { return one.span.start < other.span.start; });
    for (std::size_t i = 0; i < actors.size(); ++i) {
        if (actors[i].kind != "person") continue;
        const std::string_view name = actors[i].name;
        const std::size_t space = name.rfind(' ');
        const std::string_view surname = space == std::string_view::npos ? name : name.substr(space + 1);
        const auto [at, is_new] = m_surnames.emplace(surname, static_cast<std::int32_t>(i));
        if (!is_new) at->second = -1;
    }
}

TokenIndex Speakers::voice_at(std::uint32_t byte) const {
    const auto next =
        std::upper_bound(m_pieces.begin(), m_pieces.end(), byte,
                         [](std::uint32_t at, const Piece& piece) { return at < piece.span.start; });
    return next != m_pieces.begin() && byte < std::prev(next)->span.end ? std::prev(next)->source : no_token;
}

bool Speakers::is_quoted(const Attribution& attribution) const {
    const TokenIndex voice = voice_at(attribution.cue_span->start);
    return voice != no_token && voice != attribution.source;
}

std::int32_t Speakers::actor_at(TokenIndex head) const {
    const MentionRef headed = m_mentions.headed_by(head);
    return headed.actor >= 0 ? headed.actor : m_mentions.covering(head).actor;
}

std::int32_t Speakers::named(TokenIndex head) const {
    const Token& token = m_parse.at(head);
    if (token.text.empty() || !is_upper(token.text.front())) return -1;
    auto found = m_surnames.find(token.text);
    if (found == m_surnames.end() && std::none_of(token.text.begin(), token.text.end(), is_lower)) {
        std::string small(token.lower); // `EXAMPLE: …` in a transcript
        small.front() = token.text.front();
        found = m_surnames.find(small);
    }
    return found == m_surnames.end() ? -1 : found->second;
}

bool Speakers::is_in_name_of_cue(const Attribution& attribution) const {
    if (attribution.rule != "headline") return false;
    const std::int32_t mention = m_mentions.covering(attribution.cue).mention;
    return mention >= 0 && m_mentions.covering(attribution.source).mention == mention;
}

std::int32_t Speakers::of(const Attribution& attribution) const {
    if (attribution.source == no_token || is_in_name_of_cue(attribution)) return -1;
    TokenIndex head = antecedent(m_parse, attribution.source);
    for (int depth = 0; depth < 3 && is_first_person(m_parse.at(head).lower); ++depth) {
        const TokenIndex voice = voice_at(m_parse.at(head).span.start);
        if (voice == no_token || voice == head) return -1;
        head = antecedent(m_parse, voice);
    }
    if (const std::int32_t actor = actor_at(head); actor >= 0) return actor;
    if (is_on(WordList::document,
              m_parse.at(head).lemma)) { // `a statement by the ministry said`: the ministry
        const TokenIndex author = source_of_noun(m_parse, head);
        if (author != no_token && is_under(m_parse, author, head)) return actor_at(author);
    }
    return named(head);
}

} // namespace dateline::said

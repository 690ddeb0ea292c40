// Quotations for the pronouns in them: `I` is who speaks, `he` hardly. The speaker is the subject of the
// speech verb that stands nearest to the marks, in the sentences that the quotation touches; else that of the
// quotation before in the same paragraph; else that of the sentence in front. A quotation that never closes
// ends with its paragraph.

#include "who/quotations.hpp"

#include <algorithm>

#include "who/name_spans.hpp"
#include "who/noun_words.hpp"
#include "who/turns.hpp"

namespace dateline::who {

Quotations::Quotations(const Parse& parse) : m_number(parse.tokens.size(), -1) {
    find(parse);
    for (Quotation& quotation : m_quotations) {
        quotation.speaker = speaker_beside(parse, quotation);
        if (quotation.speaker != no_token || &quotation == m_quotations.data()) continue;
        const Quotation& before = *(&quotation - 1);
        const bool same_paragraph =
            std::none_of(parse.tokens.begin() + before.last, parse.tokens.begin() + quotation.first,
                         [](const Token& token) { return is_break(token); });
        const int distance = parse.at(quotation.first).sentence - parse.at(before.last - 1).sentence;
        if (same_paragraph || distance <= 1) quotation.speaker = before.speaker;
    }
    add_turns(parse);
}

/// What a turn quotes of others stays theirs.
void Quotations::add_turns(const Parse& parse) {
    const auto head_of = [&](TokenIndex label) { // of the name in front of the colon
        while (label + 1 < parse.size() && parse.at(label + 1).text != ":") ++label;
        return label;
    };
    for (const Turn& turn : find_turns(parse)) {
        m_quotations.push_back({turn.first, turn.last, head_of(turn.label),
                                turn.addressee == no_token ? no_token : head_of(turn.addressee)});
        for (TokenIndex i = turn.first; i < turn.last; ++i)
            if (m_number[static_cast<std::size_t>(i)] < 0)
                m_number[static_cast<std::size_t>(i)] = static_cast<int>(m_quotations.size()) - 1;
    }
}

void Quotations::find(const Parse& parse) {
    bool open = false;
    const auto close = [&](TokenIndex at) {
        if (open) m_quotations.back().last = at;
        open = false;
    };
    for (TokenIndex i = 0; i < parse.size(); ++i) {
        const Token& token = parse.at(i);
        const bool straight = token.text == "\"" || token.text == "''";
        const bool ticks = token.text == "`" && i > 0 && parse.at(i - 1).text == "`";
        if (token.text == "\xE2\x80\x9C" || token.text == "``" || ticks || (straight && !open)) {
            close(i);
            m_quotations.push_back({i + 1, i + 1, no_token});
            open = true;
        } else if (token.text == "\xE2\x80\x9D" || straight || is_break(token)) {
            close(i);
        } else if (open) {
            m_number[static_cast<std::size_t>(i)] = static_cast<int>(m_quotations.size()) - 1;
        }
    }
    close(parse.size());
    for (Quotation& quotation : m_quotations) // marks with nothing between: the number belongs to no token
        if (quotation.last == quotation.first) quotation.first = std::max(0, quotation.first - 1);
}

TokenIndex Quotations::speaker_beside(const Parse& parse, const Quotation& quotation) const {
    const TokenIndex before = std::max(0, quotation.first - 1);
    const TokenIndex behind = std::min(parse.size() - 1, quotation.last + 1);
    const Sentence& first = parse.sentence_of(before);
    const Sentence& last = parse.sentence_of(behind);
    const TokenIndex found = speaker_in(parse, first.first, last.last, quotation);
    if (found != no_token || first.first == 0) return found;
    const Sentence& front = parse.sentence_of(first.first - 1);
    return parse.at(front.last - 1).text == ":" ? speaker_in(parse, front.first, front.last, quotation)
                                                : no_token;
}

TokenIndex Quotations::speaker_in(const Parse& parse, TokenIndex first, TokenIndex last,
                                  const Quotation& quotation) const {
    constexpr TokenIndex reach = 100; // tokens; a sentence may be endless
    first = std::max(first, quotation.first - reach);
    last = std::min(last, quotation.last + reach);
    TokenIndex best = no_token, best_distance = parse.size();
    for (TokenIndex i = first; i < last; ++i) {
        if (i == quotation.first) i = std::max(i, quotation.last); // what is inside does not tell
        if (i >= last) break;
        const Token& token = parse.at(i);
        if (number(i) >= 0 || (token.dep != Dep::nsubj && token.dep != Dep::agent)) continue;
        const Token& verb = parse.at(token.head);
        if (number(token.head) >= 0 || !is_link_word(verb.lemma, LinkWord::say)) continue;
        const TokenIndex subject = token.dep == Dep::agent ? parse.child(i, Dep::pobj) : i;
        if (subject == no_token) continue;
        const TokenIndex distance =
            token.head < quotation.first ? quotation.first - token.head : token.head - quotation.last;
        if (distance < best_distance) best = subject, best_distance = distance;
    }
    return best;
}

} // namespace dateline::who

#include "what/news_day.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "what/circumstances.hpp"

namespace dateline::what {

namespace {

/// Days of news: a day told further back is background.
constexpr int days_of_news = 7;

/// Days since the epoch of an ISO day, by the calendar of Fliegel and Van Flandern (1968); 0 for anything
/// else.
int number_of(const std::string& iso) {
    if (iso.size() < 10 || iso[0] == 'X') return 0;
    const int year = std::stoi(iso.substr(0, 4)), month = std::stoi(iso.substr(5, 2)),
              day = std::stoi(iso.substr(8, 2));
    const int a = (14 - month) / 12, y = year + 4800 - a, m = month + 12 * a - 3;
    return day + (153 * m + 2) / 5 + 365 * y + y / 4 - y / 100 + y / 400 - 32045;
}

bool is_of_habit(std::string_view adverb) {
    return adverb == "often" || adverb == "usually" || adverb == "always" || adverb == "sometimes" ||
           adverb == "normally" || adverb == "frequently" || adverb == "generally" || adverb == "typically" ||
           adverb == "regularly" || adverb == "rarely" || adverb == "never";
}

/// Sentences reach to the next one: the line end before a paragraph is in the one before.
bool begins_paragraph(std::string_view text, Span sentence) {
    const std::size_t last = text.find_last_not_of(" \t\r\n", sentence.start == 0 ? 0 : sentence.start - 1);
    return last == std::string_view::npos ||
           text.substr(last, sentence.start - last).find('\n') != std::string_view::npos;
}

/// `Hide Caption 3 of 9 …`: furniture of a page in front of what a picture shows.
bool is_caption(const ReportWords& words, const Sentence& sentence) {
    for (TokenIndex t = sentence.first; t < sentence.last; ++t)
        if ((words.built_in(t) & built_in_furniture) != 0 && words.at(t).lower == "caption") return true;
    return false;
}

} // namespace

NewsDay::NewsDay(const ReportWords& words)
    : m_words(words), m_day(words.parse().sentences.size()), m_is_caption(m_day.size()) {
    const CodedReport& coded = words.coded();
    const std::string published = coded.report.published.value.substr(0, 10);
    const int today = number_of(published);
    if (today == 0) return;
    // A date above the text may be that of a page's capture: it bounds what is news, but is no day of it.
    m_published = coded.report.published.from == "header" ? std::string() : published;
    for (const Quote& quote : coded.quotes)
        if (quote.direct) m_quoted.push_back(quote.span);
    std::string told = m_published;
    bool background = false;
    std::size_t next = 0;
    const std::uint32_t prose = std::max(coded.report.body_start, coded.report.prose_start);
    for (std::size_t s = 0; s < m_day.size(); ++s) {
        const Span sentence = words.parse().sentences[s].span;
        if (sentence.end <= prose) m_first_prose = static_cast<std::int32_t>(s) + 1;
        background = background && goes_on(s);
        m_is_caption[s] = is_caption(words, words.parse().sentences[s]);
        for (; next < coded.times.size() && coded.times[next].span.start < sentence.end; ++next) {
            const Time& time = coded.times[next];
            if (time.type == "SET" || words.is_header(time.span) || is_quoted(time.span)) continue;
            const int first = number_of(time.from), last = number_of(time.to);
            if (first != 0 && first == last && last <= today && last > today - days_of_news) {
                told = time.from;
                background = false;
            } else if (last != 0 && last <= today - days_of_news && is_told_of(time)) {
                background = true;
            }
        }
        m_day[s] = background ? std::string() : told;
    }
}

/// Background goes on in its paragraph, and in one that is told in the past: `They agreed to …`; not `Smith
/// said …`, `Jones has not yet …`, with which a report comes back to its news.
bool NewsDay::goes_on(std::size_t sentence) const {
    const Sentence& own = m_words.parse().sentences[sentence];
    if (!begins_paragraph(m_words.coded().report.text, own.span)) return true;
    return own.root != no_token && is_past(own.root) && !is_speech(own.root);
}

/// `In 1994 the two fought a war`: the main line of the sentence is in that time; not `a 1994 law`, nor `said
/// that in 1994 …`.
bool NewsDay::is_told_of(const Time& time) const {
    const TokenIndex first = m_words.parse().token_at(time.span.start);
    if (first >= m_words.parse().size()) return false;
    TokenIndex head = first;
    while (m_words.at(head).head != head && time.span.contains(m_words.at(m_words.at(head).head).span))
        head = m_words.at(head).head;
    const Dep dep = m_words.at(head).dep;
    if (dep == Dep::poss || dep == Dep::nummod || dep == Dep::compound || dep == Dep::nmod ||
        dep == Dep::amod)
        return false;
    TokenIndex verb = clause_of(m_words, head);
    if (!is_past(verb)) return false;
    while (m_words.at(verb).dep == Dep::conj || m_words.at(verb).dep == Dep::advcl)
        verb = m_words.at(verb).head;
    return m_words.at(verb).head == verb;
}

/// `fought`, `was built`, `had left`.
bool NewsDay::is_past(TokenIndex verb) const {
    if (m_words.at(verb).tag == Tag::vbd) return true;
    for (const TokenIndex c : m_words.parse().children(verb))
        if ((m_words.at(c).dep == Dep::aux || m_words.at(c).dep == Dep::auxpass) &&
            m_words.at(c).tag == Tag::vbd)
            return true;
    return false;
}

std::string NewsDay::day_of(TokenIndex trigger) const {
    const auto sentence = static_cast<std::size_t>(m_words.at(trigger).sentence);
    if (m_is_caption[sentence] || is_quoted(m_words.at(trigger).span)) return {};
    if (is_narrated(trigger)) return m_day[sentence];
    return is_now(trigger) ? m_published : std::string();
}

/// `Troops are shelling the town`, `He is believed to …`, `The law bans …`: so it is while this is written;
/// not `The group often meets`, which is of no day.
bool NewsDay::is_now(TokenIndex verb) const {
    const Token& token = m_words.at(verb);
    bool is = token.tag == Tag::vbz || token.tag == Tag::vbp;
    const bool needs_be = token.tag == Tag::vbg || token.tag == Tag::vbn;
    if (!is && !needs_be) return false;
    for (const TokenIndex c : m_words.parse().children(verb)) {
        const Token& word = m_words.at(c);
        if (word.dep == Dep::aux || word.dep == Dep::auxpass) {
            if (is || (word.lower != "is" && word.lower != "are")) return false;
            is = true;
        }
        if (word.dep == Dep::advmod && is_of_habit(word.lower)) return false;
        if (word.dep == Dep::npadvmod &&
            (m_words.at(word.left_edge).lower == "every" || m_words.at(word.left_edge).lower == "each"))
            return false;
    }
    return is;
}

bool NewsDay::is_quoted(Span span) const {
    return std::any_of(m_quoted.begin(), m_quoted.end(), [&](Span quoted) { return quoted.contains(span); });
}

/// The first sentences of the text tell the news itself: `The firm has released …`, `is stepping down`.
bool NewsDay::is_lead(TokenIndex trigger) const {
    constexpr std::int32_t lead_sentences = 2;
    return m_words.at(trigger).sentence < m_first_prose + lead_sentences;
}

bool NewsDay::is_reporting(TokenIndex verb) const {
    const Token& token = m_words.at(verb);
    return token.head == verb && (token.tag == Tag::vbz || token.tag == Tag::vbp) && is_speech(verb);
}

bool NewsDay::is_speech(TokenIndex verb) const {
    const Token& token = m_words.at(verb);
    for (const std::uint32_t f : m_words.lexicon().frames_of(token.lemma, token.pos))
        if (m_words.lexicon().frames()[f].speech) return true;
    return false;
}

/// `issued a report on the attacks`, `a role in the attack`, `met after talks`: a noun away from the verb
/// that the sentence tells of may be of any day; not `killed in a raid`, `flew to Lima for talks`.
bool NewsDay::is_mentioned_only(TokenIndex trigger) const {
    const Token& token = m_words.at(trigger);
    if (token.pos != Pos::noun && token.pos != Pos::propn) return false;
    const Token& noun = m_words.at(measure_of(m_words, trigger));
    if (noun.dep == Dep::pobj) {
        static constexpr std::array<std::string_view, 6> kept{"in", "into", "during", "at", "by", "as"};
        const Token& preposition = m_words.at(noun.head);
        if (preposition.lower == "for" &&
            (m_words.classes(trigger) & m_words.lexicon().classes().bit_of("meetings")) != 0)
            return false;
        return !m_words.is_verb(preposition.head) ||
               std::find(kept.begin(), kept.end(), preposition.lower) == kept.end();
    }
    return noun.dep == Dep::compound || noun.dep == Dep::poss || noun.dep == Dep::nmod;
}

/// `before he endorsed her`, `since they took office`, `days after she was fired`.
bool NewsDay::is_of_another_time(TokenIndex verb) const {
    static constexpr std::array<std::string_view, 4> parting{"before", "after", "since", "until"};
    for (const TokenIndex c : m_words.parse().children(verb)) {
        const Token& token = m_words.at(c);
        if (token.dep == Dep::mark && c < verb)
            return std::find(parting.begin(), parting.end(), token.lower) != parting.end();
    }
    return false;
}

/// `accused her of lying`, `praised him for staying`: what was done before; not `won by cheating`.
bool NewsDay::is_reason(TokenIndex preposition) const {
    static constexpr std::array<std::string_view, 7> reasons{"of",    "for",    "about",  "against",
                                                             "since", "before", "despite"};
    return std::find(reasons.begin(), reasons.end(), m_words.at(preposition).lower) != reasons.end();
}

/// In the simple past and on the main line of its sentence, in a headline's or a reporter's present, or in
/// the perfect of the first sentences.
bool NewsDay::is_narrated(TokenIndex trigger) const {
    if (is_mentioned_only(trigger)) return false;
    const bool lead = is_lead(trigger);
    const bool is_headline = m_words.at(trigger).span.start < m_words.coded().report.body_start;
    TokenIndex verb = clause_of(m_words, trigger);
    for (int depth = 0; depth < 6 && verb != no_token; ++depth) {
        const Token& token = m_words.at(verb);
        if (is_headline && (token.tag == Tag::vbz || token.tag == Tag::vbp || token.tag == Tag::vbd))
            return true;
        if (token.dep == Dep::relcl || token.dep == Dep::acl || token.dep == Dep::ccomp) return false;
        if (verb == trigger && is_reporting(verb)) return true;
        bool perfect = false;
        for (const TokenIndex child : m_words.parse().children(verb))
            if (m_words.at(child).dep == Dep::aux || m_words.at(child).dep == Dep::auxpass)
                if (const std::string_view word = m_words.at(child).lower;
                    word != "was" && word != "were" && word != "did" && word != "being" && word != "to") {
                    const bool recent = word == "has" || word == "have" || word == "been" ||
                                        ((word == "is" || word == "are") && token.tag == Tag::vbg);
                    if (!lead || !recent) return false;
                    perfect = true;
                }
        const bool is_past = perfect || token.tag == Tag::vbd ||
                             (token.tag == Tag::vbn && m_words.parse().has_child(verb, Dep::auxpass));
        if (token.head == verb) return is_past;
        if (token.dep == Dep::conj && is_past) return true;
        if (token.dep == Dep::advcl && is_of_another_time(verb)) return false;
        if (token.dep == Dep::pcomp && is_reason(token.head)) return false;
        if (token.dep != Dep::conj && token.dep != Dep::advcl && token.dep != Dep::xcomp &&
            token.dep != Dep::prep && token.dep != Dep::pcomp && token.dep != Dep::parataxis)
            return false;
        verb = clause_of(m_words, token.head);
    }
    return false;
}

} // namespace dateline::what

#include "what/news_day.hpp"

#include <algorithm>

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

} // namespace

NewsDay::NewsDay(const ReportWords& words) : m_words(words), m_day(words.parse().sentences.size()) {
    const CodedReport& coded = words.coded();
    const std::string published = coded.report.published.value.substr(0, 10);
    const int today = number_of(published);
    if (today == 0) return;
    // A date above the text may be that of a page's capture: it bounds what is news, but is no day of it.
    m_published = coded.report.published.from == "header" ? std::string() : published;
    for (const Quote& quote : coded.quotes)
        if (quote.direct) m_quoted.push_back(quote.span);
    std::string told = m_published;
    std::size_t next = 0;
    const std::uint32_t prose = std::max(coded.report.body_start, coded.report.prose_start);
    for (std::size_t s = 0; s < m_day.size(); ++s) {
        const Span sentence = words.parse().sentences[s].span;
        if (sentence.end <= prose) m_first_prose = static_cast<std::int32_t>(s) + 1;
        for (; next < coded.times.size() && coded.times[next].span.start < sentence.end; ++next) {
            const Time& time = coded.times[next];
            const int day = time.from == time.to ? number_of(time.from) : 0;
            const bool is_news = day != 0 && day <= today && day > today - days_of_news;
            if (is_news && time.type != "SET" && !words.is_header(time.span) && !is_quoted(time.span))
                told = time.from;
        }
        m_day[s] = told;
    }
}

std::string NewsDay::day_of(TokenIndex trigger) const {
    const std::string& day = m_day[static_cast<std::size_t>(m_words.at(trigger).sentence)];
    if (day.empty() || is_quoted(m_words.at(trigger).span)) return {};
    if (is_narrated(trigger)) return day;
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
    if (token.head != verb || (token.tag != Tag::vbz && token.tag != Tag::vbp)) return false;
    for (const std::uint32_t f : m_words.lexicon().frames_of(token.lemma, token.pos))
        if (m_words.lexicon().frames()[f].speech) return true;
    return false;
}

/// In the simple past and on the main line of its sentence, in a headline's or a reporter's present, or in
/// the perfect of the first sentences.
bool NewsDay::is_narrated(TokenIndex trigger) const {
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
        if (token.dep != Dep::conj && token.dep != Dep::advcl && token.dep != Dep::xcomp &&
            token.dep != Dep::prep && token.dep != Dep::pcomp && token.dep != Dep::parataxis)
            return false;
        verb = clause_of(m_words, token.head);
    }
    return false;
}

} // namespace dateline::what

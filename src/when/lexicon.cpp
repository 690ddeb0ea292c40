#include "when/lexicon.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view when_lexicon();
std::string_view when_words();
} // namespace dateline::data

namespace dateline::when {

namespace {

int number_of(std::string_view text, int line) {
    int value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc{} || result.ptr != text.data() + text.size())
        throw error("data/when/lexicon.txt:{}: expected a number, not \"{}\"", line, text);
    return value;
}

Unit unit_of(std::string_view text, int line) {
    constexpr std::array<std::string_view, 10> codes{"S", "MIN", "H", "D", "W", "M", "Q", "Y", "DE", "CE"};
    const auto found = std::find(codes.begin(), codes.end(), text);
    if (found == codes.end()) throw error("data/when/lexicon.txt:{}: no unit \"{}\"", line, text);
    return static_cast<Unit>(found - codes.begin());
}

/// What a word is or is not, by the name of the kind.
bool enter_mark(WordInfo& info, std::string_view kind) {
    constexpr std::array<std::pair<std::string_view, bool WordInfo::*>, 6> marks{
        {{"zone", &WordInfo::is_zone},
         {"degree", &WordInfo::is_degree},
         {"plan", &WordInfo::is_plan},
         {"promise", &WordInfo::is_promise},
         {"saying", &WordInfo::is_saying},
         {"event", &WordInfo::is_event}}};
    const auto found =
        std::find_if(marks.begin(), marks.end(), [&](const auto& mark) { return mark.first == kind; });
    if (found != marks.end()) info.*found->second = true;
    return found != marks.end();
}

void enter(WordInfo& info, std::string_view kind, std::string_view value, int line) {
    if (kind == "month")
        info.month = static_cast<std::uint8_t>(number_of(value, line));
    else if (kind == "weekday")
        info.weekday = static_cast<std::uint8_t>(number_of(value, line));
    else if (kind == "number")
        info.number = number_of(value, line);
    else if (kind == "ordinal")
        info.ordinal = static_cast<std::int16_t>(number_of(value, line));
    else if (kind == "unit")
        info.unit = unit_of(value, line);
    else if (kind == "season")
        info.season = value;
    else if (kind == "part")
        info.part = value;
    else if (!enter_mark(info, kind))
        throw error("data/when/lexicon.txt:{}: no kind \"{}\"", line, kind);
}

} // namespace

Lexicon::Lexicon() {
    read_words();
    read_phrases();
}

void Lexicon::read_words() {
    for_each_data_line(data::when_lexicon(), [&](std::string_view line, int at) {
        const auto fields = split(line, '|');
        if (fields.size() != 3) throw error("data/when/lexicon.txt:{}: expected kind, value and words", at);
        for (const std::string_view word : split(fields[2], ' '))
            enter(m_words[word], fields[0], fields[1], at);
    });
}

void Lexicon::read_phrases() {
    for_each_data_line(data::when_words(), [&](std::string_view line, int at) {
        const auto fields = split(line, '|');
        const bool is_wide = fields.size() == 4 && fields[3] == "histories";
        if (fields.size() != 3 && !is_wide)
            throw error("data/when/words.txt:{}: expected phrase, type, value and perhaps `histories`", at);
        Phrase phrase{split(fields[0], ' '), fields[1], fields[2], is_wide};
        m_words[phrase.words.front()].phrases.push_back(std::move(phrase));
    });
    for (auto& entry : m_words)
        std::stable_sort(entry.second.phrases.begin(), entry.second.phrases.end(),
                         [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
}

const WordInfo& Lexicon::find(std::string_view lower) const {
    const auto found = m_words.find(lower);
    return found == m_words.end() ? m_unknown : found->second;
}

const Lexicon& lexicon() {
    static const Lexicon known;
    return known;
}

} // namespace dateline::when

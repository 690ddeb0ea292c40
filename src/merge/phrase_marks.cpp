// Things of one kind are told apart by small words: another, 5.6, British, 36-year-old, two, of 2007. They
// are read off the phrases of a claim without a parse, since merging keeps none.

#include "merge/phrase_marks.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "merge/actor_keys.hpp"
#include "merge/how_many.hpp"
#include "merge/order_words.hpp"
#include "merge/sorted.hpp"
#include "merge/stems.hpp"
#include "merge/trigger.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

constexpr std::size_t bytes_around = 24; // of a trigger, for years

std::uint16_t code_number(std::string_view alpha3) {
    std::uint16_t number = 0;
    for (const char c : alpha3) number = static_cast<std::uint16_t>(number * 31 + (c - 'A' + 1));
    return number;
}

/// `a Briton from Leeds`, `guests at the Spanish inn`: behind these words stands where, not who.
bool opens_place(std::string_view word) {
    return word == "in" || word == "at" || word == "near" || word == "on" || word == "off" || word == "to" ||
           word == "who" || word == "that" || word == "with" || word == "by" || word == "for";
}

/// The countries that a phrase names by their names or as an adjective.
void add_nations(std::string_view phrase, std::vector<std::uint16_t>& out) {
    std::string before; // the word before, when it had a capital letter
    for_each_word(phrase, [&](std::string_view word) {
        if (opens_place(word)) return false;
        if (word.ends_with("'s")) word.remove_suffix(2);
        if (word.empty() || std::isupper(static_cast<unsigned char>(word.front())) == 0) {
            before.clear();
            return true;
        }
        std::string_view found = codes::country_of_demonym(word);
        if (found.empty()) found = codes::country_of_name(word);
        if (found.empty() && !before.empty()) found = codes::country_of_name(before.append(" ").append(word));
        if (!found.empty()) out.push_back(code_number(found));
        before = word;
        return true;
    });
}

std::vector<std::uint16_t> nations_of(const CodedReport& coded, const std::vector<Participant>& side) {
    std::vector<std::uint16_t> out;
    for (const Participant& participant : side) {
        if (participant.actor >= 0) {
            const std::string& country = coded.actors[static_cast<std::size_t>(participant.actor)].country;
            if (!country.empty()) {
                out.push_back(code_number(country));
                continue;
            }
        }
        add_nations(words(coded.report.text, participant.span), out);
    }
    sort_unique(out);
    return out;
}

/// The noun that a phrase is about: `climbers` of `two climbers from Leeds`.
std::string_view noun_of(std::string_view phrase) {
    std::string_view noun;
    for_each_word(phrase, [&](std::string_view word) {
        if (opens_place(word) || word == "of" || word == "from" || word == "after" || word == "measuring")
            return noun.empty();
        noun = word;
        return true;
    });
    return noun;
}

/// `aftershocks jolted`, `the quake struck`: what did it, when that is a happening with a word of its own.
std::uint64_t cause_of(const CodedReport& coded, const std::vector<Participant>& side) {
    if (side.size() != 1) return 0;
    const std::string_view key = group_of(noun_of(words(coded.report.text, side.front().span)));
    return key.empty() ? 0 : hash_text(key);
}

/// Described people whose gender nobody tells and whose noun is a plural are many.
bool are_many(const Actor& actor, std::string_view phrase) {
    constexpr std::array<std::string_view, 4> of_people = {"person", "population", "military", "armed_group"};
    return actor.gender.empty() && !is_named(actor) && is_plural(phrase) &&
           std::find(of_people.begin(), of_people.end(), actor.kind) != of_people.end();
}

Number number_of(const CodedReport& coded, const Participant& participant) {
    const std::string phrase = to_lower(words(coded.report.text, participant.span));
    if (phrase == "they" || phrase == "their" || phrase == "them" || phrase == "both" || phrase == "these")
        return Number::many;
    if (phrase == "he" || phrase == "she" || phrase == "his" || phrase == "her" || phrase == "him")
        return Number::one;
    if (const std::uint32_t number = how_many(phrase); number > 0)
        return number == 1 ? Number::one : Number::many;
    if (participant.actor < 0) return Number::unknown;
    const Actor& actor = coded.actors[static_cast<std::size_t>(participant.actor)];
    if (are_many(actor, words(coded.report.text, participant.span))) return Number::many;
    return merge::number_of(actor);
}

/// Men, women or both, as far as people are told by their gender.
std::uint8_t genders_of(const CodedReport& coded, const std::vector<Participant>& side) {
    std::uint8_t out = 0;
    for (const Participant& participant : side) {
        if (participant.actor < 0) return 0;
        const Actor& actor = coded.actors[static_cast<std::size_t>(participant.actor)];
        const unsigned bit = actor.gender == "m" ? 1 : actor.gender == "f" ? 2 : 0;
        if (bit == 0 || actor.kind != "person") return 0;
        out = static_cast<std::uint8_t>(out | bit);
    }
    return out;
}

/// `also` right before the trigger or soon behind it, `too` at the end.
bool is_also_told(std::string_view before, std::string_view behind) {
    const auto opens = [](std::string_view text) {
        return text.starts_with(" also") || text.starts_with(", too") || text.starts_with(" too.");
    };
    return before.ends_with(" also ") || before.ends_with(" also been ") || before.starts_with("Also ") ||
           opens(behind) || behind.ends_with(", too.");
}

Number number_of(const CodedReport& coded, const std::vector<Participant>& side) {
    if (side.empty()) return Number::unknown;
    return side.size() > 1 ? Number::many : number_of(coded, side.front());
}

/// `5.6`, `3-1`, `36-year-old`
void add_measure(std::string_view word, std::vector<Measure>& out) {
    std::size_t digits = 0;
    while (digits < word.size() && is_digit(word[digits])) ++digits;
    if (digits == 0 || digits > 3) return;
    const std::string_view rest = word.substr(digits);
    const auto hash = [](std::string_view text) { return static_cast<std::uint32_t>(hash_text(text)); };
    if (rest.starts_with("-year-old")) {
        out.push_back({Measure::Kind::age, hash(word.substr(0, digits))});
    } else if (rest.size() > 1 && rest.size() < 4 && rest.front() == '-' && is_digit(rest[1]) && digits < 3) {
        out.push_back({Measure::Kind::score, hash(word)});
    }
}

void add_decimals(std::string_view text, std::vector<Measure>& out) {
    for (std::size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
        std::size_t first = at, last = at + 1;
        while (first > 0 && is_digit(text[first - 1])) --first;
        while (last < text.size() && is_digit(text[last])) ++last;
        if (first == at || last == at + 1) continue;
        out.push_back({Measure::Kind::decimal,
                       static_cast<std::uint32_t>(hash_text(text.substr(first, last - first)))});
    }
}

/// Those of a sentence, unsorted.
std::vector<Measure> measures_of(std::string_view sentence) {
    std::vector<Measure> out;
    for_each_word(sentence, [&](std::string_view word) {
        if (is_digit(word.front())) add_measure(word, out);
        return true;
    });
    add_decimals(sentence, out);
    return out;
}

/// `Girl, 9,` and `a man of 71`: the age behind a person's name or noun.
void add_age(std::string_view text, Span phrase, std::vector<Measure>& out) {
    const std::string_view inside = words(text, phrase);
    std::string_view behind = text.substr(phrase.end);
    if (behind.starts_with(", aged "))
        behind.remove_prefix(7);
    else if (behind.starts_with(", "))
        behind.remove_prefix(2);
    else if (const std::size_t of = inside.rfind(" of "); of != std::string_view::npos)
        behind = inside.substr(of + 4);
    else
        return;
    std::size_t digits = 0;
    while (digits < behind.size() && is_digit(behind[digits])) ++digits;
    const bool ends = digits == behind.size() || behind[digits] == ',' || behind[digits] == '.';
    if (digits == 0 || digits > 2 || !ends) return;
    out.push_back({Measure::Kind::age, static_cast<std::uint32_t>(hash_text(behind.substr(0, digits)))});
}

void add_ages(const CodedReport& coded, const std::vector<Participant>& side, std::vector<Measure>& out) {
    for (const Participant& participant : side)
        if (participant.actor >= 0 &&
            coded.actors[static_cast<std::size_t>(participant.actor)].kind == "person")
            add_age(coded.report.text, participant.span, out);
}

/// `these attacks`, `such a raid`
bool is_pointed_at(std::string_view before) {
    constexpr std::array<std::string_view, 4> words = {"this", "these", "such", "such a"};
    before = trim(before);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        if (before.size() < word.size()) return false;
        const std::size_t at = before.size() - word.size();
        return (at == 0 || before[at - 1] == ' ') && to_lower(before.substr(at)) == word;
    });
}

void add_thing(PhraseMarks& marks, const CodedReport& coded, const Thing& thing) {
    std::vector<std::uint64_t> stems;
    add_stems(words(coded.report.text, thing.head), stems);
    marks.thing_noun = stems.empty() ? 0 : stems.back();
    add_stems(words(coded.report.text, thing.span), stems);
    for (const std::uint64_t stem : stems)
        if (stem != 0) marks.thing.push_back(short_hash(stem));
    sort_unique(marks.thing);
}

} // namespace

Number number_of(const Actor& actor) {
    if (!actor.members.empty()) return Number::many;
    return actor.kind == "person" ? Number::one : Number::unknown;
}

bool is_plural(std::string_view phrase) {
    const std::string_view noun = noun_of(phrase);
    return noun.size() > 3 && noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us") &&
           !noun.ends_with("'s") && !noun.ends_with("is");
}

Span sentence_of(const CodedReport& coded, const Claim& claim) {
    const auto& sentences = coded.parse.sentences;
    const auto s = static_cast<std::size_t>(claim.sentence);
    return s < sentences.size() ? sentences[s].span : claim.trigger;
}

std::array<std::uint16_t, 2> years_in(std::string_view text) {
    std::array<std::uint16_t, 2> out{};
    std::size_t found = 0;
    for (std::size_t at = 0; at + 4 <= text.size() && found < out.size(); ++at) {
        if (!is_digit(text[at])) continue;
        std::size_t end = at;
        unsigned number = 0;
        for (; end < text.size() && is_digit(text[end]); ++end)
            if (end - at < 5) number = number * 10 + static_cast<unsigned>(text[end] - '0');
        if (end - at == 4 && number >= 1900 && number < 2100)
            out.at(found++) = static_cast<std::uint16_t>(number);
        at = end;
    }
    return out;
}

PhraseMarks phrase_marks(const CodedReport& coded, const Claim& claim) {
    PhraseMarks marks;
    const std::string_view text = coded.report.text;
    const Span sentence = sentence_of(coded, claim);
    marks.actor_nations = nations_of(coded, claim.actors);
    marks.recipient_nations = nations_of(coded, claim.recipients);
    marks.actors = number_of(coded, claim.actors);
    marks.recipients = number_of(coded, claim.recipients);
    for (const auto* side : {&claim.actors, &claim.recipients})
        for (const Participant& participant : *side)
            marks.order = static_cast<std::uint8_t>(marks.order | order_of_phrase(coded, participant.span));
    if (claim.object) {
        add_thing(marks, coded, *claim.object);
        marks.order = static_cast<std::uint8_t>(marks.order | order_of_phrase(coded, claim.object->span));
        marks.years = years_in(words(text, claim.object->span));
    }
    if (marks.years[0] == 0) {
        const auto around = static_cast<std::uint32_t>(bytes_around);
        const std::uint32_t from =
            std::max(sentence.start, claim.trigger.start > around ? claim.trigger.start - around : 0);
        const std::uint32_t to =
            std::max(claim.trigger.end, std::min(sentence.end, claim.trigger.end + around));
        marks.years = years_in(words(text, {std::min(from, claim.trigger.start), to}));
    }
    marks.actor_genders = genders_of(coded, claim.actors);
    marks.recipient_genders = genders_of(coded, claim.recipients);
    marks.cause = cause_of(coded, claim.actors);
    const std::string_view before =
        words(text, {sentence.start, std::max(sentence.start, claim.trigger.start)});
    marks.is_pointing = is_pointed_at(before);
    marks.is_also =
        is_also_told(before, words(text, {claim.trigger.end, std::max(sentence.end, claim.trigger.end)}));
    marks.measures = measures_of(words(text, sentence));
    add_ages(coded, claim.actors, marks.measures);
    add_ages(coded, claim.recipients, marks.measures);
    sort_unique(marks.measures);
    return marks;
}

} // namespace dateline::merge

#pragma once

#include <string>
#include <string_view>

#include "record/coded_report.hpp"

namespace dateline::merge {

/// How the `why` of an actor that the actor book knows begins.
constexpr const char* book_mark = "actor book: ";
bool is_of_book(const Actor& actor);

/// Some mention of the actor is a name.
bool is_named(const Actor& actor);

/// A body of a state whose name many states have one of (`Supreme Court`, `Ministry of Defence`): all its
/// words are words of such bodies (`data/who/body_words.txt`).
bool is_generic_body(const Actor& actor);

/// The name of a body as keys have it: lowered, without an article.
std::string body_name(const Actor& actor);

/// A name in a spelling that transliterations share: without vowels behind the first letter, doubled letters
/// once, no marks.
std::string skeleton(std::string_view name);

/// Whether two words of one skeleton are spellings of one name (`Jabari`, `Ja'abari`) and not two names
/// (`Kelly`, `Kyl`): a letter apart, two in long words; marks do not count. Short words must be equal where
/// nothing else speaks for them.
enum class Support { full_name, none };
bool are_spellings(std::string_view one, std::string_view other, Support support);

std::string_view first_word(std::string_view name);
std::string_view last_word(std::string_view name);

/// The words between a person's first and last name, lowered, as initials: `hw` of George H. W. Bush.
std::string middle_initials(std::string_view name);

/// Without titles (`Dr.`) in front and `Jr.`, `III` behind.
std::string_view bare_person_name(std::string_view name);

/// The name that a mention calls a person by: its words from the person's first name on, else the last one
/// (`Premier Ada Example`, `the minister Example`). Empty when it is more than a name (`Ada Example: we won`,
/// `Ada] Example`), two people in one word (`Berg-Example` of Ada Example) or a name said twice.
std::string_view name_in_mention(std::string_view mention, std::string_view person);

/// The key of a person's first and last name in any spelling (`p:mmd mrs`); "" of one word.
std::string spelling_key_of(const Actor& person);

/// Key under which actors of different reports are the same; empty when the actor stays on its own.
std::string key_of(const Actor& actor);

/// The initials of the capitalised words of a name (`US Geological Survey`: USGS); empty under three.
std::string acronym_of(std::string_view name);

/// Someone whom a report describes but does not name.
struct Description {
    std::string
        head; // the noun, or what stands for it (`data/merge/person_words.txt`); empty: says too little
    std::string number; // the first number of the words (`23`, `61-year-old`); "" none
};

/// The description in an actor's name, `23 Somali pirates`; an empty head for what names nobody in particular
/// (`his brother`, `other officials`).
Description describe(std::string_view name);

/// The noun by which reports of one story call the same people (`rebels` for `fighters`), lowered; the noun
/// itself when it has no others (`data/merge/person_words.txt`).
std::string common_noun(std::string_view noun);

} // namespace dateline::merge

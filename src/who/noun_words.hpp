#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::who {

/// What a noun or verb says when mentions are put together; a word may be of several classes, which are
/// in the order of `link_words` in noun_words.cpp.
enum class LinkWord : std::uint8_t {
    loose,       // nouns that mean others each time unless an article says otherwise: `people`, `officials`
    say,         // verbs whose subject speaks
    shared,      // what two do with each other: `their talks` are those of the two
    take,        // verbs whose subject may take somebody along: `took Ada with her`
    bring_about, // verbs whose subject may be what happened: `won, giving her the lead`
    meet,        // verbs whose subject and object do the same together
    weak,        // verbs whose subject may be an `it` that stands for nothing: `it seems that …`
};

/// `m` or `f` when the noun or title (dictionary form, lower case, without point) says it; "" otherwise.
std::string_view gender_of_noun(std::string_view noun);

/// The groups of nouns of one meaning that a noun belongs to, one bit a group; 0 when it is in none. Two
/// nouns of a common group can stand for one actor.
std::uint64_t groups_of_noun(std::string_view noun);

/// Whether data/who/nouns.txt has the word (dictionary form) in the class.
bool is_link_word(std::string_view word, LinkWord link);

} // namespace dateline::who

#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::who {

/// `m` or `f` when the noun or title (dictionary form, lower case, without point) says it; "" otherwise.
std::string_view gender_of_noun(std::string_view noun);

/// The groups of nouns of one meaning that a noun belongs to, one bit a group; 0 when it is in none. Two
/// nouns of a common group can stand for one actor.
std::uint64_t groups_of_noun(std::string_view noun);

/// A noun that means others each time unless an article says otherwise: `people`, `officials`.
bool is_loose_noun(std::string_view noun);

/// A verb (dictionary form) whose subject speaks.
bool is_speech_verb(std::string_view verb);

/// What two do with each other: `their talks` are those of the two.
bool is_shared_act(std::string_view noun);

/// A verb whose subject may take somebody along: `took Ada with her`.
bool is_taking_verb(std::string_view verb);

/// A verb whose subject may be what happened: `won, giving her the lead`.
bool is_effect_verb(std::string_view verb);

/// A verb whose subject and object do the same together: `met`.
bool is_meeting_verb(std::string_view verb);

/// A verb whose subject may be an `it` that stands for nothing: `it seems that …`.
bool is_weak_verb(std::string_view verb);

} // namespace dateline::who

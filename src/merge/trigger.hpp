#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::merge {

/// The group of words a trigger belongs to (`data/merge/event_words.txt`), else its stem: what two triggers
/// of one event share.
std::string trigger_key(std::string_view trigger);

/// The trigger with the particle behind it that makes it another word: `broke` of `broke out of jail` becomes
/// `broke out`. Words of moving, meeting and falling stay what they are.
std::string with_particle(std::string_view trigger, std::string_view behind);

/// The key of a trigger and the stem of the word that it is from.
struct TriggerWord {
    std::string key, stem;
};
TriggerWord trigger_word(std::string_view trigger);

/// True for the key of a word that names many happenings (`data/merge/plain_words.txt`): that two claims
/// share it says little.
bool is_plain_trigger(const std::string& key);

/// How often news tells of something by a word of this key, in doublings: 6 in nearly all reports, 5 in about
/// one of two, … 1 in one of 32, 0 in fewer (`data/merge/frequent_words.txt`).
std::uint8_t commonness(const std::string& key);

/// The first word of the group of words for a happening that a word belongs to; "" for none.
std::string_view group_of(std::string_view word);

} // namespace dateline::merge

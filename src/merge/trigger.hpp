#pragma once

#include <string>
#include <string_view>

namespace dateline::merge {

/// The group of words a trigger belongs to (`data/merge/event_words.txt`), else its stem: what two triggers
/// of one event share.
std::string trigger_key(std::string_view trigger);

} // namespace dateline::merge

#pragma once

#include <optional>

#include "who/mention.hpp"
#include "who/phrases.hpp"

namespace dateline::who {

/// The mention that the name makes; nothing when the name is no actor's: a date, or a place that does not
/// act.
std::optional<FoundMention> name_mention(const NameSpan& name, const Parse& parse, const Report& report,
                                         const Phrases& phrases, const ActorBook& book);

/// The mention whose head is the common noun `token`; nothing when it stands for no actor.
std::optional<FoundMention> noun_mention(TokenIndex token, const Parse& parse, const Phrases& phrases,
                                         const ActorBook& book);

/// The mention that the pronoun `token` makes; nothing when it is none, or one that fills a place only (`it
/// rains`).
std::optional<FoundMention> pronoun_mention(TokenIndex token, const Parse& parse);

} // namespace dateline::who

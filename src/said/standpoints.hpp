#pragma once

#include <optional>

#include "said/attribution.hpp"
#include "said/paragraphs.hpp"

namespace dateline::said {

/// `according to X`: what the rest of the clause says, X says.
std::optional<Attribution> according_to(const Parse& parse, const Paragraphs& paragraphs, TokenIndex token);

/// `in X's view`, at the word `view`: what the rest of the clause says, X thinks.
std::optional<Attribution> in_view_of(const Parse& parse, const Paragraphs& paragraphs, TokenIndex token);

/// `To many, X leads`, at the word `To`: what the rest of the sentence says, they think.
std::optional<Attribution> to_somebody(const Parse& parse, const Paragraphs& paragraphs, TokenIndex token);

/// `In the poll, X leads`, `X leads, by one count`: what the figures show. Nothing where they are only a
/// place or a means (`leads in polls`).
std::optional<Attribution> by_estimate(const Parse& parse, const Paragraphs& paragraphs, TokenIndex token);

/// `X leads, a poll of voters shows.`, at the last word, where the parser saw no verb in it.
std::optional<Attribution> shown_at_end(const Parse& parse, const Paragraphs& paragraphs, TokenIndex token);

} // namespace dateline::said

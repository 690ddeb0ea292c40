#pragma once

#include <optional>
#include <string_view>

#include "record/parse.hpp"

namespace dateline::who {

/// What `data/who/names/` has of a name.
struct KnownName {
    NameType type = NameType::other;
    bool is_team = false; // called like its town: a body where the report is about sport, a place elsewhere
};

/// The entry of a name exactly as written; nothing when there is none. Safe from several threads.
std::optional<KnownName> known_name(std::string_view text);

/// The end of the longest known name of several words or of a sure meaning that starts at the token, and its
/// entry; `{first, …}` when none does.
struct KnownSpan {
    TokenIndex last = no_token;
    KnownName name;
};
KnownSpan longest_known_name(const Parse& parse, TokenIndex first);

} // namespace dateline::who

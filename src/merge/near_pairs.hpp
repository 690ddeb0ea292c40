#pragma once

#include <cstdint>
#include <functional>

#include "merge/claim_views.hpp"

namespace dateline::merge {

/// Calls `visit` once for each pair of claims (indexes into the views, the lower first) that may tell one
/// event: of one report with the same word; of one story with the same word, figure, or party and type; else
/// with the same party and word in one month or on one day. Of a crowded block only the latest are paired, so
/// that work stays linear. Views and reports are settled between claims.
void for_each_near_pair(const Reports& reports, const ClaimViews& views, const ActorTable& actors,
                        const std::function<void(std::uint32_t, std::uint32_t)>& visit);

} // namespace dateline::merge

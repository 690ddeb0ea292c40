#pragma once

#include <string>

namespace dateline::store {

/// The time now, `2026-01-05T10:00:00Z`.
std::string now();

} // namespace dateline::store

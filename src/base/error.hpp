#pragma once

#include <stdexcept>
#include <string>

#include <fmt/format.h>

namespace dateline {

/// Cannot go on: thrown with a message that names the input and says what to do next; caught only in `main`.
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Builds an `Error` from a format string, for `throw error("… {} …", value)`.
template<typename... Args>
Error error(fmt::format_string<Args...> format, Args&&... args) {
    return Error(fmt::format(format, std::forward<Args>(args)...));
}

} // namespace dateline

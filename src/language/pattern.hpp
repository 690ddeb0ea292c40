#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

struct pcre2_real_code_8;

namespace dateline::language {

/// A regular expression of a tokenizer, written for Python's `re`, run by PCRE2. Safe to use from several
/// threads.
class Pattern {
  public:
    /// Throws `Error` with the name and the place of what PCRE2 does not take.
    Pattern(std::string_view python_pattern, const std::string& name);
    Pattern(Pattern&&) noexcept;
    ~Pattern();

    /// The first match at or behind `start`, as `re.search`; nothing also when matching would take too long.
    [[nodiscard]] std::optional<Span> search(std::string_view text, std::size_t start = 0) const;
    /// All matches that do not overlap, as `re.finditer`.
    [[nodiscard]] std::vector<Span> find_all(std::string_view text) const;

  private:
    struct Free {
        void operator()(pcre2_real_code_8* code) const;
    };
    std::unique_ptr<pcre2_real_code_8, Free> m_code;
};

} // namespace dateline::language

#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// A half-open byte range `[start, end)` of a report's text. JSON carries code points instead; the conversion
/// happens only where JSON is read or written (`CodePoints`).
struct Span {
    std::uint32_t start = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Span&, const Span&) = default;
    friend auto operator<=>(const Span&, const Span&) = default;

    [[nodiscard]] std::uint32_t size() const { return end - start; }
    [[nodiscard]] bool empty() const { return start >= end; }
    [[nodiscard]] bool contains(Span other) const { return start <= other.start && other.end <= end; }
    [[nodiscard]] bool overlaps(Span other) const { return start < other.end && other.start < end; }
};

/// The words of a span. The span must lie inside the text.
inline std::string_view words(std::string_view text, Span span) {
    return text.substr(span.start, span.end - span.start);
}

} // namespace dateline

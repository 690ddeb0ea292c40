#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace dateline::language {

/// Rows of floats that never move: memory is taken page by page, is not initialised and is kept until the
/// end.
class RowPages {
  public:
    /// Rows of `width` numbers.
    explicit RowPages(std::size_t width) : m_width(width) {}

    /// Makes room for `count` rows in all.
    void reserve(std::size_t count) {
        while (count > m_pages.size() * rows_of_page)
            m_pages.push_back(std::make_unique_for_overwrite<float[]>(rows_of_page * m_width));
    }
    /// A row that there is room for.
    [[nodiscard]] float* operator[](std::size_t row) {
        return m_pages[row / rows_of_page].get() + row % rows_of_page * m_width;
    }
    [[nodiscard]] const float* operator[](std::size_t row) const {
        return m_pages[row / rows_of_page].get() + row % rows_of_page * m_width;
    }

  private:
    static constexpr std::size_t rows_of_page = 64;
    std::size_t m_width;
    std::vector<std::unique_ptr<float[]>> m_pages;
};

} // namespace dateline::language

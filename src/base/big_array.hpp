#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>

namespace dateline {

/// Memory of whole pages, all zeros, in pages of 2 MB where the system gives them: to get a large table in
/// pages of 4 KB takes longer than to fill it. Throws `std::bad_alloc` when there is none.
class BigPages {
  public:
    BigPages() = default;
    explicit BigPages(std::size_t bytes);

    [[nodiscard]] void* data() const { return m_data; }

  private:
    struct Mapped {
        void* start;
        std::size_t size;
    };
    struct Unmap {
        void operator()(Mapped* mapped) const;
    };
    std::unique_ptr<Mapped, Unmap> m_mapped;
    void* m_data = nullptr; // aligned, inside of what is mapped
};

/// An array of zeros, for tables of some megabytes. Movable; the elements stay where they are.
template<typename Value>
class BigArray {
    static_assert(std::is_trivially_copyable_v<Value> && std::is_trivially_destructible_v<Value>);

  public:
    BigArray() = default;
    BigArray(BigArray&& other) noexcept
        : m_pages(std::move(other.m_pages)), m_size(std::exchange(other.m_size, 0)) {}
    BigArray& operator=(BigArray&& other) noexcept {
        m_pages = std::move(other.m_pages);
        m_size = std::exchange(other.m_size, 0);
        return *this;
    }
    BigArray(const BigArray&) = delete;
    BigArray& operator=(const BigArray&) = delete;
    ~BigArray() = default;
    explicit BigArray(std::size_t size) : m_pages(size * sizeof(Value)), m_size(size) {}

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] Value* data() { return static_cast<Value*>(m_pages.data()); }
    [[nodiscard]] const Value* data() const { return static_cast<const Value*>(m_pages.data()); }
    [[nodiscard]] Value& operator[](std::size_t at) { return data()[at]; }
    [[nodiscard]] const Value& operator[](std::size_t at) const { return data()[at]; }
    [[nodiscard]] std::span<const Value> span() const { return {data(), m_size}; }

  private:
    BigPages m_pages;
    std::size_t m_size = 0;
};

} // namespace dateline

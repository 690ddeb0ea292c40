#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>

namespace dateline {

/// Values made when they are first asked for, by any thread, and kept. Two threads may make one at the same
/// time; then the first is kept and the other thrown away.
template<typename Value>
class MadeOnce {
  public:
    MadeOnce() = default;
    explicit MadeOnce(std::size_t size) : m_slots(new std::atomic<const Value*>[size] {}), m_size(size) {}
    MadeOnce(MadeOnce&& other) noexcept { swap(other); }
    MadeOnce& operator=(MadeOnce&& other) noexcept {
        MadeOnce moved(std::move(other));
        swap(moved);
        return *this;
    }
    MadeOnce(const MadeOnce&) = delete;
    MadeOnce& operator=(const MadeOnce&) = delete;
    ~MadeOnce() {
        for (std::size_t i = 0; i < m_size; ++i) delete m_slots[i].load(std::memory_order_relaxed);
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    /// The value in a slot below `size()`; `make()` gives it. The reference lasts as long as this object.
    /// What `make` throws is passed on, and the next asker tries again.
    template<typename Make>
    const Value& get(std::size_t slot, Make make) const {
        std::atomic<const Value*>& kept = m_slots[slot];
        if (const Value* known = kept.load(std::memory_order_acquire); known != nullptr) return *known;
        auto made = std::make_unique<const Value>(make());
        const Value* first = nullptr;
        if (!kept.compare_exchange_strong(first, made.get(), std::memory_order_acq_rel)) return *first;
        return *made.release();
    }

  private:
    void swap(MadeOnce& other) noexcept {
        std::swap(m_slots, other.m_slots);
        std::swap(m_size, other.m_size);
    }

    std::unique_ptr<std::atomic<const Value*>[]> m_slots;
    std::size_t m_size = 0;
};

} // namespace dateline

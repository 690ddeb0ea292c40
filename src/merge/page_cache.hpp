#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace dateline::merge {

/// Things that are made when they are asked for and forgotten when there is no room, the longest unused
/// first. They are forgotten only in `settle`, so pointers last until then. One thread at a time.
template<typename Page>
class PageCache {
  public:
    using Make = std::function<Page(std::size_t)>;
    using Weigh = std::function<std::size_t(const Page&)>;

    /// `room` is what all pages together may weigh, in the unit of `weigh`.
    PageCache(std::size_t size, std::size_t room, Make make, Weigh weigh)
        : m_pages(size), m_room(room), m_make(std::move(make)), m_weigh(std::move(weigh)) {}

    [[nodiscard]] std::size_t size() const { return m_pages.size(); }

    const Page& at(std::size_t number) {
        Slot& slot = m_pages[number];
        slot.used = m_clock;
        if (!slot.page) fill(slot, number);
        return *slot.page;
    }

    /// The page if it is there, else null.
    [[nodiscard]] const Page* find(std::size_t number) const { return m_pages[number].page.get(); }

    /// The caller holds no pointers into pages any more.
    void settle() {
        ++m_clock;
        if (m_weight > m_room) shrink();
    }

  private:
    struct Slot {
        std::unique_ptr<Page> page;
        std::uint64_t used = 0;
    };

    void fill(Slot& slot, std::size_t number) {
        slot.page = std::make_unique<Page>(m_make(number));
        m_weight += m_weigh(*slot.page);
        m_filled.push_back(number);
    }

    /// Down to three quarters of the room, so that this comes seldom. What the last round used stays: a page
    /// that is larger than the room would else be made anew in every round.
    void shrink() {
        std::sort(m_filled.begin(), m_filled.end(),
                  [&](std::size_t a, std::size_t b) { return m_pages[a].used > m_pages[b].used; });
        while (!m_filled.empty() && m_weight > m_room / 4 * 3) {
            Slot& slot = m_pages[m_filled.back()];
            if (slot.used + 1 >= m_clock) break;
            m_weight -= m_weigh(*slot.page);
            slot.page.reset();
            m_filled.pop_back();
        }
    }

    std::vector<Slot> m_pages;
    std::vector<std::size_t> m_filled;
    std::size_t m_room, m_weight = 0;
    std::uint64_t m_clock = 0;
    Make m_make;
    Weigh m_weigh;
};

} // namespace dateline::merge

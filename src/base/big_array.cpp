#include "base/big_array.hpp"

#include <cstdint>
#include <new>

#include <sys/mman.h>

namespace dateline {

namespace {

constexpr std::size_t big_page = std::size_t{2} << 20U;

} // namespace

void BigPages::Unmap::operator()(Mapped* mapped) const {
    ::munmap(mapped->start, mapped->size);
    delete mapped;
}

BigPages::BigPages(std::size_t bytes) {
    if (bytes == 0) return;
    // Half a big page or more is worth one; what is mapped but never written costs nothing.
    const bool is_big = bytes >= big_page / 2;
    const std::size_t wanted = is_big ? (bytes + big_page - 1) / big_page * big_page : bytes;
    const std::size_t size = is_big ? wanted + big_page : wanted;
    if (size < bytes) throw std::bad_alloc();
    void* mapped = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED) throw std::bad_alloc();
    m_mapped.reset(new Mapped{mapped, size});
    m_data = mapped;
    if (!is_big) return;
    const std::uintptr_t over = reinterpret_cast<std::uintptr_t>(mapped) % big_page;
    m_data = static_cast<char*>(mapped) + (over == 0 ? 0 : big_page - over);
    ::madvise(m_data, wanted, MADV_HUGEPAGE); // advice only: without it the pages are small
}

} // namespace dateline

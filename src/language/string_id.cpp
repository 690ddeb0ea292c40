#include "language/string_id.hpp"

#include <charconv>
#include <cstring>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view language_symbols();
}

namespace dateline::language {

std::uint64_t hash_string(std::string_view text) {
    constexpr std::uint64_t m = 0xc6a4a7935bd1e995ULL; // MurmurHash2, 64-bit version by Austin Appleby
    constexpr unsigned r = 47;
    std::uint64_t h = 1 ^ (text.size() * m);
    while (text.size() >= 8) {
        std::uint64_t k = 0;
        std::memcpy(&k, text.data(), 8);
        k *= m;
        k ^= k >> r;
        k *= m;
        h = (h ^ k) * m;
        text.remove_prefix(8);
    }
    if (!text.empty()) {
        std::uint64_t k = 0;
        std::memcpy(&k, text.data(), text.size());
        h = (h ^ k) * m;
    }
    h ^= h >> r;
    h *= m;
    return h ^ (h >> r);
}

namespace {

std::unordered_map<std::string_view, std::uint64_t> read_symbols() {
    std::unordered_map<std::string_view, std::uint64_t> symbols;
    for_each_data_line(data::language_symbols(), [&](std::string_view line, int number) {
        const std::size_t tab = line.find('\t');
        std::uint64_t id = 0;
        if (tab == std::string_view::npos ||
            std::from_chars(line.data() + tab + 1, line.data() + line.size(), id).ec != std::errc{})
            throw error("data/language/symbols.txt:{}: expected a name, a tab and a number", number);
        symbols.emplace(line.substr(0, tab), id);
    });
    return symbols;
}

} // namespace

std::uint64_t string_id(std::string_view text) {
    static const auto symbols = read_symbols();
    constexpr std::size_t longest_symbol = 24;
    if (text.empty()) return 0;
    if (text.size() <= longest_symbol)
        if (const auto symbol = symbols.find(text); symbol != symbols.end()) return symbol->second;
    return hash_string(text);
}

} // namespace dateline::language

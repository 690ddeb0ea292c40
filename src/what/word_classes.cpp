#include "what/word_classes.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace dateline::what {

void WordClasses::read(std::string_view text, std::string_view file) {
    for_each_data_line(text, [&](std::string_view line, int number) {
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) throw error("{}:{}: a class is 'name: words'", file, number);
        const std::string_view name = trim(line.substr(0, colon));
        if (bit_of(name) == 0) {
            if (m_names.size() == 64) throw error("{}:{}: more than 64 classes", file, number);
            m_names.emplace_back(name);
        }
        const std::uint64_t bit = bit_of(name);
        for (std::string_view word : split(line.substr(colon + 1), ',')) {
            word = trim(word);
            if (word.empty()) continue;
            const std::size_t blank = word.find(' ');
            if (blank == std::string_view::npos) {
                m_words[std::string(word)] |= bit;
            } else {
                m_pairs[std::string(word)] |= bit;
                m_pair_ends[std::string(word.substr(blank + 1))] |= bit;
            }
        }
    });
}

std::uint64_t WordClasses::bit_of(std::string_view name) const {
    const auto found = std::find(m_names.begin(), m_names.end(), name);
    return found == m_names.end() ? 0 : std::uint64_t{1} << (found - m_names.begin());
}

std::uint64_t WordClasses::of(std::string_view lemma) const {
    const auto found = m_words.find(lemma);
    return found == m_words.end() ? 0 : found->second;
}

std::uint64_t WordClasses::of_pair(std::string_view first, std::string_view second) const {
    std::string both(first);
    both += ' ';
    both += second;
    const auto found = m_pairs.find(both);
    return found == m_pairs.end() ? 0 : found->second;
}

} // namespace dateline::what

#include "merge/stems.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/text.hpp"
#include "merge/words.hpp"

namespace dateline::data {
std::string_view merge_common_words();
}

namespace dateline::merge {

namespace {

const std::unordered_set<std::uint64_t>& common_words() {
    static const auto words = [] {
        std::unordered_set<std::uint64_t> out;
        for_each_data_line(data::merge_common_words(), [&](std::string_view line, int /*number*/) {
            for (const std::string_view word : split(line, ' ')) out.insert(hash_text(word));
        });
        return out;
    }();
    return words;
}

/// A word that is read letter by letter, lowered: the hash of what was read and those of what stood before
/// the last letters, so that the hash without an ending is at hand and no word is copied.
class WordHash {
  public:
    void add(char c) {
        std::rotate(m_before.begin(), m_before.end() - 1, m_before.end());
        m_before[0] = m_hash;
        m_hash = hash_with(m_hash, c);
        m_last = m_last << 8U | static_cast<unsigned char>(c);
        ++m_size;
    }
    [[nodiscard]] bool is_empty() const { return m_size == 0; }
    [[nodiscard]] std::uint64_t whole() const { return m_hash; }
    [[nodiscard]] std::uint64_t stem() const {
        const std::size_t ending = m_size > 6 && ends_with(0x696E67, 3) ? 3 // ing
                                   : m_size > 5 && (ends_with(0x6564, 2) || ends_with(0x6573, 2))
                                       ? 2                                // ed, es
                                   : m_size > 4 && ends_with(0x73, 1) ? 1 // s
                                                                      : 0;
        return ending == 0 ? m_hash : m_before[ending - 1];
    }

  private:
    [[nodiscard]] bool ends_with(std::uint32_t letters, unsigned count) const {
        return (m_last & ((1U << (8 * count)) - 1)) == letters;
    }

    std::uint64_t m_hash = hash_of_nothing;
    std::array<std::uint64_t, 3> m_before{}; // hashes before the last, the last two, the last three letters
    std::uint32_t m_last = 0;                // the last letters
    std::size_t m_size = 0;
};

} // namespace

std::vector<std::uint64_t> stems_of(std::string_view text) {
    std::vector<std::uint64_t> out;
    add_stems(text, out);
    return out;
}

namespace {

template<typename Visit>
void visit_stems(std::string_view text, const Visit& visit) {
    WordHash word;
    const auto finish = [&] {
        if (word.is_empty()) return;
        const bool is_common = common_words().contains(word.whole());
        visit(is_common ? word.whole() : word.stem(), is_common);
        word = {};
    };
    for (const char c : text) {
        const bool is_inside = is_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
        if (is_inside)
            word.add(to_lower(c));
        else
            finish();
    }
    finish();
}

} // namespace

void add_stems(std::string_view text, std::vector<std::uint64_t>& out) {
    visit_stems(text, [&](std::uint64_t stem, bool is_common) { out.push_back(is_common ? 0 : stem); });
}

void for_each_stem(std::string_view text, const std::function<void(std::uint64_t, bool)>& visit) {
    visit_stems(text, visit);
}

bool is_common_word(std::string_view word) {
    std::uint64_t hash = hash_of_nothing;
    for (const char c : word) hash = hash_with(hash, to_lower(c));
    return common_words().contains(hash);
}

} // namespace dateline::merge

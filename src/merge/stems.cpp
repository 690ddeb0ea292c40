#include "merge/stems.hpp"

#include <string>
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

std::string_view stem(std::string_view word) {
    for (const std::string_view ending : {"ing", "ed", "es", "s"})
        if (word.size() > ending.size() + 3 && word.ends_with(ending))
            return word.substr(0, word.size() - ending.size());
    return word;
}

} // namespace

std::vector<std::uint64_t> stems_of(std::string_view text) {
    std::vector<std::uint64_t> out;
    std::string word;
    const auto finish = [&] {
        if (!word.empty())
            out.push_back(common_words().contains(hash_text(word)) ? 0 : hash_text(stem(word)));
        word.clear();
    };
    for (const char c : text) {
        const bool is_inside = is_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
        if (is_inside)
            word += to_lower(c);
        else
            finish();
    }
    finish();
    return out;
}

} // namespace dateline::merge

// A text that is printed twice, a quotation that comes in the lead and again below, or the words of an agency
// in two papers have the same words right beside the trigger; two acts of one kind have the same word and go
// on otherwise. `The raid` and `the raid` may be one; `a raid` and `a raid` are told as two.

#include "merge/surroundings.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "merge/sorted.hpp"
#include "merge/stems.hpp"
#include "merge/words.hpp"

namespace dateline::data {
std::string_view merge_articles();
}

namespace dateline::merge {

namespace {

constexpr int reach_of_article = 4; // words before a trigger
constexpr std::uint32_t content_bit = 1;

using Articles = std::unordered_map<std::string_view, Article>;

const Articles& articles() {
    static const Articles words = [] {
        Articles out;
        Article kind = Article::definite;
        for_each_data_line(data::merge_articles(), [&](std::string_view line, int /*number*/) {
            for (const std::string_view word : split(line, ' ')) out.emplace(word, kind);
            kind = Article::indefinite;
        });
        return out;
    }();
    return words;
}

bool is_possessive(std::string_view word) {
    return word.ends_with("'s") || word.ends_with("\u2019s") || word.ends_with("s'") ||
           word.ends_with("s\u2019");
}

/// The article nearest to the end of a text, with words between that are not common.
Article article_at_end(std::string_view before) {
    std::size_t end = before.size();
    for (int left = reach_of_article; left > 0; --left) {
        while (end > 0 && !is_word_byte(before[end - 1])) --end;
        std::size_t start = end;
        while (start > 0 && is_word_byte(before[start - 1])) --start;
        if (start == end) break;
        const std::string word = to_lower(before.substr(start, end - start));
        if (is_possessive(word)) return Article::definite;
        if (const auto found = articles().find(word); found != articles().end()) return found->second;
        if (is_common_word(word)) break;
        end = start;
    }
    return Article::open;
}

bool is_preposition(std::uint32_t word) {
    static const std::unordered_set<std::uint32_t> prepositions = [] {
        std::unordered_set<std::uint32_t> out;
        for (const std::string_view one : {"of", "in", "on", "at", "to", "for", "with", "against", "from",
                                           "over", "by", "into", "about", "between", "as", "after"})
            out.insert(short_hash(hash_text(one)) & ~content_bit);
        return out;
    }();
    return prepositions.contains(word);
}

std::string_view last_words(std::string_view text) {
    std::size_t blanks = 0;
    for (std::size_t at = text.size(); at-- > 0;)
        if (text[at] == ' ' && ++blanks > Surroundings::words) return text.substr(at + 1);
    return text;
}

std::string_view first_words(std::string_view text) {
    std::size_t blanks = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] == ' ' && ++blanks > Surroundings::words) return text.substr(0, at);
    return text;
}

bool is_content(std::uint32_t word) {
    return (word & content_bit) != 0;
}

std::size_t shared_start(const Surroundings::Side& one, const Surroundings::Side& other) {
    std::size_t count = 0;
    while (count < one.size() && one[count] != 0 && one[count] == other[count]) ++count;
    return count;
}

} // namespace

Surroundings surroundings(std::string_view before, std::string_view behind,
                          std::vector<std::uint32_t>& content) {
    Surroundings out;
    std::vector<std::uint32_t> words;
    const auto read = [&](std::string_view text) {
        words.clear();
        for_each_stem(text, [&](std::uint64_t hash, bool is_common) {
            const std::uint32_t half = short_hash(hash);
            words.push_back(is_common ? half & ~content_bit : half | content_bit);
        });
        std::copy_if(words.begin(), words.end(), std::back_inserter(content), is_content);
    };
    content.clear();
    read(last_words(before));
    std::copy_n(words.rbegin(), std::min(words.size(), out.before.size()), out.before.begin());
    read(first_words(behind));
    std::copy_n(words.begin(), std::min(words.size(), out.behind.size()), out.behind.begin());
    sort_unique(content);
    out.article = article_at_end(before);
    out.is_noun = out.article != Article::open || is_preposition(out.before[0]) ||
                  out.behind[0] == (short_hash(hash_text("of")) & ~content_bit);
    return out;
}

std::size_t shared_run(const Surroundings& one, const Surroundings& other) {
    return shared_start(one.before, other.before) + shared_start(one.behind, other.behind);
}

bool go_on_otherwise(const Surroundings& one, const Surroundings& other) {
    const auto &a = one.behind, &b = other.behind;
    return std::any_of(a.begin(), a.end(), is_content) && std::any_of(b.begin(), b.end(), is_content) &&
           std::none_of(a.begin(), a.end(), [&](std::uint32_t word) {
               return is_content(word) && std::find(b.begin(), b.end(), word) != b.end();
           });
}

} // namespace dateline::merge

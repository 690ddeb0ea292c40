#include "who/spelling.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"

namespace dateline::who {

namespace {

constexpr std::string_view curly_apostrophe = "\xE2\x80\x99";

void drop_possessive(std::string_view& name) {
    for (const std::string_view ending :
         {std::string_view("'s"), std::string_view("\xE2\x80\x99s"), std::string_view("'"), curly_apostrophe})
        if (name.size() > ending.size() && name.ends_with(ending)) {
            name.remove_suffix(ending.size());
            return;
        }
}

/// The sound a consonant stands for in transliterations; 0 for vowels and what is silent.
char sound(char c) {
    switch (c) {
    case 'q':
    case 'g':
    case 'c': return 'k';
    case 'z': return 's';
    case 'v':
    case 'w': return 'f';
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
    case 'h':
    case '-':
    case '\'': return 0;
    default: return c;
    }
}

} // namespace

std::string name_key(std::string_view name) {
    drop_possessive(name);
    std::string key;
    for (const char c : name) {
        if (c == '.') continue;
        if (!is_space(c))
            key += to_lower(c);
        else if (!key.empty() && key.back() != ' ')
            key += ' ';
    }
    if (key.starts_with("the ")) key.erase(0, 4);
    return key;
}

std::string initials(std::string_view name) {
    std::string out;
    for (const std::string_view word : split(name, ' '))
        if (!word.empty() && is_upper(word.front())) out += to_lower(word.front());
    return out.size() < 2 ? std::string() : out;
}

std::string skeleton(std::string_view word) {
    std::string out;
    for (std::size_t i = 0; i < word.size(); ++i) {
        char c = sound(word[i]);
        if (i == 0 && c == 0) c = 'a'; // one sign for every vowel in front
        if (c != 0 && (out.empty() || out.back() != c)) out += c;
    }
    return out;
}

bool edits_within(std::string_view a, std::string_view b, std::size_t limit) {
    if (a.size() > b.size() + limit || b.size() > a.size() + limit) return false;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row.back() <= limit;
}

} // namespace dateline::who

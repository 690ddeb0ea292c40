// A text of another script is told by its letters. Among texts in Latin letters English is told by function
// words: one word in four of English is one of the commonest; a text in another European language has almost
// none of them and as many of its own. Lists, tables and short texts have few of either and pass.

#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/read.hpp"

namespace dateline::read {

namespace {

constexpr std::size_t looked_at = 8192; // bytes
constexpr std::size_t fewest_letters = 20;
constexpr std::size_t fewest_words = 25;

constexpr std::array<std::string_view, 24> english{
    "the",  "of",   "and",   "to",  "that", "is",   "for", "was", "with", "his", "from", "has",
    "have", "said", "which", "are", "were", "been", "it",  "by",  "this", "who", "will", "their"};
// Words of German, French, Spanish, Portuguese, Italian, Dutch, Turkish, Indonesian, Polish that English
// lacks.
constexpr std::array<std::string_view, 64> others{
    "der", "und", "das", "ist",  "nicht", "von", "mit", "auf",  "ein",  "eine",   "dem", "den", "zu",
    "le",  "la",  "les", "des",  "du",    "et",  "est", "une",  "dans", "pour",   "qui", "que", "sur",
    "el",  "los", "las", "del",  "y",     "en",  "por", "con",  "una",  "para",   "se",  "su",  "al",
    "o",   "os",  "da",  "do",   "em",    "um",  "uma", "il",   "di",   "della",  "che", "per", "non",
    "het", "een", "van", "niet", "ve",    "bir", "bu",  "yang", "dan",  "dengan", "nie", "jest"};

/// A script by its Unicode block; empty for Latin, signs and digits.
std::string_view script_of(char32_t c) {
    struct Block {
        char32_t first, last;
        std::string_view name;
    };
    static constexpr Block blocks[] = {{0x0370, 0x03FF, "Greek"},
                                       {0x0400, 0x052F, "Cyrillic"},
                                       {0x0530, 0x058F, "Armenian"},
                                       {0x0590, 0x05FF, "Hebrew"},
                                       {0x0600, 0x08FF, "Arabic"},
                                       {0x0900, 0x0DFF, "Indic"},
                                       {0x0E00, 0x0FFF, "South-East Asian"},
                                       {0x1000, 0x109F, "Burmese"},
                                       {0x10A0, 0x10FF, "Georgian"},
                                       {0x1200, 0x137F, "Ethiopic"},
                                       {0x1780, 0x17FF, "Khmer"},
                                       {0x3040, 0x30FF, "Japanese"},
                                       {0x3400, 0x9FFF, "Chinese"},
                                       {0xAC00, 0xD7AF, "Korean"},
                                       {0xFB50, 0xFDFF, "Arabic"},
                                       {0xFE70, 0xFEFC, "Arabic"}};
    for (const Block& block : blocks)
        if (c >= block.first && c <= block.last) return block.name;
    return {};
}

template<std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
    for (const std::string_view w : words)
        if (w == word) return true;
    return false;
}

/// The script of most letters when it is not Latin; empty otherwise.
std::string_view other_script(std::string_view text) {
    std::size_t latin = 0, other = 0;
    std::string_view name;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (const std::string_view script = script_of(c); !script.empty()) {
            ++other;
            name = script;
        } else if ((c < 0x80 && is_letter(static_cast<char>(c))) || (c >= 0xC0 && c <= 0x24F)) {
            ++latin;
        }
    }
    return other > latin && other >= fewest_letters ? name : std::string_view{};
}

bool reads_like_another_language(std::string_view text) {
    std::size_t words = 0, of_english = 0, of_others = 0;
    std::string word;
    const auto count = [&] {
        if (word.empty()) return;
        ++words;
        if (holds(english, word)) ++of_english;
        if (holds(others, word)) ++of_others;
        word.clear();
    };
    for (const char c : text) {
        if (is_letter(c) || static_cast<unsigned char>(c) >= 0x80)
            word.push_back(to_lower(c));
        else
            count();
    }
    count();
    return words >= fewest_words && of_others * 8 > words && of_english * 4 < of_others;
}

} // namespace

std::string other_language(const Report& report, std::string_view expected) {
    if (!report.language.empty() && !expected.empty()) {
        if (std::string_view(report.language).substr(0, 2) == expected) return {};
        return fmt::format("its language is given as '{}', and the model reads '{}'", report.language,
                           expected);
    }
    if (expected != "en") return {};
    std::string_view text = report.text;
    if (text.size() > looked_at) {
        text = text.substr(0, looked_at);
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U)
            text.remove_suffix(1);
        if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0U) text.remove_suffix(1);
    }
    if (const std::string_view script = other_script(text); !script.empty())
        return fmt::format("not in English: most of its letters are {}", script);
    if (reads_like_another_language(text)) return "not in English, by its commonest words";
    return {};
}

} // namespace dateline::read

#include "language/lexeme.hpp"

#include <array>

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "language/msgpack.hpp"
#include "language/string_id.hpp"
#include "language/unicode.hpp"

namespace dateline::language {

namespace {

/// spaCy's norms that hold for every language (`spacy.lang.norm_exceptions.BASE_NORMS`).
constexpr std::array<std::pair<std::string_view, std::string_view>, 45> base_norms{{
    {"'s", "'s"},  {"'S", "'s"}, {"’s", "'s"}, {"’S", "'s"}, {"’", "'"},   {"‘", "'"},   {"´", "'"},
    {"`", "'"},    {"”", "\""},  {"“", "\""},  {"''", "\""}, {"``", "\""}, {"´´", "\""}, {"„", "\""},
    {"»", "\""},   {"«", "\""},  {"‘‘", "\""}, {"’’", "\""}, {"？", "?"},  {"！", "!"},  {"，", ","},
    {"；", ";"},   {"：", ":"},  {"。", "."},  {"।", "."},   {"…", "..."}, {"—", "-"},   {"–", "-"},
    {"--", "-"},   {"---", "-"}, {"——", "-"},  {"€", "$"},   {"£", "$"},   {"¥", "$"},   {"฿", "$"},
    {"US$", "$"},  {"C$", "$"},  {"A$", "$"},  {"₺", "$"},   {"₹", "$"},   {"৳", "$"},   {"₩", "$"},
    {"Mex$", "$"}, {"₣", "$"},   {"E£", "$"},
}};

std::unordered_map<std::uint64_t, std::string> read_norms(const std::filesystem::path& path) {
    std::unordered_map<std::uint64_t, std::string> norms;
    if (!std::filesystem::exists(path)) return norms;
    const MappedFile file(path);
    MsgpackReader reader(file.text(), path.string());
    for (std::size_t tables = reader.map(); tables > 0; --tables) {
        if (reader.text() != "lexeme_norm") {
            reader.skip();
            continue;
        }
        for (std::size_t left = reader.map(); left > 0; --left) {
            const std::uint64_t id = reader.integer();
            norms.emplace(id, reader.text());
        }
    }
    return norms;
}

/// `isn’t` as `isn't`. A mark alone may be a quotation mark and stays.
std::string with_typewriter_apostrophes(std::string text) {
    constexpr std::string_view curved = "’";
    if (text.size() == curved.size()) return text;
    for (std::size_t at = text.find(curved); at != std::string::npos; at = text.find(curved, at + 1))
        text.replace(at, curved.size(), "'");
    return text;
}

} // namespace

Vocabulary::Vocabulary(const std::filesystem::path& folder) : m_norms(read_norms(folder / "lookups.bin")) {
    if (std::filesystem::exists(folder / "key2row") && std::filesystem::file_size(folder / "key2row") > 1)
        m_vectors.emplace(folder);
}

std::uint64_t Vocabulary::norm_of(std::string_view text, std::string_view lower, std::uint64_t orth) const {
    if (const auto found = m_norms.find(orth); found != m_norms.end()) return string_id(found->second);
    for (const auto& [spelling, norm] : base_norms)
        if (spelling == text) return string_id(norm);
    return string_id(lower);
}

Lexeme Vocabulary::describe(std::string_view text, std::string_view norm, TextArena& arena) const {
    Lexeme lexeme;
    lexeme.text = arena.keep(text);
    const std::string lower = py_lower(text);
    lexeme.lower = lower == text ? lexeme.text : arena.keep(lower);
    const std::string plain = with_typewriter_apostrophes(lower);
    lexeme.plain = plain == lower ? lexeme.lower : arena.keep(plain);
    lexeme.orth = string_id(text);
    lexeme.lower_id = string_id(lower);
    lexeme.norm = norm.empty() ? norm_of(text, lower, lexeme.orth) : string_id(norm);
    lexeme.prefix = string_id(first_character(text));
    lexeme.suffix = string_id(last_three_characters(text));
    lexeme.shape = string_id(word_shape(text));
    lexeme.is_space = is_py_space(text);
    if (m_vectors) lexeme.row = m_vectors->row(lexeme.orth);
    return lexeme;
}

const Lexeme* LexemeCache::get(std::string_view text, std::string_view norm) {
    if (norm.empty())
        if (const auto found = m_by_key.find(text); found != m_by_key.end()) return found->second;
    std::string key(text);
    if (!norm.empty()) {
        key += '\0';
        key += norm;
        if (const auto found = m_by_key.find(key); found != m_by_key.end()) return found->second;
    }
    Lexeme lexeme = m_vocabulary.describe(text, norm, m_arena);
    lexeme.index = static_cast<std::uint32_t>(m_lexemes.size());
    m_lexemes.push_back(lexeme);
    m_by_key.emplace(std::move(key), &m_lexemes.back());
    return &m_lexemes.back();
}

void LexemeCache::clear() {
    m_by_key.clear();
    m_lexemes.clear();
    m_arena = TextArena{};
}

} // namespace dateline::language

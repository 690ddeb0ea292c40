#include "language/lemmatizer.hpp"

#include <algorithm>

#include "base/mapped_file.hpp"
#include "language/msgpack.hpp"
#include "language/string_id.hpp"
#include "language/unicode.hpp"

namespace dateline::language {

namespace {

/// The value of a feature in `Number=Sing|Person=3`; empty without it.
std::string_view feature(std::string_view morph, std::string_view name) {
    for (const std::string_view part : split(morph, '|'))
        if (part.size() > name.size() && part.starts_with(name) && part[name.size()] == '=')
            return part.substr(name.size() + 1);
    return {};
}

/// True for a form that is its own lemma (`EnglishLemmatizer.is_base_form`).
bool is_base_form(std::string_view pos, std::string_view morph) {
    const std::string_view form = feature(morph, "VerbForm");
    if (pos == "NOUN" && feature(morph, "Number") == "Sing") return true;
    if (pos == "VERB" && form == "Fin" && feature(morph, "Tense") == "Pres" &&
        feature(morph, "Number").empty())
        return true;
    return form == "Inf" || form == "None" || feature(morph, "Degree") == "Pos";
}

} // namespace

Lemmatizer::Lemmatizer(const std::filesystem::path& path) : m_file(path) {
    MsgpackReader reader(m_file.text(), path.string());
    for (std::size_t tables = reader.map(); tables > 0; --tables) {
        const std::string_view kind = reader.text();
        for (std::size_t parts = reader.map(); parts > 0; --parts) {
            Table& table = m_tables[reader.integer()];
            if (kind == "lemma_rules") {
                for (std::size_t rules = reader.array(); rules > 0; --rules) {
                    if (reader.array() != 2) reader.fail("a lemma rule is not a pair");
                    const std::string_view suffix = reader.text();
                    table.rules.emplace_back(suffix, reader.text());
                }
            } else if (kind == "lemma_exc") {
                const std::size_t count = reader.map();
                table.exceptions.reserve(count);
                for (std::size_t words = count; words > 0; --words) {
                    table.exceptions.add(reader.text(), static_cast<std::uint32_t>(m_exceptions.size()));
                    for (std::size_t left = reader.array(); left > 0; --left)
                        if (const auto lemma = reader.text(); !lemma.empty()) m_exceptions.push_back(lemma);
                    m_exceptions.emplace_back();
                }
            } else if (kind == "lemma_index") {
                const std::size_t count = reader.array();
                table.index.reserve(count);
                for (std::size_t left = count; left > 0; --left) table.index.add(reader.text());
            } else {
                reader.skip();
            }
        }
    }
}

/// The candidates, best first: exceptions, then known forms, then other forms in the order of the rules.
std::vector<std::string> Lemmatizer::forms(const Table& table, const std::string& word) const {
    std::vector<std::string> found;
    std::vector<std::string> unknown;
    const auto add = [&](std::string form, std::ptrdiff_t at) {
        found.insert(at < 0 ? found.end() : found.begin() + at, std::move(form));
    };
    for (const auto& [suffix, replacement] : table.rules) {
        if (!word.ends_with(suffix)) continue;
        std::string form = word.substr(0, word.size() - suffix.size());
        form += replacement;
        if (form.empty()) continue;
        if (table.index.find(form) != nullptr)
            add(std::move(form), 0);
        else if (!is_py_alpha(form))
            add(std::move(form), -1);
        else
            unknown.push_back(std::move(form));
    }
    if (const auto* first = table.exceptions.find(word))
        for (std::size_t i = *first; !m_exceptions[i].empty(); ++i)
            if (std::find(found.begin(), found.end(), m_exceptions[i]) == found.end())
                add(std::string(m_exceptions[i]), 0);
    return found.empty() ? unknown : found;
}

std::string Lemmatizer::lemma(std::string_view word, std::string_view pos, std::string_view morph) const {
    std::string lower = py_lower(word);
    if (pos.empty() || pos == "SPACE" || pos == "EOL" || is_base_form(pos, morph)) return lower;
    const auto table = m_tables.find(string_id(to_lower(pos)));
    if (table == m_tables.end()) return pos == "PROPN" ? std::string(word) : lower;
    const auto found = forms(table->second, lower);
    return found.empty() ? std::string(word) : found.front();
}

} // namespace dateline::language

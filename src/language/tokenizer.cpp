// spaCy's tokenizer (spacy.io/usage/linguistic-features#how-tokenizer-works). The text is cut at white space
// into chunks. From a chunk, prefixes and suffixes are taken off one by one until what is left is an
// exception, an URL, or has none; then it is cut at infixes. In the end, exceptions that the affix rules
// themselves would cut (`a.m.`) are put together again wherever their pieces follow each other.

#include "language/tokenizer.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "base/utf8.hpp"
#include "language/msgpack.hpp"
#include "language/unicode.hpp"

namespace dateline::language {

namespace {

/// `re.match`: a match at the very start.
bool starts_with_match(const std::optional<Pattern>& pattern, std::string_view text) {
    const auto found = pattern ? pattern->search(text) : std::nullopt;
    return found && found->start == 0;
}

} // namespace

Tokenizer::Tokenizer(const std::filesystem::path& path) {
    const MappedFile file(path);
    MsgpackReader reader(file.text(), path.string());
    const auto pattern = [&](std::optional<Pattern>& target, const char* name) {
        if (reader.peek() == MsgpackReader::Kind::nil) return reader.skip();
        target.emplace(reader.text(), path.string() + ", " + name);
    };
    for (std::size_t left = reader.map(); left > 0; --left) {
        const std::string_view key = reader.text();
        if (key == "prefix_search")
            pattern(m_prefix, "prefix_search");
        else if (key == "suffix_search")
            pattern(m_suffix, "suffix_search");
        else if (key == "infix_finditer")
            pattern(m_infix, "infix_finditer");
        else if (key == "token_match")
            pattern(m_token_match, "token_match");
        else if (key == "url_match")
            pattern(m_url_match, "url_match");
        else if (key == "exceptions")
            read_exceptions(reader);
        else
            reader.skip(); // faster_heuristics only tells which exceptions to look at again; the result is
                           // the same
    }
    find_special_sequences();
}

void Tokenizer::read_exceptions(MsgpackReader& reader) {
    constexpr std::uint64_t orth_attribute = 65; // spacy.attrs.ORTH
    constexpr std::uint64_t norm_attribute = 67; // spacy.attrs.NORM
    for (std::size_t left = reader.map(); left > 0; --left) {
        std::string text(reader.text());
        Exception exception;
        for (std::size_t parts = reader.array(); parts > 0; --parts) {
            auto& [orth, norm] = exception.parts.emplace_back();
            for (std::size_t attributes = reader.map(); attributes > 0; --attributes) {
                const std::uint64_t attribute = reader.integer();
                if (attribute == orth_attribute)
                    orth = reader.text();
                else if (attribute == norm_attribute)
                    norm = reader.text();
                else
                    reader.fail("an exception sets an attribute other than ORTH and NORM");
            }
        }
        m_exceptions.emplace(std::move(text), std::move(exception));
    }
}

/// Finds the exceptions that matching affixes would cut, and the piece each would start with.
void Tokenizer::find_special_sequences() {
    for (const auto& [text, exception] : m_exceptions) {
        if (is_py_space(text) ||
            (prefix_length(text) == 0 && suffix_length(text) == 0 && !(m_infix && m_infix->search(text))))
            continue;
        Pieces pieces;
        split_affixes(text, Specials::ignore, pieces);
        if (!pieces.empty()) m_sequences[std::string(pieces.front().text)].push_back(text);
    }
    for (auto& entry : m_sequences)
        std::sort(entry.second.begin(), entry.second.end(),
                  [](auto a, auto b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
}

const Tokenizer::Exception* Tokenizer::exception(std::string_view text, Specials use) const {
    if (use == Specials::ignore || text.empty()) return nullptr;
    const auto found = m_exceptions.find(text);
    return found == m_exceptions.end() ? nullptr : &found->second;
}

std::size_t Tokenizer::prefix_length(std::string_view text) const {
    const auto found = m_prefix ? m_prefix->search(text) : std::nullopt;
    return found ? found->size() : 0;
}

std::size_t Tokenizer::suffix_length(std::string_view text) const {
    const auto found = m_suffix ? m_suffix->search(text) : std::nullopt;
    return found ? found->size() : 0;
}

void Tokenizer::split_affixes(std::string_view chunk, Specials use, Pieces& out) const {
    std::string_view middle = chunk;
    Pieces suffixes;
    std::size_t last_size = 0;
    const auto take_prefix = [&](std::size_t length) {
        out.push_back({middle.substr(0, length), {}});
        middle.remove_prefix(length);
    };
    const auto take_suffix = [&](std::size_t length) {
        suffixes.push_back({middle.substr(middle.size() - length), {}});
        middle.remove_suffix(length);
    };
    while (!middle.empty() && middle.size() != last_size) {
        if (exception(middle, use) != nullptr || starts_with_match(m_token_match, middle)) break;
        last_size = middle.size();
        const std::size_t prefix = prefix_length(middle);
        if (prefix > 0 && exception(middle.substr(prefix), use) != nullptr) {
            take_prefix(prefix);
            break;
        }
        const std::size_t suffix = suffix_length(middle.substr(prefix));
        if (suffix > 0 && exception(middle.substr(0, middle.size() - suffix), use) != nullptr) {
            take_suffix(suffix);
            break;
        }
        if (prefix > 0) take_prefix(prefix);
        if (suffix > 0) take_suffix(suffix);
    }
    split_middle(middle, use, out);
    out.insert(out.end(), suffixes.rbegin(), suffixes.rend());
}

void Tokenizer::split_middle(std::string_view middle, Specials use, Pieces& out) const {
    if (middle.empty()) return;
    if (const Exception* special = exception(middle, use)) {
        std::size_t at = 0;
        for (const auto& [text, norm] : special->parts) {
            out.push_back({middle.substr(at, text.size()), norm});
            at += text.size();
        }
        return;
    }
    const bool whole = starts_with_match(m_token_match, middle) || starts_with_match(m_url_match, middle);
    const auto infixes = whole || !m_infix ? std::vector<Span>{} : m_infix->find_all(middle);
    std::size_t start = 0;
    for (const Span infix : infixes) {
        if (infix.start == 0) continue;
        if (infix.start != start) out.push_back({middle.substr(start, infix.start - start), {}});
        if (!infix.empty()) out.push_back({words(middle, infix), {}});
        start = infix.end;
    }
    if (start < middle.size()) out.push_back({middle.substr(start), {}});
}

/// Puts exceptions together again whose pieces follow each other: longest first, none over another.
void Tokenizer::apply_special_sequences(std::string_view chunk, Pieces& pieces) const {
    struct Found {
        std::size_t first, last; // pieces [first, last)
        const Exception* exception;
        std::string_view text;
    };
    std::vector<Found> found;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto candidates = m_sequences.find(pieces[i].text);
        if (candidates == m_sequences.end()) continue;
        const auto start = static_cast<std::size_t>(pieces[i].text.data() - chunk.data());
        for (const std::string_view text : candidates->second) {
            if (!chunk.substr(start).starts_with(text)) continue;
            std::size_t last = i;
            std::size_t covered = 0;
            while (last < pieces.size() && covered < text.size()) covered += pieces[last++].text.size();
            if (covered == text.size())
                found.push_back({i, last, exception(text, Specials::use), chunk.substr(start, text.size())});
        }
    }
    if (found.empty()) return;
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.last - a.first != b.last - b.first ? a.last - a.first > b.last - b.first : a.first < b.first;
    });
    std::vector<const Found*> starts(pieces.size(), nullptr);
    std::vector<bool> taken(pieces.size(), false);
    for (const Found& match : found) {
        if (!taken[match.first] && !taken[match.last - 1]) starts[match.first] = &match;
        for (std::size_t i = match.first; i < match.last; ++i) taken[i] = true;
    }
    Pieces joined;
    for (std::size_t i = 0; i < pieces.size();) {
        if (starts[i] == nullptr) {
            joined.push_back(pieces[i++]);
            continue;
        }
        std::size_t at = 0;
        for (const auto& [text, norm] : starts[i]->exception->parts) {
            joined.push_back({starts[i]->text.substr(at, text.size()), norm});
            at += text.size();
        }
        i = starts[i]->last;
    }
    pieces = std::move(joined);
}

std::vector<Tokenizer::Piece> Tokenizer::split(std::string_view chunk) const {
    Pieces pieces;
    if (exception(chunk, Specials::use) != nullptr) {
        split_middle(chunk, Specials::use, pieces);
    } else {
        split_affixes(chunk, Specials::use, pieces);
        apply_special_sequences(chunk, pieces);
    }
    return pieces;
}

void TokenizerCache::add_chunk(std::string_view chunk, std::size_t start, std::vector<RawToken>& out) {
    constexpr std::size_t most_chunks = 50'000;
    constexpr std::size_t longest_kept = 64;
    const auto place = [&](const Chunk& found) {
        for (const auto& [lexeme, offset] : found.tokens)
            out.push_back({static_cast<std::uint32_t>(start + offset), lexeme, false});
    };
    if (const auto known = m_chunks.find(chunk); known != m_chunks.end()) return place(known->second);
    Chunk made;
    for (const Tokenizer::Piece& piece : m_tokenizer.split(chunk))
        made.tokens.emplace_back(m_lexemes.get(piece.text, piece.norm),
                                 static_cast<std::uint32_t>(piece.text.data() - chunk.data()));
    place(made);
    if (m_chunks.size() < most_chunks && chunk.size() <= longest_kept)
        m_chunks.emplace(chunk, std::move(made));
}

void TokenizerCache::tokenize(std::string_view text, std::vector<RawToken>& out) {
    // A run of white space is a token of its own, but for one blank behind a token, which only sets
    // `space_after`.
    std::size_t start = 0;
    const auto space_at = [&](std::size_t& at) { return is_py_space(next_code_point(text, at)); };
    if (text.empty()) return;
    std::size_t probe = 0;
    bool in_space = space_at(probe);
    const auto finish = [&](std::size_t end) {
        if (start >= end) return;
        const std::string_view chunk = text.substr(start, end - start);
        if (in_space)
            out.push_back({static_cast<std::uint32_t>(start), m_lexemes.get(chunk), false});
        else
            add_chunk(chunk, start, out);
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        if (space_at(at) == in_space) continue;
        finish(here);
        start = here;
        if (text[here] == ' ') {
            if (!out.empty()) out.back().space_after = true;
            start = at;
        }
        in_space = !in_space;
    }
    finish(text.size());
}

} // namespace dateline::language

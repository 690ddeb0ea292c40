#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "record/parse.hpp"

namespace dateline::language {

/// A loaded spaCy pipeline: tokenizer, tok2vec, tagger, parser, attribute ruler, lemmatizer, named entities,
/// in that order, as far as the pipeline has them. Immutable; shared by all threads.
class Pipeline {
  public:
    /// Loads a pipeline folder (`en_core_web_md`, version 3.x). Throws `Error` naming the file and what is
    /// missing or not supported. Model files are treated as untrusted bytes.
    explicit Pipeline(const std::filesystem::path& folder);
    ~Pipeline();
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    /// The language it was trained on, ISO 639-1 as its config says: `en`.
    [[nodiscard]] std::string language() const;

  private:
    friend class Parser;
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// Whose the lemmas of words with curved apostrophes are: spaCy's rules know the straight ones only (`n’t`
/// stays `n’t`).
enum class Lemmas { of_spacy, of_straight_apostrophes };

/// Parses texts with one pipeline on one thread; keeps its scratch memory and caches, which are bounded,
/// between texts.
class Parser {
  public:
    explicit Parser(const Pipeline& pipeline, Lemmas lemmas = Lemmas::of_straight_apostrophes);
    ~Parser();
    Parser(Parser&&) noexcept;

    /// The parse of a text, valid UTF-8, of any length. Label texts are views into the pipeline, all others
    /// into the parse itself. At the byte `border` (0: none) the text is cut and both sides are parsed by
    /// themselves, so that no sentence or name crosses it.
    Parse parse(std::string_view text, std::uint32_t border = 0);

  private:
    struct Work;
    std::unique_ptr<Work> m_work;
};

} // namespace dateline::language

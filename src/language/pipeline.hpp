#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "record/parse.hpp"

namespace dateline::language {

/// A loaded spaCy pipeline. Immutable; shared by all threads.
class Pipeline {
  public:
    /// Loads a pipeline folder (`en_core_web_md`). Throws `Error` naming the file and what is missing or not
    /// supported.
    explicit Pipeline(const std::filesystem::path& folder);
    ~Pipeline();
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;
};

/// Parses texts with one pipeline on one thread; keeps its scratch memory and caches between texts.
class Parser {
  public:
    explicit Parser(const Pipeline& pipeline);
    ~Parser();
    Parser(Parser&&) noexcept;

    /// The parse of a text, valid UTF-8, of any length. Its views may point into the pipeline.
    Parse parse(std::string_view text);
};

} // namespace dateline::language

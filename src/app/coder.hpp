#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "language/pipeline.hpp"
#include "record/coded_report.hpp"
#include "what/lexicon.hpp"
#include "where/gazetteer.hpp"
#include "who/actor_book.hpp"

namespace dateline::app {

/// How far a report goes through the rooms.
enum class Depth { parse, claims };

/// Where the coder's knowledge comes from, and how far it goes.
struct CoderOptions {
    std::filesystem::path model;                      // pipeline folder; empty: parses are given
    std::filesystem::path gazetteer;                  // gazetteer file
    std::vector<std::filesystem::path> actor_files;   // added to the built-in actor book
    std::vector<std::filesystem::path> lexicon_files; // added to the built-in frames
    bool raw_names = false;                           // keep the language model's names uncorrected
    Depth depth = Depth::claims; // `parse` stops behind the language model, with its own names
};

/// Codes reports: the whole way of one report through the rooms. Immutable; shared by all threads, each of
/// which brings its own `Parser`.
class Coder {
  public:
    /// Throws `Error` when a file of knowledge is missing or malformed.
    explicit Coder(const CoderOptions& options);

    /// A parser for one thread. Only when a model was given.
    [[nodiscard]] language::Parser parser() const {
        return language::Parser(*m_language, m_raw_names ? language::Lemmas::of_spacy
                                                         : language::Lemmas::of_straight_apostrophes);
    }
    /// The model's language, ISO 639-1; empty without a model.
    [[nodiscard]] std::string language() const { return m_language ? m_language->language() : std::string(); }
    /// The event lexicon. Only when reports are coded to the end (`Depth::claims`).
    [[nodiscard]] const what::Lexicon& lexicon() const { return m_knowledge->lexicon; }
    [[nodiscard]] CodedReport code(Report report, language::Parser& parser) const;
    /// The same for a parse made elsewhere; it must be of `report.text`.
    [[nodiscard]] CodedReport code(Report report, Parse parse) const;

  private:
    /// What the rooms behind the parse know.
    struct Knowledge {
        explicit Knowledge(const CoderOptions& options);
        where::Gazetteer gazetteer;
        who::ActorBook actor_book;
        what::Lexicon lexicon;
    };

    std::optional<language::Pipeline> m_language;
    std::optional<Knowledge> m_knowledge; // none when coding stops behind the language model
    bool m_raw_names;
    Depth m_depth;
};

} // namespace dateline::app

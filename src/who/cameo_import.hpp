#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "who/actor_book.hpp"
#include "who/cameo_dictionary.hpp"

namespace dateline::who {

/// Lines of the actor book made from CAMEO dictionaries.
struct ImportedBook {
    std::vector<std::string> lines; // of entries and nouns, as `ActorBook` reads them
    std::size_t actors = 0, nouns = 0;
    std::size_t known = 0; // countries and nations, which need no entry
    std::vector<DictionaryProblem> left_out;
};

/// Makes book lines of dictionaries, one file after the other. A name that an earlier entry has is left out
/// of the later one and reported: the book takes a name once.
class CameoImport {
  public:
    /// The book tells which first names are of men and women, and which nouns stand for bodies.
    explicit CameoImport(const ActorBook& book);
    ~CameoImport();
    CameoImport(const CameoImport&) = delete;
    CameoImport& operator=(const CameoImport&) = delete;

    [[nodiscard]] ImportedBook import(std::string_view dictionary_text);

  private:
    class Names;
    [[nodiscard]] bool take_actor(const DictionaryEntry& entry, ImportedBook& out);
    void take_noun(const DictionaryEntry& entry, ImportedBook& out);
    void set_names(BookEntry& made, const DictionaryEntry& entry, ImportedBook& out);
    void set_codes(BookEntry& made, const DictionaryEntry& entry, ImportedBook& out) const;
    void set_kind(BookEntry& made, const DictionaryEntry& entry) const;

    const ActorBook& m_book;
    std::unique_ptr<Names> m_names;
};

} // namespace dateline::who

#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/text.hpp"
#include "what/content_codes.hpp"
#include "what/frame.hpp"
#include "what/governors.hpp"
#include "what/word_classes.hpp"

namespace dateline::what {

/// The frames: trigger words with their roles, PLOVER type and mode, CAMEO code; and the word lists that go
/// with them. The built-in lexicon (`data/what`) can be extended by user files. Safe to read from several
/// threads.
class Lexicon {
  public:
    /// Throws `Error` naming file and line of a malformed frame.
    explicit Lexicon(const std::vector<std::filesystem::path>& user_files = {});

    [[nodiscard]] const std::vector<Frame>& frames() const { return m_frames; }
    /// Indexes into `frames()` of the frames with the trigger word, users' frames first.
    [[nodiscard]] std::span<const std::uint32_t> frames_of(std::string_view lemma, Pos pos) const;
    [[nodiscard]] const WordClasses& classes() const { return m_classes; }
    [[nodiscard]] const Governors& governors() const { return m_governors; }
    [[nodiscard]] const ContentCodes& contents() const { return m_contents; }
    /// A verb that only carries an event noun: hold (talks), carry out (a raid).
    [[nodiscard]] bool is_light(std::string_view lemma) const { return m_light.contains(lemma); }
    /// A verb whose subject undergoes the event noun it carries: suffer (an attack), receive (a visit).
    [[nodiscard]] bool is_undergoing(std::string_view lemma) const { return m_undergoing.contains(lemma); }
    /// An event noun or adjective that goes on unless something says it is over: war, negotiation, critical.
    [[nodiscard]] bool is_lasting(std::string_view lemma) const { return m_lasting.contains(lemma); }
    /// The noun of a phrase that works like a preposition: (in) response (to).
    [[nodiscard]] bool is_linking(std::string_view lemma) const { return m_linking.contains(lemma); }
    /// A word that stands for what follows its `of`: some (of the troops).
    [[nodiscard]] bool is_partitive(std::string_view lemma) const { return m_partitive.contains(lemma); }
    /// A noun that is no event behind a bare preposition: (in) charge.
    [[nodiscard]] bool is_idiom(std::string_view lemma) const { return m_idioms.contains(lemma); }
    /// A verb whose object is there already: end (the war), discuss (attacks).
    [[nodiscard]] bool is_presupposing(std::string_view lemma) const {
        return m_presupposing.contains(lemma);
    }
    /// A verb whose object is followed by `of` and what it loses or is blamed for: strip, accuse.
    [[nodiscard]] bool takes_of(std::string_view lemma) const { return m_of_object.contains(lemma); }
    /// A verb that moves its object to a receiver: give, return, ship.
    [[nodiscard]] bool is_transfer(std::string_view lemma) const { return m_transfers.contains(lemma); }
    /// A verb of more and less, of which nearly is not none: double, finish.
    [[nodiscard]] bool is_graded(std::string_view lemma) const { return m_graded.contains(lemma); }
    /// A verb or noun that is a state or a relation, no event: be, seem, own.
    [[nodiscard]] bool is_state(std::string_view lemma) const { return m_states.contains(lemma); }

  private:
    using Index = std::unordered_map<std::string, std::vector<std::uint32_t>, StringHash, std::equal_to<>>;
    using Words = std::unordered_set<std::string, StringHash, std::equal_to<>>;

    static Index::const_iterator with_mended_e(const Index& index, std::string_view lemma);
    void add(std::string_view text, std::string_view file);
    void settle(Constraint& constraint, const Frame& frame) const;
    void read_words(std::string_view text);

    std::vector<Frame> m_frames;
    Index m_verbs, m_nouns, m_adjectives;
    WordClasses m_classes;
    Governors m_governors;
    ContentCodes m_contents;
    Words m_light, m_undergoing, m_lasting, m_linking, m_partitive, m_presupposing, m_states, m_of_object,
        m_idioms, m_transfers, m_graded;
};

} // namespace dateline::what

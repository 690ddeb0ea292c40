#pragma once

#include <deque>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/made_once.hpp"
#include "base/mapped_file.hpp"
#include "base/text.hpp"
#include "what/content_codes.hpp"
#include "what/frame.hpp"
#include "what/frame_reader.hpp"
#include "what/governors.hpp"
#include "what/word_classes.hpp"

namespace dateline::what {

/// The frames: trigger words with their roles, PLOVER type and mode, CAMEO code; and the word lists that go
/// with them. The built-in lexicon (`data/what`) can be extended by user files. Safe to read from several
/// threads. A frame is read when it is asked for.
class Lexicon {
  public:
    /// The frames by number. Those of the built-in lexicon throw `Error` as the constructor when asked for.
    class Frames {
      public:
        class Iterator {
          public:
            Iterator(const Lexicon& lexicon, std::uint32_t at) : m_lexicon(&lexicon), m_at(at) {}
            const Frame& operator*() const { return m_lexicon->frame(m_at); }
            Iterator& operator++() {
                ++m_at;
                return *this;
            }
            friend bool operator==(const Iterator& a, const Iterator& b) { return a.m_at == b.m_at; }

          private:
            const Lexicon* m_lexicon;
            std::uint32_t m_at;
        };
        explicit Frames(const Lexicon& lexicon) : m_lexicon(lexicon) {}
        const Frame& operator[](std::uint32_t index) const { return m_lexicon.frame(index); }
        [[nodiscard]] std::size_t size() const { return m_lexicon.m_places.size(); }
        [[nodiscard]] Iterator begin() const { return {m_lexicon, 0}; }
        [[nodiscard]] Iterator end() const { return {m_lexicon, static_cast<std::uint32_t>(size())}; }

      private:
        const Lexicon& m_lexicon;
    };

    /// Throws `Error` naming file and line of a malformed frame of a user.
    explicit Lexicon(const std::vector<std::filesystem::path>& user_files = {});

    [[nodiscard]] Frames frames() const { return Frames(*this); }
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

    /// A verb by which somebody denies what he is accused of: deny, refute.
    [[nodiscard]] bool is_denying(std::string_view lemma) const { return m_denying.contains(lemma); }
    /// A verb that says nothing at all beside the noun it carries: make (a visit).
    [[nodiscard]] bool is_empty(std::string_view lemma) const { return m_empty.contains(lemma); }
    /// A verb whose subject, not its object, does what its infinitive says: promise, threaten.
    [[nodiscard]] bool is_subject_control(std::string_view lemma) const {
        return m_subject_control.contains(lemma);
    }
    /// A verb that names whom it asks behind a preposition: call (on the mayor to go).
    [[nodiscard]] bool is_appealing(std::string_view lemma) const { return m_appealing.contains(lemma); }
    /// A body that is spoken for by who belongs to it: (her) party, (the) government.
    [[nodiscard]] bool is_spoken_for(std::string_view lower) const { return m_spoken_for.contains(lower); }

  private:
    using Index = std::unordered_map<std::string, std::vector<std::uint32_t>, StringHash, std::equal_to<>>;
    using Words = std::unordered_set<std::string, StringHash, std::equal_to<>>;

    /// Where a frame stands: the number of its line, and its number in the line.
    struct Place {
        std::uint32_t line = 0;
        std::uint32_t in_line = 0;
    };

    static Index::const_iterator with_mended_e(const Index& index, std::string_view lemma);
    [[nodiscard]] const Frame& frame(std::uint32_t index) const;
    std::vector<Frame> read(const FrameLines& lines) const;
    void add_user_file(const std::filesystem::path& path);
    void add(std::string_view text, std::string_view file);
    void settle(Constraint& constraint, const Frame& frame) const;
    void read_words(std::string_view text);

    std::vector<MappedFile> m_user_files; // that lines are views into
    std::deque<std::string> m_user_names;
    std::vector<FrameLines> m_lines;
    MadeOnce<std::vector<Frame>> m_frames; // by line
    std::vector<Place> m_places;           // by frame
    Index m_verbs, m_nouns, m_adjectives;
    WordClasses m_classes;
    Governors m_governors;
    ContentCodes m_contents;
    Words m_light, m_undergoing, m_lasting, m_linking, m_partitive, m_presupposing, m_states, m_of_object,
        m_idioms, m_transfers, m_graded, m_denying, m_empty, m_subject_control, m_appealing, m_spoken_for;
};

} // namespace dateline::what

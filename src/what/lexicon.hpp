#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/made_once.hpp"
#include "base/mapped_file.hpp"
#include "base/text.hpp"
#include "base/word_lists.hpp"
#include "what/content_codes.hpp"
#include "what/frame.hpp"
#include "what/frame_reader.hpp"
#include "what/governors.hpp"
#include "what/word_classes.hpp"

namespace dateline::what {

/// The lists of data/what/words.txt, in the order of `list_names` in lexicon.cpp.
enum class WordList : std::uint8_t {
    light,      // verbs that only carry an event noun: hold (talks), carry out (a raid)
    undergo,    // verbs whose subject undergoes the event noun they carry: suffer (an attack)
    lasting,    // event nouns and adjectives that go on unless something says they are over: war, critical
    linking,    // nouns of phrases that work like prepositions: (in) response (to)
    partitive,  // words that stand for what follows their `of`: some (of the troops)
    state,      // verbs and nouns that are a state or a relation, no event: be, seem, own
    presuppose, // verbs whose object is there already: end (the war), discuss (attacks)
    of_object,  // verbs whose object is followed by `of` and what it loses or is blamed for: strip, accuse
    idiom,      // nouns that are no event behind a bare preposition: (in) charge
    transfer,   // verbs that move their object to a receiver: give, return, ship
    denying,    // verbs by which somebody denies what he is accused of: deny, refute
    empty,      // verbs that say nothing at all beside the noun they carry: make (a visit)
    subject_control, // verbs whose subject, not their object, does what their infinitive says: promise
    appealing,       // verbs that name whom they ask behind a preposition: call (on the mayor to go)
    spoken_for,      // bodies that are spoken for by who belongs to them: (her) party, (the) government
    graded,          // verbs of more and less, of which nearly is not none: double, finish
    restricting,     // words by which a denial is not of the whole: (not) fully, (no) immediate
    adding,          // words by which `not` denies nothing: (not) only, (not) just
    neg_raising,     // verbs whose denial is meant of what they govern: (does not) think
    performed,       // verbs of what is done by saying so: (I want to) thank (them)
    carrying,        // verbs whose noun is as real as they are: include (a raid), (the raid) proceeded
    ending,          // verbs after which their subject is over: (the war) ended
    attempt,         // nouns of what may fail: an attempt (to free them)
    vain,            // adjectives of attempts that failed: a futile (attempt)
    causing,         // verbs whose subject does not do what their noun names: spark (protests)
    disorder,        // nouns of what nobody does who ends it: (stopped the) looting
    impact,          // what an attack does to its target: hit, flatten
    quality,         // adjectives that are spelt like people: national, official
    kind,            // adjectives that say of what kind an event is, not whose: military
    usurping,        // events that those do of whose kind they are: a military coup
    small_clause,    // verbs whose object may have a bare participle: have (him jailed)
    phoning,         // verbs of calling by phone
    restoring,       // verbs by which something comes back to its owner: return
    taking,          // verbs by which things are taken from somebody: seize
    platform,        // where something is said, not to whom: (on) Twitter
    message,         // texts that have a receiver: letter
    condition,       // words for a body that are none before `of`: a state (of emergency)
    brokering,       // verbs of those who bring others together: broker
    voice,           // those who tell of what others do: spokesman
    moving,          // verbs that move their object, which is the mover's own: send (troops)
    means,           // nouns of `by way of`, `by means of`: no doer
    state_noun,      // nouns of states that one may want or lack: access, hope
    state_adjective, // adjectives of states that one may be denied: (is not) aware
    insight,         // verbs of the mind one comes to: (came to) know
    drafting,        // verbs of those who make a text, which says what they do: introduce (a bill)
    done_to,         // verbs whose bare past in a headline is a passive: (ten) killed (in a raid)
    blaming,         // verbs whose object did what a phrase behind it names: accuse (him of assault)
    amount,          // nouns of how much of it: (not in great) numbers
    concerning,      // nouns whose `of` names what is there already: the purpose (of the visit)
    creating,        // verbs whose object is not there before: found (a bank)
    coping,          // verbs that take what stands behind `with` for known: deal (with violence)
    standing,        // adjectives of what is there already: recent (attacks)
};

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
    /// Whether a word, as a dictionary form in lower case, stands on a list.
    [[nodiscard]] bool has(WordList list, std::string_view word) const { return m_words.has(list, word); }

  private:
    using Index = std::unordered_map<std::string, std::vector<std::uint32_t>, StringHash, std::equal_to<>>;

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

    std::vector<MappedFile> m_user_files; // that lines are views into
    std::deque<std::string> m_user_names;
    std::vector<FrameLines> m_lines;
    MadeOnce<std::vector<Frame>> m_frames; // by line
    std::vector<Place> m_places;           // by frame
    Index m_verbs, m_nouns, m_adjectives;
    WordClasses m_classes;
    Governors m_governors;
    ContentCodes m_contents;
    WordLists m_words;
};

} // namespace dateline::what

#include "what/lexicon.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "codes/cameo.hpp"
#include "codes/plover.hpp"
#include "what/frame_reader.hpp"

namespace dateline::data {
std::string_view word_classes();
std::string_view event_words();
std::string_view status_words();
std::string_view content_codes();
#define DATELINE_FRAME_FILES(X)                                                                              \
    X(agree)                                                                                                 \
    X(consult)                                                                                               \
    X(support)                                                                                               \
    X(concede)                                                                                               \
    X(cooperate)                                                                                             \
    X(aid)                                                                                                   \
    X(retreat)                                                                                               \
    X(request)                                                                                               \
    X(accuse)                                                                                                \
    X(reject) X(threaten) X(protest) X(sanction) X(mobilize) X(coerce) X(assault) X(speech) X(untyped)
#define DATELINE_DECLARE(name) std::string_view frames_##name();
DATELINE_FRAME_FILES(DATELINE_DECLARE)
#undef DATELINE_DECLARE
} // namespace dateline::data

namespace dateline::what {

namespace {

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 10> built_in{
    std::pair{"actor", built_in_actor}, {"person", built_in_person}, {"organisation", built_in_organisation},
    {"place", built_in_place},          {"name", built_in_name},     {"amount", built_in_amount},
    {"pronoun", built_in_pronoun},      {"event", built_in_event},   {"several", built_in_several},
    {"politician", built_in_politician}};

constexpr std::array<std::string_view, 52> list_names{
    "light",           "undergo",   "lasting",    "linking",  "partitive",   "state",
    "presuppose",      "of-object", "idiom",      "transfer", "denying",     "empty",
    "subject-control", "appealing", "spoken-for", "graded",   "restricting", "adding",
    "neg-raising",     "performed", "carrying",   "ending",   "attempt",     "vain",
    "causing",         "disorder",  "impact",     "quality",  "kind",        "usurping",
    "small-clause",    "phoning",   "restoring",  "taking",   "platform",    "message",
    "condition",       "brokering", "voice",      "moving",   "means",       "state-noun",
    "state-adjective", "insight",   "drafting",   "done-to",  "blaming",     "amount",
    "concerning",      "creating",  "coping",     "standing"};
static_assert(list_names.size() == static_cast<std::size_t>(WordList::standing) + 1);

/// Type, mode and code must be ones that PLOVER and CAMEO have.
void check_codes(const Frame& frame) {
    const auto fail = [&](std::string_view what, std::string_view value) {
        throw error("{}:{}: {}: '{}'", frame.file, frame.line, what, value);
    };
    if (!frame.type.empty() && !codes::plover_weight(frame.type, "")) fail("no such PLOVER type", frame.type);
    const bool open_mode = frame.mode.empty() || frame.mode == "*" || frame.mode == "-";
    if (!open_mode && !codes::is_plover_mode(frame.type, frame.mode))
        fail("the type has no such mode", frame.mode);
    if (!frame.cameo.empty() && codes::cameo_event(frame.cameo) == nullptr)
        fail("no such CAMEO code", frame.cameo);
}

} // namespace

Lexicon::Lexicon(const std::vector<std::filesystem::path>& user_files)
    : m_words(data::event_words(), "words.txt", list_names) {
    m_classes.read(data::word_classes(), "classes.txt");
    m_governors.read(data::status_words(), "status.txt");
    m_contents.read(data::content_codes(), "contents.txt");
    for (const std::filesystem::path& file : user_files) add_user_file(file);
#define DATELINE_ADD(name) add(data::frames_##name(), #name ".txt");
    DATELINE_FRAME_FILES(DATELINE_ADD)
#undef DATELINE_ADD
    m_frames = MadeOnce<std::vector<Frame>>(m_lines.size());
}

void Lexicon::add_user_file(const std::filesystem::path& path) {
    m_user_files.emplace_back(path);
    m_user_names.push_back(path.string());
    // What users wrote is checked at once.
    for (const FrameLines& lines : list_frames(m_user_files.back().text(), m_user_names.back())) read(lines);
    add(m_user_files.back().text(), m_user_names.back());
}

const Frame& Lexicon::frame(std::uint32_t index) const {
    const Place place = m_places[index];
    return m_frames.get(place.line, [&] { return read(m_lines[place.line]); })[place.in_line];
}

std::vector<Frame> Lexicon::read(const FrameLines& lines) const {
    std::vector<Frame> frames = read_frames(lines);
    for (Frame& frame : frames) {
        check_codes(frame);
        for (Constraint& constraint : frame.constraints) settle(constraint, frame);
    }
    return frames;
}

void Lexicon::settle(Constraint& constraint, const Frame& frame) const {
    for (const std::string& word : constraint.words) {
        if (word == "*") constraint.any = true;
        if (word.front() != '@') continue;
        const std::string_view name = std::string_view(word).substr(1);
        std::uint64_t bit = m_classes.bit_of(name);
        constraint.classes |= bit;
        for (const auto& [known, value] : built_in) {
            if (known != name) continue;
            constraint.built_in |= value;
            bit = 1;
        }
        if (bit == 0) throw error("{}:{}: no such class: '{}'", frame.file, frame.line, word);
    }
}

void Lexicon::add(std::string_view text, std::string_view file) {
    for (const FrameLines& lines : list_frames(text, file)) {
        Place place{static_cast<std::uint32_t>(m_lines.size()), 0};
        m_lines.push_back(lines);
        Index& index = lines.pos == Pos::verb ? m_verbs : lines.pos == Pos::noun ? m_nouns : m_adjectives;
        for_each_trigger(lines.triggers, [&](std::string_view trigger) {
            // a trigger of two words is found by its last one
            const std::size_t border = trigger.find_last_of(" _-");
            const auto head = trigger.substr(border == std::string_view::npos ? 0 : border + 1);
            auto known = index.find(head);
            if (known == index.end()) known = index.try_emplace(std::string(head)).first;
            known->second.push_back(static_cast<std::uint32_t>(m_places.size()));
            m_places.push_back(place);
            ++place.in_line;
        });
    }
}

/// spaCy's rules give some verbs a wrong dictionary form in the past: `staged` becomes `stag`, `cordoned`
/// `cordone`, `readmitted` `readmitte`.
Lexicon::Index::const_iterator Lexicon::with_mended_e(const Index& index, std::string_view lemma) {
    if (!lemma.ends_with('e')) return index.find(std::string(lemma) + 'e');
    lemma.remove_suffix(1);
    const auto found = index.find(lemma);
    const bool doubled = lemma.size() > 2 && lemma.back() == lemma[lemma.size() - 2];
    return found == index.end() && doubled ? index.find(lemma.substr(0, lemma.size() - 1)) : found;
}

std::span<const std::uint32_t> Lexicon::frames_of(std::string_view lemma, Pos pos) const {
    const bool verb = pos == Pos::verb || pos == Pos::aux;
    const bool noun = pos == Pos::noun || pos == Pos::propn;
    if (!verb && !noun && pos != Pos::adj) return {};
    const Index& index = verb ? m_verbs : noun ? m_nouns : m_adjectives;
    auto found = index.find(lemma);
    if (found == index.end() && verb && !lemma.empty()) found = with_mended_e(index, lemma);
    return found == index.end() ? std::span<const std::uint32_t>{} : std::span(found->second);
}

} // namespace dateline::what

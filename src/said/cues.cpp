#include "said/cues.hpp"

#include "base/error.hpp"

namespace dateline::data {
std::string_view said_cues();
}

namespace dateline::said {

namespace {

CueKind kind_of(std::string_view word, int number) {
    if (word == "speech") return CueKind::speech;
    if (word == "belief") return CueKind::belief;
    if (word == "intention") return CueKind::intention;
    if (word == "finding") return CueKind::finding;
    if (word == "stance") return CueKind::stance;
    throw error("said/cues.txt:{}: unknown kind \"{}\"", number, word);
}

CuePart part_of(std::string_view word, int number) {
    if (word == "v") return CuePart::verb;
    if (word == "n") return CuePart::noun;
    if (word == "a") return CuePart::adjective;
    throw error("said/cues.txt:{}: unknown part of speech \"{}\"", number, word);
}

CueFrame frame_of(CueKind kind, std::string_view word) {
    if (word == "clause") return {kind, ContentPlace::clause, ""};
    if (word == "inf") return {kind, ContentPlace::infinitive, ""};
    if (word == "ger") return {kind, ContentPlace::gerund, ""};
    if (word == "obj") return {kind, ContentPlace::object, ""};
    if (word == "as") return {kind, ContentPlace::as, ""};
    if (word == "quote") return {kind, ContentPlace::quotation, ""};
    return {kind, ContentPlace::preposition, std::string(word)};
}

} // namespace

CueLexicon::CueLexicon() {
    for_each_data_line(data::said_cues(),
                       [&](std::string_view line, int number) { read_line(line, number); });
}

void CueLexicon::read_line(std::string_view line, int number) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) throw error("said/cues.txt:{}: no colon", number);
    const auto head = split(trim(line.substr(0, colon)), ' ');
    if (head.size() < 3) throw error("said/cues.txt:{}: kind, part of speech and frames expected", number);
    const CueKind kind = kind_of(head[0], number);
    auto& table = m_frames[static_cast<std::size_t>(part_of(head[1], number))];
    for (const std::string_view word : split(line.substr(colon + 1), ',')) {
        auto& frames = table[std::string(trim(word))];
        for (std::size_t i = 2; i < head.size(); ++i) frames.push_back(frame_of(kind, head[i]));
    }
}

const std::vector<CueFrame>* CueLexicon::find(std::string_view lemma, CuePart part) const {
    const auto& table = m_frames[static_cast<std::size_t>(part)];
    const auto found = table.find(lemma);
    return found == table.end() ? nullptr : &found->second;
}

} // namespace dateline::said

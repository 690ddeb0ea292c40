// A user's event lexicon.

#include <cstdlib>

#include "driver.hpp"
#include "what/frame_reader.hpp"

namespace dateline::fuzz {

std::vector<std::string> seeds() {
    return {"[ACCUSE/disapprove 111 diplomatic]\ncondemn, denounce v | subj > obj's\n    = Lima condemned "
            "the raid by Chilean police. => Lima > police\n",
            "[CONSULT 040]\ntalk n | agent + with/between\ncall v +off | subj > obj's | "
            "obj=visit,summit,@meeting obj!=tear_gas /mode #042 +diplomatic:x\n",
            "[speech]\nsay v | subj > to\n"};
}

void read(std::string_view bytes) {
    const auto lines = what::list_frames(bytes, "bytes");
    const std::size_t whole = what::read_frames(bytes, "bytes").size();
    std::size_t by_line = 0;
    for (const what::FrameLines& line : lines) by_line += what::read_frames(line).size();
    if (whole != by_line) std::abort();
}

} // namespace dateline::fuzz

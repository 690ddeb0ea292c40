// A user's event lexicon.

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
    what::read_frames(bytes, "bytes");
}

} // namespace dateline::fuzz

// Lines of a user's actor book.

#include "base/error.hpp"
#include "driver.hpp"
#include "who/book_entry.hpp"

namespace dateline::fuzz {

std::vector<std::string> seeds() {
    return {
        "Ada Brook | A. J. Brook; Ada B. | person f | NOR | GOV | - | Q1 | Fisheries Minister "
        "2001-05-02..2004; Prime Minister 2009..",
        "Hill Front | - | armed_group | NOR | REB; GOV 2010-05-01.. | NORREB; NORGOV 2010-05-01.. | - | -",
        "ranger | government | COP | s"};
}

void read(std::string_view bytes) {
    bool any = false;
    try {
        who::read_entry(who::entry_line(who::read_entry(bytes, "line 1")), "line 1");
        any = true;
    } catch (const Error&) {
    }
    try {
        who::read_agent(bytes, "line 1");
        any = true;
    } catch (const Error&) {
    }
    who::book_key(bytes);
    if (!any) throw error("neither entry nor noun");
}

} // namespace dateline::fuzz

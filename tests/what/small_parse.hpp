#pragma once

#include <sstream>
#include <string>

#include "record/coded_report.hpp"

namespace dateline::what {

/// A report of one sentence from its parse by hand: one token a line, `word lemma POS TAG head dep`, heads
/// counted from 1, 0 for the root.
inline CodedReport small_parse(const std::string& table) {
    CodedReport coded;
    std::istringstream rows(table);
    std::string word, lemma, pos, tag, dep;
    int head = 0;
    while (rows >> word >> lemma >> pos >> tag >> head >> dep) {
        Token token;
        if (!coded.report.text.empty()) coded.report.text += ' ';
        token.span.start = static_cast<std::uint32_t>(coded.report.text.size());
        coded.report.text += word;
        token.span.end = static_cast<std::uint32_t>(coded.report.text.size());
        token.lemma = coded.parse.arena.keep(lemma);
        token.pos_text = coded.parse.arena.keep(pos);
        token.tag_text = coded.parse.arena.keep(tag);
        token.dep_text = coded.parse.arena.keep(dep);
        token.head = head == 0 ? coded.parse.size() : head - 1;
        coded.parse.tokens.push_back(token);
    }
    coded.parse.text_holder = std::make_unique<std::string>(coded.report.text);
    coded.parse.text = *coded.parse.text_holder;
    if (!coded.parse.tokens.empty()) coded.parse.sentences.push_back({0, coded.parse.size(), no_token, {}});
    complete(coded.parse);
    return coded;
}

} // namespace dateline::what

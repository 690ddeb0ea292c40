#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::said {

/// The lists of data/said/words.txt, in the order of `list_names` in words.cpp.
enum class WordList : std::uint8_t {
    object_control, // verbs whose object does what their infinitive says: ask
    inverted,       // verbs of saying that stand before their subject: said (Smith)
    document,       // nouns of what speaks by what stands in it: poll
    measure,        // nouns of what things go by: (according to their) needs
    view,           // nouns by which something is somebody's view: (in her) opinion
    catenative,     // verbs that say how it is said: went on (to say)
    survey,         // in which something is so: (in the latest) poll
    estimate,       // by which something is so: (by one) estimate
    light,          // verbs that only carry the noun behind them: made (the case)
    occasion,       // where somebody says something: (in a) statement
    refuting,       // verbs about what others say: dismissed (claims)
    fronted,        // verbs in front of a name that starts a sentence: Said (Smith)
    connective,     // the reporter's words in front of a sentence: however
    carried,        // nouns that attribute behind such a verb only: (took) aim (at)
    listener,       // verbs of saying whose object hears it: told (them)
    rank,           // titles whose point ends no sentence: Capt.
    role,           // what speakers of transcripts go by: moderator
    blow,           // verbs of blows that are words when somebody deals them: slammed (the plan)
    assault,        // verbs of blows that are words when somebody named deals them: attacked (the plan)
    tale,           // what is told, whoever hears it: told (a story)
    spoken,         // words that make a quotation speech: saying ("Peace Now")
    effort,         // what one takes or has over what one says: (had) trouble (explaining it)
    possible,       // auxiliaries of what may not be so: might (want it)
    usage,          // verbs of what one speaks by: (used) the speech (to praise it)
    showing,        // verbs behind a document at the end of a sentence: a poll (shows)
    body,           // verbs of which bodies are the subject, who may be an `it`: (it) opposes (the bill)
    beholder,       // those to whom something is so: (To) many, (it is a loss)
};

/// Whether a word, in lower case, stands on a list.
bool is_on(WordList list, std::string_view word);

} // namespace dateline::said

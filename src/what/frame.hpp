#pragma once

// A frame: the words that denote an event, who is who around them, and what the event counts as. The text
// form is described in data/what/frames/README.txt.

#include <cstdint>
#include <string>
#include <vector>

#include "record/parse.hpp"

namespace dateline::what {

/// Where an argument of a trigger stands, voice undone: the subject of a passive is its object.
enum class Slot : std::uint8_t {
    subject,       // `subj`
    object,        // `obj`
    second_object, // `iobj`: who is given, told or offered the object
    complement,    // `comp`: the head of a clause that is content of the trigger
    agent,       // `agent`: who does what a noun names: by-phrase, possessor, light verb's subject, modifier
    possessor,   // `poss`
    modifier,    // `mod`: an actor before a noun: `Turkish`, `rebel`
    preposition, // any other word: the object of that preposition
};

/// Classes that need no list, as bits.
enum BuiltIn : std::uint32_t {
    built_in_actor = 1,
    built_in_person = 2,
    built_in_organisation = 4,
    built_in_place = 8,
    built_in_name = 16,
    built_in_amount = 32,
    built_in_pronoun = 64,
    built_in_event = 128,
    built_in_settlement = 256, // no name in frames: a town or a part of a country
    built_in_several = 512,    // opens a list of actors: `X and Y`
    built_in_politician =
        1024, // parties, people of governments, parliaments and parties: whose fights are words
    built_in_furniture = 2048, // no name in frames: words of the page, not of the report
};

/// One place to look for an argument.
struct Argument {
    Slot slot = Slot::subject;
    std::string preposition; // for Slot::preposition
    bool owner = false;      // `obj's`: where the filler is no actor, its owner, author or maker
};

/// A condition on arguments: `obj=@troops,convoy`, `at/on!=*`.
struct Constraint {
    std::vector<Argument> places;   // one of them holds such a word; negated: none
    std::vector<std::string> words; // lemmas and `@class`; `*` any filler
    bool negated = false;
    bool in_trigger = false; // written with `+`: the filler's words belong to the trigger
    // What the words come to once the classes are known (Lexicon):
    bool any = false;           // `*`
    std::uint64_t classes = 0;  // listed classes, one bit each
    std::uint32_t built_in = 0; // BuiltIn bits
};

/// How the sides of an event stand to each other.
enum class Direction : std::uint8_t { from_to, reciprocal };

/// A sentence that shows a frame at work.
struct Example {
    std::string sentence;
    std::vector<std::string> actors; // a word of each actor's span
    std::vector<std::string> recipients;
    std::string status; // "" as by default: not checked
    int line = 0;
};

/// A trigger with its roles and coding.
struct Frame {
    std::string lemma;
    Pos pos = Pos::verb;                // verb, noun, adj
    std::vector<std::string> particles; // `+off`: words that depend on the trigger and belong to it
    std::vector<Constraint> constraints;
    std::vector<Argument> actors; // the first place that is filled wins
    std::vector<Argument> recipients;
    Direction direction = Direction::from_to;
    std::string type; // PLOVER; "" outside the ontology
    std::string mode; // `*`: by the content of its complement
    std::string cameo;
    std::vector<std::string> contexts;
    bool speech = false;  // a mere act of saying
    bool passive = false; // matches the passive only
    std::string name;     // for `explain`: the trigger as written
    std::string file;
    int line = 0;
    std::vector<Example> examples;
};

} // namespace dateline::what

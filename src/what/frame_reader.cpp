// Reads the frame lexicon. Ten thousand frames take longer to read than a report takes to code that needs a
// hundred, so a line may also be listed first, by its triggers, and read when one of them is met. The grammar
// of the text is in data/what/frames/README.txt; here each kind of line has one function, and a line never
// depends on anything but the last heading and the last frame line.

#include "what/frame_reader.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::what {

namespace {

std::vector<std::string_view> pieces_of(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    for (const std::string_view piece : split(text, separator))
        if (!trim(piece).empty()) pieces.push_back(trim(piece));
    return pieces;
}

/// Inside conditions a blank is written `_`: `obj=tear_gas`. What a hyphen joins are two words as well.
std::string with_blanks(std::string_view word) {
    std::string text(word);
    std::replace(text.begin(), text.end(), '_', ' ');
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

/// The first field of a line of frames: `call, phone v +off`.
struct Triggers {
    std::string_view words;  // empty when there is no part of speech
    Pos pos = Pos::other;    // another than v, n, a
    std::string_view extras; // from the first `+`
};

Triggers triggers_of(std::string_view field) {
    field = trim(field);
    const std::size_t plus = std::min(field.find(" +"), field.size());
    const std::string_view words = trim(field.substr(0, plus));
    const std::size_t blank = std::min(words.rfind(' '), words.size());
    const std::string_view pos = words.substr(std::min(blank + 1, words.size()));
    return {words.substr(0, blank == words.size() ? 0 : blank),
            pos == "v"   ? Pos::verb
            : pos == "n" ? Pos::noun
            : pos == "a" ? Pos::adj
                         : Pos::other,
            trim(field.substr(plus))};
}

class FrameReader {
  public:
    explicit FrameReader(std::string_view file) : m_file(file) {}

    void read_line(std::string_view line, int number) {
        m_line = number;
        const std::string_view content = trim(line);
        if (content.front() == '[') return read_heading(content);
        if (content.front() == '=') return read_example(trim(content.substr(1)));
        read_frame(content);
    }

    std::vector<Frame> take() { return std::move(m_frames); }

  private:
    [[noreturn]] void fail(std::string_view what, std::string_view where) const {
        throw error("{}:{}: {}: '{}'", m_file, m_line, what, where);
    }

    void read_heading(std::string_view text) {
        if (text.back() != ']') fail("a heading ends with ]", text);
        const auto words = pieces_of(text.substr(1, text.size() - 2), ' ');
        if (words.empty()) fail("a heading names a type", text);
        m_heading = Frame{};
        m_heading.speech = words[0] == "speech";
        if (words[0] != "none" && !m_heading.speech) {
            const std::size_t slash = words[0].find('/');
            m_heading.type = words[0].substr(0, slash);
            if (slash != std::string_view::npos) m_heading.mode = words[0].substr(slash + 1);
        }
        for (const std::string_view word : words.size() > 1 ? std::vector(words.begin() + 1, words.end())
                                                            : std::vector<std::string_view>{}) {
            if (is_digit(word.front()))
                m_heading.cameo = word;
            else
                m_heading.contexts.emplace_back(word);
        }
        m_has_heading = true;
    }

    Argument read_argument(std::string_view text) {
        Argument argument;
        if (text.ends_with("'s")) {
            argument.owner = true;
            text.remove_suffix(2);
        }
        if (text == "subj")
            argument.slot = Slot::subject;
        else if (text == "obj")
            argument.slot = Slot::object;
        else if (text == "iobj")
            argument.slot = Slot::second_object;
        else if (text == "comp" || text == "comp.subj") {
            argument.slot = Slot::complement;
            argument.preposition = text == "comp" ? "" : "subj";
        } else if (text == "agent")
            argument.slot = Slot::agent;
        else if (text == "poss")
            argument.slot = Slot::possessor;
        else if (text == "mod")
            argument.slot = Slot::modifier;
        else {
            if (text.empty() || !std::all_of(text.begin(), text.end(), is_lower)) fail("no such place", text);
            argument.slot = Slot::preposition;
            argument.preposition = text;
        }
        return argument;
    }

    std::vector<Argument> read_side(std::string_view text) {
        std::vector<Argument> side;
        for (const std::string_view place : pieces_of(text, '/'))
            if (place != "-") side.push_back(read_argument(place));
        return side;
    }

    void read_roles(std::string_view text, Frame& frame) {
        std::size_t sign = text.find('>');
        if (sign == std::string_view::npos) {
            sign = text.find('+');
            frame.direction = Direction::reciprocal;
        }
        if (sign == std::string_view::npos)
            fail("roles are written 'actor > recipient' or 'one + other'", text);
        frame.actors = read_side(text.substr(0, sign));
        frame.recipients = read_side(text.substr(sign + 1));
    }

    /// `obj=a,b` or `at/on!=a`; false when the text has no `=`.
    bool read_constraint(std::string_view text, Frame& frame, bool in_trigger) {
        const std::size_t equals = text.find('=');
        if (equals == std::string_view::npos || equals == 0) return false;
        Constraint constraint;
        constraint.in_trigger = in_trigger;
        constraint.negated = text[equals - 1] == '!';
        constraint.places = read_side(text.substr(0, equals - (constraint.negated ? 1 : 0)));
        if (constraint.places.empty()) fail("a condition names a place", text);
        for (const std::string_view word : pieces_of(text.substr(equals + 1), ','))
            constraint.words.push_back(with_blanks(word));
        if (constraint.words.empty()) fail("a condition names words", text);
        frame.constraints.push_back(std::move(constraint));
        return true;
    }

    void read_condition(std::string_view text, Frame& frame) {
        if (text == "passive")
            frame.passive = true;
        else if (text.front() == '/')
            frame.mode = text.substr(1);
        else if (text.front() == '#')
            frame.cameo = text.substr(1);
        else if (text.starts_with("+ctx:"))
            for (const std::string_view context : pieces_of(text.substr(5), ','))
                frame.contexts.emplace_back(context);
        else if (!read_constraint(text, frame, false))
            fail("no such condition", text);
    }

    void read_frame(std::string_view text) {
        if (!m_has_heading) fail("a frame stands below a heading", text);
        const auto fields = split(text, '|');
        if (fields.size() < 2 || fields.size() > 3) fail("a frame is 'triggers | roles | conditions'", text);
        Frame frame = m_heading;
        frame.file = m_file;
        frame.line = m_line;
        const Triggers triggers = triggers_of(fields[0]);
        for (const std::string_view extra : pieces_of(triggers.extras, ' '))
            if (!read_constraint(extra.substr(1), frame, true)) frame.particles.emplace_back(extra.substr(1));
        if (triggers.words.empty()) fail("triggers end with their part of speech", trim(fields[0]));
        if (triggers.pos == Pos::other) fail("the part of speech is v, n or a", trim(fields[0]));
        frame.pos = triggers.pos;
        read_roles(fields[1], frame);
        if (fields.size() == 3)
            for (const std::string_view condition : pieces_of(fields[2], ' '))
                read_condition(condition, frame);
        m_first_of_line = m_frames.size();
        for_each_trigger(triggers.words, [&](std::string_view lemma) {
            frame.lemma = with_blanks(lemma);
            frame.name =
                std::string(lemma) + (triggers.extras.empty() ? "" : " ") + std::string(triggers.extras);
            m_frames.push_back(frame);
        });
    }

    void read_example(std::string_view text) {
        const std::size_t arrow = text.rfind("=>");
        if (arrow == std::string_view::npos || m_frames.empty())
            fail("an example is '= sentence => roles'", text);
        Example example;
        example.line = m_line;
        example.sentence = trim(text.substr(0, arrow));
        std::string_view roles = trim(text.substr(arrow + 2));
        if (roles.ends_with(']')) {
            const std::size_t open = std::min(roles.find('['), roles.size() - 1);
            example.status = roles.substr(open + 1, roles.size() - open - 2);
            roles = trim(roles.substr(0, open));
        }
        const std::size_t sign = roles.find('>');
        if (sign == std::string_view::npos) fail("roles are written 'actor > recipient'", roles);
        for (const std::string_view word : pieces_of(roles.substr(0, sign), ','))
            if (word != "-") example.actors.emplace_back(word);
        for (const std::string_view word : pieces_of(roles.substr(sign + 1), ','))
            if (word != "-") example.recipients.emplace_back(word);
        m_frames[m_first_of_line].examples.push_back(std::move(example));
    }

    std::string m_file;
    int m_line = 0;
    bool m_has_heading = false;
    Frame m_heading;
    std::size_t m_first_of_line = 0;
    std::vector<Frame> m_frames;
};

} // namespace

std::vector<Frame> read_frames(std::string_view text, std::string_view file) {
    FrameReader reader(file);
    for_each_data_line(text, [&](std::string_view line, int number) { reader.read_line(line, number); });
    return reader.take();
}

std::vector<FrameLines> list_frames(std::string_view text, std::string_view file) {
    std::vector<FrameLines> list;
    std::string_view heading;
    int heading_line = 0;
    for_each_data_line(text, [&](std::string_view line, int number) {
        const std::string_view content = trim(line);
        if (content.front() == '[') {
            heading = content;
            heading_line = number;
        } else if (content.front() == '=' && !list.empty()) {
            FrameLines& last = list.back();
            last.text = {last.text.data(),
                         static_cast<std::size_t>(line.data() + line.size() - last.text.data())};
        } else {
            const Triggers triggers = triggers_of(content.substr(0, content.find('|')));
            list.push_back({file, heading, line, heading_line, number, triggers.words, triggers.pos});
        }
    });
    return list;
}

std::vector<Frame> read_frames(const FrameLines& lines) {
    FrameReader reader(lines.file);
    if (!lines.heading.empty()) reader.read_line(lines.heading, lines.heading_line);
    for_each_data_line(lines.text, [&](std::string_view line, int number) {
        reader.read_line(line, lines.line + number - 1);
    });
    return reader.take();
}

} // namespace dateline::what

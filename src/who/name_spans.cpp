// Borders of names. The language model takes line ends, titles, footnote marks and dashes into names and
// splits or cuts long ones. Each of its names is parted at what never stands inside one and trimmed.

#include "who/name_spans.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/text.hpp"
#include "where/place_words.hpp"
#include "who/known_names.hpp"
#include "who/name_table.hpp"
#include "who/name_words.hpp"

namespace dateline::who {

namespace {

/// Enters the model's names.
class ModelNames {
  public:
    ModelNames(NameTable& table, const Parse& parse, const ActorBook& book)
        : m_table(table), m_parse(parse), m_book(book), m_is_careless(is_careless(parse)) {
        for (const Name& name : parse.names)
            if (name.type == NameType::person) m_people.insert(at(name.last - 1).text);
    }

    void run() {
        for (const Name& name : m_parse.names) add_pieces(name);
    }

  private:
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_parse.at(i); }

    void add_pieces(const Name& name) {
        if (const TokenIndex end = end_of_council(name); end > name.first) {
            Name council = name;
            council.type = NameType::org;
            council.type_text = to_text(NameType::org);
            add_piece(name.first, end, council);
            return;
        }
        bool broken = false;
        for (TokenIndex i = name.first; i < name.last; ++i) broken = broken || is_break(at(i));
        if (!is_corrigible(name.type) && !broken) {
            if (is_no_time(name)) {
                m_table.take({name.first, name.last, name.span, NameType::person, to_text(NameType::person),
                              nullptr, false});
                return;
            }
            TokenIndex first = name.first;
            while (name.type == NameType::event && first + 1 < name.last && is_small_start(first)) ++first;
            m_table.take({first, name.last, m_parse.span_of(first, name.last), name.type, name.type_text,
                          nullptr, false});
            return;
        }
        TokenIndex start = name.first;
        for (TokenIndex i = name.first; i <= name.last; ++i) {
            if (i < name.last && !parts(i, name)) continue;
            if (start < i && (start == name.first || stands_alone(start, i, name))) add_piece(start, i, name);
            start = i + 1;
        }
    }

    /// `UN Security Council Resolution 2254`: the council is named, its papers are numbered. Where the
    /// council's name ends; the start of the name when it is no such one.
    [[nodiscard]] TokenIndex end_of_council(const Name& name) const {
        if (name.type != NameType::org && name.type != NameType::law) return name.first;
        for (TokenIndex i = name.last; --i > name.first;) {
            const std::string_view word = at(i).lower;
            const bool paper = word == "resolution" || word == "resolutions";
            const bool numbered = i + 1 < m_parse.size() && is_digit(at(i + 1).text.front());
            if (paper && (numbered || i + 1 == name.last) && is_name_word(at(i - 1).lower, NameWord::org))
                return i;
        }
        return name.first;
    }

    /// A word alone that the model took for a time or number and that is said to do something, but is no day,
    /// month or feast: mostly a last name.
    [[nodiscard]] bool is_no_time(const Name& name) const {
        if (name.last - name.first != 1) return false;
        const Token& token = at(name.first);
        const bool acts = token.dep == Dep::nsubj || token.dep == Dep::nsubjpass || token.dep == Dep::poss;
        if (!acts || token.tag != Tag::nnp || !is_capitalised(token)) return false;
        const bool time = name.type == NameType::date || name.type == NameType::time ||
                          name.type == NameType::cardinal || name.type == NameType::ordinal;
        return time && token.text.find_first_of("0123456789") == std::string_view::npos &&
               !is_name_word(token.lower, NameWord::none) && !is_name_word(token.lower, NameWord::day);
    }

    /// What never stands inside a name of this type.
    [[nodiscard]] bool parts(TokenIndex i, const Name& name) const {
        const Token& token = at(i);
        if (is_break(token)) return true;
        const bool spaced = i > 0 && at(i - 1).span.end < token.span.start && i + 1 < m_parse.size() &&
                            token.span.end < at(i + 1).span.start;
        if (token.text == "-" || token.text == "--" || token.text == "\xE2\x80\x93" ||
            token.text == "\xE2\x80\x94")
            return spaced && name.type != NameType::work_of_art && name.type != NameType::product;
        if (token.text == "/") return spaced || parts_words(i);
        if (token.lower == "and" && is_between_people(i, name)) return true;
        if (token.text == "(" && !is_closed(i, name)) return true; // `Wharf (Alder House`
        if (token.text == ";" || (token.text == ":" && name.type == NameType::person)) return true;
        return i > name.first && i + 1 < name.last && parts_places(i, name);
    }

    /// `Doe and Roe`, taken for one body, where the report speaks of Ada Doe.
    [[nodiscard]] bool is_between_people(TokenIndex i, const Name& name) const {
        return name.type == NameType::org && i == name.first + 1 && m_people.contains(at(name.first).text);
    }

    /// Whether the bracket that opens at the token closes within the name.
    [[nodiscard]] bool is_closed(TokenIndex i, const Name& name) const {
        while (++i < name.last)
            if (at(i).text == ")") return true;
        return false;
    }

    /// `Reuters/Ipsos`.
    [[nodiscard]] bool parts_words(TokenIndex i) const {
        constexpr std::size_t least = 4;
        return i > 0 && i + 1 < m_parse.size() && is_capitalised(at(i - 1)) && is_capitalised(at(i + 1)) &&
               at(i - 1).text.size() >= least &&
               (at(i + 1).text.size() >= least || at(i + 1).text == "AP" || at(i + 1).text == "AFP");
    }

    /// `Goa, India`; `the Plateau of India`; `the Cathedral in Goa`; `Leeds 1 Everton 2`.
    [[nodiscard]] bool parts_places(TokenIndex i, const Name& name) const {
        const Token& token = at(i);
        const bool place = name.type == NameType::gpe || name.type == NameType::loc;
        if (token.text == ",") {
            if (place || name.type == NameType::fac) return true;
            return name.type == NameType::org && name.last - name.first == 3 &&
                   !is_name_word(at(i + 1).lower, NameWord::firm);
        }
        if (token.lower == "of" && place) return is_name_word(at(i - 1).lower, NameWord::place);
        if (token.lower == "in" || token.lower == "to" || token.lower == "for")
            return place || name.type == NameType::fac;
        const bool bare = place || name.type == NameType::fac || name.type == NameType::person;
        return bare && token.pos == Pos::num && is_digit(token.text.front()) && is_capitalised(at(i - 1)) &&
               is_capitalised(at(i + 1)) && token.text.size() <= 3;
    }

    /// A piece behind a line end is a name of its own if it is not just the first word of a sentence.
    [[nodiscard]] bool stands_alone(TokenIndex first, TokenIndex last, const Name& name) const {
        if (!is_capitalised(at(first))) return false;
        if (last - first > 1 || name.type != NameType::person) return true;
        if (!m_book.gender_of(at(first).lower).empty()) return true;
        return last < m_parse.size() && (is_break(at(last)) || at(last).pos == Pos::punct) &&
               at(first).pos == Pos::propn;
    }

    void add_piece(TokenIndex first, TokenIndex last, const Name& name) {
        const TokenIndex start = first;
        last = trimmed_end(first, last, name.type);
        first = trimmed_start(first, last, name.type);
        if (has_second_syllable(first, last)) last += 2;
        if (first >= last || is_no_name(first, last, name.type) || is_doubtful(first, last, name)) return;
        if (take_state(m_table, m_parse, first, last)) return;
        Span span = name_span(m_parse, first, last);
        if (!keeps_prefix(first)) span.start += static_cast<std::uint32_t>(prefix_size(at(first).text));
        if (span.start >= span.end) return;
        const bool whole = start == name.first;
        m_table.take(
            {first, last, span, name.type, name.type_text, nullptr, false, whole ? start : no_token});
    }

    /// `Yoon Suk` of `Yoon Suk-yeol`: where the family's name stands first, the given name may be two
    /// syllables.
    [[nodiscard]] bool has_second_syllable(TokenIndex first, TokenIndex last) const {
        if (last != first + 2 || last + 1 >= m_parse.size() || at(last).text != "-") return false;
        const bool joined =
            at(last - 1).span.end == at(last).span.start && at(last).span.end == at(last + 1).span.start;
        return joined && is_lower(at(last + 1).text.front()) &&
               where::is_word(at(first).lower, where::word_class::family);
    }

    /// A common word that the model hardly took for a name.
    [[nodiscard]] bool is_doubtful(TokenIndex first, TokenIndex last, const Name& name) const {
        constexpr float doubt = 1.5F, much_doubt = 4;
        if (!m_parse.opinions.empty() && last - first > 1 && name.type == NameType::org &&
            is_name_word(at(first).lower, NameWord::praise)) {
            const NameOpinion& opinion = m_parse.opinions[static_cast<std::size_t>(name.first)];
            return opinion.org - opinion.none < much_doubt &&
                   !known_name(words(m_parse.text, m_parse.span_of(first, last)));
        }
        if (m_parse.opinions.empty() || last - first > 1 || at(first).pos == Pos::propn) return false;
        if (m_parse.sentence_of(first).first != first && is_capitalised(at(first))) return false;
        if (name.type != NameType::person && name.type != NameType::org && name.type != NameType::gpe)
            return false;
        const NameOpinion& opinion = m_parse.opinions[static_cast<std::size_t>(name.first)];
        const float best = std::max({opinion.person, opinion.org, opinion.place});
        return best - opinion.none < doubt && !known_name(at(first).text) &&
               m_book.find(at(first).text) == nullptr && m_book.gender_of(at(first).lower).empty();
    }

    /// Types whose names have neither articles nor marks around them.
    static bool is_bare(NameType type) {
        return type == NameType::person || type == NameType::gpe || type == NameType::org ||
               type == NameType::norp || type == NameType::loc || type == NameType::fac;
    }

    /// Where a name ends without the marks and words of the sentence behind it.
    [[nodiscard]] TokenIndex trimmed_end(TokenIndex first, TokenIndex last, NameType type) const {
        while (last > first && (at(last - 1).tag == Tag::pos || at(last - 1).text == "/" ||
                                at(last - 1).text == "\xE2\x80\x98" || at(last - 1).text == "\xE2\x80\x9C" ||
                                at(last - 1).pos == Pos::space ||
                                (at(last - 1).pos == Pos::punct && at(last - 1).text.size() <= 3 &&
                                 at(last - 1).text != ")" && type != NameType::work_of_art)))
            --last;
        const bool bare = is_bare(type);
        while (bare && last > first + 1 && is_lower(at(last - 1).text.front()) &&
               is_small_word(at(last - 1).pos))
            --last;
        // `Cooper stammered`
        constexpr std::size_t no_particle = 4;
        while (type == NameType::person && !m_is_careless && last > first + 1 && is_capitalised(at(first)) &&
               is_lower(at(last - 1).text.front()) && at(last - 1).text.size() >= no_particle &&
               at(last - 2).text != "-")
            --last;
        while (type != NameType::person && last > first + 1) { // `Air Force Lt. Col`
            const TokenIndex end = at(last - 1).text == "." && last > first + 2 ? last - 1 : last;
            if (!is_rank(m_parse, end - 1, end)) break;
            last = end - 1;
        }
        if (type == NameType::org && ends_in_office(m_parse, m_book, first, last)) --last;
        // `House of Representatives on immigration`
        if (type == NameType::org && last > first + 2 && is_lower(at(last - 1).text.front()) &&
            at(last - 1).pos == Pos::noun && (at(last - 2).lower == "on" || at(last - 2).lower == "in"))
            last -= 2;
        if (bare && last > first + 3 && ends_in_score(last)) last -= 3;
        if (bare && last > first + 1 && last < m_parse.size() && at(last - 1).text.size() == 1 &&
            is_upper(at(last - 1).text[0]) && (at(last).text == "/" || at(last).text == "-") &&
            at(last - 1).span.end == at(last).span.start)
            --last; // `Royal Air Force F` of `F/A-18`
        if (bare && last > first + 1 && at(last - 1).pos == Pos::num && at(last - 1).text.size() <= 2 &&
            known_name(words(m_parse.text, m_parse.span_of(first, last - 1))))
            --last;
        return last;
    }

    /// Where a name starts without the marks, articles, titles and words of the sentence in front.
    [[nodiscard]] TokenIndex trimmed_start(TokenIndex first, TokenIndex last, NameType type) const {
        while (first + 1 < last) {
            const TokenIndex others = others_at_start(first, last, type);
            if (others == 0) break;
            first += others;
        }
        return first;
    }

    /// How many words at the start of a name of two words or more are no part of it: 2, 1 or 0.
    [[nodiscard]] TokenIndex others_at_start(TokenIndex first, TokenIndex last, NameType type) const {
        const Token& token = at(first);
        const bool bare = is_bare(type), long_enough = last - first > 2;
        const bool prefix =
            at(first + 1).text == "-" && !keeps_prefix(first) && is_name_word(token.lower, NameWord::prefix);
        if (bare && long_enough && (prefix || is_party_tag(m_parse, first) || is_office_of(first))) return 2;
        const bool article = bare && (token.lower == "the" || token.lower == "a" || token.lower == "an");
        const bool mark = token.pos == Pos::space || token.tag == Tag::pos ||
                          (bare && token.pos == Pos::punct && token.text != "(");
        const bool title = type == NameType::person && (is_plain_title(m_book, token.lower) ||
                                                        opens_with_office(m_parse, m_book, first, last));
        const bool people = type == NameType::person && long_enough && is_people(token);
        const bool word = bare && (is_own_word(first, type) || is_small_start(first));
        return article || mark || title || people || word ? 1 : 0;
    }

    /// `Anti` of `the Anti-Masonic Party`: amid a sentence, what is written with a capital belongs to the
    /// name.
    [[nodiscard]] bool keeps_prefix(TokenIndex i) const {
        return i > 0 && is_upper(at(i).text.front()) && m_parse.sentence_of(i).first != i &&
               is_lower(at(i - 1).text.front());
    }

    /// `this` of `this State of the Union`, `baker` of `baker Ada Example`: words of the sentence.
    [[nodiscard]] bool is_own_word(TokenIndex i, NameType type) const {
        const Token& token = at(i);
        if (!is_lower(token.text.front()) || m_is_careless || !is_capitalised(at(i + 1))) return false;
        if (token.lower == "this" || token.lower == "that" || token.lower == "his" || token.lower == "her")
            return true;
        constexpr std::size_t shortest = 4; // what is shorter may be a particle
        return type == NameType::person && token.text.size() >= shortest &&
               !m_book.gender_of(at(i + 1).lower).empty();
    }

    /// `reeve of` of `reeve of Upton`, but not `ministry of Defence`.
    [[nodiscard]] bool is_office_of(TokenIndex i) const {
        return is_lower(at(i).text.front()) && at(i).pos == Pos::noun && at(i + 1).lower == "of" &&
               is_capitalised(at(i + 2)) && !is_name_word(at(i).lower, NameWord::org_of);
    }

    /// `two` of `two World Cups`, `†`.
    [[nodiscard]] bool is_small_start(TokenIndex i) const {
        const Token& token = at(i);
        if (!is_capitalised(at(i + 1))) return false;
        if (token.pos == Pos::num) return is_lower(token.text.front());
        return token.text.size() == 1 && (token.pos == Pos::punct || token.pos == Pos::sym);
    }

    /// `2-1`, behind a team.
    [[nodiscard]] bool ends_in_score(TokenIndex last) const {
        return at(last - 1).pos == Pos::num && at(last - 2).text == "-" && at(last - 3).pos == Pos::num;
    }

    /// `Texan`, in front of a name.
    [[nodiscard]] static bool is_people(const Token& token) {
        const auto known = known_name(token.text);
        return known && known->type == NameType::norp;
    }

    /// Addresses, stretched words, bare titles, abbreviations that name nothing.
    [[nodiscard]] bool is_no_name(TokenIndex first, TokenIndex last, NameType type) const {
        bool capital = false;
        bool proper = false;
        for (TokenIndex i = first; i < last; ++i) {
            const std::string_view text = at(i).text;
            capital = capital || is_capitalised(at(i)) || prefix_size(text) > 0 || has_capital(text);
            proper = proper || at(i).pos == Pos::propn;
            if (text.find("://") != std::string_view::npos || text.find('@') != std::string_view::npos ||
                is_file(text))
                return true;
        }
        const bool actor = type == NameType::person || (type == NameType::org && last - first == 1);
        if (!capital && (!proper || (!m_is_careless && actor)) && type != NameType::norp) return true;
        if (type == NameType::norp || type == NameType::work_of_art)
            return last - first == 1 && type == NameType::work_of_art &&
                   is_name_word(at(first).lower, NameWord::none);
        if (type == NameType::org && is_date(m_parse, first, last)) return true;
        if (type == NameType::org && is_one_of_many(first, last)) return true;
        if (last - first > 1)
            return type == NameType::org &&
                   m_book.title(to_lower(words(m_parse.text, m_parse.span_of(first, last)))) != nullptr;
        const Token& token = at(first);
        if (type == NameType::org && is_part_of_office(first)) return true;
        // `Ex` of `Ex-Governor`
        if (last < m_parse.size() && at(last).text == "-" && is_name_word(token.lower, NameWord::prefix))
            return true;
        if ((type == NameType::org || type == NameType::person) && is_mere_quality(first)) return true;
        return is_name_word(token.lower, NameWord::none) || is_ticker(token.text) || token.lower == "the" ||
               is_stretched(token.lower) || token.tag == Tag::uh || token.tag == Tag::dt ||
               (type == NameType::org && is_plain_title(m_book, token.lower));
    }

    /// `a Specialist Group`: a body's name has no indefinite article of its own.
    [[nodiscard]] bool is_one_of_many(TokenIndex first, TokenIndex last) const {
        if (last - first < 2 || first == 0) return false;
        const Token& article = at(first - 1);
        if (article.lower != "a" && article.lower != "an") return false;
        if (article.head < first || article.head >= last) return false;
        const std::string_view text = words(m_parse.text, m_parse.span_of(first, last));
        return !known_name(text) && m_book.find(text) == nullptr;
    }

    /// `Nationally`, `Great`: capitals by mistake or for weight.
    [[nodiscard]] bool is_mere_quality(TokenIndex i) const {
        const Token& token = at(i);
        const bool opens = m_parse.sentence_of(i).first == i && token.dep == Dep::amod;
        const bool adverb = token.tag == Tag::rb && token.dep == Dep::advmod;
        if (!adverb && token.tag != Tag::jjs && (!opens || token.tag != Tag::jj)) return false;
        return !known_name(token.text) && m_book.find(token.text) == nullptr &&
               m_book.gender_of(token.lower).empty() && !has_inner_capital(token.text);
    }

    /// `Defense` of `Secretary of Defense`, `Defense Minister`.
    [[nodiscard]] bool is_part_of_office(TokenIndex i) const {
        if (opens_title(m_parse, m_book, i)) return true;
        return i > 1 && (at(i - 1).lower == "of" || at(i - 1).lower == "for") &&
               (at(i - 2).lower == "secretary" || at(i - 2).lower == "minister" ||
                at(i - 2).lower == "secretaries" || at(i - 2).lower == "ministers");
    }

    NameTable& m_table;
    const Parse& m_parse;
    const ActorBook& m_book;
    bool m_is_careless;                            // names may be in lower case
    std::unordered_set<std::string_view> m_people; // last words of people's names
};

} // namespace

std::vector<FoundName> find_name_spans(const Parse& parse, const Report& report,
                                       const std::vector<Place>& places, const ActorBook& book,
                                       const where::Gazetteer& gazetteer) {
    NameTable table(parse);
    ModelNames(table, parse, book).run();
    find_forms(table, parse, book);
    search_names(table, parse, report, places, book);
    search_doubtful(table, parse, book, gazetteer);
    find_lead(table, parse, book);
    join_names(table, parse, book);
    auto found = table.in_order();
    cut_second_tellings(parse, found);
    std::erase_if(found, [&](const FoundName& name) { return is_rank(parse, name.first, name.last); });
    return found;
}

} // namespace dateline::who

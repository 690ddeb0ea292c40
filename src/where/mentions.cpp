// A mention is a name that the language model calls a place (GPE, LOC, FAC), its borders mended, or a name
// that it overlooked or called something else where the gazetteer and the words around it say place: behind a
// preposition of place, in front of a container (`Paris, Texas`) or of residents, in a list of places, as a
// dateline, inside the name of a body. Passes go from sure to unsure; what the sure ones found (`seen`) makes
// the same words a place elsewhere in the report. `Paris, Texas` is two mentions. Roads are mentions too,
// though the gazetteer has none.

#include "where/mentions.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "where/borders.hpp"
#include "where/forms.hpp"
#include "where/inner_places.hpp"
#include "where/lookup.hpp"
#include "where/name_key.hpp"
#include "where/place_words.hpp"
#include "where/surroundings.hpp"

namespace dateline::where {

namespace {

bool is_place_type(NameType type) {
    return type == NameType::gpe || type == NameType::loc || type == NameType::fac;
}

/// Names that may have a place inside.
bool may_hold_place(NameType type) {
    return is_place_type(type) || type == NameType::org || type == NameType::event ||
           type == NameType::product || type == NameType::work_of_art || type == NameType::law;
}

/// Names that are never places whatever stands around them.
bool is_other_matter(NameType type) {
    return type == NameType::date || type == NameType::time || type == NameType::language ||
           type == NameType::money || type == NameType::percent || type == NameType::cardinal ||
           type == NameType::ordinal;
}

class Finder {
  public:
    Finder(const Parse& parse, const Report& report, const Gazetteer& gazetteer)
        : m_parse(parse), m_report(report), m_lookup(parse, gazetteer), m_around(m_lookup) {}

    std::vector<PlaceMention> run() {
        read_surnames();
        add_abbreviations();
        add_dateline();
        for (const Stretch words : named_features(m_lookup))
            if (!m_lookup.is_known(words)) add(words);
        for (const Name& name : m_parse.names)
            if (is_place_type(name.type)) add_model_name({name.first, name.last}, name.type);
        add_runs(Pass::sure);
        add_runs(Pass::unsure);
        for (const Name& name : m_parse.names)
            if (may_hold_place(name.type)) add_inner({name.first, name.last});
        std::sort(m_found.begin(), m_found.end(),
                  [](const auto& a, const auto& b) { return a.span < b.span; });
        for (PlaceMention& mention : m_found) {
            const Stretch words{mention.first, mention.last};
            mention.hint = m_around.hint(words);
            mention.is_said_to_be_place = m_around.says_place(words);
        }
        return std::move(m_found);
    }

  private:
    enum class Pass { sure, unsure };

    [[nodiscard]] const Token& at(TokenIndex i) const { return m_parse.at(i); }
    [[nodiscard]] static bool is_one_word(Stretch words) { return words.last - words.first == 1; }

    /// Last words of people's names; single words only where the model calls them a person more often than
    /// not.
    void read_surnames() {
        std::unordered_map<std::string_view, int> votes;
        for (const Name& name : m_parse.names) {
            TokenIndex last = name.last;
            while (last > name.first && (at(last - 1).tag == Tag::pos || at(last - 1).pos == Pos::punct))
                --last;
            const bool one_word = last - name.first == 1;
            if (name.type == NameType::person && last - name.first > 1) {
                m_surnames.insert(at(last - 1).lower);
                if (is_word(at(name.first).lower, word_class::family))
                    m_surnames.insert(at(name.first).lower);
            }
            if (name.type == NameType::person && one_word) ++votes[at(last - 1).lower];
            if (is_place_type(name.type) && one_word)
                votes[at(last - 1).lower] += is_treated_as_person(last - 1) ? 1 : -1;
        }
        for (const auto& [word, balance] : votes)
            if (balance > 1) m_surnames.insert(word);
    }

    /// `Pickens, who …`, `Pickens said`: capitals and big cities say things too, other towns do not.
    [[nodiscard]] bool is_treated_as_person(TokenIndex name) const {
        if (m_lookup.is_big(m_lookup.find({name, name + 1}))) return false;
        if (name + 2 < m_parse.size() && at(name + 1).text == "," && at(name + 2).lower == "who") return true;
        return at(name).dep == Dep::nsubj && is_word(at(at(name).head).lemma, word_class::speech);
    }

    void add(Stretch words, Standing standing = Standing::alone, std::uint32_t division = 0,
             std::uint32_t skip = 0) {
        if (!m_around.is_free(words)) return;
        PlaceMention mention;
        mention.first = words.first;
        mention.last = words.last;
        mention.span = m_parse.span_of(words.first, words.last);
        mention.stated_division = division;
        mention.standing = standing;
        mention.span.start += skip;
        const bool is_cut = cut_marks(mention.span);
        if (division == 0)
            mention.candidates =
                skip == 0 && !is_cut ? m_lookup.find_loosely(words) : m_lookup.find_text(mention.span);
        mention.key = division == 0 ? m_lookup.key_of(mention.span) : division;
        if (division == 0 && !place_on_campus(mention)) return m_around.take(words);
        if (standing == Standing::alone && !mention.candidates.empty()) m_seen.insert(mention.key);
        m_around.take(words);
        m_found.push_back(mention);
    }

    /// Gives a mention in the name of an institution a key of its own; false where no place of the mention's
    /// name lies there, so that it is no place at all.
    bool place_on_campus(PlaceMention& mention) const {
        mention.campus = institution_of(m_lookup, {mention.first, mention.last});
        if (mention.campus == nullptr) return true;
        mention.key ^= name_key("campus");
        return std::any_of(mention.candidates.begin(), mention.candidates.end(), [&](const auto& entry) {
            return entry.rank != NameRank::other && lies_at(m_lookup.place(entry), *mention.campus);
        });
    }

    /// Takes a possessive or a hyphen at the end, where the tokenizer left it on the word, out of the span.
    bool cut_marks(Span& span) const {
        const std::uint32_t end = span.end;
        for (const std::string_view mark : {"’s", "'s", "’", "'", "-"}) {
            const std::string_view words = m_parse.text.substr(span.start, span.end - span.start);
            if (words.ends_with(mark) && words.size() > mark.size())
                span.end -= static_cast<std::uint32_t>(mark.size());
        }
        return span.end != end;
    }

    // ---- the language model's places

    void add_model_name(Stretch name, NameType type) {
        for (const Stretch part : separate_names(m_lookup, name))
            add_part(trimmed_name(m_lookup, part), type);
    }

    void add_part(Stretch words, NameType type) {
        if (words.empty() || !m_lookup.has_capital(words)) return;
        if (!m_lookup.is_known(words) || words.last - words.first < 3) words = widened_name(m_lookup, words);
        words = with_arabic_article(m_lookup, words);
        const Span span = m_parse.span_of(words.first, words.last);
        if (letters(span) < 2 || m_around.is_behind_title(words.first) || is_person(words)) return;
        if (m_lookup.is_known(words)) {
            if (!is_word_of_other_name(words)) add(words);
            return;
        }
        const std::uint32_t tail = classes_of(at(words.last - 1).lower);
        const bool is_road = (tail & word_class::road) != 0;
        const bool has_inner = !inner_places(m_lookup, words, m_seen).empty();
        if (has_inner && !is_road && (tail & word_class::area) == 0) return; // found later, inside the name
        if (m_lookup.find_loosely(words).empty() && !is_likely_unknown(words, type, tail)) return;
        add(words);
    }

    [[nodiscard]] std::ptrdiff_t letters(Span span) const {
        const std::string_view words = m_parse.text.substr(span.start, span.end - span.start);
        return std::count_if(words.begin(), words.end(),
                             [](char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
    }

    /// A known name that is rather an abbreviation, a people or an ordinary word.
    [[nodiscard]] bool is_word_of_other_name(Stretch words) const {
        if (is_all_directions(words) || is_saint_of_something(words)) return true;
        if (!is_one_word(words) || m_lookup.is_country_or_division(m_lookup.find(words))) return false;
        if (is_part_of_arabic_name(words.first)) return true;
        if (is_small_word(words)) return true;
        if (m_around.is_dateline(words) || m_around.is_before_container(words)) return false;
        return m_lookup.is_acronym(words) || !codes::country_of_demonym(at(words.first).text).empty() ||
               (has_article(words) && m_lookup.are_towns_without_article(m_lookup.find(words))) ||
               is_word(at(words.first).lower,
                       word_class::common | word_class::numbered_road | word_class::division);
    }

    /// `Still, Iran agreed`: a common word that the tagger takes for one.
    [[nodiscard]] bool is_small_word(Stretch words) const {
        return is_one_word(words) && at(words.first).pos != Pos::propn &&
               is_word(at(words.first).lower, word_class::common);
    }

    /// `Dalou` of `al-Dalou`, but not `Kut` of `in al-Kut`.
    [[nodiscard]] bool is_part_of_arabic_name(TokenIndex first) const {
        return is_behind_arabic_article(m_lookup, first) && !m_around.is_behind_sure_preposition(first);
    }

    /// `the Telegraph reported`, but not `the Aleppo front`.
    [[nodiscard]] bool has_article(Stretch words) const {
        const Token& word = at(words.first);
        if (words.last < m_parse.size() && at(words.last).text == "-") return false; // `the Homs-based`
        return words.first > 0 && at(words.first - 1).lower == "the" && word.dep != Dep::compound &&
               word.dep != Dep::amod && word.dep != Dep::nmod && word.dep != Dep::poss;
    }

    /// `the North`, `North West`.
    [[nodiscard]] bool is_all_directions(Stretch words) const {
        for (TokenIndex i = words.first; i < words.last; ++i)
            if (!is_word(at(i).lower, word_class::direction)) return false;
        return true;
    }

    /// `St. Michael's`: a church, a school, a day.
    [[nodiscard]] bool is_saint_of_something(Stretch words) const {
        const std::string_view first = at(words.first).lower;
        return (first == "st." || first == "st" || first == "saint") && words.last < m_parse.size() &&
               at(words.last).tag == Tag::pos;
    }

    /// Whether a name that the gazetteer does not know is a place all the same.
    [[nodiscard]] bool is_likely_unknown(Stretch words, NameType type, std::uint32_t tail) const {
        if ((tail & word_class::road) != 0) return words.last - words.first > 1;
        if ((tail & (word_class::no_place | word_class::civic)) != 0) return false;
        if (!codes::country_of_demonym(at(words.last - 1).text).empty()) return false;
        if (type != NameType::gpe || !is_one_word(words)) return true;
        if (m_lookup.is_acronym(words)) return false;
        return m_around.is_behind_preposition(words.first) || m_around.is_in_list(words) ||
               m_around.is_home(words.first) || m_around.is_before_container(words) ||
               (words.last < m_parse.size() && is_word(at(words.last).lower, word_class::area));
    }

    /// A single word that is the last name of somebody in the report, where nothing says it is a place.
    [[nodiscard]] bool is_person(Stretch words) const {
        if (m_around.is_before_age(words.last)) return true;
        if (!is_one_word(words)) return false;
        const bool in_front =
            words.last < m_parse.size() && m_surnames.contains(at(words.last).lower); // a first name
        if (!in_front && !m_surnames.contains(at(words.first).lower)) return false;
        if (m_lookup.is_country_or_division(m_lookup.find(words))) return false;
        if (m_around.is_before_container(words)) return false;
        return !m_around.is_behind_sure_preposition(words.first) || m_around.owns(words.last);
    }

    // ---- dateline, abbreviations, roads

    void add_dateline() {
        if (!m_report.dateline || m_report.dateline->place.empty()) return;
        const Span place = m_report.dateline->place;
        Stretch words{m_parse.token_at(place.start), 0};
        words.last = words.first;
        while (words.last < m_parse.size() && at(words.last).span.start < place.end) ++words.last;
        for (const Stretch part : separate_names(m_lookup, words)) add(trimmed_name(m_lookup, part));
    }

    void add_abbreviations() {
        for (const WrittenPlace& place : abbreviated_places(m_lookup)) {
            const NameType type = at(place.words.first).name_type;
            const bool inside = place.division != 0 && place.skip == 0 && may_hold_place(type) &&
                                !is_place_type(type) && !is_chained(m_lookup, place.words.first);
            if (!m_around.is_free(place.words)) continue;
            add(place.words, inside ? Standing::inside_name : Standing::alone, place.division, place.skip);
        }
    }

    // ---- what the model overlooked

    void add_runs(Pass pass) {
        for (TokenIndex i = 0; i < m_parse.size(); ++i) {
            if (m_around.is_taken(i) || !m_lookup.is_capitalised(i)) continue;
            Stretch run{i, i + 1};
            if (at(i).name >= 0)
                run.last = m_parse.names[static_cast<std::size_t>(at(i).name)].last;
            else
                while (run.last < m_parse.size() && continues_run(run.last)) ++run.last;
            if (run.first < run.last) add_run(run, pass);
            i = std::max(i, run.last - 1);
        }
    }

    [[nodiscard]] bool continues_run(TokenIndex i) const {
        return at(i).name < 0 && m_lookup.is_capitalised(i) && at(i).pos != Pos::punct &&
               !m_around.is_taken(i);
    }

    void add_run(Stretch run, Pass pass) {
        if (is_other_matter(at(run.first).name_type)) return;
        if (const Stretch whole{run.first - 2, run.last}; run.first > 1 && at(run.first - 1).lower == "of" &&
                                                          m_lookup.is_capitalised(run.first - 2) &&
                                                          m_around.is_free(whole) && m_lookup.is_known(whole))
            run = whole; // `District of Columbia`
        for (const Stretch part : separate_names(m_lookup, run))
            add_words(with_arabic_article(m_lookup, trimmed_name(m_lookup, part)), pass);
    }

    void add_words(Stretch words, Pass pass) {
        if (words.empty() || !m_around.is_free(words) || !m_lookup.has_capital(words)) return;
        if (letters(m_parse.span_of(words.first, words.last)) < 2) return;
        if (m_around.is_behind_title(words.first)) return;
        const NameType type = at(words.first).name_type;
        if (type == NameType::norp && !codes::country_of_demonym(at(words.last - 1).text).empty()) return;
        const Lookup::Entries entries = m_lookup.find(words);
        if (entries.empty()) {
            if (pass == Pass::sure && is_of_division(words)) add(words);
            return;
        }
        const bool sure = is_surely_place(words, type, entries);
        if (sure || (pass == Pass::unsure && is_likely_place(words, type, entries))) add(words);
    }

    /// `the village of X`: a place though the gazetteer does not know it.
    [[nodiscard]] bool is_of_division(Stretch words) const {
        return words.first > 1 && at(words.first - 1).lower == "of" &&
               !m_lookup.is_capitalised(words.first - 2) &&
               is_word(at(words.first - 2).lower, word_class::division) && is_one_word(words);
    }

    [[nodiscard]] bool is_surely_place(Stretch words, NameType type, Lookup::Entries entries) const {
        if (is_small_word(words)) return false;
        if (m_around.is_dateline(words) || m_around.is_before_container(words)) return true;
        if (is_person(words) || is_word_of_other_name(words)) return false;
        const bool is_main = m_lookup.is_main(entries);
        if (m_around.is_before_counties(words.last) || (m_around.is_home(words.first) && is_main))
            return true;
        if (m_lookup.has_county_form(words)) return true;
        if (!is_one_word(words) && (type == NameType::person ? is_town_called_like_person(words, entries)
                                                             : m_lookup.is_big(entries)))
            return true;
        if (is_one_word(words) && is_word(at(words.first).lower, word_class::body | word_class::outlet))
            return false;
        if (type == NameType::person)
            return is_one_word(words) && m_around.is_behind_sure_preposition(words.first) && is_main;
        return m_around.is_behind_preposition(words.first) && at(words.last - 1).dep != Dep::compound &&
               m_lookup.is_big(entries);
    }

    /// The model takes towns of two words in languages it has read little of for people: `in Banda Aceh`.
    [[nodiscard]] bool is_town_called_like_person(Stretch words, Lookup::Entries entries) const {
        constexpr std::uint32_t town = 1000; // people
        return m_lookup.is_country_or_division(entries) ||
               (m_around.is_behind_sure_preposition(words.first) && m_lookup.population(entries) >= town);
    }

    [[nodiscard]] bool is_likely_place(Stretch words, NameType type, Lookup::Entries entries) const {
        if (is_person(words) || is_word_of_other_name(words)) return false;
        if (m_seen.contains(m_lookup.key(words))) return true;
        if (is_one_word(words) &&
            (at(words.first).pos != Pos::propn ||
             is_word(at(words.first).lower, word_class::body | word_class::outlet | word_class::direction)))
            return false;
        if (m_around.is_in_list(words)) return type != NameType::person || is_one_word(words);
        if (!m_lookup.is_main(entries)) return false;
        if (m_around.is_before_local(words.last) || type == NameType::norp) return true;
        if (words.first > 0 && at(words.first - 1).pos == Pos::det) return false; // `in the Honda`
        const bool behind_from = words.first > 0 && at(words.first - 1).lower == "from" && is_one_word(words);
        if (type == NameType::person && !behind_from) return false;
        return m_around.is_behind_preposition(words.first) && at(words.last - 1).dep != Dep::compound;
    }

    void add_inner(Stretch name) {
        for (const Stretch words : inner_places(m_lookup, name, m_seen)) add(words, Standing::inside_name);
    }

    const Parse& m_parse;
    const Report& m_report;
    Lookup m_lookup;
    Surroundings m_around;
    std::vector<PlaceMention> m_found;
    std::unordered_set<std::uint64_t> m_seen;        // keys of what stands alone
    std::unordered_set<std::string_view> m_surnames; // lower case
};

} // namespace

std::vector<PlaceMention> find_mentions(const Parse& parse, const Report& report,
                                        const Gazetteer& gazetteer) {
    return Finder(parse, report, gazetteer).run();
}

} // namespace dateline::where

// A person's title counts to the mention: `Prime Minister Ada Example`. It tells the office, at times the
// nation and the gender.

#include "who/person_names.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/name_words.hpp"
#include "who/noun_words.hpp"
#include "who/phrase_words.hpp"

namespace dateline::who {

namespace {

class PersonReader {
  public:
    PersonReader(TokenIndex first, TokenIndex last, const Parse& parse, const Report& report,
                 const Phrases& phrases, const ActorBook& book)
        : m_parse(parse), m_report(report), m_phrases(phrases), m_book(book), m_first(first), m_last(last) {}

    void read(FoundMention& mention) const {
        mention.span = with_title(mention);
        mention.entry = m_book.find(mention.name);
        if (mention.entry == nullptr) mention.entry = without_initial(mention.name);
        if (mention.entry == nullptr)
            mention.entry = m_book.find_last_name(mention.name, m_report.published.value);
        if (is_of_other_gender(mention)) mention.entry = nullptr;
        mention.office = office_of(mention.entry);
        set_gender(mention);
        mention.relative = is_relative(mention);
    }

  private:
    /// Who is meant by `Ada B. Example`, if the book has an Ada Example who is in office or was lately.
    [[nodiscard]] const BookEntry* without_initial(std::string_view name) const {
        const std::size_t first = name.find(' ');
        if (first == std::string_view::npos || first + 4 >= name.size()) return nullptr;
        if (!is_upper(name[first + 1]) || name[first + 2] != '.' || name[first + 3] != ' ') return nullptr;
        const std::string shorter = std::string(name.substr(0, first)) + std::string(name.substr(first + 3));
        const BookEntry* const entry = m_book.find(shorter);
        const bool is_meant = entry != nullptr && entry->kind == "person" && !entry->offices.empty() &&
                              ActorBook::is_remembered(*entry, m_report.published.value);
        return is_meant ? entry : nullptr;
    }

    [[nodiscard]] const Office* office_of(const BookEntry* entry) const {
        const std::string_view day = m_report.published.value;
        if (entry == nullptr || day.empty()) return nullptr;
        const auto held =
            std::find_if(entry->offices.begin(), entry->offices.end(),
                         [&](const Office& office) { return covers(office.from, office.to, day); });
        return held == entry->offices.end() ? nullptr : &*held;
    }

    /// Takes the title in front of the name into the span, and reads it.
    Span with_title(FoundMention& mention) const {
        const Span whole = m_phrases.name_phrase(mention.head, m_first, m_last);
        TokenIndex start = m_parse.token_at(whole.start);
        while (start < m_first && (m_parse.at(start).pos == Pos::det || m_parse.at(start).lower == "the"))
            ++start;
        start = behind_other_person(start);
        if (start >= m_first) start = title_in_front();
        TokenIndex at = start;
        for (; at < m_first; ++at) {
            const std::string_view word = m_parse.at(at).text;
            const std::string_view code = m_parse.at(at).name_type == NameType::norp
                                              ? codes::country_of_demonym(word)
                                              : std::string_view{};
            if (!code.empty()) {
                mention.country = code;
                continue;
            }
            const std::size_t matched = country_words(at, mention.country);
            if (matched == 0) break;
            at += static_cast<TokenIndex>(matched) - 1;
        }
        if (at < m_first && m_parse.at(at).tag == Tag::pos) ++at;
        if (at < m_first) {
            const std::string_view front = words(m_parse.text, m_parse.span_of(at, m_first));
            mention.title = to_lower(front);
            if (is_office_word(m_first - 1)) mention.role = front;
        }
        if (whole.end < mention.core.end) return {whole.start, mention.core.end};
        return {m_parse.at(std::min(start, m_first)).span.start, mention.core.end};
    }

    /// What ends an office: a noun, not the end of `CNN's`, `at least` or `the late`.
    [[nodiscard]] bool is_office_word(TokenIndex i) const {
        const Token& token = m_parse.at(i);
        return token.pos == Pos::noun || token.pos == Pos::propn || token.text.ends_with('.') ||
               m_book.title(token.lower) != nullptr || m_book.agent(token.lower) != nullptr;
    }

    /// The parser may take `Eve and Prime Minister` for the title of `Eve and Prime Minister Ada`.
    [[nodiscard]] TokenIndex behind_other_person(TokenIndex start) const {
        for (TokenIndex i = m_first - 1; i > start; --i)
            if (m_parse.at(i).dep == Dep::cc && m_parse.at(i - 1).name_type == NameType::person) return i + 1;
        return start;
    }

    /// First token of an office in front of the name that the parser hangs elsewhere, with the nation before
    /// it; the name's own first token when there is none.
    [[nodiscard]] TokenIndex title_in_front() const {
        constexpr TokenIndex longest = 4;
        const TokenIndex line = m_parse.sentence_of(m_first).first;
        TokenIndex first = m_first;
        for (TokenIndex i = m_first - 1; i >= std::max(line, m_first - longest); --i) {
            if (!is_upper(m_parse.at(i).text.front())) break;
            if (m_book.title(to_lower(words(m_parse.text, m_parse.span_of(i, m_first)))) != nullptr)
                first = i;
        }
        const bool nation =
            first < m_first && first > line && !codes::country_of_demonym(m_parse.at(first - 1).text).empty();
        return nation ? first - 1 : first;
    }

    /// Number of words of a country's name at `at`; sets the country.
    std::size_t country_words(TokenIndex at, std::string& country) const {
        const std::int32_t name = m_parse.at(at).name;
        if (name < 0) return 0;
        const Name& found = m_parse.names[static_cast<std::size_t>(name)];
        if (found.type != NameType::gpe || found.first != at || found.last > m_first) return 0;
        const std::string_view code = codes::country_of_name(words(m_parse.text, found.span));
        if (code.empty()) return 0;
        country = code;
        return static_cast<std::size_t>(found.last - found.first);
    }

    /// Whether a last name alone calls its bearer in the book for sure: in office on the report's day, or
    /// with a title.
    [[nodiscard]] bool is_known_to_be_meant(const FoundMention& mention) const {
        const std::string_view day = m_report.published.value;
        return !mention.title.empty() || (!day.empty() && ActorBook::is_remembered(*mention.entry, day));
    }

    /// What the title says: of `Mrs. Example`, `Prime Minister Example`; "" where that is nothing.
    static std::string_view gender_of_title(std::string_view title) {
        if (const std::size_t space = title.rfind(' '); space != std::string_view::npos)
            title.remove_prefix(space + 1);
        if (title.ends_with('.')) title.remove_suffix(1);
        return gender_of_noun(title);
    }

    /// `Mr. Brook` is not Ada Brook of the book.
    static bool is_of_other_gender(const FoundMention& mention) {
        if (mention.entry == nullptr || mention.entry->gender.empty()) return false;
        const std::string_view said = gender_of_title(mention.title);
        return !said.empty() && said != mention.entry->gender;
    }

    void set_gender(FoundMention& mention) const {
        if (mention.entry != nullptr && !mention.entry->gender.empty()) {
            mention.gender = mention.entry->gender;
            mention.gender_sure = mention.name.find(' ') != std::string::npos ||
                                  mention.entry->name.find(' ') == std::string::npos ||
                                  is_known_to_be_meant(mention);
            return;
        }
        mention.gender = gender_of_title(mention.title);
        if (!mention.gender.empty()) return;
        const std::size_t space = mention.name.find_first_of(" -");
        if (space != std::string::npos) { // `Miss Example` as a name
            std::string first = to_lower(std::string_view(mention.name).substr(0, space));
            if (first.ends_with('.')) first.pop_back();
            mention.gender = gender_of_noun(first);
            if (!mention.gender.empty()) return;
        }
        const std::string first = to_lower(std::string_view(mention.name).substr(0, space));
        mention.gender_sure = space != std::string::npos;
        if (mention.gender_sure || !is_phrase_word(first, PhraseWord::worn) ||
            is_phrase_word(first, PhraseWord::given))
            mention.gender = m_book.gender_of(first);
    }

    /// `her brother NAME`, `the son of NAME`, `her brother, NAME`, `married NAME`, `born to NAME`.
    [[nodiscard]] bool is_relative(const FoundMention& mention) const {
        const std::string_view title = mention.title;
        const std::size_t space = title.rfind(' ');
        if (is_name_word(title.substr(space == std::string_view::npos ? 0 : space + 1), NameWord::kin))
            return true;
        TokenIndex at = mention.head;
        for (int step = 0; step < 3 && m_parse.at(at).dep == Dep::conj; ++step) at = m_parse.at(at).head;
        return hangs_on_kin(at);
    }

    [[nodiscard]] bool hangs_on_kin(TokenIndex at) const {
        const Token& token = m_parse.at(at);
        if (token.head == at) return false;
        const Token& above = m_parse.at(token.head);
        if (token.dep == Dep::appos) return is_name_word(above.lemma, NameWord::kin);
        if (token.dep == Dep::dobj) return above.lemma == "marry" || above.lemma == "wed";
        if (token.dep != Dep::pobj) return false;
        const Token& governor = m_parse.at(above.head);
        if (above.lower == "of") return is_name_word(governor.lemma, NameWord::kin);
        return above.lower == "to" && (ties(governor) || ties(m_parse.at(governor.head)));
    }

    /// `born` in `born to`, `born in the north to`.
    static bool ties(const Token& word) {
        return word.lower == "born" || word.lower == "married" || word.lower == "engaged" ||
               word.lower == "marriage";
    }

    const Parse& m_parse;
    const Report& m_report;
    const Phrases& m_phrases;
    const ActorBook& m_book;
    TokenIndex m_first, m_last; // tokens of the name: `[first, last)`
};

} // namespace

void read_person_name(FoundMention& mention, TokenIndex first, TokenIndex last, const Parse& parse,
                      const Report& report, const Phrases& phrases, const ActorBook& book) {
    PersonReader(first, last, parse, report, phrases, book).read(mention);
}

} // namespace dateline::who

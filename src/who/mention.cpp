// Mentions come from names, from common nouns that stand for actors, and from pronouns; each token heads at
// most one, and names come first. Then appositions and predicates are tied to what they are said of.

#include "who/mention.hpp"

#include <algorithm>

#include "who/mention_words.hpp"
#include "who/phrases.hpp"
#include "who/turns.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

class Finder {
  public:
    Finder(const Parse& parse, const Report& report, const std::vector<NameSpan>& names,
           const std::vector<Place>& places, const ActorBook& book)
        : m_parse(parse), m_report(report), m_names(names), m_book(book), m_phrases(parse, places),
          m_by_head(parse.tokens.size(), -1), m_in_name(parse.tokens.size(), false) {}

    std::vector<FoundMention> run() {
        add_names();
        for (TokenIndex i = 0; i < m_parse.size(); ++i)
            if (!m_in_name[static_cast<std::size_t>(i)] && !is_title_of_name(i))
                add(noun_mention(i, m_parse, m_phrases, m_book));
        drop_inner_modifiers();
        const bool transcript = !find_turns(m_parse).empty(); // elsewhere `you` is nobody the report knows
        for (TokenIndex i = 0; i < m_parse.size(); ++i) {
            auto pronoun = pronoun_mention(i, m_parse);
            if (pronoun && (transcript || !pronoun->lemma.starts_with("you"))) add(std::move(pronoun));
        }
        std::sort(m_found.begin(), m_found.end(),
                  [](const auto& a, const auto& b) { return a.head < b.head; });
        index_heads();
        for (FoundMention& mention : m_found) link_apposition(mention);
        return std::move(m_found);
    }

  private:
    void add(std::optional<FoundMention> mention) {
        if (!mention || m_by_head[static_cast<std::size_t>(mention->head)] >= 0) return;
        m_by_head[static_cast<std::size_t>(mention->head)] = static_cast<int>(m_found.size());
        m_found.push_back(std::move(*mention));
    }

    void add_names() {
        for (const NameSpan& name : m_names) {
            for (TokenIndex i = m_parse.token_at(name.span.start);
                 i < m_parse.size() && m_parse.at(i).span.start < name.span.end; ++i)
                m_in_name[static_cast<std::size_t>(i)] = true;
            add(name_mention(name, m_parse, m_report, m_phrases, m_book));
            if (!m_found.empty() && m_found.back().core == name.span) mark_title(m_found.back());
        }
    }

    /// The words of a person's title head no mentions of their own, wherever the parser hangs them.
    void mark_title(const FoundMention& name) {
        if (name.type != NameType::person || name.title.empty()) return;
        for (TokenIndex i = m_parse.token_at(name.span.start);
             i < m_parse.size() && m_parse.at(i).span.start < name.core.start; ++i)
            m_in_name[static_cast<std::size_t>(i)] = true;
    }

    /// A title before a name belongs to the name's mention.
    [[nodiscard]] bool is_title_of_name(TokenIndex i) const {
        const Token& token = m_parse.at(i);
        return token.head != i && token.dep == Dep::compound &&
               m_in_name[static_cast<std::size_t>(token.head)];
    }

    void index_heads() {
        std::fill(m_by_head.begin(), m_by_head.end(), -1);
        for (std::size_t i = 0; i < m_found.size(); ++i)
            m_by_head[static_cast<std::size_t>(m_found[i].head)] = static_cast<int>(i);
    }

    /// A nation in front of an actor noun or a title (`Turkish officials`, `Turkish President NAME`) is part
    /// of that mention, not one of its own.
    void drop_inner_modifiers() {
        const auto is_inner = [&](const FoundMention& mention) {
            if (mention.form != Form::name || !mention.adjective) return false;
            TokenIndex at = mention.head;
            for (int step = 0; step < 3; ++step) {
                const TokenIndex above = m_parse.at(at).head;
                if (above == at) return false;
                at = above;
                const int found = m_by_head[static_cast<std::size_t>(at)];
                if (found >= 0) return step == 0 || spans(found, mention);
            }
            return false;
        };
        std::vector<bool> inner;
        for (const FoundMention& mention : m_found) inner.push_back(is_inner(mention));
        std::size_t at = 0;
        std::erase_if(m_found, [&](const FoundMention&) { return inner[at++]; });
        index_heads();
    }

    [[nodiscard]] bool spans(int outer, const FoundMention& inner) const {
        return m_found[static_cast<std::size_t>(outer)].span.contains(inner.span);
    }

    void link_apposition(FoundMention& mention) const {
        const Token& head = m_parse.at(mention.head);
        if (head.dep == Dep::appos && head.head != mention.head)
            mention.apposed_to = m_by_head[static_cast<std::size_t>(head.head)];
        mention.attribute = mention.apposed_to >= 0 && mention.form == Form::noun && mention.counted;
        if (head.dep != Dep::attr || mention.form == Form::pronoun || m_parse.has_child(head.head, Dep::neg))
            return;
        const TokenIndex subject = m_parse.child(head.head, Dep::nsubj);
        if (subject != no_token && subject < mention.head)
            mention.predicate_of = m_by_head[static_cast<std::size_t>(subject)];
        mention.attribute = mention.predicate_of >= 0;
    }

    const Parse& m_parse;
    const Report& m_report;
    const std::vector<NameSpan>& m_names;
    const ActorBook& m_book;
    Phrases m_phrases;
    std::vector<int> m_by_head;
    std::vector<bool> m_in_name;
    std::vector<FoundMention> m_found;
};

} // namespace

std::vector<FoundMention> find_mentions(const Parse& parse, const Report& report,
                                        const std::vector<NameSpan>& names, const std::vector<Place>& places,
                                        const ActorBook& book) {
    return Finder(parse, report, names, places, book).run();
}

} // namespace dateline::who

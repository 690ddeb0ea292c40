// Names are put together first, over the whole report. Then mentions are taken in text order: nouns go with
// an actor met before or start a new one, pronouns with the candidate that the model ranks first. `I` and
// `we` come last, when every speaker is known. What is sure comes first, as in multi-pass sieves (Raghunathan
// et al. 2010).

#include "who/linker.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "who/name_links.hpp"
#include "who/noun_links.hpp"
#include "who/noun_words.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

bool is_first_person(std::string_view word) {
    return word == "i" || word == "me" || word == "my" || word == "mine" || word == "myself";
}

bool is_first_person_plural(std::string_view word) {
    return word == "we" || word == "us" || word == "our" || word == "ours" || word == "ourselves";
}

bool is_second_person(std::string_view word) {
    return word == "you" || word == "your" || word == "yours" || word == "yourself";
}

class Linker {
  public:
    Linker(const Parse& parse, const std::vector<FoundMention>& mentions, const std::vector<Place>& places,
           const Chooser& chooser)
        : m_parse(parse), m_mentions(mentions), m_chooser(chooser), m_mention_at(heads(parse, mentions)),
          m_inside(mentions.size(), false), m_quotations(parse),
          m_clusters(mentions, link_names(parse, mentions, places)),
          m_nouns(parse, mentions, m_mention_at, m_clusters),
          m_antecedents(parse, mentions, m_mention_at, m_clusters, m_quotations) {}

    std::vector<int> run() {
        for (std::size_t i = 0; i < m_mentions.size(); ++i) take(i);
        for (std::size_t i = 0; i < m_mentions.size(); ++i)
            if (m_mentions[i].form == Form::pronoun && m_clusters.of(i) < 0) take_speaker(i);
        return in_order();
    }

  private:
    static std::vector<int> heads(const Parse& parse, const std::vector<FoundMention>& mentions) {
        std::vector<int> at(parse.tokens.size(), -1);
        for (std::size_t m = 0; m < mentions.size(); ++m)
            at[static_cast<std::size_t>(mentions[m].head)] = static_cast<int>(m);
        return at;
    }

    void take(std::size_t i) {
        const FoundMention& mention = m_mentions[i];
        int cluster = -1;
        switch (mention.form) {
        case Form::name:
            cluster = of_name(i);
            take_unnamed(cluster);
            break;
        case Form::noun:
            cluster = m_nouns.find(i, m_recent);
            if (cluster < 0) cluster = m_clusters.start();
            take_named_late(i, cluster);
            note_name_inside(i, cluster);
            break;
        case Form::pronoun: cluster = of_pronoun(i); break;
        }
        if (cluster < 0) return;
        join(i, cluster);
        take_waiting(i, cluster);
    }

    /// A name's own actor, but for a people or party that says what somebody is: `Ada Example, Ohio
    /// Democrat`.
    [[nodiscard]] int of_name(std::size_t i) const {
        const FoundMention& name = m_mentions[i];
        const int own = m_clusters.named_as(i);
        if (name.type != NameType::norp || name.apposed_to < 0) return own;
        const int of = m_clusters.named_as(static_cast<std::size_t>(name.apposed_to));
        return of >= 0 && m_clusters[of].kind == "person" && !m_clusters[of].plural ? of : own;
    }

    void join(std::size_t i, int cluster) {
        m_clusters.join(i, cluster);
        if (m_mentions[i].form != Form::pronoun && m_clusters[cluster].owner < 0)
            m_clusters[cluster].owner = m_nouns.owner_of(m_mentions[i]);
        const auto known = std::find(m_recent.rbegin(), m_recent.rend(), cluster);
        if (known != m_recent.rend()) m_recent.erase(std::next(known).base());
        m_recent.push_back(cluster);
        constexpr std::size_t most = 128; // far more than anything looks back
        if (m_recent.size() > most) m_recent.erase(m_recent.begin());
    }

    /// `MRTA` in `MRTA rebels`, who are the MRTA: one mention, not two, as long as the name stands elsewhere
    /// too.
    void note_name_inside(std::size_t noun, int cluster) {
        for (const TokenIndex c : m_parse.children(m_mentions[noun].head)) {
            if (c > m_mentions[noun].head) break;
            const int name = m_mention_at[static_cast<std::size_t>(c)];
            if (name >= 0 && m_parse.at(c).dep == Dep::compound &&
                m_clusters.of(static_cast<std::size_t>(name)) == cluster)
                m_inside[static_cast<std::size_t>(name)] = true;
        }
    }

    /// Pronouns that pointed forward to this mention join it if they agree, else look back after all.
    void take_waiting(std::size_t i, int cluster) {
        for (const auto& [pronoun, ahead] : m_waiting)
            if (ahead == i && Antecedents::agrees(m_mentions[pronoun], m_clusters[cluster]))
                join(pronoun, cluster);
        std::erase_if(m_waiting, [&](const auto& waiting) { return waiting.second <= i; });
    }

    int of_pronoun(std::size_t i) {
        const std::string& word = m_mentions[i].lemma;
        if (is_first_person(word) || is_first_person_plural(word) || is_second_person(word)) return -1;
        if (word == "whose") return of_relative(i);
        const auto candidates = m_antecedents.of(i, m_recent);
        const int chosen = m_chooser ? m_chooser(i, candidates, m_clusters) : best_of(i, candidates);
        if (chosen < 0)
            return Antecedents::class_of(m_mentions[i]) == PronounClass::person ? start_unnamed() : -1;
        const Candidate& candidate = candidates[static_cast<std::size_t>(chosen)];
        if (candidate.ahead >= 0) m_waiting.emplace_back(i, static_cast<std::size_t>(candidate.ahead));
        return candidate.cluster;
    }

    /// A text that begins in the middle speaks of somebody whom it has not named: `He was elected in 1990.`
    int start_unnamed() {
        m_unnamed = m_clusters.start();
        return m_unnamed;
    }

    /// `A spokesman denied it. … The spokesman, Ada Example, …`: who had no name yet has one now.
    void take_named_late(std::size_t i, int cluster) {
        if (!m_mentions[i].definite || !m_clusters[cluster].named || !m_clusters[cluster].mentions.empty())
            return;
        const int unnamed = m_nouns.unnamed(i, m_recent);
        if (unnamed < 0) return;
        m_clusters.merge(unnamed, cluster);
        std::erase(m_recent, unnamed);
    }

    /// A person first named by last name alone is whom the text has spoken of all along.
    void take_unnamed(int cluster) {
        if (m_unnamed < 0 || cluster < 0 || !m_clusters[cluster].mentions.empty()) return;
        const Cluster& named = m_clusters[cluster];
        if ((named.kind != "person" && !named.maybe_person) || named.name.find(' ') != std::string::npos)
            return;
        const std::string& gender = m_clusters[m_unnamed].gender;
        if (!named.gender.empty() && named.gender != gender) return;
        m_clusters.merge(m_unnamed, cluster);
        std::erase(m_recent, m_unnamed);
        m_unnamed = -1;
    }

    int best_of(std::size_t i, const std::vector<Candidate>& candidates) const {
        const PronounClass pronoun_class = Antecedents::class_of(m_mentions[i]);
        int best = -1;
        double best_score = 0;
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            const double score = antecedent_score(pronoun_class, candidates[c].features);
            if (best < 0 || score > best_score) best = static_cast<int>(c), best_score = score;
        }
        return best;
    }

    /// `whose` stands for the noun its clause hangs on.
    [[nodiscard]] int of_relative(std::size_t i) const {
        TokenIndex at = m_mentions[i].head;
        for (int steps = 0; steps < 4; ++steps) {
            const Token& token = m_parse.at(at);
            if (token.head == at) return -1;
            if (token.dep == Dep::relcl) {
                const int mention = m_mention_at[static_cast<std::size_t>(token.head)];
                return mention < 0 ? -1 : m_clusters.of(static_cast<std::size_t>(mention));
            }
            at = token.head;
        }
        return -1;
    }

    /// `I` inside a quotation is its speaker; `we` are the speaker's people, one group for each speaker.
    /// `You` in a question of a transcript is who answers.
    void take_speaker(std::size_t i) {
        const FoundMention& pronoun = m_mentions[i];
        const bool plural = is_first_person_plural(pronoun.lemma);
        const bool second = is_second_person(pronoun.lemma);
        if (!plural && !second && !is_first_person(pronoun.lemma)) return;
        const int quote = m_quotations.number(pronoun.head);
        if (quote < 0) return;
        const int speaker =
            actor_at(second ? m_quotations.at(quote).addressee : m_quotations.at(quote).speaker);
        if (speaker < 0) return;
        if (!plural) {
            if (m_clusters[speaker].kind == "person") m_clusters.join(i, speaker);
            return;
        }
        const auto [known, is_new] = m_we.emplace(speaker, -1);
        if (is_new) known->second = people_of(speaker);
        m_clusters.join(i, known->second);
    }

    [[nodiscard]] int actor_at(TokenIndex head) const {
        const int mention = head == no_token ? -1 : m_mention_at[static_cast<std::size_t>(head)];
        return mention < 0 ? -1 : m_clusters.of(static_cast<std::size_t>(mention));
    }

    /// Whom a speaker speaks for when saying `we`: a body itself, the body or group whose member one is, else
    /// a group of its own.
    int people_of(int speaker) {
        const Cluster& cluster = m_clusters[speaker];
        if (cluster.kind != "person") return speaker;
        if (cluster.owner >= 0 && m_clusters[cluster.owner].kind != "person" &&
            m_clusters[cluster.owner].kind != "state")
            return cluster.owner;
        const int group = group_in_title(cluster.title);
        return group >= 0 ? group : m_clusters.start();
    }

    /// The rebels of a `rebel leader`; -1.
    [[nodiscard]] int group_in_title(std::string_view title) const {
        std::uint64_t groups = 0;
        for (const std::string_view word : split(title, ' ')) groups |= groups_of_noun(word);
        if (groups == 0) return -1;
        for (int c = 0; c < m_clusters.size(); ++c)
            if (m_clusters[c].kind == "armed_group" && (m_clusters[c].groups & groups) != 0 &&
                !m_clusters[c].mentions.empty())
                return c;
        return -1;
    }

    /// Whether a mention of the actor is a name that is no part of another mention of it.
    [[nodiscard]] bool is_named_outside(int cluster) const {
        if (cluster < 0) return false;
        const auto& mentions = m_clusters[cluster].mentions;
        return std::any_of(mentions.begin(), mentions.end(),
                           [&](std::size_t m) { return m_mentions[m].form == Form::name && !m_inside[m]; });
    }

    [[nodiscard]] bool is_lone_pronoun(int cluster) const {
        const Cluster& found = m_clusters[cluster];
        return found.mentions.size() == 1 && m_mentions[found.mentions.front()].form == Form::pronoun;
    }

    /// Numbers in order of first mention.
    std::vector<int> in_order() const {
        std::vector<int> renamed(static_cast<std::size_t>(m_clusters.size()), -1);
        std::vector<int> numbers = m_clusters.all();
        for (std::size_t m = 0; m < numbers.size(); ++m)
            if (m_inside[m] && is_named_outside(numbers[m])) numbers[m] = -1;
        int count = 0;
        for (int& number : numbers) {
            if (number >= 0 && is_lone_pronoun(number)) number = -1;
            if (number < 0) continue;
            int& now = renamed[static_cast<std::size_t>(number)];
            if (now < 0) now = count++;
            number = now;
        }
        return numbers;
    }

    const Parse& m_parse;
    const std::vector<FoundMention>& m_mentions;
    const Chooser& m_chooser;
    std::vector<int> m_mention_at; // by token: the mention it heads, -1
    std::vector<bool> m_inside;    // by mention: names inside nouns of the same actor
    Quotations m_quotations;
    Clusters m_clusters;
    NounLinker m_nouns;
    Antecedents m_antecedents;
    std::vector<int> m_recent;                                  // actors met, the last one last
    std::vector<std::pair<std::size_t, std::size_t>> m_waiting; // pronoun, the mention it points to
    int m_unnamed = -1;                                         // person spoken of before being named
    std::map<int, int> m_we;                                    // speaker, whom `we` are
};

} // namespace

std::vector<int> link_mentions(const Parse& parse, const std::vector<FoundMention>& mentions,
                               const std::vector<Place>& places, const Chooser& chooser) {
    return Linker(parse, mentions, places, chooser).run();
}

} // namespace dateline::who

// Mentions are taken in text order and put with an earlier actor or start a new one: names by their words,
// the actor book, the country of a state; nouns by apposition, title, kind and head; pronouns by a score of
// recency, grammar and agreement over the actors of the last sentences. The order is that of multi-pass
// sieves (Raghunathan et al. 2010): what is sure comes first.

#include "who/linker.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>

#include "base/text.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

/// What is known of an actor so far.
struct Cluster {
    std::vector<std::size_t> mentions;
    std::string gender, country, kind, name, title;
    bool plural = false;
    bool named = false;
    const BookEntry* entry = nullptr;
};

/// How much each thing counts for a pronoun's antecedent.
struct PronounWeights {
    double sentence = -1.6; // a sentence further away
    double mention = -0.04; // a mention in between
    double subject = 1.6;   // the candidate is a subject
    double parallel = 0.8;  // both are subjects, or both objects
    double named = 0.6;
    double known_gender = 0.4; // said to be of the pronoun's gender, not merely possible
    double frequency = 0.35;   // a mention more of the same actor, up to four
    double possessor = -0.5;   // the candidate is a possessor itself
};
constexpr PronounWeights weights;

std::string_view last_word(std::string_view name) {
    const std::size_t space = name.rfind(' ');
    return space == std::string_view::npos ? name : name.substr(space + 1);
}

std::string_view first_word(std::string_view name) {
    return name.substr(0, name.find(' '));
}

/// Initials of the capitalised words: `International Atomic Energy Agency` → `IAEA`.
std::string initials(std::string_view name) {
    std::string out;
    for (const std::string_view word : split(name, ' '))
        if (!word.empty() && is_upper(word.front())) out += word.front();
    return out;
}

std::string without_points(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != '.') out += c;
    return out;
}

class Linker {
  public:
    Linker(const Parse& parse, const std::vector<FoundMention>& mentions, const std::vector<Place>& places)
        : m_parse(parse), m_mentions(mentions), m_places(places), m_cluster_of(mentions.size(), -1) {}

    std::vector<int> run() {
        for (std::size_t i = 0; i < m_mentions.size(); ++i) {
            const FoundMention& mention = m_mentions[i];
            int cluster = mention.form == Form::name   ? of_name(mention)
                          : mention.form == Form::noun ? of_noun(i)
                                                       : of_pronoun(i);
            if (cluster < 0 && mention.form == Form::pronoun) continue;
            if (cluster < 0) {
                cluster = static_cast<int>(m_clusters.size());
                m_clusters.emplace_back();
            }
            join(i, cluster);
            take_waiting(i, cluster);
        }
        return m_cluster_of;
    }

  private:
    /// Pronouns that pointed forward to this mention join it if they agree, else look back after all.
    void take_waiting(std::size_t i, int cluster) {
        for (const auto& [pronoun, subject] : m_waiting) {
            if (subject != i) continue;
            const int found = agrees(m_mentions[pronoun], m_clusters[static_cast<std::size_t>(cluster)])
                                  ? cluster
                                  : antecedent(pronoun);
            if (found >= 0) join(pronoun, found);
        }
    }

    void join(std::size_t i, int number) {
        const FoundMention& mention = m_mentions[i];
        Cluster& cluster = m_clusters[static_cast<std::size_t>(number)];
        m_cluster_of[i] = number;
        cluster.mentions.push_back(i);
        if (mention.form == Form::pronoun) {
            if (cluster.gender.empty()) cluster.gender = mention.gender;
            return;
        }
        if (cluster.gender.empty()) cluster.gender = mention.gender;
        if (cluster.country.empty()) cluster.country = mention.country;
        if (cluster.entry == nullptr) cluster.entry = mention.entry;
        if (cluster.kind.empty()) cluster.kind = kind_of(mention);
        if (!mention.title.empty() && cluster.title.empty()) cluster.title = mention.title;
        cluster.plural = cluster.plural || (mention.plural && mention.form == Form::noun);
        if (mention.form == Form::name) {
            cluster.named = true;
            if (mention.name.size() > cluster.name.size()) cluster.name = mention.name;
            index_name(mention, number);
        }
    }

    static std::string kind_of(const FoundMention& mention) {
        if (mention.entry != nullptr) return mention.entry->kind;
        if (mention.agent != nullptr) return mention.agent->kind;
        switch (mention.type) {
        case NameType::person: return "person";
        case NameType::gpe:
        case NameType::loc: return "state";
        case NameType::norp: return mention.adjective ? "state" : "population";
        default: return "organization";
        }
    }

    // --- names

    void index_name(const FoundMention& mention, int cluster) {
        m_names[mention.name] = cluster;
        if (mention.type == NameType::person) m_last_names[std::string(last_word(mention.name))] = cluster;
        if (mention.type == NameType::org) m_acronyms.emplace(initials(mention.name), cluster);
        if (is_nation(mention)) m_states.emplace(mention.country, cluster);
        if (mention.entry != nullptr) m_entries.emplace(mention.entry, cluster);
    }

    [[nodiscard]] bool is_nation(const FoundMention& mention) const {
        if (mention.country.empty()) return false;
        if (mention.type == NameType::norp) return mention.adjective;
        if (mention.type != NameType::gpe || mention.place < 0)
            return mention.type == NameType::gpe && mention.place < 0;
        const Place& place = m_places[static_cast<std::size_t>(mention.place)];
        return place.precision == "country" || place.use == "actor";
    }

    template<typename Map, typename Key>
    static int find(const Map& map, const Key& key) {
        const auto found = map.find(key);
        return found == map.end() ? -1 : found->second;
    }

    int of_name(const FoundMention& mention) {
        if (is_nation(mention))
            if (const int cluster = find(m_states, mention.country); cluster >= 0) return cluster;
        if (mention.entry != nullptr)
            if (const int cluster = find(m_entries, mention.entry); cluster >= 0) return cluster;
        if (const int cluster = find(m_names, mention.name);
            cluster >= 0 && compatible_type(mention, cluster))
            return cluster;
        if (mention.type == NameType::person) return of_person(mention);
        if (mention.type == NameType::org) {
            if (const int cluster = find(m_acronyms, without_points(mention.name)); cluster >= 0)
                return cluster;
            return shorter_or_longer(mention);
        }
        if (mention.type == NameType::norp) return find(m_names, mention.name);
        return -1;
    }

    [[nodiscard]] bool compatible_type(const FoundMention& mention, int cluster) const {
        const bool person = m_clusters[static_cast<std::size_t>(cluster)].kind == "person";
        return mention.type != NameType::person || person;
    }

    int of_person(const FoundMention& mention) {
        const int cluster = find(m_last_names, std::string(last_word(mention.name)));
        if (cluster >= 0) {
            const Cluster& known = m_clusters[static_cast<std::size_t>(cluster)];
            const bool short_form =
                mention.name.find(' ') == std::string::npos || known.name.find(' ') == std::string::npos;
            const bool same_gender =
                mention.gender.empty() || known.gender.empty() || mention.gender == known.gender;
            const char a = first_word(mention.name).empty() ? '\0' : first_word(mention.name).front();
            const char b = first_word(known.name).empty() ? '\0' : first_word(known.name).front();
            if (same_gender && (short_form || a == b)) return cluster;
        }
        if (mention.name.find(' ') != std::string::npos) return -1;
        for (std::size_t c = 0; c < m_clusters.size(); ++c) // a first name alone
            if (m_clusters[c].kind == "person" && first_word(m_clusters[c].name) == mention.name &&
                m_clusters[c].name.size() > mention.name.size())
                return static_cast<int>(c);
        return -1;
    }

    /// `State Department` and `US State Department`: one is the end of the other.
    int shorter_or_longer(const FoundMention& mention) {
        if (mention.name.find(' ') == std::string::npos) return -1;
        for (std::size_t c = 0; c < m_clusters.size(); ++c) {
            const Cluster& known = m_clusters[c];
            if (known.kind != "organization" || known.name.find(' ') == std::string::npos) continue;
            if (known.name.ends_with(" " + mention.name) || mention.name.ends_with(" " + known.name))
                return static_cast<int>(c);
        }
        return -1;
    }

    // --- common nouns

    int of_noun(std::size_t i) {
        const FoundMention& mention = m_mentions[i];
        if (mention.apposed_to >= 0 && static_cast<std::size_t>(mention.apposed_to) < i && !mention.plural) {
            const int cluster = m_cluster_of[static_cast<std::size_t>(mention.apposed_to)];
            if (cluster >= 0) return cluster;
        }
        if (!mention.definite) return -1;
        if (const TokenIndex owner = m_parse.child(mention.head, Dep::poss); owner != no_token) return -1;
        int best = -1;
        double best_score = 0;
        const int sentence = m_parse.at(mention.head).sentence;
        for (std::size_t c = 0; c < m_clusters.size(); ++c) {
            const double score = noun_score(mention, m_clusters[c], sentence);
            if (score > best_score) best = static_cast<int>(c), best_score = score;
        }
        return best;
    }

    double noun_score(const FoundMention& mention, const Cluster& cluster, int sentence) const {
        const FoundMention& last = m_mentions[cluster.mentions.back()];
        const int distance = sentence - m_parse.at(last.head).sentence;
        if (distance > 12 || mention.plural != cluster.plural) return 0;
        if (!mention.country.empty() && !cluster.country.empty() && mention.country != cluster.country)
            return 0;
        if (!mention.gender.empty() && !cluster.gender.empty() && mention.gender != cluster.gender) return 0;
        const double near = 1.0 / (1.0 + distance);
        const bool same_head =
            std::any_of(cluster.mentions.begin(), cluster.mentions.end(), [&](std::size_t m) {
                return m_mentions[m].form == Form::noun && m_mentions[m].lemma == mention.lemma;
            });
        if (same_head)
            return (cluster.country == mention.country || mention.country.empty() ? 3.0 : 1.5) + near;
        if (!cluster.named) return 0;
        const bool person = mention.agent->kind == "person";
        if (person && cluster.kind == "person")
            return !cluster.title.empty() && cluster.title.find(mention.lemma) != std::string::npos
                       ? 2.5 + near
                       : 0;
        if (mention.plural) return 0;
        if (mention.agent->kind == "state" && cluster.kind == "state") return distance <= 3 ? 1.0 + near : 0;
        if (mention.agent->kind == "armed_group" && cluster.kind == "armed_group") return 1.0 + near;
        const bool body = mention.agent->kind == "company" || mention.agent->kind == "ngo" ||
                          mention.agent->kind == "igo" || mention.lemma == "group" ||
                          mention.lemma == "agency";
        if (body && (cluster.kind == "organization" || cluster.kind == mention.agent->kind))
            return distance <= 4 ? 0.8 + near : 0;
        return 0;
    }

    // --- pronouns

    /// A pronoun in a clause or phrase in front of the main clause points forward to that clause's subject:
    /// `In her speech, Ada …`. The subject's mention; `none` when the pronoun does not stand so.
    [[nodiscard]] std::size_t subject_ahead(std::size_t i) const {
        TokenIndex at = m_mentions[i].head;
        const Sentence& sentence = m_parse.sentence_of(at);
        for (int steps = 0; steps < 8 && m_parse.at(at).head != at; ++steps) {
            const Token& token = m_parse.at(at);
            const bool fronted = (token.dep == Dep::advcl || token.dep == Dep::prep) && token.head > at;
            const TokenIndex subject = fronted ? m_parse.child(token.head, Dep::nsubj) : no_token;
            if (subject != no_token && subject > at && m_parse.at(subject).left_edge > m_mentions[i].head &&
                at - sentence.first < 12) {
                for (std::size_t m = i + 1; m < m_mentions.size() && m_mentions[m].head <= subject; ++m)
                    if (m_mentions[m].head == subject) return m;
                return none;
            }
            at = token.head;
        }
        return none;
    }
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    int of_pronoun(std::size_t i) {
        const FoundMention& pronoun = m_mentions[i];
        const std::string& word = pronoun.lemma;
        if (word == "i" || word == "me" || word == "my" || word == "mine" || word == "myself" ||
            word == "we" || word == "us" || word == "our" || word == "ours" || word == "ourselves")
            return pronoun.quote >= 0 && (word[0] == 'i' || word[0] == 'm') ? speaker_of(pronoun) : -1;
        if (word == "who" || word == "whom") return relative(pronoun);
        if (const std::size_t ahead = subject_ahead(i); ahead != none &&
                                                        m_mentions[ahead].form != Form::pronoun &&
                                                        (pronoun.gender == "m" || pronoun.gender == "f")) {
            m_waiting.emplace_back(i, ahead);
            return -1;
        }
        return antecedent(i);
    }

    /// The best of the actors mentioned before.
    int antecedent(std::size_t i) const {
        int best = -1;
        double best_score = -std::numeric_limits<double>::infinity();
        constexpr std::size_t window = 60; // mentions looked back
        for (std::size_t back = 1; back <= std::min(i, window); ++back) {
            const std::size_t m = i - back;
            const int cluster = m_cluster_of[m];
            if (cluster < 0) continue;
            const double score = pronoun_score(i, m, m_clusters[static_cast<std::size_t>(cluster)], back);
            if (score > best_score) best = cluster, best_score = score;
        }
        return best_score > -4.5 ? best : -1;
    }

    double pronoun_score(std::size_t i, std::size_t m, const Cluster& cluster, std::size_t back) const {
        constexpr double never = -std::numeric_limits<double>::infinity();
        const FoundMention& pronoun = m_mentions[i];
        const FoundMention& candidate = m_mentions[m];
        const Token& p = m_parse.at(pronoun.head);
        const Token& c = m_parse.at(candidate.head);
        const int distance = p.sentence - c.sentence;
        if (distance > 3 || (candidate.adjective && candidate.form == Form::name)) return never;
        if (!agrees(pronoun, cluster)) return never;
        if (candidate.span.contains(pronoun.span)) return never;
        const bool reflexive = pronoun.lemma.ends_with("self") || pronoun.lemma.ends_with("selves");
        const bool same_verb = p.head == c.head && p.sentence == c.sentence;
        if (same_verb && !reflexive && p.tag == Tag::prp && is_argument(p.dep) && is_argument(c.dep))
            return never;
        // Inside a quotation he is hardly the one who speaks.
        if (pronoun.quote >= 0 && candidate.quote != pronoun.quote && distance == 0 && c.dep == Dep::nsubj &&
            pronoun.gender != "n")
            return never;
        double score = weights.sentence * distance + weights.mention * static_cast<double>(back);
        const bool subject = c.dep == Dep::nsubj || c.dep == Dep::nsubjpass;
        const bool p_subject = p.dep == Dep::nsubj || p.dep == Dep::nsubjpass;
        if (subject) score += weights.subject;
        if (p.tag == Tag::prp && subject == p_subject) score += weights.parallel;
        if (cluster.named) score += weights.named;
        if (!pronoun.gender.empty() && cluster.gender == pronoun.gender) score += weights.known_gender;
        if (c.dep == Dep::poss) score += weights.possessor;
        score += weights.frequency * static_cast<double>(std::min<std::size_t>(4, cluster.mentions.size()));
        return score;
    }

    static bool is_argument(Dep dep) {
        return dep == Dep::nsubj || dep == Dep::nsubjpass || dep == Dep::dobj || dep == Dep::dative ||
               dep == Dep::pobj;
    }

    static bool agrees(const FoundMention& pronoun, const Cluster& cluster) {
        const bool person = cluster.kind == "person";
        if (pronoun.gender == "m" || pronoun.gender == "f")
            return !cluster.plural && person && (cluster.gender.empty() || cluster.gender == pronoun.gender);
        if (pronoun.gender == "n") return !cluster.plural && !person && cluster.kind != "population";
        return cluster.plural || cluster.kind == "population" || cluster.kind == "armed_group" ||
               cluster.kind == "military" || cluster.kind == "organization" ||
               (cluster.kind == "government" && cluster.plural);
    }

    /// The subject of the reporting verb that a quotation hangs on: in its sentence outside the quotation,
    /// else in the sentence in front of or behind it.
    int speaker_of(const FoundMention& pronoun) const {
        const int sentence = m_parse.at(pronoun.head).sentence;
        for (const int at : {sentence, sentence + 1, sentence - 1, sentence - 2})
            for (std::size_t m = 0; m < m_mentions.size(); ++m) {
                const FoundMention& candidate = m_mentions[m];
                const Token& token = m_parse.at(candidate.head);
                if (token.sentence != at || candidate.quote >= 0 || m_cluster_of[m] < 0 ||
                    token.dep != Dep::nsubj)
                    continue;
                const std::string_view lemma = m_parse.at(token.head).lemma;
                const bool says = lemma == "say" || lemma == "tell" || lemma == "add" || lemma == "write" ||
                                  lemma == "post" || lemma == "tweet" || lemma == "state" ||
                                  lemma == "note" || lemma == "explain" || lemma == "declare";
                if (says && m_clusters[static_cast<std::size_t>(m_cluster_of[m])].kind == "person")
                    return m_cluster_of[m];
            }
        return -1;
    }

    /// `who` stands for the noun its clause hangs on.
    int relative(const FoundMention& pronoun) const {
        TokenIndex at = pronoun.head;
        for (int steps = 0; steps < 4; ++steps) {
            const Token& token = m_parse.at(at);
            if (token.dep == Dep::relcl) {
                for (std::size_t m = 0; m < m_mentions.size(); ++m)
                    if (m_mentions[m].head == token.head) return m_cluster_of[m];
                return -1;
            }
            if (token.head == at) return -1;
            at = token.head;
        }
        return -1;
    }

    const Parse& m_parse;
    const std::vector<FoundMention>& m_mentions;
    const std::vector<Place>& m_places;
    std::vector<int> m_cluster_of;
    std::vector<Cluster> m_clusters;
    std::vector<std::pair<std::size_t, std::size_t>> m_waiting; // pronoun, the subject it points to
    std::unordered_map<std::string, int> m_names, m_last_names, m_acronyms, m_states;
    std::unordered_map<const BookEntry*, int> m_entries;
};

} // namespace

std::vector<int> link_mentions(const Parse& parse, const std::vector<FoundMention>& mentions,
                               const std::vector<Place>& places) {
    return Linker(parse, mentions, places).run();
}

} // namespace dateline::who

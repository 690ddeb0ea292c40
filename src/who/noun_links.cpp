// A noun goes with what it is an apposition or predicate of; else, when it is definite or a group's bare
// plural, with the actor that scores best: the same noun, one of the same group of nouns, a person of that
// title, a named body of that kind. Number, country, gender, owner and the words in front must not speak
// against it.

#include "who/noun_links.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "who/name_words.hpp"
#include "who/noun_words.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

constexpr std::size_t window = 40; // actors looked back at
constexpr double threshold = 1.0;  // score below which a noun is somebody new
constexpr double salience = 0.25;  // added for each doubling of an actor's mentions
constexpr double decay = 0.07;     // of the score, for each sentence in between

bool is_group_kind(std::string_view kind) {
    return kind == "armed_group" || kind == "military" || kind == "population" || kind == "party";
}

/// Words in front that tell nothing of who it is.
bool is_idle_modifier(std::string_view word) {
    static constexpr std::array idle{"the",       "former",    "own",    "same",    "new",   "alleged",
                                     "suspected", "remaining", "late",   "current", "then",  "old",
                                     "young",     "armed",     "last",   "entire",  "whole", "accused",
                                     "said",      "unnamed",   "senior", "top"};
    return std::find(idle.begin(), idle.end(), word) != idle.end();
}

/// `their hostages` are `the hostages`, whoever holds them.
bool is_captive(const FoundMention& mention) {
    return mention.plural && (mention.lemma == "hostage" || mention.lemma == "captive");
}

bool has_word(std::string_view text, std::string_view lower) {
    const auto same = [](char a, char b) { return to_lower(a) == b; };
    for (auto at = text.begin();;) {
        at = std::search(at, text.end(), lower.begin(), lower.end(), same);
        if (at == text.end()) return false;
        const auto end = at + static_cast<std::ptrdiff_t>(lower.size());
        if ((at == text.begin() || *(at - 1) == ' ') && (end == text.end() || *end == ' ')) return true;
        ++at;
    }
}

/// Whether the noun says what the body of that name is: `the school` of the Government Girls School, not `the
/// government`.
bool is_head_of(std::string_view name, std::string_view noun) {
    if (!has_word(name, noun)) return false;
    const std::string last = to_lower(name.substr(name.rfind(' ') + 1));
    if (last == noun || !is_name_word(last, NameWord::org)) return true;
    const std::string lower = to_lower(name);
    for (const std::string_view link : {" of ", " for ", " on ", " to ", " and "})
        if (lower.find(std::string(noun) + std::string(link)) != std::string::npos) return true;
    return false;
}

/// Whether a word in front makes another office of a noun.
bool is_qualifier(std::string_view word, std::string_view noun) {
    static constexpr std::array ranks{"vice", "deputy", "assistant", "next", "future", "previous"};
    static constexpr std::array fields{"prime", "foreign", "defence", "defense", "interior", "finance"};
    const auto holds = [&](const auto& words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    return holds(ranks) || ((noun == "minister" || noun == "secretary") && holds(fields));
}

/// The qualifier in front of the noun at `at` of a title, in lower case; "".
std::string_view qualifier(std::string_view title, std::size_t at, std::string_view noun) {
    if (at == 0) return {};
    const std::string_view front = title.substr(0, at - 1);
    const std::size_t space = front.rfind(' ');
    const std::string_view word = front.substr(space == std::string_view::npos ? 0 : space + 1);
    return is_qualifier(word, noun) ? word : "";
}

/// Whether a noun with one qualifier, or none, may call whom the same noun with the other calls.
bool calls_same(std::string_view own, std::string_view other) {
    return own == other || (own.empty() && other != "vice" && other != "deputy" && other != "assistant");
}

/// `the minister` may be the foreign minister, `the vice president` is not the president, nor the reverse.
bool is_same_office(const FoundMention& mention, std::string_view title) {
    const std::string_view noun = mention.lemma;
    const std::size_t at = mention.title.rfind(noun);
    const std::string_view own =
        at == std::string::npos ? std::string_view{} : qualifier(mention.title, at, noun);
    for (std::size_t i = title.find(noun); i != std::string_view::npos; i = title.find(noun, i + 1)) {
        if (calls_same(own, qualifier(title, i, noun))) return true;
    }
    return false;
}

/// `the second group`, `another group` are not the one named before.
bool sets_apart(std::string_view word) {
    static constexpr std::array apart{"second", "third", "fourth", "fifth", "other", "another", "next"};
    return std::find(apart.begin(), apart.end(), word) != apart.end();
}

} // namespace

int NounLinker::owner_of(const FoundMention& mention) const {
    const TokenIndex owner = m_parse.child(mention.head, Dep::poss);
    if (owner != no_token) {
        const int found = m_mention_at[static_cast<std::size_t>(owner)];
        return found < 0 ? -1 : m_clusters.of(static_cast<std::size_t>(found));
    }
    const TokenIndex of = m_parse.child(mention.head, Dep::prep);
    if (of == no_token || m_parse.at(of).lower != "of") return -1;
    const TokenIndex object = m_parse.child(of, Dep::pobj);
    const int found = object == no_token ? -1 : m_mention_at[static_cast<std::size_t>(object)];
    return found < 0 ? -1 : m_clusters.of(static_cast<std::size_t>(found));
}

int NounLinker::tied(const FoundMention& mention, std::size_t i) const {
    for (const std::ptrdiff_t other : {mention.apposed_to, mention.predicate_of}) {
        if (other < 0 || static_cast<std::size_t>(other) >= i) continue;
        const int cluster = m_clusters.of(static_cast<std::size_t>(other));
        if (cluster < 0) continue;
        const Cluster& known = m_clusters[cluster];
        const bool same_number = known.plural == mention.plural || is_group_kind(known.kind);
        const bool body = known.kind == "person" && mention.agent->is_body;
        const FoundMention& said = m_mentions[static_cast<std::size_t>(other)];
        if (said.form == Form::noun && said.lemma == mention.lemma && !is_office_said(mention, known))
            continue; // `the president, the vice president and …`
        if (same_number && !body && Clusters::genders_agree(known, mention.gender, mention.gender != "n"))
            return cluster;
    }
    return named_behind(mention);
}

/// `the aid worker, Ada Example`: the noun is whom the apposition behind it names.
int NounLinker::named_behind(const FoundMention& mention) const {
    const TokenIndex name = m_parse.child(mention.head, Dep::appos);
    const int found = name == no_token ? -1 : m_mention_at[static_cast<std::size_t>(name)];
    if (found < 0 || m_mentions[static_cast<std::size_t>(found)].form != Form::name) return -1;
    const int cluster = m_clusters.named_as(static_cast<std::size_t>(found));
    if (cluster < 0) return -1;
    const Cluster& known = m_clusters[cluster];
    const bool person = !mention.agent->is_body && !mention.plural && mention.agent->kind != "company" &&
                        mention.agent->kind != "state" && mention.agent->kind != "other";
    if (known.plural != mention.plural || person != (known.kind == "person")) return -1;
    return Clusters::genders_agree(known, mention.gender, person) ? cluster : -1;
}

/// `MRTA rebels` and `rebels of the MRTA` are the MRTA.
int NounLinker::by_name_beside(const FoundMention& mention) const {
    if (mention.agent->kind != "armed_group" || (!mention.plural && !mention.agent->is_body)) return -1;
    for (const TokenIndex c : m_parse.children(mention.head)) {
        const Token& child = m_parse.at(c);
        const bool of = child.dep == Dep::prep && child.lower == "of";
        if (!of && (child.dep != Dep::compound || c > mention.head)) continue;
        const TokenIndex at = of ? m_parse.child(c, Dep::pobj) : c;
        const int found = at == no_token ? -1 : m_mention_at[static_cast<std::size_t>(at)];
        if (found < 0) continue;
        const FoundMention& name = m_mentions[static_cast<std::size_t>(found)];
        if (name.form == Form::name && name.type == NameType::org)
            return m_clusters.named_as(static_cast<std::size_t>(found));
    }
    return -1;
}

/// `his son`, of somebody who was called a father: whose father he was called.
int NounLinker::by_kin(const FoundMention& mention) const {
    if (mention.plural || !is_name_word(mention.lemma, NameWord::kin)) return -1;
    const int owner = owner_of(mention);
    if (owner < 0 || m_clusters[owner].owner < 0) return -1;
    const Cluster& parent = m_clusters[owner];
    const bool kin = parent.kin || std::any_of(parent.nouns.begin(), parent.nouns.end(),
                                               [](auto noun) { return is_name_word(noun, NameWord::kin); });
    const Cluster& child = m_clusters[parent.owner];
    const bool fits = kin && child.kind == "person" && !child.plural && parent.owner != owner &&
                      Clusters::genders_agree(child, mention.gender, true);
    const bool same =
        std::find(parent.nouns.begin(), parent.nouns.end(), mention.lemma) != parent.nouns.end();
    return fits && !same ? parent.owner : -1;
}

int NounLinker::find(std::size_t i, const std::vector<int>& recent) const {
    const FoundMention& mention = m_mentions[i];
    if (const int cluster = tied(mention, i); cluster >= 0) return cluster;
    if (const int cluster = by_name_beside(mention); cluster >= 0) return cluster;
    if (const int cluster = by_kin(mention); cluster >= 0) return cluster;
    if (mention.counted) return -1;
    const bool bare = !mention.definite;
    if (bare &&
        (!mention.plural || is_link_word(mention.lemma, LinkWord::loose) || mention.agent->kind == "person"))
        return -1;
    const int owner = owner_of(mention);
    const int sentence = m_parse.at(mention.head).sentence;
    int best = -1;
    double best_score = threshold;
    for (std::size_t back = 0; back < std::min(window, recent.size()); ++back) {
        const int cluster = recent[recent.size() - 1 - back];
        const double now = score(mention, m_clusters[cluster], owner, sentence);
        if (now > best_score) best = cluster, best_score = now;
    }
    return best;
}

/// Whether the cluster was called by the same noun.
bool NounLinker::has_noun(const Cluster& cluster, const FoundMention& mention) {
    return std::find(cluster.nouns.begin(), cluster.nouns.end(), mention.lemma) != cluster.nouns.end();
}

int NounLinker::unnamed(std::size_t i, const std::vector<int>& recent) const {
    const FoundMention& mention = m_mentions[i];
    const int sentence = m_parse.at(mention.head).sentence;
    for (std::size_t back = 0; back < std::min(window, recent.size()); ++back) {
        const int number = recent[recent.size() - 1 - back];
        const Cluster& cluster = m_clusters[number];
        if (has_noun(cluster, mention) && !cluster.named && cluster.kind == "person" &&
            score(mention, cluster, owner_of(mention), sentence) > threshold)
            return number;
    }
    return -1;
}

double NounLinker::score(const FoundMention& mention, const Cluster& cluster, int owner, int sentence) const {
    if (!mention.country.empty() && !cluster.country.empty() && mention.country != cluster.country) return 0;
    if (!mention.country.empty() && cluster.country.empty() && !cluster.named && !has_noun(cluster, mention))
        return 0; // `the regime … the Canadian government`
    if (!Clusters::genders_agree(cluster, mention.gender, true)) return 0;
    if (owner >= 0 && cluster.owner >= 0 && cluster.owner != owner) return 0;
    if (owner >= 0 && cluster.owner < 0 && !cluster.named && !is_captive(mention)) return 0;
    if (owner >= 0 && &m_clusters[owner] == &cluster) return 0;
    const FoundMention& last = m_mentions[cluster.mentions.back()];
    if (last.span.contains(mention.core) || mention.span.contains(last.core)) return 0;
    const int distance = sentence - m_parse.at(last.head).sentence;
    const double like = likeness(mention, cluster, distance, owner >= 0 && owner == cluster.owner);
    if (like == 0 || (!cluster.country.empty() && is_based_elsewhere(mention, cluster.country))) return 0;
    const double often = std::log2(static_cast<double>(cluster.mentions.size()));
    return like - decay * distance + salience * std::min(often, 3.0);
}

/// `the Peru-based group`, of an actor of another country.
bool NounLinker::is_based_elsewhere(const FoundMention& mention, std::string_view country) const {
    constexpr TokenIndex reach = 8; // tokens
    for (TokenIndex i = mention.head - 1; i >= std::max(2, mention.head - reach); --i) {
        if (m_parse.at(i).span.start < mention.span.start) return false;
        if (m_parse.at(i).lower != "based" || m_parse.at(i - 1).text != "-") continue;
        const std::string_view base = codes::country_of_name(m_parse.at(i - 2).text);
        return !base.empty() && base != country;
    }
    return false;
}

double NounLinker::likeness(const FoundMention& mention, const Cluster& cluster, int distance,
                            bool same_owner) const {
    const bool fighters = mention.agent->kind == "armed_group" || mention.agent->kind == "military";
    const bool body = cluster.named && cluster.kind != "person" && cluster.kind != "state";
    const bool same_number = mention.plural == cluster.plural || (mention.plural && fighters && body);
    if (!same_number) return 0;
    const bool same_noun =
        std::find(cluster.nouns.begin(), cluster.nouns.end(), mention.lemma) != cluster.nouns.end();
    const bool same_group = (mention.groups & cluster.groups) != 0;
    if ((same_noun || same_group) && !same_owner && differs_in_modifiers(mention, cluster)) return 0;
    if (same_noun) return cluster.kind != "person" || is_office_said(mention, cluster) ? 3 : 0;
    if (cluster.named) return named_likeness(mention, cluster, distance);
    return same_group ? (mention.definite ? 2 : 1.6) : 0;
}

double NounLinker::named_likeness(const FoundMention& mention, const Cluster& cluster, int distance) const {
    const bool person = cluster.kind == "person";
    const bool noun_of_person = !mention.plural && !mention.agent->is_body &&
                                (mention.agent->kind == "person" || mention.agent->kind == "population");
    if (person != noun_of_person && person) return 0;
    if (!mention.definite) return 0;
    if (person) {
        if (cluster.title.find(mention.lemma) == std::string::npos) {
            if (cluster.office != nullptr && has_word(cluster.office->title, mention.lemma))
                return is_same_office(mention, to_lower(cluster.office->title)) ? 2 : 0;
            if (mention.lemma == "president") return 0; // a leader of rebels is none
            return (mention.groups & cluster.groups) != 0 ? 1.8 : 0;
        }
        if (!is_same_office(mention, cluster.title)) return 0;
        return cluster.title.find(mention.title) != std::string::npos ? 2.6 : 2.2;
    }
    if (mention.agent->kind == "armed_group") return cluster.kind == "armed_group" ? 1.6 : 0;
    if (mention.plural) return 0;
    if (cluster.kind != "state" && is_head_of(cluster.name, mention.lemma) && adds_nothing(mention, cluster))
        return 2.4;
    if (mention.agent->kind == "state") return cluster.kind == "state" && distance <= 3 ? 1.3 : 0;
    const bool body = mention.agent->kind == "company" || mention.agent->kind == "ngo" ||
                      mention.agent->kind == "igo" || mention.agent->kind == "party" ||
                      mention.lemma == "group" || mention.lemma == "agency" || mention.lemma == "movement";
    if (body && distance <= 4 && (cluster.kind == mention.agent->kind || cluster.kind == "organization"))
        return cluster.kind == mention.agent->kind ? 1.4 : 1.2;
    return 0;
}

/// Whether a noun of the actor, or its title, is that of the mention, with the same qualifier or none.
bool NounLinker::is_office_said(const FoundMention& mention, const Cluster& cluster) const {
    const auto qualifier_of = [&](TokenIndex head) {
        const std::string_view word = head > 0 ? m_parse.at(head - 1).lower : std::string_view{};
        return is_qualifier(word, mention.lemma) ? word : std::string_view{};
    };
    const std::string_view own = qualifier_of(mention.head);
    const bool said = std::any_of(cluster.described.begin(), cluster.described.end(), [&](TokenIndex head) {
        const Token& noun = m_parse.at(head);
        return calls_same(own, qualifier_of(head)) &&
               (noun.lower == mention.lemma || noun.lemma == mention.lemma);
    });
    return said || (own.empty() && cluster.title.empty()) || is_same_office(mention, cluster.title);
}

/// Whether all that stands in front of the noun stands in the body's name too: `the high court`.
bool NounLinker::adds_nothing(const FoundMention& mention, const Cluster& cluster) const {
    for (const TokenIndex c : m_parse.children(mention.head)) {
        if (c > mention.head) break;
        const Token& child = m_parse.at(c);
        if ((child.dep == Dep::amod || child.dep == Dep::compound) && !is_idle_modifier(child.lower) &&
            !has_word(cluster.name, child.lower) && mention.country.empty())
            return false;
    }
    return true;
}

/// `the airport official` and `a defence official`: what stands in front of both differs.
bool NounLinker::differs_in_modifiers(const FoundMention& mention, const Cluster& cluster) const {
    if (cluster.described.empty()) return false;
    for (const TokenIndex c : m_parse.children(mention.head)) {
        const Token& child = m_parse.at(c);
        if (c > mention.head) break;
        if ((child.dep != Dep::amod && child.dep != Dep::compound) || is_idle_modifier(child.lower)) continue;
        if ((groups_of_noun(child.lower) & mention.groups) != 0) continue; // `rebel` in `rebel forces`
        bool described = false, shared = false;
        for (const TokenIndex head : cluster.described) {
            shared = shared || has_modifier(head, child.lower);
            described = described || has_modifier(head, {});
        }
        if (!shared && (described || sets_apart(child.lower))) return true;
    }
    return false;
}

/// Whether the word, or without one any word that tells, stands in front of a head.
bool NounLinker::has_modifier(TokenIndex head, std::string_view word) const {
    constexpr TokenIndex reach = 8; // tokens
    const TokenIndex first = std::max(m_parse.at(head).left_edge, head - reach);
    for (TokenIndex i = first; i < head; ++i) {
        const Token& token = m_parse.at(i);
        if (token.dep != Dep::amod && token.dep != Dep::compound) continue;
        if (word.empty() ? !is_idle_modifier(token.lower) : token.lower == word) return true;
    }
    return false;
}

} // namespace dateline::who

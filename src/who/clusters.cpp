#include "who/clusters.hpp"

#include <algorithm>

#include "who/noun_words.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;

/// One member of a body or crowd (`a soldier`, `a protester`) is a person.
std::string kind_of_noun(const FoundMention& mention) {
    const Agent& agent = *mention.agent;
    const bool one = !mention.plural && !agent.is_body;
    return one && agent.kind != "state" && agent.kind != "other" && agent.kind != "company" ? "person"
                                                                                            : agent.kind;
}

} // namespace

Clusters::Clusters(const std::vector<FoundMention>& mentions, std::vector<int> names)
    : m_mentions(mentions), m_names(std::move(names)), m_of(mentions.size(), -1) {
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        if (m_names[m] < 0) continue;
        while (m_names[m] >= size()) start();
        learn_gender((*this)[m_names[m]], mentions[m]);
        learn_name((*this)[m_names[m]], mentions[m]);
        ++(*this)[m_names[m]].names;
    }
}

int Clusters::start() {
    m_clusters.emplace_back();
    return size() - 1;
}

bool Clusters::genders_agree(const Cluster& cluster, std::string_view gender, bool sure) {
    return gender.empty() || cluster.gender.empty() || gender == cluster.gender || !sure ||
           !cluster.gender_sure;
}

void Clusters::join(std::size_t mention, int number) {
    const FoundMention& found = m_mentions[mention];
    Cluster& cluster = (*this)[number];
    m_of[mention] = number;
    const auto at = std::lower_bound(cluster.mentions.begin(), cluster.mentions.end(), mention);
    cluster.mentions.insert(at, mention);
    if (found.form != Form::name) learn_gender(cluster, found);
    if (found.form == Form::noun) learn_noun(cluster, found);
    if (found.form == Form::pronoun && cluster.maybe_person && found.gender != "n" && !found.plural) {
        cluster.kind = "person";
        cluster.maybe_person = false;
        cluster.gender_told = false;
        cluster.leaning = 0;
        learn_from_pronoun(cluster, found.gender);
    }
    if (found.form == Form::pronoun && cluster.mentions.size() == 1) {
        cluster.plural = found.plural;
        cluster.kind = found.plural ? "population" : "person";
    }
    if (cluster.kind != "person" || cluster.plural) return;
    ++m_people;
    if (m_first_person < 0) m_first_person = number;
    if (m_topic < 0 || cluster.mentions.size() > (*this)[m_topic].mentions.size()) m_topic = number;
}

void Clusters::merge(int from, int into) {
    const std::vector<std::size_t> moved = std::move((*this)[from].mentions);
    for (const std::size_t mention : moved) join(mention, into);
    (*this)[from] = {};
}

void Clusters::learn_gender(Cluster& cluster, const FoundMention& mention) {
    if (mention.gender.empty() || (mention.gender == "n" && cluster.kind == "person")) return;
    if (mention.form == Form::pronoun && cluster.mentions.size() > 1)
        return learn_from_pronoun(cluster, mention.gender);
    const bool sure = mention.gender_sure;
    if (!cluster.gender.empty() && (!sure || cluster.gender_told)) return;
    cluster.gender = mention.gender;
    cluster.gender_sure = cluster.gender_told = sure;
    if (!sure) cluster.leaning = mention.gender == "m" ? 1 : -1;
}

/// A pronoun may have been put with the wrong actor, so it only counts as one voice.
void Clusters::learn_from_pronoun(Cluster& cluster, std::string_view gender) {
    if (cluster.gender_told || (gender != "m" && gender != "f")) return;
    constexpr float voice = 0.75F, most = 3;
    cluster.leaning = std::clamp(cluster.leaning + (gender == "m" ? voice : -voice), -most, most);
    cluster.gender = cluster.leaning > 0 ? "m" : "f";
    cluster.gender_sure = true;
}

float Clusters::leaning(const Cluster& cluster, std::string_view gender) {
    if (cluster.gender_told) return 0;
    return std::clamp(gender == "m" ? cluster.leaning : -cluster.leaning, -2.0F, 2.0F);
}

void Clusters::learn_name(Cluster& cluster, const FoundMention& mention) {
    if (cluster.country.empty()) cluster.country = mention.country;
    cluster.kin = cluster.kin || mention.relative;
    if (!mention.title.empty() && cluster.title.find(mention.title) == std::string::npos) {
        cluster.title += ' ' + mention.title;
        const std::size_t space = mention.title.rfind(' ');
        std::string_view head =
            std::string_view(mention.title).substr(space == std::string::npos ? 0 : space + 1);
        if (head.ends_with('.')) head.remove_suffix(1);
        cluster.title_head = head;
        cluster.groups |= groups_of_noun(head);
    }
    if (mention.maybe_person && mention.name.size() == cluster.name.size()) cluster.maybe_person = true;
    if (cluster.named && mention.name.size() <= cluster.name.size()) return;
    cluster.name = mention.name;
    if (mention.adjective && cluster.named) return;
    cluster.named = true;
    cluster.plural = mention.plural;
    cluster.kind = mention.entry != nullptr           ? mention.entry->kind
                   : mention.type == NameType::person ? "person"
                   : mention.type == NameType::norp   ? (mention.adjective ? "state" : "population")
                   : mention.type == NameType::org    ? "organization"
                                                      : "state";
    cluster.maybe_person = mention.maybe_person;
    cluster.office = mention.office;
    if (cluster.country.empty() && mention.entry != nullptr) cluster.country = mention.entry->country;
}

void Clusters::learn_noun(Cluster& cluster, const FoundMention& mention) {
    constexpr std::size_t most = 16; // more tell nothing new, and every noun is compared with all of them
    if (std::find(cluster.nouns.begin(), cluster.nouns.end(), mention.lemma) == cluster.nouns.end() &&
        cluster.nouns.size() < most)
        cluster.nouns.push_back(mention.lemma);
    if (cluster.described.size() < most) cluster.described.push_back(mention.head);
    cluster.groups |= mention.groups;
    if (cluster.kind.empty() || (!cluster.named && cluster.described.size() == 1)) {
        cluster.kind = kind_of_noun(mention);
        cluster.plural = mention.plural;
    }
    if (cluster.country.empty() && mention.apposed_to < 0) cluster.country = mention.country;
    if (mention.apposed_to >= 0 || mention.predicate_of >= 0) cluster.title += ' ' + mention.title;
}

} // namespace dateline::who

#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "who/mention.hpp"

namespace dateline::who {

/// What is known so far of one actor.
struct Cluster {
    std::vector<std::size_t> mentions; // passed so far, in text order
    std::string gender, country, name, title;
    std::string kind;       // `person`, `state`, `organization`, or the kind of a noun
    std::string title_head; // the title's last word
    bool gender_sure = false;
    bool gender_told = false; // by a title, a noun or a full name, not only by pronouns put with it
    float leaning = 0;        // of a gender not told: what a single name and pronouns say; m above 0, f below
    bool plural = false;
    bool named = false;
    const Office* office = nullptr;      // held on the report's day
    bool kin = false;                    // named as somebody's kin: `her brother Ada Example`
    int names = 0;                       // mentions that are names, in the whole report
    bool maybe_person = false;           // a body by the type of its name only, which may be a last name
    std::uint64_t groups = 0;            // of its nouns, see `groups_of_noun`
    std::vector<std::string_view> nouns; // heads of its nouns
    std::vector<TokenIndex> described;   // heads of its nouns, to compare what stands in front of them
    int owner = -1;                      // actor whose it is: `Ada's army`
};

/// The actors of a report while mentions are taken in text order.
class Clusters {
  public:
    /// `names` numbers the mentions that are names by their actors (see `link_names`): what names say is
    /// known from the start, wherever they stand.
    Clusters(const std::vector<FoundMention>& mentions, std::vector<int> names);

    /// The actor of a name, also of one not passed yet; of another mention, the actor it was put with; -1.
    [[nodiscard]] int named_as(std::size_t mention) const {
        return m_names[mention] >= 0 ? m_names[mention] : m_of[mention];
    }
    /// The person mentioned most so far, and the first one met; -1.
    [[nodiscard]] int topic() const { return m_topic; }
    [[nodiscard]] int first_person() const { return m_first_person; }

    /// The actor's mentions by those of people so far: at most 1 for a person, any number for others.
    [[nodiscard]] float share(int cluster) const {
        return m_people == 0
                   ? 0
                   : static_cast<float>((*this)[cluster].mentions.size()) / static_cast<float>(m_people);
    }

    int start();
    /// Adds the mention to the actor. Mentions of one actor must come in text order, but for pronouns that
    /// wait for what they point to.
    void join(std::size_t mention, int cluster);
    /// Gives all mentions of one actor to another.
    void merge(int from, int into);

    [[nodiscard]] int of(std::size_t mention) const { return m_of[mention]; }
    [[nodiscard]] const Cluster& operator[](int cluster) const {
        return m_clusters[static_cast<std::size_t>(cluster)];
    }
    [[nodiscard]] Cluster& operator[](int cluster) { return m_clusters[static_cast<std::size_t>(cluster)]; }
    [[nodiscard]] int size() const { return static_cast<int>(m_clusters.size()); }
    [[nodiscard]] const std::vector<int>& all() const { return m_of; }
    /// Whether two mentions of one actor may differ so in gender; an unsure gender rules nothing out.
    [[nodiscard]] static bool genders_agree(const Cluster& cluster, std::string_view gender, bool sure);
    /// How strongly what is known of a gender that nothing tells speaks for this one, from -2 to 2.
    [[nodiscard]] static float leaning(const Cluster& cluster, std::string_view gender);

  private:
    static void learn_gender(Cluster& cluster, const FoundMention& mention);
    static void learn_from_pronoun(Cluster& cluster, std::string_view gender);
    void learn_name(Cluster& cluster, const FoundMention& mention);
    void learn_noun(Cluster& cluster, const FoundMention& mention);

    const std::vector<FoundMention>& m_mentions;
    std::vector<int> m_names;
    std::vector<int> m_of;
    int m_topic = -1, m_first_person = -1, m_people = 0;
    std::vector<Cluster> m_clusters;
};

} // namespace dateline::who

#pragma once

#include <vector>

#include "who/clusters.hpp"

namespace dateline::who {

/// Finds the actor that a common noun stands for among those met before.
class NounLinker {
  public:
    NounLinker(const Parse& parse, const std::vector<FoundMention>& mentions,
               const std::vector<int>& mention_at, Clusters& clusters)
        : m_parse(parse), m_mentions(mentions), m_mention_at(mention_at), m_clusters(clusters) {}

    /// The actor of a noun, -1 for one not met before. `recent` are actors met, the last one last; only so
    /// many of them are looked at that the time per noun is bounded.
    [[nodiscard]] int find(std::size_t mention, const std::vector<int>& recent) const;
    /// The person without a name whom a noun called before that now comes with a name; -1.
    [[nodiscard]] static bool has_noun(const Cluster& cluster, const FoundMention& mention);
    [[nodiscard]] int unnamed(std::size_t mention, const std::vector<int>& recent) const;
    /// The actor whose the noun is: `Ada` in `Ada's army`, `the rebels` in `the leader of the rebels`; -1.
    [[nodiscard]] int owner_of(const FoundMention& mention) const;

  private:
    [[nodiscard]] int tied(const FoundMention& mention, std::size_t i) const;
    [[nodiscard]] int named_behind(const FoundMention& mention) const;
    [[nodiscard]] int by_kin(const FoundMention& mention) const;
    [[nodiscard]] bool is_office_said(const FoundMention& mention, const Cluster& cluster) const;
    [[nodiscard]] bool adds_nothing(const FoundMention& mention, const Cluster& cluster) const;
    [[nodiscard]] int by_name_beside(const FoundMention& mention) const;
    [[nodiscard]] double score(const FoundMention& mention, const Cluster& cluster, int owner,
                               int sentence) const;
    [[nodiscard]] bool is_based_elsewhere(const FoundMention& mention, std::string_view country) const;
    [[nodiscard]] double likeness(const FoundMention& mention, const Cluster& cluster, int distance,
                                  bool same_owner) const;
    [[nodiscard]] double named_likeness(const FoundMention& mention, const Cluster& cluster,
                                        int distance) const;
    [[nodiscard]] bool differs_in_modifiers(const FoundMention& mention, const Cluster& cluster) const;
    [[nodiscard]] bool has_modifier(TokenIndex head, std::string_view word) const;

    const Parse& m_parse;
    const std::vector<FoundMention>& m_mentions;
    const std::vector<int>& m_mention_at; // by token: the mention it heads, -1
    Clusters& m_clusters;
};

} // namespace dateline::who

#pragma once

// What comparing says of two claims of reports built by hand.

#include <vector>

#include "merge/actors.hpp"
#include "merge/evidence.hpp"
#include "record/coded_report.hpp"

namespace dateline::merge {

/// The features of the first two claims of a pile.
inline PairFeatures features_of(const std::vector<const CodedReport*>& coded) {
    const Reports reports(source_of(coded));
    const ActorTable actors = join_actors(reports, {});
    const std::vector<Story> stories;
    const ClaimViews views(reports, actors, stories);
    return Comparer(views, actors).features(views[0], views[1]);
}

inline float value(const PairFeatures& features, PairFeature feature) {
    return features[static_cast<std::size_t>(feature)];
}

inline float value(const std::vector<const CodedReport*>& coded, PairFeature feature) {
    return value(features_of(coded), feature);
}

} // namespace dateline::merge

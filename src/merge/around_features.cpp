// What the words right beside two triggers say: a passage that is told twice, a clause that goes on in
// another way, what is told as known and as new, and how little a word says by which news tells of most
// things. Short reports tell of few things, and their words say more: there all this counts for nothing.

#include "merge/tally.hpp"

namespace dateline::merge {

namespace {

using enum PairFeature;

constexpr std::size_t words_of_passage = 4;

void compare_articles(Article one, Article other, double length, Tally& tally) {
    if (one == Article::definite && other == Article::definite) tally.add(long_definite, length);
    if ((one == Article::definite && other == Article::indefinite) ||
        (one == Article::indefinite && other == Article::definite))
        tally.add(long_a_and_the, length);
}

} // namespace

void compare_around(const ClaimView& one, const ClaimView& other, double length, Tally& tally) {
    if (shared_run(one.around, other.around) >= words_of_passage) tally.add(long_passage, length);
    if (!tally.has(same_type) && go_on_otherwise(one.around, other.around))
        tally.add(long_other_behind, length);
    compare_articles(one.around.article, other.around.article, length, tally);
    if (!tally.has_like_word()) return;
    if (const int sum = one.commonness + other.commonness; sum > 0) tally.add(long_common, length * sum / 2);
}

} // namespace dateline::merge

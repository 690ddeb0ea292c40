#include "record/mention_index.hpp"

#include <limits>

namespace dateline {

MentionIndex::MentionIndex(const Parse& parse, const std::vector<Actor>& actors)
    : m_headed(parse.tokens.size()), m_covering(parse.tokens.size()) {
    std::vector<std::uint32_t> width(parse.tokens.size(), std::numeric_limits<std::uint32_t>::max());
    for (std::size_t a = 0; a < actors.size(); ++a) {
        for (std::size_t m = 0; m < actors[a].mentions.size(); ++m) {
            const Mention& mention = actors[a].mentions[m];
            const MentionRef ref{static_cast<std::int32_t>(a), static_cast<std::int32_t>(m)};
            if (mention.head != no_token) m_headed[static_cast<std::size_t>(mention.head)] = ref;
            for (TokenIndex t = parse.token_at(mention.span.start);
                 t < parse.size() && parse.at(t).span.start < mention.span.end; ++t) {
                const auto at = static_cast<std::size_t>(t);
                if (mention.span.size() >= width[at]) continue;
                width[at] = mention.span.size();
                m_covering[at] = ref;
            }
        }
    }
}

} // namespace dateline

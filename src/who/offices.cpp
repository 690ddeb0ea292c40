#include "who/offices.hpp"

#include "base/text.hpp"

namespace dateline::who {

std::vector<when::Period> terms_of(const std::vector<Actor>& actors, const ActorBook& book) {
    std::vector<when::Period> terms;
    for (const Actor& actor : actors) {
        if (actor.kind != "person" || actor.role.empty()) continue;
        const BookEntry* entry = book.find(actor.name);
        if (!entry) continue;
        const std::string role = to_lower(actor.role);
        std::vector<when::Period> matching;
        for (const Office& office : entry->offices)
            if (role.find(to_lower(office.title)) != std::string::npos)
                matching.push_back({office.from, office.to});
        if (matching.size() == 1) terms.push_back(matching.front()); // with several one cannot tell which
    }
    return terms;
}

} // namespace dateline::who

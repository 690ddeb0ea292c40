#include "who/who.hpp"

namespace dateline::who {

std::vector<NameSpan> find_names(const Parse& parse, const Report& /*report*/, const std::vector<Place>& /*places*/,
                                 const ActorBook& /*book*/) {
    std::vector<NameSpan> names;
    for (const Name& name : parse.names) names.push_back({name.span, std::string(name.type_text)});
    return names;
}

std::vector<Actor> find_actors(const Parse& /*parse*/, const Report& /*report*/,
                               const std::vector<NameSpan>& /*names*/, std::vector<Place>& /*places*/,
                               const ActorBook& /*book*/) {
    return {};
}

} // namespace dateline::who

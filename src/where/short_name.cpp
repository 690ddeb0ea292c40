#include "where/short_name.hpp"

namespace dateline::where {

void add_short_names(GazetteerWriter& writer, const PlaceRecord& place, std::uint32_t index,
                     std::string_view name) {
    if (place.kind != PlaceKind::admin1 && place.kind != PlaceKind::admin2) return;
    const NameRank rank = place.kind == PlaceKind::admin1 ? NameRank::main : NameRank::part;
    for (const std::string_view behind :
         {" County", " Parish", " Borough", " Province", " District", " Region", " Governorate", " State",
          " Oblast", " Prefecture", " Department", " Municipality", " Division", " Voivodeship", " Canton"})
        if (name.ends_with(behind)) {
            writer.add_name(index, name.substr(0, name.size() - behind.size()), rank);
            return;
        }
    for (const std::string_view before :
         {"County ", "Province of ", "State of ", "Republic of ", "Department of ", "Region of "})
        if (name.starts_with(before)) {
            writer.add_name(index, name.substr(before.size()), rank);
            return;
        }
}

} // namespace dateline::where

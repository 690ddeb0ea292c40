// A CAMEO actor code is a country, or IGO, NGO, and the roles behind it, in groups of three letters. Some
// roles are called otherwise there than in PLOVER: journalists MED, doctors HLH; paramilitaries count as
// MIL; protesters are OPP, not CVL OPP.

#include <algorithm>

#include "who/actor_builder.hpp"

namespace dateline::who {

namespace {

constexpr std::size_t group = 3;
constexpr std::size_t longest = 5 * group;

std::string_view role_of(std::string_view sector) {
    if (sector == "JRN") return "MED";
    if (sector == "MED") return "HLH";
    if (sector == "PRM") return "MIL";
    return sector;
}

bool has_role(std::string_view code, std::string_view role) {
    for (std::size_t i = 0; i + group <= code.size(); i += group)
        if (code.substr(i, group) == role) return true;
    return false;
}

} // namespace

std::string cameo_code(std::string_view kind, std::string_view country,
                       const std::vector<std::string>& sectors, std::string_view stem) {
    const bool protests = std::find(sectors.begin(), sectors.end(), "OPP") != sectors.end();
    std::string code(stem);
    if (code.empty() && (kind == "igo" || kind == "ngo") && country.empty())
        code = kind == "igo" ? "IGO" : "NGO";
    if (code.empty() && country.empty() && !sectors.empty() && sectors.front() == "IGO") code = "IGO";
    if (code.empty()) code = country == "XKX" ? "KSV" : country;
    for (const std::string& sector : sectors) {
        if (code.starts_with(sector) || (sector == "CVL" && protests)) continue;
        const std::string_view role = role_of(sector);
        if (!has_role(code, role) && code.size() < longest) code += role;
    }
    return code;
}

} // namespace dateline::who

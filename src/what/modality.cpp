#include "what/modality.hpp"

namespace dateline::what {

bool is_unreal(std::string_view status) {
    return status == "planned" || status == "possible" || status == "conditional" || status == "requested" ||
           status == "hypothetical";
}

int surety(std::string_view certainty) {
    return certainty == "certain" ? 2 : certainty == "probable" ? 1 : 0;
}

char kind_of(const Token& token) {
    switch (token.pos) {
    case Pos::verb:
    case Pos::aux: return 'v';
    case Pos::noun:
    case Pos::propn: return 'n';
    case Pos::adj: return 'a';
    case Pos::adv: return 'r';
    default: return ' ';
    }
}

Modality combine(const Effect& effect, const Modality& outer, TokenIndex governor) {
    if (effect.same) return outer;
    if (effect.implied && outer.negative && !is_unreal(outer.status))
        return {"happened", true, "certain", governor, ""};
    Modality result;
    result.governor = governor;
    result.status = effect.status;
    result.negative = effect.negative;
    if (!effect.certainty.empty()) result.certainty = effect.certainty;
    const bool factual = effect.status == "happened" || effect.status == "ongoing";
    if (outer.negative && effect.status != "requested") result.negative = !effect.negative;
    if (is_unreal(outer.status) && (factual || outer.status != "planned")) {
        if (effect.status != "requested") result.status = outer.status;
        if (surety(outer.certainty) < surety(result.certainty)) result.certainty = outer.certainty;
    }
    return result;
}

Modality inside(const Modality& outer) {
    if (!is_unreal(outer.status)) return {};
    return {outer.status, false, outer.certainty, outer.governor, "inside what is not real"};
}

} // namespace dateline::what

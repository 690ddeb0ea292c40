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
    if (effect.same && effect.open && outer.negative && !is_unreal(outer.status))
        return {"possible", true, "possible", governor, ""};
    if (effect.same) return outer;
    if (effect.status.empty()) { // `it is likely they left`, with likely taken for an adverb
        Modality result = outer;
        if (surety(effect.certainty) < surety(result.certainty)) result.certainty = effect.certainty;
        return result;
    }
    Modality result;
    result.governor = governor;
    if (!effect.certainty.empty()) result.certainty = effect.certainty;
    if (effect.implied && outer.negative && !is_unreal(outer.status)) {
        result.negative = true;
        return result;
    }
    // `wants to prevent an attack` tells neither of one nor of none
    const bool open = outer.status != "planned" && is_unreal(outer.status);
    if (effect.negative && effect.status == "happened" && open && !outer.negative) {
        result.status = "hypothetical";
        result.certainty = "possible";
        return result;
    }
    result.status = effect.status;
    result.negative = effect.negative;
    const bool factual = effect.status == "happened" || effect.status == "ongoing";
    if (outer.negative && effect.status != "requested") result.negative = !effect.negative;
    // `received no request to leave`
    if (outer.negative && effect.status == "requested" && !is_unreal(outer.status))
        result.status = "hypothetical";
    // `did not cancel the visit`, `did not deny it`
    if (outer.negative && effect.status == "cancelled") result.status = "planned";
    if (outer.negative && effect.status == "denied") result.status = result.certainty = "possible";
    if (surety(outer.certainty) < surety(result.certainty)) result.certainty = outer.certainty;
    if (!is_unreal(outer.status)) return result; // thought to have decided to leave: planned, probably
    // `asked to stay for fear of war`: nobody asks for the war
    const bool own =
        (effect.status == "possible" || effect.status == "hypothetical") && outer.status == "requested";
    if ((factual || outer.status != "planned") && effect.status != "requested" && !own)
        result.status = outer.status;
    return result;
}

Modality inside(const Modality& outer) {
    if (!is_unreal(outer.status)) return {};
    if (outer.negative) return {"hypothetical", false, "possible", no_token, "inside what is not to be"};
    return {outer.status, false, outer.certainty, outer.governor, "inside what is not real"};
}

Modality inside_any(const Modality& outer) {
    if (outer.negative && !is_unreal(outer.status))
        return {"hypothetical", false, "possible", no_token, "inside what is not"};
    return inside(outer);
}

} // namespace dateline::what

// Mode and code that follow from what else is told: of agreeing, asking, refusing, threatening from their
// content, of an attack from who carries it out.

#include "what/settled_codes.hpp"

namespace dateline::what {

namespace {

void apply(const ContentCode& code, Draft& draft, bool known) {
    if (draft.type() == "AGREE") {
        if (known) draft.cameo = code.meant;
        return;
    }
    const bool demanded = draft.cameo.starts_with("10");
    draft.mode = code.mode;
    if (draft.type() == "REQUEST") draft.cameo = demanded ? code.demanded : code.asked;
    if (draft.type() == "REJECT") draft.cameo = code.refused;
    if (draft.type() == "THREATEN") draft.cameo = code.threatened;
}

/// `gunmen, snipers` and `warplanes` name the weapon where the verb does not.
std::string weapon_mode(const ReportWords& words, const Draft& draft) {
    for (const TokenIndex t : draft.roles.actors) {
        const std::string_view lemma = words.at(t).lemma;
        if (lemma == "gunman" || lemma == "sniper" || lemma == "shooter") return "firearms";
        if (lemma == "warplane" || lemma == "jet" || lemma == "bomber" || lemma == "helicopter")
            return "aerial";
        if (lemma == "drone") return "drone";
        if (lemma == "tank" || lemma == "artillery") return "heavy-weapons";
    }
    return "";
}

/// Mode and code of agreeing, asking, refusing, threatening follow from the content.
void settle_code(const ReportWords& words, Draft& draft, const Draft* content) {
    if (draft.type() == "AGREE" || draft.mode == "*") {
        const std::string_view type = content == nullptr ? std::string_view{} : content->type();
        const std::string_view mode =
            content == nullptr ? std::string_view{} : std::string_view(content->mode);
        const std::string_view cameo =
            content == nullptr ? std::string_view{} : std::string_view(content->cameo);
        const ContentCodes& codes = words.lexicon().contents();
        const bool threat = draft.type() == "THREATEN";
        const ContentCode* code = threat ? codes.threat(type, mode, cameo) : codes.content(type, mode, cameo);
        if (code != nullptr) apply(*code, draft, content != nullptr);
        if (draft.mode == "*") draft.mode.clear();
    }
    if (draft.type() == "ASSAULT" && draft.mode.empty()) draft.mode = weapon_mode(words, draft);
}

/// For each governor its first typed content, noted once so that long reports stay linear; -1 for none.
std::vector<std::int32_t> contents_of(const std::vector<Draft>& drafts) {
    std::vector<std::int32_t> contents(drafts.size(), -1);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const Draft& draft = drafts[i];
        if (draft.under < 0 || draft.dropped || !draft.typed()) continue;
        std::int32_t& noted = contents[static_cast<std::size_t>(draft.under)];
        if (noted < 0) noted = static_cast<std::int32_t>(i);
    }
    return contents;
}

} // namespace

void settle_codes(const ReportWords& words, std::vector<Draft>& drafts) {
    const std::vector<std::int32_t> contents = contents_of(drafts);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (drafts[i].dropped) continue;
        settle_code(words, drafts[i],
                    contents[i] < 0 ? nullptr : &drafts[static_cast<std::size_t>(contents[i])]);
    }
}

} // namespace dateline::what

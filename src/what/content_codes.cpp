#include "what/content_codes.hpp"

#include "base/error.hpp"

namespace dateline::what {

void ContentCodes::read(std::string_view text, std::string_view file) {
    for_each_data_line(text, [&](std::string_view row, int line) {
        const auto fields = split(trim(row), ' ');
        ContentCode code;
        code.mode = fields.back() == "-" ? "" : std::string(fields.back());
        if (fields[0] == "content" && fields.size() == 7) {
            code.meant = fields[2];
            code.asked = fields[3];
            code.demanded = fields[4];
            code.refused = fields[5];
            m_contents[std::string(fields[1])] = code;
        } else if (fields[0] == "threat" && fields.size() == 4) {
            code.threatened = fields[2];
            m_threats[std::string(fields[1])] = code;
        } else {
            throw error("{}:{}: expected 'content KEY 4 codes mode' or 'threat KEY code mode'", file, line);
        }
    });
}

const ContentCode* ContentCodes::find(const Table& table, std::string_view type, std::string_view mode,
                                      std::string_view cameo) {
    const std::string key(type.empty() ? "none" : type);
    for (std::size_t length = cameo.size(); length >= 3; --length) {
        const auto found = table.find(key + ":" + std::string(cameo.substr(0, length)));
        if (found != table.end()) return &found->second;
    }
    auto found = table.find(key + "/" + std::string(mode));
    if (found == table.end()) found = table.find(key);
    if (found == table.end()) found = table.find("none");
    return found == table.end() ? nullptr : &found->second;
}

} // namespace dateline::what

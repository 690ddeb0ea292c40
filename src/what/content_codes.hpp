#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/text.hpp"

namespace dateline::what {

/// The codes of one content: what it is called when meant, asked, demanded, refused; or when threatened.
struct ContentCode {
    std::string meant, asked, demanded, refused, threatened;
    std::string mode;
};

/// The table of data/what/contents.txt: what a request, offer, refusal or threat is about decides mode and
/// code.
class ContentCodes {
  public:
    /// Throws `Error` naming `file` and line.
    void read(std::string_view text, std::string_view file);

    /// The line for a content; never null for `threat` false or true once the table is read.
    [[nodiscard]] const ContentCode* content(std::string_view type, std::string_view mode,
                                             std::string_view cameo) const {
        return find(m_contents, type, mode, cameo);
    }
    [[nodiscard]] const ContentCode* threat(std::string_view type, std::string_view mode,
                                            std::string_view cameo) const {
        return find(m_threats, type, mode, cameo);
    }

  private:
    using Table = std::unordered_map<std::string, ContentCode, StringHash, std::equal_to<>>;
    static const ContentCode* find(const Table& table, std::string_view type, std::string_view mode,
                                   std::string_view cameo);
    Table m_contents;
    Table m_threats;
};

} // namespace dateline::what

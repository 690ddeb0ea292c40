#include "marked_text.hpp"

#include <fstream>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::train {

namespace {

MarkedText read_passage(const std::string& marked, const std::string& where) {
    MarkedText passage;
    std::size_t at = 0;
    for (;;) {
        const std::size_t open = marked.find('[', at);
        passage.text.append(marked, at, open - at);
        if (open == std::string::npos) return passage;
        const std::size_t equals = marked.find('=', open);
        const std::size_t close = marked.find(']', open);
        if (close == std::string::npos || equals > close)
            throw error("{}: broken mark: {}", where, marked.substr(open, 30));
        passage.pronouns.push_back(
            {static_cast<std::uint32_t>(passage.text.size()), marked.substr(equals + 1, close - equals - 1)});
        passage.text.append(marked, open + 1, equals - open - 1);
        at = close + 1;
    }
}

} // namespace

std::vector<MarkedText> read_marked(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file) throw error("{}: cannot be read", path.string());
    std::vector<MarkedText> passages;
    std::string line, passage;
    const auto end_passage = [&] {
        if (!passage.empty()) passages.push_back(read_passage(passage, path.string()));
        passage.clear();
    };
    while (std::getline(file, line)) {
        if (line.starts_with('#')) continue;
        if (trim(line).empty()) {
            end_passage();
            continue;
        }
        if (!passage.empty()) passage += ' ';
        passage += line;
    }
    end_passage();
    return passages;
}

} // namespace dateline::train

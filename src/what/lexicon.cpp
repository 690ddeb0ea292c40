#include "what/lexicon.hpp"

namespace dateline::what {

Lexicon::Lexicon(const std::vector<std::filesystem::path>& /*user_files*/) {}

} // namespace dateline::what

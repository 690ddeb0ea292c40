#include "who/actor_book.hpp"

namespace dateline::who {

ActorBook::ActorBook(const std::vector<std::filesystem::path>& /*user_files*/) {}

} // namespace dateline::who

#pragma once

#include <string_view>
#include <vector>

namespace dateline::who {

/// A file of the built-in actor book.
struct BookFile {
    std::string_view name; // as errors name it
    std::string_view text;
};

/// All files of `data/who/actor_book/`, by name. Written by the build from what stands in the folder.
std::vector<BookFile> book_files();

} // namespace dateline::who

# One interface library carries the flags of all our targets.
add_library(dateline_flags INTERFACE)
target_compile_features(dateline_flags INTERFACE cxx_std_23)
target_include_directories(dateline_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_options(
  dateline_flags
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wshadow
            -Wconversion
            -Wsign-conversion
            -Wnon-virtual-dtor
            -Woverloaded-virtual
            -Werror
            # GCC 12 warns falsely about `"{" + std::to_string(n)` at -O3.
            $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
            # CLI11 2.1 and RapidJSON are system headers; `struct stat status {}` and the like are meant.
            -Wno-missing-field-initializers)
target_link_libraries(dateline_flags INTERFACE fmt::fmt Threads::Threads)

set(DATELINE_SANITIZE "" CACHE STRING "Sanitizers to build with: address,undefined or thread")
if(DATELINE_SANITIZE)
  target_compile_options(dateline_flags INTERFACE -fsanitize=${DATELINE_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(dateline_flags INTERFACE -fsanitize=${DATELINE_SANITIZE})
  # Checks at every use of a pointer are half the time of such a build. The address sanitizer stops at null anyway, and
  # only rooms that cast mapped bytes can misalign.
  if(DATELINE_SANITIZE MATCHES undefined)
    target_compile_options(dateline_flags INTERFACE -fno-sanitize=null,alignment)
    set(DATELINE_MAPPED_ROOMS base language where)
  endif()
  # GCC 12 warns falsely of `append(n, c)` under the thread sanitizer; the other builds keep warnings out.
  if(DATELINE_SANITIZE STREQUAL "thread")
    target_compile_options(dateline_flags INTERFACE -Wno-error)
  endif()
endif()

# The headers that most files include, read once for all. Builds in about half the time but hides includes that a file
# forgot, so the build for use goes without.
option(DATELINE_PRECOMPILE "Precompile the common headers" OFF)
if(DATELINE_PRECOMPILE)
  file(WRITE ${PROJECT_BINARY_DIR}/common_headers.cpp "")
  add_library(dateline_common_headers OBJECT ${PROJECT_BINARY_DIR}/common_headers.cpp)
  target_link_libraries(dateline_common_headers PRIVATE dateline_flags)
  target_precompile_headers(
    dateline_common_headers
    PRIVATE
    <algorithm>
    <array>
    <filesystem>
    <map>
    <memory>
    <optional>
    <set>
    <string>
    <string_view>
    <unordered_map>
    <unordered_set>
    <vector>
    <fmt/format.h>)
endif()

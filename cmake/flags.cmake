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
endif()

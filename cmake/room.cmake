# dateline_room(NAME SOURCES … HEADERS … LINKS …): one folder of src/ = one static library `dateline_NAME`.
# Every header compiles alone: one with a source file of its name because that file includes it first, the others by the
# target `all_verify_interface_header_sets`.
function(dateline_room NAME)
  cmake_parse_arguments(ROOM "" "" "SOURCES;HEADERS;LINKS" ${ARGN})
  set(WITH_SOURCE)
  set(ALONE)
  foreach(HEADER ${ROOM_HEADERS})
    string(REGEX REPLACE "hpp$" "cpp" SOURCE ${HEADER})
    if(SOURCE IN_LIST ROOM_SOURCES)
      dateline_check_first_include(${NAME} ${SOURCE} ${HEADER})
      list(APPEND WITH_SOURCE ${HEADER})
    else()
      list(APPEND ALONE ${HEADER})
    endif()
  endforeach()
  add_library(dateline_${NAME} STATIC ${ROOM_SOURCES})
  target_sources(
    dateline_${NAME}
    PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${WITH_SOURCE}
    PUBLIC FILE_SET alone TYPE HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${ALONE})
  set_target_properties(dateline_${NAME} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON INTERFACE_HEADER_SETS_TO_VERIFY
                                                    alone)
  target_link_libraries(dateline_${NAME} PUBLIC dateline_flags ${ROOM_LINKS})
  if(DATELINE_SANITIZE MATCHES undefined AND NAME IN_LIST DATELINE_MAPPED_ROOMS)
    target_compile_options(dateline_${NAME} PRIVATE -fsanitize=alignment)
  endif()
  if(DATELINE_PRECOMPILE)
    target_precompile_headers(dateline_${NAME} REUSE_FROM dateline_common_headers)
  endif()
endfunction()

function(dateline_check_first_include ROOM SOURCE HEADER)
  file(STRINGS ${SOURCE} FIRST REGEX "^#include" LIMIT_COUNT 1)
  if(NOT FIRST STREQUAL "#include \"${ROOM}/${HEADER}\"")
    message(FATAL_ERROR "src/${ROOM}/${SOURCE} must include \"${ROOM}/${HEADER}\" first: that shows that it compiles alone")
  endif()
endfunction()

# dateline_embed(ROOM NAME FILE …): the files become `std::string_view dateline::data::NAME()`, one after the other,
# compiled into the room's library. Editing a data file rebuilds it.
function(dateline_embed ROOM NAME)
  set(OUT ${CMAKE_CURRENT_BINARY_DIR}/${NAME}_data)
  set(FILES)
  foreach(FILE ${ARGN})
    list(APPEND FILES ${PROJECT_SOURCE_DIR}/data/${FILE})
  endforeach()
  add_custom_command(
    OUTPUT ${OUT}.txt
    COMMAND cat ${FILES} > ${OUT}.txt
    DEPENDS ${FILES}
    VERBATIM)
  file(
    WRITE ${OUT}.cpp.new
    "#include <string_view>\n"
    "__asm__(\".section .rodata\\n.global dateline_data_${NAME}\\n.global dateline_data_${NAME}_end\\n\"\n"
    "        \"dateline_data_${NAME}:\\n.incbin \\\"${OUT}.txt\\\"\\ndateline_data_${NAME}_end:\\n.byte 0\\n.text\\n\");\n"
    "extern \"C\" const char dateline_data_${NAME}[];\nextern \"C\" const char dateline_data_${NAME}_end[];\n"
    "namespace dateline::data {\nstd::string_view ${NAME}();\nstd::string_view ${NAME}() {\n"
    "    return {dateline_data_${NAME}, static_cast<std::size_t>(dateline_data_${NAME}_end - dateline_data_${NAME})};\n}\n}\n")
  file(COPY_FILE ${OUT}.cpp.new ${OUT}.cpp ONLY_IF_DIFFERENT)
  set_source_files_properties(${OUT}.cpp PROPERTIES OBJECT_DEPENDS ${OUT}.txt)
  target_sources(dateline_${ROOM} PRIVATE ${OUT}.cpp ${OUT}.txt)
endfunction()

# dateline_room(NAME SOURCES … HEADERS … LINKS …): one folder of src/ = one static library `dateline_NAME`.
# Headers are checked to compile alone by the target `all_verify_interface_header_sets`.
function(dateline_room NAME)
  cmake_parse_arguments(ROOM "" "" "SOURCES;HEADERS;LINKS" ${ARGN})
  add_library(dateline_${NAME} STATIC ${ROOM_SOURCES})
  target_sources(dateline_${NAME} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${ROOM_HEADERS})
  set_target_properties(dateline_${NAME} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  target_link_libraries(dateline_${NAME} PUBLIC dateline_flags ${ROOM_LINKS})
  if(DATELINE_PRECOMPILE)
    target_precompile_headers(dateline_${NAME} REUSE_FROM dateline_common_headers)
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

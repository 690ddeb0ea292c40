#pragma once

#include <string>
#include <string_view>

namespace dateline::language {

// Character classes and case as Python's `str` methods have them, on which spaCy's lexical attributes rest.

bool is_py_space(char32_t c);
bool is_py_alpha(char32_t c);
bool is_py_upper(char32_t c);
bool is_py_digit(char32_t c);
/// `str.lower()`.
std::string py_lower(std::string_view text);
/// `str.isalpha()`: not empty and all letters.
bool is_py_alpha(std::string_view text);
/// `str.isspace()`: not empty and all white space.
bool is_py_space(std::string_view text);

/// spaCy's word shape: `Xxxx`, `dd`, runs cut at four; `LONG` from 100 characters.
std::string word_shape(std::string_view text);
/// The first character and the last three characters.
std::string_view first_character(std::string_view text);
std::string_view last_three_characters(std::string_view text);

} // namespace dateline::language

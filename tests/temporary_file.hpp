#pragma once

// Files of one test, and what a failing call says: shared by the rooms' unit tests.

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace dateline {

/// Path of a file in a folder of the test that is running.
inline std::filesystem::path path_of(const std::string& name) {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    const auto folder = std::filesystem::path(::testing::TempDir()) /
                        (std::string("dateline_") + test->test_suite_name() + "_" + test->name());
    std::filesystem::create_directories(folder);
    return folder / name;
}

/// A file with this text.
inline std::filesystem::path file_of(const std::string& name, const std::string& text) {
    std::ofstream(path_of(name), std::ios::trunc) << text;
    return path_of(name);
}

/// What an `Error` says that the call throws; "" when it throws none.
template<typename Call>
std::string message_of(Call call) {
    try {
        call();
    } catch (const std::exception& failure) {
        return failure.what();
    }
    return "";
}

} // namespace dateline

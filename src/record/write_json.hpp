#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "record/coded_report.hpp"
#include "record/merged.hpp"

namespace dateline {

enum class WithTokens : bool { no, yes };

/// Appends a coded report as one line of JSON (record format, "Out of code"), with its newline.
void write_json(std::string& out, const CodedReport& coded, WithTokens tokens = WithTokens::no);

/// Appends a report as one line of JSON (record format, "In: a report"), with its newline.
void write_json(std::string& out, const Report& report);

/// Appends the merged objects, one line each (record format, "Out of merge").
void write_json(std::string& out, const Record& record);

/// One object each, without a newline; what the lines above are made of.
void write_json(std::string& out, const MergedActor& actor);
void write_json(std::string& out, const Event& event);
void write_json(std::string& out, const Itinerary& itinerary);
void write_json(std::string& out, const Story& story);
void write_json(std::string& out, const Copy& copy);
void write_json(std::string& out, const Revision& revision);
void write_json(std::string& out, const Digest& digest);

/// The record as JSON Lines, handed on in pieces of whole lines of about a megabyte, so that a large one
/// never stands in memory twice.
void write_json_lines(const Record& record, const std::function<void(std::string_view)>& sink);

} // namespace dateline

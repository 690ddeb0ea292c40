#pragma once

#include <string>
#include <string_view>

// RapidJSON's writer with strings as std::string and our few conventions.
#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/writer.h>

#include "base/span.hpp"
#include "base/utf8.hpp"

namespace dateline {

/// An output stream of RapidJSON that appends to a string.
struct StringSink {
    using Ch = char;
    std::string& out;
    void Put(char c) { out.push_back(c); }
    void Flush() {}
};

/// Writes JSON by the record format's conventions: empty text is `null`, spans are code points.
class JsonWriter {
  public:
    explicit JsonWriter(std::string& out) : m_sink{out}, m_writer(m_sink) {}

    void begin_object() { m_writer.StartObject(); }
    void end_object() { m_writer.EndObject(); }
    void begin_array() { m_writer.StartArray(); }
    void end_array() { m_writer.EndArray(); }
    void key(std::string_view name) {
        m_writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    }
    void null() { m_writer.Null(); }
    void boolean(bool value) { m_writer.Bool(value); }
    void integer(std::int64_t value) { m_writer.Int64(value); }
    /// A number; whole ones are written without a fraction.
    void number(double value);
    void text(std::string_view value) {
        m_writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    }
    /// A string, or `null` when empty.
    void text_or_null(std::string_view value) { value.empty() ? null() : text(value); }

    void field(std::string_view name, std::string_view value) { key(name), text_or_null(value); }
    void field(std::string_view name, const char* value) { field(name, std::string_view(value)); }
    void field(std::string_view name, const std::string& value) { field(name, std::string_view(value)); }
    void field(std::string_view name, bool value) { key(name), boolean(value); }
    void field(std::string_view name, double value) { key(name), number(value); }
    void field(std::string_view name, std::int64_t value) { key(name), integer(value); }
    void field(std::string_view name, std::size_t value) {
        key(name), integer(static_cast<std::int64_t>(value));
    }
    void field(std::string_view name, int value) { key(name), integer(value); }
    /// An index, or `null` when negative.
    void index_field(std::string_view name, std::int64_t index) {
        key(name);
        index < 0 ? null() : integer(index);
    }
    /// A list of objects; `write` writes the fields of one.
    template<typename List, typename Write>
    void objects(std::string_view name, const List& list, Write write) {
        key(name);
        begin_array();
        for (const auto& item : list) {
            begin_object();
            write(item);
            end_object();
        }
        end_array();
    }
    template<typename Strings>
    void strings(std::string_view name, const Strings& values) {
        key(name), begin_array();
        for (const auto& value : values) text(value);
        end_array();
    }
    /// `[start, end]` in code points.
    void span(Span value, const CodePoints& points) {
        begin_array(), integer(points.from_byte(value.start)), integer(points.from_byte(value.end)),
            end_array();
    }
    /// `"start": s, "end": e` in code points.
    void span_fields(Span value, const CodePoints& points) {
        field("start", static_cast<std::int64_t>(points.from_byte(value.start)));
        field("end", static_cast<std::int64_t>(points.from_byte(value.end)));
    }

  private:
    StringSink m_sink;
    rapidjson::Writer<StringSink> m_writer;
};

} // namespace dateline

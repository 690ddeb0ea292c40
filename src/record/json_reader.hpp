#pragma once

#include <string>
#include <string_view>
#include <vector>

#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "base/error.hpp"
#include "base/span.hpp"
#include "base/utf8.hpp"

namespace dateline {

/// Parses one JSON value; throws `Error` with the position of what is wrong. Nesting costs no stack; invalid
/// UTF-8 is refused.
inline rapidjson::Document parse_json(std::string_view line) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(line.data(),
                                                                                           line.size());
    if (document.HasParseError()) {
        if (line.starts_with("\x1F\x8B")) throw error("it is gzipped; unpack it first (gunzip)");
        throw error("not valid JSON at byte {}: {}", document.GetErrorOffset(),
                    rapidjson::GetParseError_En(document.GetParseError()));
    }
    return document;
}

/// Reads fields of JSON objects; a missing field, `null` or another type gives the default.
class JsonObject {
  public:
    explicit JsonObject(const rapidjson::Value& value) : m_value(value) {}

    [[nodiscard]] const rapidjson::Value* find(const char* name) const {
        if (!m_value.IsObject()) return nullptr;
        const auto member = m_value.FindMember(name);
        return member == m_value.MemberEnd() || member->value.IsNull() ? nullptr : &member->value;
    }
    [[nodiscard]] std::string text(const char* name) const {
        const auto* value = find(name);
        return value != nullptr && value->IsString()
                   ? std::string(value->GetString(), value->GetStringLength())
                   : std::string();
    }
    [[nodiscard]] double number(const char* name, double otherwise = 0) const {
        const auto* value = find(name);
        return value != nullptr && value->IsNumber() ? value->GetDouble() : otherwise;
    }
    [[nodiscard]] std::int64_t integer(const char* name, std::int64_t otherwise = -1) const {
        const auto* value = find(name);
        return value != nullptr && value->IsInt64() ? value->GetInt64() : otherwise;
    }
    [[nodiscard]] bool boolean(const char* name) const {
        const auto* value = find(name);
        return value != nullptr && value->IsBool() && value->GetBool();
    }
    [[nodiscard]] std::vector<std::string> strings(const char* name) const {
        std::vector<std::string> out;
        each(name, [&](const rapidjson::Value& item) {
            if (item.IsString()) out.emplace_back(item.GetString(), item.GetStringLength());
        });
        return out;
    }
    /// Calls `visit` for each element of a list; nothing when the field is no list.
    template<typename Visit>
    void each(const char* name, Visit visit) const {
        const auto* value = find(name);
        if (value == nullptr || !value->IsArray()) return;
        for (const auto& item : value->GetArray()) visit(item);
    }
    /// `[start, end]` of a value in code points as bytes; throws `Error` when it lies outside the text.
    static Span span(const rapidjson::Value& value, const CodePoints& points) {
        if (!value.IsArray() || value.Size() != 2 || !value[0].IsUint() || !value[1].IsUint())
            throw error("a span must be two whole numbers");
        return checked_span(value[0].GetUint(), value[1].GetUint(), points);
    }
    /// The span of `start` and `end` fields.
    [[nodiscard]] Span span_fields(const CodePoints& points) const {
        const std::int64_t start = integer("start");
        const std::int64_t end = integer("end");
        if (start < 0 || end < 0 || start > points.size() || end > points.size())
            throw error("span [{}, {}] lies outside the text", start, end);
        return checked_span(static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), points);
    }

  private:
    static Span checked_span(std::uint32_t start, std::uint32_t end, const CodePoints& points) {
        if (start > end || end > points.size())
            throw error("span [{}, {}] lies outside the text", start, end);
        return {points.to_byte(start), points.to_byte(end)};
    }

    const rapidjson::Value& m_value;
};

} // namespace dateline

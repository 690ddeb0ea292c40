#pragma once

#include <string_view>
#include <vector>

#include "record/coded_report.hpp"
#include "where/gazetteer.hpp"
#include "who/actor_book.hpp"

namespace dateline::who {

/// A name whose borders are settled; its type may still change.
struct FoundName {
    TokenIndex first = 0, last = 0; // tokens `[first, last)`
    Span span;                      // may end inside the last token: `Levant.[1`
    NameType type = NameType::other;
    std::string_view type_text; // as the model names it
    const BookEntry* entry = nullptr;
    bool sure = false;            // the words themselves say the type
    TokenIndex judged = no_token; // whose opinion of the model counts; `first` when there is none
};

/// The names of a text in text order, none overlapping: the model's with their borders mended, and those it
/// overlooked that the actor book, a title, or an organisation's or place's last word shows.
std::vector<FoundName> find_name_spans(const Parse& parse, const Report& report,
                                       const std::vector<Place>& places, const ActorBook& book,
                                       const where::Gazetteer& gazetteer);

/// Bytes at the end of a token that are a footnote mark and the points in front of it: 4 of `Levant.[1`.
std::uint32_t footnote_size(std::string_view text);

/// What a name of the tokens `[first, last)` covers: all but a hyphen in front and a footnote mark, slash,
/// hyphen or apostrophe at its end. At least one token.
Span name_span(const Parse& parse, TokenIndex first, TokenIndex last);

/// Length of what stands in front of a name and is no part of it: 4 of `pro-Assad`, 7 of `Soccer-Leeds`; else
/// 0.
std::size_t prefix_size(std::string_view text);

/// Whether a letter of the text is a capital.
bool has_capital(std::string_view text);

/// Whether a capital or digit stands behind the first letter: `iPhone`, `F16`.
bool has_inner_capital(std::string_view text);

/// Whether names do not end in a word of the kind when it is in lower case.
bool is_small_word(Pos pos);

/// Whether the tokens write a date: `Sun Sep 4`.
bool is_date(const Parse& parse, TokenIndex first, TokenIndex last);

/// Whether the token is the party of a lawmaker, with the dash and the state behind it: `D` of `, D-Md.,`.
bool is_party_tag(const Parse& parse, TokenIndex i);

/// The name of a file: `Outlook.jpg`, `draft.pdf)(See`.
bool is_file(std::string_view text);

/// Whether a letter is drawn out: `Sooooo`.
bool is_stretched(std::string_view lower);

/// Ends people's names before a second telling, in full and glued to a link: at the first `Trump` of `Trump
/// Donald John TrumpSenators vote MORE`, at `Ada Doe` of `Ada Doe Ada Mary Doe2020`.
void cut_second_tellings(const Parse& parse, std::vector<FoundName>& names);

/// Whether the tokens are short forms of ranks only, and name nobody: `Lt. Col`.
bool is_rank(const Parse& parse, TokenIndex first, TokenIndex last);

/// Whether the last word is an office of the body that the words in front name: `National Assembly Speaker`.
bool ends_in_office(const Parse& parse, const ActorBook& book, TokenIndex first, TokenIndex last);

/// Whether the first of the words is an office and the next a given name: `Director Ada Example`.
bool opens_with_office(const Parse& parse, const ActorBook& book, TokenIndex first, TokenIndex last);

/// Whether a line ends in the token.
bool is_break(const Token& token);

/// Whether the token is written with a capital (or in a script without).
bool is_capitalised(const Token& token);

/// Whether the writer leaves out capitals, so that names may be in lower case: a third of the sentences start
/// so.
bool is_careless(const Parse& parse);

/// `ABC.N`, the mark of a share.
bool is_ticker(std::string_view text);

/// Whether the corrections may change names of this type: people, bodies, places, nations, products, works.
bool is_corrigible(NameType type);

/// Whether the token and the one behind it are a title, and the token no body: `Defense Minister`.
bool opens_title(const Parse& parse, const ActorBook& book, TokenIndex i);

/// A title that stands in front of names and is never part of one.
bool is_plain_title(const ActorBook& book, std::string_view lower);

} // namespace dateline::who

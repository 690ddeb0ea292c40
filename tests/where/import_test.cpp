#include <string>

#include "../temporary_file.hpp"
#include "where/build_gazetteer.hpp"
#include "where/gazetteer.hpp"

namespace dateline::where {
namespace {

/// A row of GeoNames' places file with the columns that matter.
std::string row(const std::string& id, const std::string& name, const std::string& others,
                const std::string& lat, const std::string& lon, const std::string& feature,
                const std::string& division, const std::string& population) {
    return id + "\t" + name + "\t" + name + "\t" + others + "\t" + lat + "\t" + lon + "\t" + feature +
           "\tNO\t\t" + division + "\t\t\t\t" + population + "\t\t0\tEurope/Oslo\t2020-01-01\n";
}

const std::string places =
    row("101", "Kingdom of Norland", "", "60", "10", "A\tPCLI", "", "5000000") +
    row("102", "East Norland", "", "61", "11", "A\tADM1", "99", "1000000") +
    row("103", "Hammarvik", "Villa Martillo,Hammer", "61.25", "11.75", "P\tPPLC", "99", "400000") +
    row("104", "Stone Alley", "", "61.25", "11.75", "R\tST", "99", "0") +
    row("105", "Lake Grey", "", "61.3", "11.7", "H\tLK", "99", "0");

std::string names_of(const Gazetteer& gazetteer, std::string_view name) {
    std::string all;
    for (const auto& entry : gazetteer.find(name))
        all += std::string(gazetteer.name(gazetteer.place(entry))) + ";";
    return all;
}

TEST(ImportGeonames, TakesPlacesWithTheirOwnNames) {
    const ImportCounts counts = import_geonames(file_of("places.txt", places), {}, path_of("gazetteer.bin"));
    EXPECT_EQ(counts.left_out, 1U);
    const Gazetteer gazetteer(path_of("gazetteer.bin"));
    EXPECT_EQ(names_of(gazetteer, "Hammarvik"), "Hammarvik;");
    EXPECT_EQ(names_of(gazetteer, "Hammer"), "Hammarvik;");
    EXPECT_EQ(names_of(gazetteer, "Lake Grey"), "Lake Grey;");
    EXPECT_EQ(names_of(gazetteer, "Stone Alley"), "");
    const PlaceRecord& town = gazetteer.place(gazetteer.find("Hammarvik")[0]);
    EXPECT_EQ(town.country_code(), "NOR");
    EXPECT_EQ(town.population, 400000U);
    EXPECT_EQ(town.names, 2);
    ASSERT_NE(gazetteer.division(town.division), nullptr);
    EXPECT_EQ(gazetteer.name(*gazetteer.division(town.division)), "East Norland");
}

TEST(ImportGeonames, TakesEnglishNamesOfTheSecondFile) {
    const auto names = file_of("names.txt", "1\t103\ten\tHammer Bay\t1\t\t\t\t\t\n"
                                            "2\t103\tfr\tBaie du Marteau\t\t\t\t\t\t\n"
                                            "3\t103\t\tHammarbukt\t\t\t\t\t\t\n"
                                            "4\t999\ten\tNowhere\t\t\t\t\t\t\n"
                                            "5\t103\tlink\thttps://example.org\t\t\t\t\t\t\n");
    const ImportCounts counts =
        import_geonames(file_of("places.txt", places), names, path_of("gazetteer.bin"));
    EXPECT_EQ(counts.names, 2U);
    const Gazetteer gazetteer(path_of("gazetteer.bin"));
    ASSERT_EQ(gazetteer.find("Hammer Bay").size(), 1U);
    EXPECT_EQ(gazetteer.find("Hammer Bay")[0].rank, NameRank::main);
    EXPECT_EQ(gazetteer.find("Hammarbukt")[0].rank, NameRank::other);
    EXPECT_TRUE(gazetteer.find("Baie du Marteau").empty());
    EXPECT_TRUE(gazetteer.find("Hammer").empty()); // the second file replaces the column of other names
}

TEST(ImportGeonames, SaysWhatIsWrongWithALine) {
    const auto says = [](const std::string& line) {
        return message_of(
            [&] { import_geonames(file_of("bad.txt", places + line), {}, path_of("bad.bin")); });
    };
    EXPECT_NE(says("106\tshort\n").find("bad.txt:6: expected 19 columns, found 2"), std::string::npos);
    EXPECT_NE(says(row("x", "A", "", "1", "1", "P\tPPL", "", "0")).find("not a number: x"),
              std::string::npos);
    EXPECT_NE(says(row("0", "A", "", "1", "1", "P\tPPL", "", "0")).find("not a GeoNames id"),
              std::string::npos);
    EXPECT_NE(says(row("9", "A", "", "91", "1", "P\tPPL", "", "0")).find("not a coordinate: 91"),
              std::string::npos);
    EXPECT_NE(says(row("9", "A", "", "", "1", "P\tPPL", "", "0")).find("not a coordinate"),
              std::string::npos);
    EXPECT_NE(says(row("9", "A", "", "1", "1", "P\tPPL", "", "many")).find("not a number: many"),
              std::string::npos);
    EXPECT_NE(says(row("9", "", "", "1", "1", "P\tPPL", "", "0")).find("no name"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(path_of("bad.bin")));
}

TEST(ImportGeonames, LeavesTheOldFileWhenTheNewOneFails) {
    import_geonames(file_of("places.txt", places), {}, path_of("gazetteer.bin"));
    EXPECT_NE(message_of([] {
                  import_geonames(path_of("places.txt"), file_of("names.txt", "1\t103\ten\n"),
                                  path_of("gazetteer.bin"));
              }).find("names.txt:1: expected 10 columns, found 3"),
              std::string::npos);
    EXPECT_FALSE(Gazetteer(path_of("gazetteer.bin")).find("Hammer").empty());
}

} // namespace
} // namespace dateline::where

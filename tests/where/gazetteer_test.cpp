#include "where/gazetteer.hpp"

#include <map>
#include <random>

#include "../temporary_file.hpp"
#include "where/build_gazetteer.hpp"
#include "where/gazetteer_writer.hpp"

namespace dateline::where {
namespace {

constexpr const char* table =
    "1\tNorland\tRepublic of Norland\t\t60\t10\tcountry\tPCLI\tNOR\t\t5000000\t0\n"
    "2\tEast Norland\t\tNorlandia Oriental\t61\t11\tadmin1\tADM1\tNOR\tNO.99\t1000000\t0\n"
    "3\tMill County\t\t\t61.5\t11.5\tadmin2\tADM2\tNOR\tNO.99\t20000\t0\n"
    "4\tHammarvik\tHammarvik City\tVilla Martillo\t61.25\t11.75\tcity\tPPLC\tNOR\tNO.99\t400000\t300\n";

Gazetteer small_gazetteer() {
    build_gazetteer(file_of("places.tsv", table), path_of("gazetteer.bin"));
    return Gazetteer(path_of("gazetteer.bin"));
}

std::string only(const Gazetteer& gazetteer, std::string_view name) {
    const auto found = gazetteer.find(name);
    return found.size() == 1 ? std::string(gazetteer.name(gazetteer.place(found[0]))) : "-";
}

TEST(Gazetteer, FindsAnyFormOfAName) {
    const Gazetteer gazetteer = small_gazetteer();
    EXPECT_EQ(only(gazetteer, "Hammarvik"), "Hammarvik");
    EXPECT_EQ(only(gazetteer, "HAMMARVIK CITY"), "Hammarvik");
    EXPECT_EQ(only(gazetteer, "villa martillo"), "Hammarvik");
    EXPECT_EQ(only(gazetteer, "Republic of Norland"), "Norland");
    EXPECT_TRUE(gazetteer.find("Hammarvi").empty());
    EXPECT_TRUE(gazetteer.find("").empty());
}

TEST(Gazetteer, KnowsHowAPlaceBearsAName) {
    const Gazetteer gazetteer = small_gazetteer();
    const auto rank = [&](std::string_view name) { return gazetteer.find(name)[0].rank; };
    EXPECT_EQ(rank("Hammarvik"), NameRank::main);
    EXPECT_EQ(rank("Villa Martillo"), NameRank::other);
    EXPECT_EQ(rank("Mill County"), NameRank::main);
    EXPECT_EQ(rank("Mill"), NameRank::part);
}

TEST(Gazetteer, KnowsTheDivisionOfAPlace) {
    const Gazetteer gazetteer = small_gazetteer();
    const PlaceRecord& town = gazetteer.place(gazetteer.find("Hammarvik")[0]);
    EXPECT_EQ(town.country_code(), "NOR");
    EXPECT_EQ(town.is_capital, 1);
    ASSERT_NE(gazetteer.division(town.division), nullptr);
    EXPECT_EQ(gazetteer.name(*gazetteer.division(town.division)), "East Norland");
    EXPECT_EQ(gazetteer.division(0), nullptr);
}

TEST(Gazetteer, HoldsTheRegionsOfItsOwn) {
    const Gazetteer gazetteer = small_gazetteer();
    EXPECT_EQ(only(gazetteer, "the Sahel"), "Sahel");
    EXPECT_FALSE(gazetteer.find("Strait of Hormuz").empty());
}

TEST(Gazetteer, GivesKnownPlacesTheirNamesInTheNews) {
    const std::string row = "281133\tGaza\tGhazzah\t\t31.5\t34.47\tcity\tPPLA\tPSE\tPS.GZ\t500000\t90\n"
                            "79415\tAl Khudaida\t\t\t14.8\t42.95\tcity\tPPLA\tYEM\tYE.08\t500000\t0\n"
                            "281132\tThe Strip\t\t\t31.4\t34.4\tadmin1\tADM1\tPSE\tPS.GZ\t900000\t0\n";
    build_gazetteer(file_of("news.tsv", table + row), path_of("news.bin"));
    const Gazetteer gazetteer(path_of("news.bin"));
    EXPECT_EQ(only(gazetteer, "Hodeidah"), "Hodeidah") << "it is shown as English calls it";
    EXPECT_EQ(only(gazetteer, "Al Khudaida"), "Hodeidah") << "and found under the name of the source";
    EXPECT_EQ(only(gazetteer, "Gaza City"), "Gaza City");
    EXPECT_EQ(only(gazetteer, "Gaza"), "Gaza Strip") << "no more than the strip";
    EXPECT_EQ(gazetteer.find("Hodeidah")[0].rank, NameRank::main);
    EXPECT_EQ(gazetteer.place(gazetteer.find("Gaza Strip")[0]).population, 2'200'000U);
    EXPECT_EQ(gazetteer.place(gazetteer.find("Hammarvik")[0]).names, 255) << "as many as a record holds";
}

TEST(Gazetteer, RefusesMalformedRows) {
    const auto says = [](const std::string& row) {
        return message_of([&] { build_gazetteer(file_of("bad.tsv", table + row), path_of("bad.bin")); });
    };
    EXPECT_NE(says("5\tX\n").find("bad.tsv:5: expected twelve columns"), std::string::npos);
    EXPECT_NE(
        says("5\tX\t\t\tnorth\t11\tcity\tPPL\tNOR\tNO.99\t0\t0\n").find("bad.tsv:5: not a number: north"),
        std::string::npos);
    EXPECT_NE(says("5\tX\t\t\t1\t1\tplanet\tPPL\tNOR\tNO.99\t0\t0\n").find("unknown kind of place: planet"),
              std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(path_of("bad.bin")));
}

TEST(Gazetteer, RefusesFilesThatAreNone) {
    EXPECT_NE(message_of([] { Gazetteer(path_of("missing.bin")); }).find("./setup builds it"),
              std::string::npos);
    EXPECT_NE(message_of([] { Gazetteer(file_of("short.bin", "DLGAZ")); }).find("damaged"),
              std::string::npos);
    EXPECT_NE(message_of([] { Gazetteer(file_of("text.bin", std::string(200, 'x'))); }).find("no gazetteer"),
              std::string::npos);
}

// The search by where a key should stand, against the names that were put in.
TEST(Gazetteer, FindsEveryNameAmongMany) {
    std::map<std::string, std::uint32_t> names;
    GazetteerWriter writer(path_of("many.bin"));
    std::mt19937 random(7); // NOLINT: a fixed seed on purpose
    for (int i = 0; i < 5000; ++i) {
        std::string name;
        for (int letter = 0; letter < 6; ++letter) name += static_cast<char>('a' + random() % 26);
        if (names.contains(name)) continue;
        PlaceRecord place;
        place.population = static_cast<std::uint32_t>(i);
        names[name] = writer.add(place, name);
    }
    writer.finish();
    const Gazetteer gazetteer(path_of("many.bin"));
    for (const auto& [name, index] : names) {
        ASSERT_EQ(gazetteer.find(name).size(), 1U) << name;
        EXPECT_EQ(gazetteer.find(name)[0].place, index) << name;
        EXPECT_TRUE(gazetteer.find(name + "x").empty());
    }
}

} // namespace
} // namespace dateline::where

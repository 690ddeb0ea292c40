#include "where/outlet.hpp"

#include "../temporary_file.hpp"
#include "where/build_gazetteer.hpp"

namespace dateline::where {
namespace {

std::string home(const std::string& source, const std::string& url) {
    build_gazetteer(file_of("places.tsv", "4\tHammarvik\t\t\t61\t11\tcity\tPPL\tNOR\tNO.99\t400\t0\n"),
                    path_of("g.bin"));
    const Gazetteer gazetteer(path_of("g.bin"));
    Report report;
    report.source = source;
    report.url = url;
    const OutletHome found = outlet_home(report, gazetteer);
    const std::string place =
        found.places.empty() ? "-" : std::string(gazetteer.name(gazetteer.place(found.places[0])));
    return place + " " + (found.country.empty() ? "-" : found.country);
}

TEST(OutletHome, ReadsThePlaceInANewspapersName) {
    EXPECT_EQ(home("hammarvikdailynews.com", ""), "Hammarvik -");
    EXPECT_EQ(home("The Hammarvik Herald", ""), "Hammarvik -");
    EXPECT_EQ(home("Daily News", ""), "- -");
    EXPECT_EQ(home("Hammarvik", ""), "- -"); // nothing says that this is a newspaper
    EXPECT_EQ(home("", "https://www.hammarviktimes.no/a/b"), "Hammarvik NOR");
}

TEST(OutletHome, ReadsTheCountryOfAnAddress) {
    EXPECT_EQ(home("mail.co.uk", ""), "- GBR");
    EXPECT_EQ(home("gazette.ie", ""), "- IRL");
    EXPECT_EQ(home("gazette.tv", ""), "- -");
    EXPECT_EQ(home("gazette.com", ""), "- -");
}

} // namespace
} // namespace dateline::where

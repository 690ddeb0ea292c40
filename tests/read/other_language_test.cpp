#include <gtest/gtest.h>

#include "read/read.hpp"

namespace dateline::read {

namespace {

std::string why(std::string text, std::string language = "") {
    Report report;
    report.text = std::move(text);
    report.language = std::move(language);
    return other_language(report, "en");
}

TEST(OtherLanguage, EnglishPasses) {
    EXPECT_EQ(why("The ministers of Chile and Peru met in Lima on Monday and agreed to open the border, "
                  "officials said. "
                  "It was the first meeting of the two since the spring, and both will report to their "
                  "presidents."),
              "");
    EXPECT_EQ(why("Lima"), "");
    EXPECT_EQ(why("Peru 2 Chile 1; Brazil 0 Bolivia 0; Ecuador 3 Uruguay 3; Colombia 1 Paraguay 0; Argentina "
                  "2 Venezuela 2; "
                  "Mexico 1 Panama 1; Honduras 0 Cuba 0; Jamaica 1 Haiti 2; Canada 1 Belize 0"),
              "");
}

TEST(OtherLanguage, OtherScriptsAreNamed) {
    EXPECT_NE(why("وصل الوزير إلى بغداد يوم الأحد والتقى رئيس الوزراء.").find("Arabic"), std::string::npos);
    EXPECT_NE(why("Министр прибыл в столицу и встретился с президентом.").find("Cyrillic"),
              std::string::npos);
}

TEST(OtherLanguage, OtherWordsAreNoticed) {
    EXPECT_NE(why("Der Minister ist am Montag in die Stadt gereist und hat mit dem Präsidenten von Peru "
                  "nicht auf der Straße, "
                  "sondern in dem Palast gesprochen, das sagte eine Sprecherin, und die Reise ist zu Ende."),
              "");
    EXPECT_NE(why("Le ministre est dans la capitale pour une visite de trois jours, et les discussions sur "
                  "les frontières que "
                  "le président du pays demande depuis des mois commencent dans le palais."),
              "");
}

TEST(OtherLanguage, AGivenLanguageIsBelieved) {
    EXPECT_EQ(why("Oui.", "en-GB"), "");
    EXPECT_NE(why("Ja.", "de").find("'de'"), std::string::npos);
}

} // namespace

} // namespace dateline::read

#include "who/known_names.hpp"

#include <gtest/gtest.h>

namespace dateline::who {

TEST(KnownNames, AreFoundAsWritten) {
    ASSERT_TRUE(known_name("Wells Fargo").has_value());
    EXPECT_EQ(known_name("Wells Fargo")->type, NameType::org);
    EXPECT_EQ(known_name("Europa League")->type, NameType::event);
    EXPECT_FALSE(known_name("wells fargo").has_value());
    EXPECT_FALSE(known_name("").has_value());
}

TEST(KnownNames, TellClubsCalledLikeTheirTown) {
    ASSERT_TRUE(known_name("Liverpool").has_value());
    EXPECT_TRUE(known_name("Liverpool")->is_team);
    EXPECT_FALSE(known_name("Arsenal")->is_team);
}

} // namespace dateline::who

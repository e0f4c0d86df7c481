package org.convoke.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoPeopleTest {

    @Test
    void theRealmsUsersHaveIdsThatAreKnownBeforehand() {
        assertThat(DemoPeople.inRealm())
                .extracting(DemoPeople.Person::username)
                .containsExactly("alice", "bob", "carol", "dave", "erin");
        assertThat(DemoPeople.inRealm())
                .contains(new DemoPeople.Person("00000000-0000-4000-8000-000000000001", "alice", "Alice Archer"));
    }
}

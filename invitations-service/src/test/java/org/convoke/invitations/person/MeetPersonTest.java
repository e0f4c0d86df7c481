package org.convoke.invitations.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.convoke.events.Fact;
import org.convoke.events.PersonEvent.PersonMet;
import org.convoke.events.Topic;
import org.convoke.invitations.Someone;
import org.convoke.invitations.Told;
import org.convoke.parts.RealParts;
import org.convoke.parts.Token;
import org.junit.jupiter.api.Test;

/** Whoever calls is told of: once, and again under other names. */
@QuarkusTest
class MeetPersonTest {

    private final String id = UUID.randomUUID().toString();

    @Test
    void sheIsToldOfOnceUnderEachOfHerNames() {
        calls(token().username("ada").name("Ada"));
        calls(token().username("ada").name("Ada"));
        calls(token().username("ada").name("Ada Lovelace"));
        assertThat(Told.facts(Topic.PEOPLE, id)).extracting(Fact::seq).containsExactly(1L, 2L);
        assertThat(Told.facts(Topic.PEOPLE, id))
                .<Object>extracting(Fact::event)
                .containsExactly(new PersonMet(id, "ada", "Ada"), new PersonMet(id, "ada", "Ada Lovelace"));
    }

    @Test
    void servicesAreNoPeople() {
        calls(token().roles("membership:write"));
        calls(token().roles("people:write"));
        assertThat(Told.facts(Topic.PEOPLE, id)).isEmpty();
    }

    private Token token() {
        return RealParts.issuer().token(id);
    }

    private void calls(Token token) {
        new Someone(id, token.mint()).lists("box=sent").statusCode(200);
    }
}

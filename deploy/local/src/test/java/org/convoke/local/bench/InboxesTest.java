package org.convoke.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboxesTest {

    @Test
    void anInboxIsWhereTheGatewayKeepsIt() {
        assertThat(Inboxes.key("alice")).isEqualTo("gw:{63}:s:u:alice");
    }
}

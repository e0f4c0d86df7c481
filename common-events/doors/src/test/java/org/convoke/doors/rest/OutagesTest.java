package org.convoke.doors.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53300", "53100", "58030", "40P01", "55P03", "25P03", "25006"})
    void whatPassesByItselfIsAnOutage(String state) {
        assertThat(Outages.isOne(new IllegalStateException(new SQLException("x", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42703", "22021"})
    void aFaultOfOursIsNone(String state) {
        assertThat(Outages.isOne(new IllegalStateException(new SQLException("x", state))))
                .isFalse();
    }

    @Test
    void anExhaustedPoolIsAnOutage() {
        assertThat(Outages.isOne(new SQLException("Acquisition timeout"))).isTrue();
    }

    @Test
    void aCommitThatWasCutIsFoundAmongTheSuppressed() {
        IllegalStateException failure = new IllegalStateException("rolled back");
        failure.addSuppressed(new XAException(XAException.XAER_RMFAIL));
        assertThat(Outages.isOne(failure)).isTrue();
    }

    @Test
    void aCircleOfCausesEnds() {
        Exception one = new Exception();
        one.initCause(new Exception(one));
        assertThat(Outages.isOne(one)).isFalse();
    }
}

package org.convoke.local.bench.gateway;

import java.util.Iterator;
import java.util.List;
import org.convoke.parts.PartFailed;

/**
 * How much is measured.
 *
 * @param wire how the clients speak
 * @param connections idle at the most; half of them are members of the large group, a tenth of the small one
 * @param rate invitations in a second
 */
public record GatewayOptions(GatewayWire wire, int connections, int rate) {

    private static final int FEWEST = 100;
    private static final int MOST = 50_000;

    /** Reads {@code --wire gw --connections 10000 --rate 300}, which are the defaults. */
    public static GatewayOptions of(List<String> arguments) {
        GatewayWire wire = GatewayWire.GW;
        int connections = 10_000;
        int rate = 300;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--wire" -> wire = GatewayWire.named(rest.hasNext() ? rest.next() : "");
                case "--connections" -> connections = number(option, rest, FEWEST, MOST);
                case "--rate" -> rate = number(option, rest, 1, 1_000);
                default -> throw new PartFailed("bench gateway has no option " + option);
            }
        }
        return new GatewayOptions(wire, connections, rate);
    }

    int few() {
        return connections / 10;
    }

    int large() {
        return connections / 2;
    }

    private static int number(String option, Iterator<String> rest, int fewest, int most) {
        String value = rest.hasNext() ? rest.next() : "";
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < fewest || Integer.parseInt(value) > most) {
            throw new PartFailed(option + " takes a number from " + fewest + " to " + most);
        }
        return Integer.parseInt(value);
    }
}

package org.convoke.gateway.wire.socketio.protocol;

import java.util.OptionalLong;

/**
 * A packet as it is written: {@code <type>[<attachments>-][<namespace>,][<id>][<payload>]}.
 *
 * @param payload JSON, or empty
 */
record Header(PacketType type, int attachments, String namespace, OptionalLong id, String payload) {

    static final String MAIN = "/";

    /** More are no number that all clients know. */
    private static final int LONGEST_NUMBER = 15;

    static Header read(String text) throws BadPacket {
        if (text.isEmpty()) {
            throw new BadPacket("an empty packet");
        }
        PacketType type = PacketType.of(text.charAt(0));
        int at = 1;
        int attachments = 0;
        if (type.hasAttachments()) {
            int dash = digitsEnd(text, at);
            if (dash == at || dash == text.length() || text.charAt(dash) != '-') {
                throw new BadPacket("the number of attachments is missing");
            }
            attachments = (int) Math.min(Integer.MAX_VALUE, number(text, at, dash));
            at = dash + 1;
        }
        String namespace = MAIN;
        if (at < text.length() && text.charAt(at) == '/') {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            namespace = text.substring(at, end);
            at = Math.min(text.length(), end + 1);
        }
        int end = digitsEnd(text, at);
        OptionalLong id = end == at ? OptionalLong.empty() : OptionalLong.of(number(text, at, end));
        return new Header(type, attachments, namespace, id, text.substring(end));
    }

    String write() {
        StringBuilder text = new StringBuilder(payload.length() + 32).append(type.digit());
        if (type.hasAttachments()) {
            text.append(attachments).append('-');
        }
        if (!namespace.equals(MAIN)) {
            text.append(namespace).append(',');
        }
        id.ifPresent(text::append);
        return text.append(payload).toString();
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static long number(String text, int from, int to) throws BadPacket {
        if (to - from > LONGEST_NUMBER) {
            throw new BadPacket("a number that is too large");
        }
        return Long.parseLong(text, from, to, 10);
    }
}

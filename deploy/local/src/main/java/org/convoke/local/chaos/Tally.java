package org.convoke.local.chaos;

/** What a person is told to be unseen and unread, and what her list says. */
record Tally(String person, int unseen, int unread, int listedUnseen, int listedUnread) {

    boolean isRight() {
        return unseen == listedUnseen && unread == listedUnread;
    }
}

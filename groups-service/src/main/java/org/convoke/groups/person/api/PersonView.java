package org.convoke.groups.person.api;

import org.convoke.groups.person.Person;
import org.jspecify.annotations.Nullable;

/** A person as others see her. */
public record PersonView(
        String id, String username, String name, @Nullable String picture) {

    public static PersonView of(Person person) {
        return new PersonView(person.id(), person.username(), person.name(), person.picture());
    }
}

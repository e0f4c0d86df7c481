package org.convoke.groups.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.convoke.groups.search.Words;
import org.jspecify.annotations.Nullable;

/** Somebody with an account at the host's provider. */
@Entity
@Table(name = "people")
public class Person {

    @Id
    private String id;

    private String username;
    private String name;
    private @Nullable String picture;
    private String folded;

    protected Person() {}

    public Person(String id, String username, String name) {
        this.id = id;
        describe(username, name);
    }

    public void describe(String newUsername, String newName) {
        username = newUsername;
        name = newName;
        folded = Words.of(newName, newUsername);
    }

    public void picture(@Nullable String url) {
        picture = url;
    }

    public boolean isCalled(String otherUsername, String otherName) {
        return username.equals(otherUsername) && name.equals(otherName);
    }

    public String id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String name() {
        return name;
    }

    public @Nullable String picture() {
        return picture;
    }

    /** What the directory is ordered by. */
    public String folded() {
        return folded;
    }
}

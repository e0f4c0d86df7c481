package org.convoke.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** The issuer's RSA keys, kept in a file; the last one signs, all are published. */
record SigningKeys(Path file) {

    /** Short, since nothing is protected by them and thousands of tokens are signed in tests. */
    private static final int BITS = 1024;

    static SigningKeys in(Path home) {
        var keys = new SigningKeys(home.resolve("keys.json"));
        if (!Files.exists(keys.file())) {
            keys.write(new JsonWebKeySet());
            keys.rotate();
        }
        return keys;
    }

    RsaJsonWebKey current() {
        return (RsaJsonWebKey) read().getJsonWebKeys().getLast();
    }

    void rotate() {
        JsonWebKeySet all = read();
        all.addJsonWebKey(generated(UUID.randomUUID().toString()));
        write(all);
    }

    String published() {
        return read().toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    static RsaJsonWebKey generated(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(id);
            key.setUse("sig");
            key.setAlgorithm("RS256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("RSA keys are part of every JDK", e);
        }
    }

    private JsonWebKeySet read() {
        try {
            return new JsonWebKeySet(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(file + " holds no keys", e);
        }
    }

    private void write(JsonWebKeySet all) {
        try {
            Files.writeString(file, all.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

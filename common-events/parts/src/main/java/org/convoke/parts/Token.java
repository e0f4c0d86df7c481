package org.convoke.parts;

import static org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS;

import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** An access token in the making: a good one as Keycloak makes them, unless told otherwise. */
public final class Token {

    private final JwtClaims claims = new JwtClaims();
    private final RsaJsonWebKey issuerKey;
    private String keyId;
    private String algorithm = AlgorithmIdentifiers.RSA_USING_SHA256;
    private @Nullable Key signer;

    Token(RsaJsonWebKey issuerKey, String issuer, String sub) {
        this.issuerKey = issuerKey;
        this.signer = issuerKey.getPrivateKey();
        this.keyId = issuerKey.getKeyId();
        claims.setIssuer(issuer);
        claims.setAudience("convoke");
        claims.setSubject(sub);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAtToNow();
        typ("Bearer").azp("web").username(sub).expiresIn(Duration.ofMinutes(5));
    }

    public Token username(String username) {
        return claim("preferred_username", username);
    }

    public Token name(String name) {
        return claim("name", name);
    }

    /** Realm roles, where Keycloak puts them. */
    public Token roles(String... roles) {
        return claim("realm_access", Map.of("roles", List.of(roles)));
    }

    public Token audience(String... audience) {
        return claim("aud", List.of(audience));
    }

    public Token issuer(String issuer) {
        return claim("iss", issuer);
    }

    /** From now; a negative duration makes a token that has expired, and was issued before it did. */
    public Token expiresIn(Duration duration) {
        long expiry = NumericDate.now().getValue() + duration.toSeconds();
        long issued = Math.min(NumericDate.now().getValue(), expiry - 300);
        return claim("exp", expiry)
                .claim("iat", duration.isNegative() ? issued : NumericDate.now().getValue());
    }

    /** {@code Bearer} for an access token, {@code ID} or {@code Refresh} for what is none. */
    public Token typ(String typ) {
        return claim("typ", typ);
    }

    /** The client the token was given to. */
    public Token azp(String client) {
        return claim("azp", client);
    }

    public Token claim(String name, Object value) {
        claims.setClaim(name, value);
        return this;
    }

    public Token without(String claim) {
        claims.unsetClaim(claim);
        return this;
    }

    /** The attack of RFC 8725, section 2.1: not signed at all. */
    public Token algNone() {
        algorithm = AlgorithmIdentifiers.NONE;
        signer = null;
        return this;
    }

    /** The attack of RFC 8725, section 2.1: the public key taken for an HMAC secret. */
    public Token hmacWithPublicKey() {
        algorithm = AlgorithmIdentifiers.HMAC_SHA256;
        signer = new HmacKey(issuerKey.getRsaPublicKey().getEncoded());
        return this;
    }

    /** Signed with another's key, under the id of the issuer's. */
    public Token signedByStranger() {
        signer = SigningKeys.generated("stranger").getPrivateKey();
        return this;
    }

    /** Under the id of a key that nobody has published. */
    public Token underKey(String id) {
        keyId = id;
        return this;
    }

    /** The token in its compact form. */
    public String mint() {
        var signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue(keyId);
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        signature.setKey(signer);
        signature.setDoKeyValidation(false);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the token cannot be signed", e);
        }
    }
}

package org.convoke.ledger;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Honours {@code Idempotency-Key} on a POST: the same caller with the same key and request within 24 hours is given the
 * stored answer and causes nothing. Only 2xx answers are stored; a refusal had no effect, so the request is tried again.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">the header's draft</a>
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    @Nonbinding
    Effect value() default Effect.ONE_TRANSACTION;

    /** How the effect of the annotated method comes about. */
    enum Effect {
        /**
         * In one transaction, which is begun here and holds the answer too; a second request while it runs is refused.
         * The method must begin no other transaction.
         */
        ONE_TRANSACTION,

        /**
         * In several steps, each of which may be repeated without harm, such as a claim, a call elsewhere and the end.
         * The answer is stored after them; a second request while they run is carried out beside the first.
         */
        REPEATABLE
    }
}

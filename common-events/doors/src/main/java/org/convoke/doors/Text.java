package org.convoke.doors;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that people read: counted in code points, without characters that hide or reorder others (see
 * {@link PlainText}). Null passes.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TextRule.class)
public @interface Text {

    /** The least number of code points; from 1 on, blank text is refused too. */
    int min() default 0;

    int max();

    /** Whether line breaks and tabs are allowed. */
    boolean lines() default false;

    String message() default "is no text of the allowed length and characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

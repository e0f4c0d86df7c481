package org.convoke.doors;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** The rule behind {@link Text}. */
public final class TextRule implements ConstraintValidator<Text, String> {

    private int min;
    private int max;
    private boolean lines;

    @Override
    public void initialize(Text rule) {
        min = rule.min();
        max = rule.max();
        lines = rule.lines();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        String broken = broken(text);
        if (broken == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(broken).addConstraintViolation();
        return false;
    }

    private @Nullable String broken(String text) {
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            return "must have " + min + " to " + max + " characters";
        }
        if (min > 0 && text.isBlank()) {
            return "must not be blank";
        }
        boolean plain = lines ? PlainText.isProse(text) : PlainText.isLine(text);
        return plain ? null : "contains characters that are not allowed";
    }
}

package org.convoke.doors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextRuleTest {

    record Named(@Text(min = 3, max = 5) @Nullable String name) {}

    record Described(@Text(max = 5, lines = true) String description) {}

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(isValid(new Named("🐎🐎🐎"))).isTrue();
        assertThat(isValid(new Named("🐎🐎"))).isFalse();
        assertThat(isValid(new Named("🐎🐎🐎🐎🐎"))).isTrue();
        assertThat(isValid(new Named("abcdef"))).isFalse();
    }

    @Test
    void aNameIsNotBlankAndHasNoLines() {
        assertThat(isValid(new Named("    "))).isFalse();
        assertThat(isValid(new Named("ab\nc"))).isFalse();
    }

    @Test
    void aDescriptionMayBeEmptyAndHaveLines() {
        assertThat(isValid(new Described(""))).isTrue();
        assertThat(isValid(new Described("ab\nc"))).isTrue();
        assertThat(isValid(new Described("a\u202Eb"))).isFalse();
    }

    @Test
    void whetherItMustBeThereIsAnotherRule() {
        assertThat(isValid(new Named(null))).isTrue();
    }

    private boolean isValid(Object bean) {
        return validator.validate(bean).isEmpty();
    }
}

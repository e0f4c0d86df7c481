package org.convoke.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Plays stories that mostly wait, all at once, so that their waits are one. */
public final class SideBySide {

    /** A test that has people and things of its own, and waits. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Story {}

    private SideBySide() {}

    /** A test for each {@link Story} of that class; all have begun when this returns. */
    public static <T extends AutoCloseable> Stream<DynamicTest> stories(Class<T> type, Supplier<T> teller) {
        List<Method> stories = Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Story.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        if (stories.isEmpty()) {
            throw new IllegalArgumentException(type + " has no stories");
        }
        return stories.stream().map(story -> begun(teller, story)).toList().stream();
    }

    private static DynamicTest begun(Supplier<? extends AutoCloseable> teller, Method story) {
        story.setAccessible(true);
        var played = CompletableFuture.runAsync(
                () -> play(teller, story), work -> Thread.ofPlatform().daemon().start(work));
        return DynamicTest.dynamicTest(story.getName(), played::join);
    }

    private static void play(Supplier<? extends AutoCloseable> teller, Method story) {
        try (AutoCloseable told = teller.get()) {
            story.invoke(told);
        } catch (InvocationTargetException e) {
            throw new CompletionException(story.getName(), e.getCause());
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}

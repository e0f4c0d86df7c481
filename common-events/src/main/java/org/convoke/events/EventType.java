package org.convoke.events;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code ce_type} of every event: {@code org.convoke.<Name>.v<version>}. */
final class EventType {

    private static final Map<String, Class<? extends DomainEvent>> BY_NAME =
            leaves(DomainEvent.class).collect(Collectors.toUnmodifiableMap(EventType::of, Function.identity()));

    private EventType() {}

    static String of(Class<? extends DomainEvent> event) {
        return "org.convoke." + event.getSimpleName() + ".v1";
    }

    static Optional<Class<? extends DomainEvent>> named(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }

    private static Stream<Class<? extends DomainEvent>> leaves(Class<? extends DomainEvent> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null
                ? Stream.of(type)
                : Stream.of(permitted).flatMap(each -> leaves(each.asSubclass(DomainEvent.class)));
    }
}

package org.convoke.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "org.convoke.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule capabilitiesAreAcyclic =
            slices().matching("org.convoke.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sessionsDoNotKnowTheirWire = noClasses()
            .that()
            .resideOutsideOfPackage("..wire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..wire..", "io.quarkus.websockets.next..");

    @ArchTest
    static final ArchRule onlyDeliveryKnowsTheFactsOfTheServices = noClasses()
            .that()
            .resideOutsideOfPackage("..delivery..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(org.convoke.events.DomainEvent.class);

    @ArchTest
    static final ArchRule resourcesAreDoors =
            classes().that().areAnnotatedWith(Path.class).should().resideInAPackage("..api..");
}

package org.convoke.groups;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "org.convoke.groups", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule capabilitiesAreAcyclic =
            slices().matching("org.convoke.groups.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theDomainDoesNotKnowItsDoors = noClasses()
            .that()
            .resideOutsideOfPackages("..api..", "..messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..api..", "..messaging..")
            .orShould()
            .dependOnClassesThat(resideInAPackage("org.convoke.groups..api..").or(resideInAPackage("jakarta.ws.rs..")))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.convoke.doors..", "org.jboss.resteasy..");

    @ArchTest
    static final ArchRule resourcesAreDoors =
            classes().that().areAnnotatedWith(Path.class).should().resideInAPackage("..api..");

    @ArchTest
    static final ArchRule entitiesKeepTheirFieldsToThemselves =
            noClasses().that().resideInAPackage("..api..").should().beAnnotatedWith(Entity.class);

    @ArchTest
    static final ArchRule noPackageIsNamedAfterALayer = noClasses()
            .should()
            .resideInAnyPackage(
                    "..service..", "..dto..", "..util..", "..impl..", "..common..", "..core..", "..manager..");
}

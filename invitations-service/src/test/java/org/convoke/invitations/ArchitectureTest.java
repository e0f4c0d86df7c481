package org.convoke.invitations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@AnalyzeClasses(packages = "org.convoke.invitations", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule capabilitiesAreAcyclic =
            slices().matching("org.convoke.invitations.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theDomainDoesNotKnowItsDoors = noClasses()
            .that()
            .resideOutsideOfPackages("..api..", "..invitations.group..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..invitations..api..", "jakarta.ws.rs..", "org.convoke.doors..", "org.jboss.resteasy..");

    @ArchTest
    static final ArchRule groupsServiceIsAskedInOnePlace = classes()
            .that()
            .areAnnotatedWith(RegisterRestClient.class)
            .should()
            .resideInAPackage("..invitations.group")
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule resourcesAreDoors = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .areNotAnnotatedWith(RegisterRestClient.class)
            .should()
            .resideInAPackage("..api..");

    @ArchTest
    static final ArchRule noPackageIsNamedAfterALayer = noClasses()
            .should()
            .resideInAnyPackage(
                    "..service..", "..dto..", "..util..", "..impl..", "..common..", "..core..", "..manager..");
}

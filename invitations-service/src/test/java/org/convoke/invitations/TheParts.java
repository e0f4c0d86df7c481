package org.convoke.invitations;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.convoke.invitations.group.GroupsAddress;
import org.convoke.parts.RealParts;

/** All door tests of this module share one set of real parts, and the double of groups-service. */
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "postgres,kafka,issuer"))
@QuarkusTestResource(GroupsAddress.class)
final class TheParts {}
